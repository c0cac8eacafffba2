#include "pipeline/load_pictures.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "small_book.h"
#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

constexpr std::string_view kSvg = R"(<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="9" height="9"/></svg>)";

Block figure(std::string source, std::string alt = "what it shows") {
  Figure made;
  made.source = std::move(source);
  made.alt = std::move(alt);
  return {0, {7, 1, 7, 20}, std::move(made)};
}

struct Pictures : SmallBook {
  Book book;
  PictureTable table;

  Pictures() { book.root = "/book"; }
  void load(Blocks blocks) {
    const Document document = document_of(std::move(blocks));  // chapters/one.md
    table = load_pictures(book, {&document}, files, sink);
  }
};

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("pictures are found beside the chapter, above it, and from the book's folder") {
  Pictures p;
  for (const char* name : {"chapters/a.svg", "figures/b.svg", "figures/c.svg"}) p.write(name, std::string(kSvg));
  p.load({figure("a.svg"), figure("../figures/b.svg"), figure("/figures/c.svg")});
  CHECK(p.sink.all().empty());
  for (const char* key : {"chapters/a.svg", "figures/b.svg", "figures/c.svg"}) {
    REQUIRE(p.table.contains(key));
    CHECK(p.table.at(key) != nullptr);
  }
}

TEST_CASE("a text beside a picture is its long description") {
  Pictures p;
  p.write("chapters/a.svg", std::string(kSvg));
  p.write("chapters/a.svg.txt", "One.\r\n\r\nTwo\xFF.\n\n");
  p.write("chapters/b.svg", std::string(kSvg));
  p.load({figure("a.svg"), figure("b.svg")});
  CHECK(p.sink.all().empty());
  CHECK(p.table.at("chapters/a.svg")->description == "One.\n\nTwo\uFFFD.");
  CHECK(p.table.at("chapters/b.svg")->description.empty());
}

TEST_CASE("escapes in a picture's address are read, also those that would lead out of the book") {
  Pictures p;
  p.write("chapters/my pic.svg", std::string(kSvg));
  p.load({figure("my%20pic.svg")});
  CHECK(p.sink.all().empty());
  CHECK(p.table.at("chapters/my pic.svg") != nullptr);
  p.load({figure("%2e%2e%2f%2e%2e%2fsecret.svg"), figure("%2fmissing.svg")});
  CHECK(told_places(p.sink) == Told{"chapters/one.md:7 missing-file", "chapters/one.md:7 missing-file"});
  CHECK(p.sink.all()[0].message.find("outside") != std::string::npos);
}

TEST_CASE("a picture that is missing is an error where it is named, and null in the table") {
  Pictures p;
  p.load({figure("none.png")});
  CHECK(told_places(p.sink) == Told{"chapters/one.md:7 missing-file"});
  CHECK(p.sink.all()[0].message.find("chapters/none.png") != std::string::npos);
  CHECK(p.table.at("chapters/none.png") == nullptr);
}

TEST_CASE("a picture that is damaged is an error where it is named") {
  Pictures p;
  p.write("chapters/bad.png", "\x89PNG\r\n\x1a\nno more");
  p.load({figure("bad.png")});
  CHECK(told_places(p.sink) == Told{"chapters/one.md:7 image-unreadable"});
  CHECK(p.table.at("chapters/bad.png") == nullptr);
}

TEST_CASE("no name leads out of the book's folder") {
  for (const std::string source : {"../../secret.svg", "//secret.svg", "/../secret.svg", "../../book2/x.svg", "a/../../../secret.svg"}) {
    Pictures p;
    REQUIRE(p.files.write_file("/secret.svg", kSvg));
    REQUIRE(p.files.write_file("/book2/x.svg", kSvg));
    p.load({figure(source)});
    INFO(source);
    CHECK(told_places(p.sink) == Told{"chapters/one.md:7 missing-file"});
    CHECK(p.sink.all()[0].message.find("outside") != std::string::npos);
    for (const auto& [key, picture] : p.table) CHECK(picture == nullptr);
  }
}

TEST_CASE("a name may begin with two dots") {
  Pictures p;
  p.write("..odd/x.svg", std::string(kSvg));
  p.load({figure("/..odd/x.svg")});
  CHECK(p.sink.all().empty());
}

TEST_CASE("a link on the disk does not lead out of the book's folder") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("nbp-pictures-" + std::to_string(getpid()));
  fs::create_directories(folder / "book/chapters");
  std::ofstream(folder / "secret.svg") << kSvg;
  std::ofstream(folder / "book/chapters/own.svg") << kSvg;
  fs::create_symlink("../../secret.svg", folder / "book/chapters/out.svg");
  fs::create_symlink("own.svg", folder / "book/chapters/in.svg");
  Book book;
  book.root = folder / "book";
  DiagnosticSink sink;
  const Document document = document_of({figure("out.svg"), figure("in.svg")});
  const PictureTable table = load_pictures(book, {&document}, RealFileSystem(), sink);
  fs::remove_all(folder);
  CHECK(told_places(sink) == Told{"chapters/one.md:7 missing-file"});
  CHECK(table.at("chapters/out.svg") == nullptr);
  CHECK(table.at("chapters/in.svg") != nullptr);
}

TEST_CASE("a picture of the network is not fetched") {
  Pictures p;
  p.load({figure("https://example.org/x.png")});
  CHECK(told_places(p.sink) == Told{"chapters/one.md:7 missing-file"});
  CHECK(p.table.empty());
}

TEST_CASE("pictures in a line are loaded, too") {
  Pictures p;
  p.write("chapters/a.svg", std::string(kSvg));
  p.load({paragraph(Inlines{{{9, 2, 9, 8}, InlineImage{"a.svg", "a"}}, {{9, 10, 9, 18}, InlineImage{"none.svg", "none"}}})});
  CHECK(p.table.at("chapters/a.svg") != nullptr);
  CHECK(told_places(p.sink) == Told{"chapters/one.md:9 missing-file"});
}

TEST_CASE("a picture that is named twice is complained about once") {
  Pictures p;
  p.load({figure("none.png"), figure("none.png")});
  CHECK(p.sink.all().size() == 1);
}

TEST_CASE("the cover is loaded, the volume's before the set's") {
  Pictures p;
  p.write("set.svg", std::string(kSvg));
  p.write("own.svg", std::string(kSvg));
  p.book.meta.cover = "set.svg";
  Volume volume;
  load_cover(p.book, volume, p.files, p.table, p.sink);
  CHECK(p.table.contains("set.svg"));
  volume.cover = "own.svg";
  load_cover(p.book, volume, p.files, p.table, p.sink);
  CHECK(p.table.contains("own.svg"));
}
