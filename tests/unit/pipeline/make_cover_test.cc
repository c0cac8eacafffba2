#include "pipeline/make_cover.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/layout_fixture.h"
#include "support/places.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

struct CoverBuild {
  CoverBuild() {
    book.manifest = "book.toml";
    book.root = "book";
    book.meta.title = "Set";
    book.meta.cover = "cover.png";
    book.volumes.resize(1);
    book.volumes[0].key = "one";
    book.volumes[0].number = 1;
    book.volumes[0].title = "Volume";
    for (const char* outlet : {"kdp", "ingram"}) {
      const std::string file = std::string(outlet) + ".toml";
      const auto text = RealFileSystem().read_file(source_path("outlets/covers") / file);
      REQUIRE(text);
      REQUIRE(files.write_file(std::filesystem::path("covers") / file, *text));
    }
  }

  Result<WrapCover> make(const std::string& outlet, const std::string& paper) {
    const VolumeBuild build{loaded.texts(book, book.volumes[0], false)};
    return make_cover({build, style, project_fonts(), 300, outlet, paper}, "covers", files, sink);
  }

  Book book;
  LoadedVolume loaded;
  Style style = project_style();
  MemoryFileSystem files;
  DiagnosticSink sink;
};

}  // namespace

TEST_CASE("a cover is made for the pages, the outlet and its paper that are asked for") {
  CoverBuild build;
  const auto white = build.make("kdp", ""), cream = build.make("kdp", "cream");
  REQUIRE(white);
  REQUIRE(cream);
  CHECK(white->geometry.spine.width.points() == Approx(300 * 0.002252 * 72));
  CHECK(cream->geometry.spine.width.points() == Approx(300 * 0.0025 * 72));
  CHECK(white->volume.parts.size() == 1);
  CHECK(white->volume.parts[0].pages.size() == 1);
}

TEST_CASE("a damaged cover picture is told of, and the cover is drawn without it") {
  CoverBuild build;
  REQUIRE(build.files.write_file("book/cover.png", "no picture"));
  REQUIRE(build.make("kdp", ""));
  CHECK(std::ranges::count(build.sink.all(), DiagCode::ImageUnreadable, &Diagnostic::code) == 1);
}

TEST_CASE("no cover is made for an outlet or a paper that there is not") {
  CoverBuild build;
  for (const auto& [outlet, paper] : {std::pair("kpd", ""), std::pair("kdp", "gray")}) {
    const auto cover = build.make(outlet, paper);
    REQUIRE_FALSE(cover);
    CHECK(cover.error().kind == ErrorKind::Usage);
  }
}
