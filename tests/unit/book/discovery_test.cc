#include "book/discovery.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

struct Folder {
  MemoryFileSystem disk;
  DiagnosticSink sink;

  void put(const std::string& file, const std::string& text = "x\n") { REQUIRE(disk.write_file("/home/my-book/" + file, text)); }
  void chapter(const std::string& file, const std::string& front, const std::string& body = "Text.\n") {
    put("chapters/" + file, "---\n" + front + "---\n\n" + body);
  }
  Book read() {
    const auto book = discover_book(disk, "/home/my-book", sink);
    REQUIRE(book);
    return *book;
  }
};

Folder two_topics() {
  Folder f;
  f.chapter("02-streams/01-intro.mdx", "title: Intro\ncategory: ''\nauthor: Bo Example @bo\n");
  f.chapter("02-streams/002-pipes.md", "title: Pipes\nshort: P\ncategory: All Streams\npublished: false\n");
  f.chapter("02-streams/10-end.md", "title: End\nauthor: Ada Example\n", "[x](https://book.example/streams/intro)\n");
  f.chapter("1-loop/1-phases.md", "title: Phases\ncategory: The Loop\nauthor: \"Ada Example @ada\"\n");
  f.put("chapters/02-streams/README.md");
  f.put("chapters/02-streams/picture.png");
  f.put("chapters/02-streams/.hidden.md");
  f.put("chapters/03-pictures/only.png");
  f.put("chapters/notes.md");
  return f;
}

}  // namespace

TEST_CASE("a folder is one volume of topics and chapters in the order of their numbers") {
  Folder f = two_topics();
  const Book book = f.read();
  REQUIRE(book.volumes.size() == 1);
  CHECK(book.volumes[0].key == "volume-1");
  CHECK(book.manifest.empty());
  const auto& topics = book.volumes[0].topics;
  REQUIRE(topics.size() == 2);
  CHECK(topics[0].title == "The Loop");
  CHECK(topics[1].title == "All Streams");
  REQUIRE(topics[1].chapters.size() == 3);
  CHECK(topics[1].chapters[0].key == "streams/intro");
  CHECK(topics[1].chapters[0].file == "chapters/02-streams/01-intro.mdx");
  CHECK(topics[1].chapters[1].title == "Pipes");
  CHECK(topics[1].chapters[1].short_title == "P");
  CHECK(topics[1].chapters[1].status == ChapterStatus::Draft);
  CHECK(topics[1].chapters[2].key == "streams/end");
}

TEST_CASE("the numbers in the names are the printed ones") {
  Folder f = two_topics();
  const Book book = f.read();
  const auto& topics = book.volumes[0].topics;
  CHECK(printed_number(topics[0], topics[0].chapters[0]) == "1.1");
  CHECK(printed_number(topics[1], topics[1].chapters[1]) == "2.2");
  CHECK(printed_number(topics[1], topics[1].chapters[2]) == "2.10");
}

TEST_CASE("names without a number, or with the same, count on") {
  Folder f;
  f.chapter("07-a/01-x.md", "title: X\n");
  f.chapter("07-b/x.md", "title: Y\n");
  f.chapter("c/x.md", "title: Z\n");
  const Book book = f.read();
  REQUIRE(book.volumes[0].topics.size() == 3);
  CHECK(book.volumes[0].topics[0].number == 7);
  CHECK(book.volumes[0].topics[1].number == 8);
  CHECK(book.volumes[0].topics[2].number == 9);
  CHECK(book.volumes[0].topics[2].title == "C");
  CHECK(book.volumes[0].topics[2].chapters[0].number == 1);
}

TEST_CASE("the book's data come from README, front matter and links") {
  Folder f = two_topics();
  f.put("README.md", "intro\n# My *Great* Book\nhttps://book.example/streams/pipes and https://x.example/a\n");
  f.put("public/book_Cover.JPG");
  f.put("cover.png");
  const Book book = f.read();
  CHECK(book.meta.title == "My Great Book");
  CHECK(book.volumes[0].title == "My Great Book");
  CHECK(book.meta.authors == std::vector<std::string>{"Ada Example", "Bo Example"});
  CHECK(book.meta.site == "https://book.example");
  CHECK(book.meta.cover == "public/book_Cover.JPG");
}

TEST_CASE("without a README the folder's name is the title, and nothing else is made up") {
  Folder f;
  f.chapter("01-a/01-b.md", "title: X\n");
  const Book book = f.read();
  CHECK(book.meta.title == "My Book");
  CHECK(book.meta.site.empty());
  CHECK(book.meta.cover.empty());
  CHECK(book.meta.authors.empty());
  REQUIRE(f.sink.all().size() == 1);
  CHECK(f.sink.all()[0].code == DiagCode::MissingLicence);
}

TEST_CASE("a chapter without front matter is called after its file") {
  Folder f;
  f.put("chapters/01-a/02-event_loop-basics.md");
  CHECK(f.read().volumes[0].topics[0].chapters[0].title == "Event Loop Basics");
}

TEST_CASE("files whose keys would be equal are reported and kept apart") {
  Folder f;
  f.chapter("01-a/01-b.md", "title: X\n");
  f.chapter("01-a/02-b.mdx", "title: Y\n");
  const Book book = f.read();
  CHECK(book.volumes[0].topics[0].chapters[1].key == "a/b-2");
  REQUIRE_FALSE(f.sink.all().empty());
  CHECK(f.sink.all()[0].code == DiagCode::ManifestKey);
  CHECK(f.sink.all()[0].file == "chapters/01-a/02-b.mdx");
}

TEST_CASE("a folder without chapters is an error that says how they are laid out") {
  Folder f;
  f.put("chapters/notes.md");
  const auto book = discover_book(f.disk, "/home/my-book", f.sink);
  REQUIRE_FALSE(book);
  CHECK(book.error().kind == ErrorKind::Input);
  CHECK(book.error().hint == "chapters are files chapters/NN-topic/NN-name.md or .mdx");
}

TEST_CASE("the book is found upward from a folder") {
  MemoryFileSystem disk;
  REQUIRE(disk.write_file("/a/content/book.toml", "x"));
  REQUIRE(disk.write_file("/a/content/chapters/01-x/01-y.md", "x"));
  REQUIRE(disk.write_file("/b/chapters/01-x/01-y.md", "x"));
  REQUIRE(disk.write_file("/b/c/book.toml", "x"));
  CHECK(find_book(disk, "/a") == "/a/content");
  CHECK(find_book(disk, "/a/content") == "/a/content");
  CHECK(find_book(disk, "/a/build/deep") == "/a/content");
  CHECK(find_book(disk, "/a/content/chapters/01-x") == "/a/content");
  CHECK(find_book(disk, "/b") == "/b");
  CHECK(find_book(disk, "/b/c") == "/b/c");
  const auto none = find_book(disk, "/elsewhere");
  REQUIRE_FALSE(none);
  CHECK(none.error().kind == ErrorKind::Usage);
  CHECK_FALSE(none.error().hint.empty());
}

TEST_CASE("a manifest goes before discovery") {
  Folder f = two_topics();
  f.put("content/book.toml", "title = \"Of content\"\nrights = \"x\"\nvolume = []\n");
  CHECK(load_book(f.disk, "/home/my-book", f.sink)->meta.title == "Of content");
  f.put("book.toml", "title = \"Of the root\"\nrights = \"x\"\nvolume = []\n");
  CHECK(load_book(f.disk, "/home/my-book", f.sink)->meta.title == "Of the root");
  CHECK(load_book(f.disk, "/home/my-book", f.sink)->manifest == "book.toml");
}
