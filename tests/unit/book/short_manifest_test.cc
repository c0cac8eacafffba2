// Manifests that leave to the book's folders what these say.
#include <catch2/catch.hpp>

#include "book/discovery.h"
#include "manifest_fixture.h"
#include "support/places.h"

using namespace nbpublish;

namespace {

using Lines = std::vector<std::string>;

// chapters/01-loop, 02-streams, 03-heap and 10-prod with a manifest.
struct Shelf : ManifestFixture {
  explicit Shelf(const std::string& manifest) : ManifestFixture("rights = \"x\"\n" + manifest) {
    put("README.md", "# The *Whole* Book\n\n[one](https://book.example/loop/phases)\n");
    put("chapters/01-loop/01-phases.md", "---\ntitle: Phases\ncategory: The Loop\nauthor: Ada Example @ada\n---\n");
    put("chapters/01-loop/02-timers.md", "---\ntitle: Timers\nstatus: review\n---\n");
    put("chapters/02-streams/1-pipes.mdx", "---\ntitle: Pipes\npublished: false\n---\n");
    put("chapters/02-streams/README.md", "x");
    put("chapters/03-heap/01-gc.md", "# GC\n");
    put("chapters/10-prod/01-logs.md", "---\ntitle: Logs\n---\n");
    put("chapters/pictures/a.png", "x");
    put("extra/preface.md", "x");
  }
};

// "1 The Loop: 1.1 loop/phases Phases ready, ..." for each topic of each volume.
Lines contents_of(const Book& book) {
  Lines lines;
  for (const Volume& volume : book.volumes) {
    lines.push_back(volume.key + " " + volume.title.plain());
    for (const Topic& topic : volume.topics) {
      std::string line = printed_number(topic) + " " + topic.title.plain() + ":";
      for (const Chapter& chapter : topic.chapters)
        line += " " + printed_number(topic, chapter) + " " + chapter.key +
                (chapter.status == ChapterStatus::Ready ? "" : " (" + std::string(word_of(chapter.status)) + ")");
      lines.push_back(line);
    }
  }
  return lines;
}

const Lines kFound = {"volume-1 The Whole Book", "1 The Loop: 1.1 loop/phases 1.2 loop/timers (review)",
                      "2 Streams: 2.1 streams/pipes (draft)", "3 Heap: 3.1 heap/gc", "10 Prod: 10.1 prod/logs"};

}  // namespace

TEST_CASE("one line of a manifest changes what it says, and nothing else") {
  Shelf shelf("style = \"large\"\n");
  const Book book = shelf.read();
  CHECK(shelf.complaints() == Lines{});
  CHECK(contents_of(book) == kFound);
  CHECK(book.style == "large");
  DiagnosticSink sink;
  const Book found = *discover_book(shelf.disk, "book", sink);
  CHECK(contents_of(found) == kFound);
  CHECK(book.meta.title == found.meta.title);
  CHECK(book.meta.authors == found.meta.authors);
  CHECK(book.meta.site == "https://book.example");
  CHECK(book.volumes[0].topics[0].chapters[0].title == "Phases");
}

TEST_CASE("what is said goes over what is found, and what is said to be empty is") {
  Shelf shelf("title = \"Mine\"\nauthors = [\"Bo\"]\nsite = \"\"\n");
  const Book book = shelf.read();
  CHECK(book.meta.title == "Mine");
  CHECK(book.volumes[0].title == "Mine");
  CHECK(book.meta.authors == std::vector<std::string>{"Bo"});
  CHECK(book.meta.site.empty());
}

TEST_CASE("a folder without chapters and a manifest without volumes are an error") {
  ManifestFixture f("style = \"large\"\n");
  const auto book = read_manifest(f.disk, "book", f.sink);
  REQUIRE_FALSE(book);
  CHECK(book.error().kind == ErrorKind::Input);
  CHECK(book.error().message == "no chapters in book/chapters");
}

TEST_CASE("volumes name their topics by folders and patterns, in the order of their numbers") {
  Shelf shelf(R"(title = "Set"
[[volume]]
key = "one"
title = "One"
topics = ["chapters/03-heap", "chapters/0[1-2]-*"]
[[volume]]
title = "Two"
topics = ["chapters/1?-*/"]
)");
  const Book book = shelf.read();
  CHECK(shelf.complaints() == Lines{});
  CHECK(contents_of(book) == Lines{"one One", "3 Heap: 3.1 heap/gc", "4 The Loop: 4.1 loop/phases 4.2 loop/timers (review)",
                                   "5 Streams: 5.1 streams/pipes (draft)", "volume-2 Two", "10 Prod: 10.1 prod/logs"});
}

