#include "pipeline/screen_cover.h"

#include <catch2/catch.hpp>

#include "support/pictures.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

constexpr Size kTrim{432_pt, 648_pt};

PicturePtr picture_of(Size natural) {
  Picture made{PictureKind::Png, png_bytes(4, 10, 20, 30), 4, 4, natural};
  return std::make_shared<const Picture>(std::move(made));
}

Rect place_of(const PagedPart& part) { return std::get<PlacedPicture>(part.pages.at(0).items.front().content).rect; }

}  // namespace

TEST_CASE("a cover is a part of one page with a figure that says what it is") {
  const PagedPart part = cover_part(picture_of({160_pt, 256_pt}), kTrim, "Cover: A Book.");
  REQUIRE(part.pages.size() == 1);
  CHECK(part.pages[0].label == "Cover");
  CHECK_FALSE(part.pages[0].blank);
  CHECK(part.outline.empty());
  const TagNode& tag = part.tags.nodes.at(part.pages[0].items.front().tag);
  CHECK(tag.role == TagRole::Figure);
  CHECK(tag.alt == "Cover: A Book.");
}

TEST_CASE("a cover is shown whole, as large as the page, in its middle") {
  CHECK(place_of(cover_part(picture_of({160_pt, 256_pt}), kTrim, "x")) == Rect{13.5_pt, {}, 405_pt, 648_pt});
  CHECK(place_of(cover_part(picture_of({200_pt, 100_pt}), kTrim, "x")) == Rect{{}, 216_pt, 432_pt, 216_pt});
  CHECK(place_of(cover_part(picture_of({864_pt, 1296_pt}), kTrim, "x")) == Rect{{}, {}, 432_pt, 648_pt});
}

TEST_CASE("a cover's words are those of the volume that are known") {
  VolumeInfo info;
  info.title = "A Book";
  CHECK(cover_words(info) == "Cover: A Book.");
  info.subtitle = "And more";
  info.author = "Ada, Bob";
  CHECK(cover_words(info) == "Cover: A Book. And more, by Ada, Bob.");
}
