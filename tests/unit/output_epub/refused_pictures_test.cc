#include <catch2/catch.hpp>

#include "epub_fixture.h"
#include "support/other_pictures.h"

using namespace nbpublish;
using namespace nbpublish::test;

TEST_CASE("A picture that cannot be converted is told of where it stands, and is a white pixel of its kind") {
  class Refusing final : public testing::OtherPictures {
    Result<std::string> fit_for_ebook(std::string_view, std::uint64_t) override {
      return fail(ErrorKind::Input, "the picture takes too much", "scale it");
    }
  } refusing;
  SampleBook book;
  Figure figure;
  figure.source = "refused.png";
  figure.alt = "What it shows";
  book.blocks().push_back({0, {41, 1, 41, 20}, std::move(figure)});
  const Document& chapter = book.documents[0];
  const std::string folder = chapter.file.substr(0, chapter.file.rfind('/') + 1);
  book.input.pictures[folder + "refused.png"] = png(300, 200);
  book.input.maker = &refusing;
  const auto epub = book.write();
  REQUIRE(epub);
  const auto picture = read_picture(OpenedEpub(*epub)["EPUB/images/refused.png"]);
  REQUIRE(picture);
  CHECK((*picture)->width_px == 1);
  bool told = false;
  for (const Diagnostic& d : book.sink.all())
    told = told || (d.code == DiagCode::ImageUnreadable && d.file == chapter.file && d.span.line == 41 &&
                    d.message == "'refused.png': the picture takes too much");
  CHECK(told);
}

TEST_CASE("A picture that only this machine cannot convert ends the book") {
  class Unable final : public testing::OtherPictures {
    Result<std::string> fit_for_ebook(std::string_view, std::uint64_t) override {
      return fail(ErrorKind::Environment, "cannot start the program");
    }
  } unable;
  SampleBook book;
  book.input.maker = &unable;
  const auto epub = book.write();
  REQUIRE_FALSE(epub);
  CHECK(epub.error().kind == ErrorKind::Environment);
}