TEST_CASE("one volume that names no topics has what is left") {
  Shelf shelf("[[volume]]\ntitle = \"One\"\ntopics = [\"chapters/01-*\"]\n[[volume]]\ntitle = \"Rest\"\n");
  const Book book = shelf.read();
  CHECK(shelf.complaints() == Lines{});
  CHECK(contents_of(book) == Lines{"volume-1 One", kFound[1], "volume-2 Rest", kFound[2], kFound[3], kFound[4]});
  Shelf twice("[[volume]]\ntitle = \"One\"\n[[volume]]\ntitle = \"Two\"\n[[volume]]\ntopics = [\"chapters/01-*\"]\n");
  twice.read();
  CHECK(twice.complaints() == Lines{"manifest-key 4:1 the volume has no topics (name their folders in `topics`, or write [[volume.topic]])",
                                    "manifest-key 6:1 the volume needs a title"});
}

TEST_CASE("a volume without a title in a book of one has the book's") {
  Shelf shelf("[[volume]]\nidentifiers = { epub = \"isbn:978-0-306-40615-7\" }\n");
  const Book book = shelf.read();
  CHECK(shelf.complaints() == Lines{});
  CHECK(contents_of(book) == kFound);
  CHECK(book.volumes[0].identifiers.size() == 1);
}

TEST_CASE("a topic has the chapters of its folder; what is written of one of them stands in its place") {
  Shelf shelf(R"([[volume]]
[[volume.topic]]
title = "Looping"
folder = "chapters/01-loop"
[[volume.topic.chapter]]
title = "To *Come*"
status = "planned"
[[volume.topic.chapter]]
file = "chapters/01-loop/02-timers.md"
title = "Time's Up"
status = "ready"
[[volume.topic]]
folder = "./chapters/02-streams/"
[[volume.topic]]
title = "Later"
folder = "chapters/03-heap"
status = "planned"
[[volume.topic]]
folder = "chapters/10-prod"
)");
  const Book book = shelf.read();
  CHECK(contents_of(book) == Lines{"volume-1 The Whole Book", "1 Looping: 1.1 loop/phases 1.2 loop/timers 1.3 looping/to-come (planned)",
                                   "2 Streams: 2.1 streams/pipes (draft)", "3 Later:", "10 Prod: 10.1 prod/logs"});
  CHECK(book.volumes[0].topics[0].chapters[1].title == "Time\u2019s Up");
  CHECK(book.volumes[0].topics[0].chapters[2].title == "To Come");
}

TEST_CASE("front matter says what is a draft where the manifest does not") {
  Shelf shelf(
      "[[volume]]\n[[volume.topic]]\ntitle = \"T\"\n[[volume.topic.chapter]]\nfile = \"chapters/02-streams/1-pipes.mdx\"\n"
      "[[volume.topic.chapter]]\nfile = \"chapters/01-loop/02-timers.md\"\nstatus = \"ready\"\n");
  const Book book = shelf.read();
  CHECK(book.volumes[0].topics[0].chapters[0].status == ChapterStatus::Draft);
  CHECK(book.volumes[0].topics[0].chapters[1].status == ChapterStatus::Ready);
}

TEST_CASE("a file that is named elsewhere is not found a second time") {
  Shelf shelf("[front]\npreface = \"chapters/01-loop/01-phases.md\"\n");
  const Book book = shelf.read();
  CHECK(shelf.complaints() == Lines{});
  CHECK(contents_of(book)[1] == "1 Loop: 1.2 loop/timers (review)");
  Shelf moved(
      "[[volume]]\ntopics = [\"chapters/*\"]\n[[volume.topic]]\ntitle = \"Own\"\nnumber = 20\n[[volume.topic.chapter]]\nfile = "
      "\"chapters/10-prod/01-logs.md\"\n");
  const Book other = moved.read();
  CHECK(moved.complaints() == Lines{});
  CHECK(contents_of(other) == Lines{kFound[0], kFound[1], kFound[2], kFound[3], "20 Own: 20.1 prod/logs"});
}

