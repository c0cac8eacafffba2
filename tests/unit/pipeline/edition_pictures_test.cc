// What an edition's colours do to laid-out pages.
#include "pipeline/edition_pictures.h"

#include <catch2/catch.hpp>

#include "support/other_pictures.h"
#include "support/pictures.h"

using namespace nbpublish;
using namespace nbpublish::literals;

namespace {

PicturePtr svg(const std::string& content) {
  const auto picture = read_picture("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>" + content + "</svg>");
  REQUIRE(picture);
  return *picture;
}

FrameItem placed(PicturePtr picture, Rect rect, bool turned = false) {
  return {1, 7, 0, 0, PlacedPicture{std::move(picture), rect, turned}};
}

PagedVolume volume(std::vector<FrameItem> items) {
  PagedVolume out;
  out.trim = {200_pt, 300_pt};
  out.parts.resize(1);
  out.parts[0].key = "01-a/01-b";
  out.parts[0].pages.resize(1);
  out.parts[0].pages[0].items = std::move(items);
  return out;
}

PictureColours colours(PictureLook look) {
  PictureColours out;
  out.look = look;
  out.light.colours[static_cast<std::size_t>(ColourRole::Paper)] = {255, 255, 255};
  out.dark.colours.fill({230, 230, 230});
  out.dark.colours[static_cast<std::size_t>(ColourRole::Paper)] = {20, 20, 20};
  return out;
}

std::vector<FrameItem> looked(std::vector<FrameItem> items, PictureLook look, DiagnosticSink& sink, const DocumentsByKey& documents = {},
                              unsigned jobs = 1) {
  auto result = with_pictures(volume(std::move(items)), colours(look), documents, jobs, sink);
  REQUIRE(result);
  return result->parts[0].pages[0].items.all();
}

const PlacedPicture& picture_of(const FrameItem& item) { return std::get<PlacedPicture>(item.content); }

// A chapter whose only block, on its third line, is the figure.
Document chapter() {
  Document document;
  document.file = "01-a/01-b.md";
  document.chapter = "01-a/01-b";
  Figure figure;
  figure.source = "glow.svg";
  document.blocks.push_back({7, {3, 1, 3, 20}, std::move(figure)});
  return document;
}

}  // namespace

TEST_CASE("light editions keep their pictures") {
  DiagnosticSink sink;
  const PicturePtr picture = svg("<rect width='5' height='5'/>");
  CHECK(picture_of(looked({placed(picture, {0_pt, 0_pt, 10_pt, 10_pt})}, PictureLook::Light, sink)[0]).picture == picture);
}

TEST_CASE("a picture that is placed twice at one size is made once") {
  DiagnosticSink sink;
  const PicturePtr picture = svg("<rect width='5' height='5'/>");
  const Rect here{0_pt, 0_pt, 10_pt, 20_pt}, there{50_pt, 9_pt, 10_pt, 20_pt}, turned{0_pt, 100_pt, 20_pt, 10_pt},
      larger{0_pt, 0_pt, 20_pt, 40_pt};
  for (const unsigned jobs : {1u, 3u}) {
    const auto items = looked({placed(picture, here), placed(picture, there), placed(picture, turned, true), placed(picture, larger)},
                              PictureLook::Gray, sink, {}, jobs);
    CHECK(picture_of(items[0]).picture != picture);
    CHECK(picture_of(items[0]).picture == picture_of(items[1]).picture);
    CHECK(picture_of(items[0]).picture != picture_of(items[2]).picture);  // tried as it is drawn: turned
    CHECK(picture_of(items[0]).picture != picture_of(items[3]).picture);
  }
  CHECK(sink.all().empty());
}

TEST_CASE("dark: a raster stands on a panel, 6 wider on each side, within its place") {
  DiagnosticSink sink;
  const Rect place{10_pt, 20_pt, 100_pt, 60_pt};
  const auto items =
      looked({placed(testing::picture(PictureKind::Png, testing::png_bytes(4, 0, 0, 0), 4), place)}, PictureLook::Dark, sink);
  REQUIRE(items.size() == 2);
  CHECK(items[0].tag == kArtifact);
  CHECK(items[0].node == 7);
  const Fill& panel = std::get<Fill>(items[0].content);
  CHECK(panel.colour == ColourRole::PicturePanel);
  CHECK(panel.rect.height == 60_pt);
  CHECK(panel.rect.y == 20_pt);
  const Rect inner = picture_of(items[1]).rect;
  CHECK(inner.height == 48_pt);
  CHECK(abs(inner.width - 80_pt) < 0.01_pt);
  CHECK(inner.y == 26_pt);
  CHECK(inner.x - panel.rect.x == 6_pt);
  CHECK(panel.rect.right() - inner.right() == 6_pt);
  CHECK(abs(inner.x + inner.width / 2 - 60_pt) < 0.01_pt);
}

