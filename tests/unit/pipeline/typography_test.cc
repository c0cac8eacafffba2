#include "pipeline/typography.h"

#include <catch2/catch.hpp>

#include "support/faulty_world.h"
#include "support/layered_files.h"
#include "unit/platform/temporary_place.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

const std::string kStyle = "/book/styles/mine/style.toml", kSheet = "/book/styles/mine/epub.css";

struct End {
  std::optional<Error> error;
  DiagnosticSink told;
};

// A book with a style of its own.
struct StyledBook {
  LayeredFiles disk;
  RealProcessRunner processes;
  Book book;

  StyledBook() {
    book.root = "/book";
    book.manifest = "book.toml";
    book.style = "mine";
    book.style_span = {3, 1, 3, 8, FileName(book.manifest)};
    REQUIRE(disk.write_file(kStyle, "extends = \"six-by-nine\"\n"));
    REQUIRE(disk.write_file(kSheet, "p { margin: 0 }\n"));
  }

  // How `action(environment, sink)` ends each time that a read of `file` fails: once at least.
  std::vector<End> ends_without(const std::string& file, DiskFault fault, const auto& action) {
    std::vector<End> ends;
    for (int n = 1;; ++n) {
      FaultyFiles files(disk, fault, n);
      End end;
      if (const auto done = action(Environment{files, processes}, end.told); !done) end.error = done.error();
      if (files.calls() < n) break;
      if (files.failed() == file) ends.push_back(std::move(end));
    }
    REQUIRE_FALSE(ends.empty());
    return ends;
  }

  void check_world_fails(const std::string& file, const auto& action) {
    for (const End& end : ends_without(file, DiskFault::BrokenRead, action)) {
      REQUIRE(end.error);
      CHECK(end.error->kind == ErrorKind::Environment);
      CHECK(end.error->message.find(std::filesystem::path(file).filename().string()) != std::string::npos);
      CHECK(end.told.all().empty());
    }
  }

  void check_told_at_name(const DiagnosticSink& told) const {
    REQUIRE(told.all().size() == 1);
    const Diagnostic& d = told.all().front();
    CHECK(d.code == DiagCode::ManifestKey);
    CHECK(d.file == book.manifest);
    CHECK(d.span == book.style_span);
    CHECK(d.message.find("styles/mine/style.toml") != std::string::npos);
  }

  auto loading() {
    return [this](const Environment& env, DiagnosticSink& sink) { return load_typography(book, {}, book.root, env, sink); };
  }
  auto drawing() {
    return [this](const Environment& env, DiagnosticSink&) { return drawing_setup(book, book.root, env); };
  }
  auto checking() {
    return [this](const Environment& env, DiagnosticSink& sink) { return check_book_style(book, book.root, env, sink); };
  }
};

}  // namespace

TEST_CASE("a style that the machine cannot read is the world's refusal, not a mistake of the manifest") {
  StyledBook styled;
  styled.check_world_fails(kStyle, styled.loading());
  styled.check_world_fails(kStyle, styled.drawing());
  styled.check_world_fails(kStyle, styled.checking());
  styled.check_world_fails(kSheet, styled.checking());
}

TEST_CASE("a style that may not be read is told at its name in the manifest") {
  StyledBook styled;
  for (const End& end : styled.ends_without(kStyle, DiskFault::RefusedRead, styled.loading())) {
    REQUIRE(end.error);
    CHECK(end.error->kind == ErrorKind::Input);
    CHECK(end.error->message.empty());  // told already
    styled.check_told_at_name(end.told);
  }
  for (const End& end : styled.ends_without(kStyle, DiskFault::RefusedRead, styled.checking())) {
    CHECK_FALSE(end.error);
    styled.check_told_at_name(end.told);
  }
  for (const End& end : styled.ends_without(kStyle, DiskFault::RefusedRead, styled.drawing())) CHECK_FALSE(end.error);
}

TEST_CASE("drawings take no style from outside the book's folder") {
  const Place outside, place;
  outside.write("style.toml", "extends = \"six-by-nine\"\n");
  place.write("book.toml", "");
  std::filesystem::create_directories(place / "styles/mine");
  place.link(outside / "style.toml", "styles/mine/style.toml");
  RealFileSystem files;
  RealProcessRunner processes;
  Book book;
  book.style = "mine";
  const auto setup = drawing_setup(book, place.path(), {files, processes});
  REQUIRE(setup);
  CHECK(setup->style.name == Book().style);
}