TEST_CASE("what is named twice is told at the second place") {
  Shelf shelf(
      "[front]\npreface = \"extra/preface.md\"\n[back]\nappendices = [\"./extra/preface.md\"]\n[[volume]]\n"
      "topics = [\"chapters/01-loop\", \"chapters/01-loop/\", \"chapters/0[12]-*\", \"chapters/0[2-3]-*\", \"chapters/10-*\"]\n");
  const Book book = shelf.read();
  CHECK(shelf.complaints() == Lines{"manifest-key 5:15 'extra/preface.md' is named twice (line 3 has it already)",
                                    "manifest-key 7:31 'chapters/01-loop' is named twice (line 7 has it already)",
                                    "manifest-key 7:72 'chapters/02-streams' is named twice (line 7 has it already)"});
  CHECK(contents_of(book) == kFound);
  CHECK(book.matter.files == std::map<MatterId, std::string>{{{MatterRole::Preface}, "extra/preface.md"}});
}

TEST_CASE("chapters that no volume has are told") {
  Shelf shelf(
      "[[volume]]\ntopics = [\"chapters/0[1-2]-*\"]\n[[volume.topic]]\ntitle = \"T\"\n[[volume.topic.chapter]]\nfile = "
      "\"chapters/03-heap/02-more.md\"\n");
  shelf.put("chapters/03-heap/02-more.md", "x");
  shelf.put("chapters/loose.md", "x");
  shelf.read();
  CHECK(shelf.complaints() == Lines{"manifest-key 2:1 'chapters/loose.md' is in no volume and left out (name it in a "
                                    "[[volume.topic.chapter]], or its folder as the `folder` of its topic)",
                                    "manifest-key 2:1 'chapters/03-heap/01-gc.md' is in no volume and left out (name it in a "
                                    "[[volume.topic.chapter]], or its folder as the `folder` of its topic)",
                                    "manifest-key 2:1 the folder 'chapters/10-prod/' is in no volume, and its chapters are left out (name "
                                    "it in the `topics` of a volume, or as the `folder` of a "
                                    "[[volume.topic]])"});
  for (const Diagnostic& d : shelf.sink.all()) CHECK(d.severity == Severity::Warning);
}

TEST_CASE("folders and patterns that cannot be meant") {
  const auto about = [](const std::string& topics) {
    Shelf shelf("[[volume]]\ntopics = [\"chapters/*\", " + topics + "]\n");
    shelf.read();
    const Lines lines = shelf.complaints();
    REQUIRE(lines.size() == 1);
    return lines.front();
  };
  CHECK(about("\"chapters/01-lop\"") == "missing-file 3:25 there is no folder 'chapters/01-lop' (did you mean 'chapters/01-loop'?)");
  CHECK(about("\"chaptres/01-loop\"").ends_with("there is no folder 'chaptres/01-loop' (did you mean 'chapters'?)"));
  CHECK(about("\"chapters/7*\"").ends_with("no folder is like 'chapters/7*' (there are 01-loop, 02-streams, 03-heap, 10-prod, pictures)"));
  CHECK(about("\"chaptres/*\"").ends_with("no folder is like 'chaptres/*' (did you mean 'chapters'?)"));
  CHECK(about("\"chapters/pictures\"")
            .ends_with("no chapters in the folder 'chapters/pictures' (chapters are its files NN-name.md or .mdx)"));
  CHECK(about("\"chapters/p*\"")
            .ends_with("no chapters in the folders that are like 'chapters/p*' (chapters are its files NN-name.md or .mdx)"));
  CHECK(about("\"../book/*\"").ends_with("'../book/*' leads out of the book's folder"));
  CHECK(about("\"/*\"").ends_with("'/*' must be relative to the book's folder"));
  CHECK(about("\"chapters\\\\*\"").ends_with("must be written with '/'"));
  CHECK(about("\"../elsewhere\"").ends_with("'../elsewhere' leads out of the book's folder"));
  CHECK(about("7") == "manifest-key 3:25 'topics' must be a string, not a whole number");
  CHECK(about("\"\"").ends_with("does not name a file"));
}

TEST_CASE("the short book of the tests is what its manifest and its folders say") {
  DiagnosticSink sink;
  const Book book = *read_manifest(RealFileSystem(), testing::test_path("books/short"), sink);
  for (const Diagnostic& d : sink.all()) FAIL_CHECK(d.span.line << ": " << d.message);
  CHECK(book.meta.title == "The short book");
  CHECK(book.matter.files.at({MatterRole::Preface}) == "front/preface.md");
  CHECK(contents_of(book) == Lines{"volume-1 One\u2019s Own", "1 First Steps: 1.1 first-steps/where 1.2 first-steps/second",
                                   "2 Further: 2.1 further/draft (draft) 2.2 further/on", "volume-2 The rest",
                                   "3 Appendices: 3.1 appendices/tables", "10 Late: 10.1 late/late"});
}