TEST_CASE("dark: a small raster has a narrower panel, a drawing none") {
  DiagnosticSink sink;
  const auto items = looked({placed(testing::picture(PictureKind::Png, testing::png_bytes(4, 0, 0, 0), 4), {0_pt, 0_pt, 16_pt, 16_pt}),
                             placed(svg("<rect width='5' height='5'/>"), {0_pt, 50_pt, 16_pt, 16_pt})},
                            PictureLook::Dark, sink);
  REQUIRE(items.size() == 3);
  CHECK(picture_of(items[1]).rect.width == 12_pt);
  CHECK(picture_of(items[2]).rect.width == 16_pt);
}

TEST_CASE("gray: a drawing that becomes pixels is told of at its line, once") {
  DiagnosticSink sink;
  const Document document = chapter();
  const PicturePtr picture = svg("<rect width='5' height='5' opacity='.5'/>");
  const auto items = looked({placed(picture, {0_pt, 0_pt, 10_pt, 10_pt}), placed(picture, {0_pt, 30_pt, 10_pt, 10_pt})}, PictureLook::Gray,
                            sink, {{document.chapter, &document}});
  CHECK(picture_of(items[0]).picture->kind == PictureKind::Png);
  REQUIRE(sink.all().size() == 1);
  const Diagnostic& told = sink.all()[0];
  CHECK(told.code == DiagCode::DrawingFlattened);
  CHECK(told.severity == Severity::Warning);
  CHECK(told.file == "01-a/01-b.md");
  CHECK(told.span.line == 3);
  CHECK(told.message ==
        "'glow.svg' has transparency, gradients or patterns, which print cannot hold: it is printed in 600 pixels to the inch");
  CHECK(told.hint == "draw it in opaque colours");
}

TEST_CASE("a damaged picture is told of at its line, and leaves its place white") {
  DiagnosticSink sink;
  const Document document = chapter();
  const auto items = looked({placed(testing::picture(PictureKind::Jpeg, "\xFF\xD8\xFF no", 4), {0_pt, 0_pt, 9_pt, 9_pt})},
                            PictureLook::Gray, sink, {{document.chapter, &document}});
  REQUIRE(items.size() == 1);
  CHECK(picture_of(items[0]).picture->kind == PictureKind::Svg);
  REQUIRE(sink.all().size() == 1);
  CHECK(sink.all()[0].code == DiagCode::ImageUnreadable);
  CHECK(sink.all()[0].file == "01-a/01-b.md");
  CHECK(sink.all()[0].span.line == 3);
  CHECK(sink.all()[0].message.find("a JPEG picture cannot be made gray") != std::string::npos);
}

TEST_CASE("page grounds lie under everything, as large as the page, on blank pages too") {
  PagedVolume pages = volume({placed(svg(""), {0_pt, 0_pt, 10_pt, 10_pt})});
  pages.parts[0].pages.emplace_back().blank = true;
  pages = with_page_grounds(std::move(pages));
  for (const Page& page : pages.parts[0].pages) {
    REQUIRE_FALSE(page.furniture.empty());
    const Fill& ground = std::get<Fill>(page.furniture[0].content);
    CHECK(ground.colour == ColourRole::Paper);
    CHECK(ground.rect.width == 200_pt);
    CHECK(ground.rect.height == 300_pt);
  }
}

TEST_CASE("A picture that cannot be drawn at its size is told of where it stands, and leaves its place white") {
  class Refusing final : public testing::OtherPictures {
    Result<RecolouredPicture> recolour(const PicturePtr&, const PictureColours&, const PictureUse& use) override {
      CHECK(use.printed == Size{40_pt, 20_pt});
      CHECK(use.turned);
      return fail(ErrorKind::Input, "the picture ends the library that draws it", "simplify it");
    }
  } refusing;
  const Document document = chapter();
  DiagnosticSink sink;
  const Rect place{10_pt, 10_pt, 20_pt, 40_pt};
  for (const PictureLook look : {PictureLook::Light, PictureLook::Dark, PictureLook::Gray}) {
    sink = {};
    const auto made = with_pictures(volume({placed(svg("<rect width='5' height='5'/>"), place, true)}), colours(look),
                                    {{"01-a/01-b", &document}}, 1, sink, refusing);
    REQUIRE(made);
    const PlacedPicture& left = picture_of(made->parts[0].pages[0].items.front());
    CHECK(left.picture->bytes.find("rect") == std::string::npos);
    CHECK(left.rect.x == place.x);
    REQUIRE(sink.all().size() == 1);
    CHECK(sink.all()[0].code == DiagCode::ImageUnreadable);
    CHECK(sink.all()[0].file == "01-a/01-b.md");
    CHECK(sink.all()[0].span.line == 3);
    CHECK(sink.all()[0].message == "'glow.svg' cannot be drawn at its size: the picture ends the library that draws it");
  }
}
