#include "output/epub/cover.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "epub_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

PackageItem cover_of(SampleBook& book) {
  book.input.texts.book = &book.book;
  book.input.texts.volume = &book.book.volumes[0];
  Result<PackageItem> cover = make_cover(book.input, fonts(), book.sink);
  REQUIRE(cover);
  return std::move(*cover);
}

class CountingPacks final : public PackStore {
 public:
  std::map<Hash128, std::string> kept;
  int found = 0;

  std::optional<std::string> find(std::string_view, Hash128 key) override {
    const auto it = kept.find(key);
    if (it == kept.end()) return std::nullopt;
    ++found;
    return it->second;
  }
  void keep(std::string_view, Hash128 key, const std::string& bytes) override { kept.emplace(key, bytes); }
};

}  // namespace

TEST_CASE("a cover is drawn where there is no picture, another for each volume") {
  SampleBook book;
  const PackageItem one = cover_of(book);
  CHECK(one.media_type == "image/jpeg");
  CHECK(one.properties == "cover-image");
  CHECK(one.bytes.size() > 20'000);
  // Height and width in the frame header, after the marker FF C0, its length and the precision.
  const std::size_t frame = one.bytes.find("\xFF\xC0");
  REQUIRE(frame != std::string::npos);
  CHECK(one.bytes.substr(frame + 5, 4) == std::string("\x0A\x00\x06\x40", 4));
  book.book.volumes[0].number = 2;
  CHECK(cover_of(book).bytes != one.bytes);
  CHECK(book.sink.all().empty());
}

TEST_CASE("a picture of a cover's shape and size is the cover") {
  SampleBook book;
  book.book.volumes[0].cover = "c.png";
  book.input.pictures["c.png"] = png(1620, 2570);
  const PackageItem cover = cover_of(book);
  CHECK(cover.bytes == book.input.pictures["c.png"]->bytes);
  CHECK(cover.media_type == "image/png");
  CHECK(book.sink.all().empty());
}

TEST_CASE("another picture becomes a band, and the size needed is named") {
  SampleBook book;
  const std::string drawn = cover_of(book).bytes;
  book.book.meta.cover = "c.png";
  for (const auto& [width, height] : {std::pair(1578, 832), std::pair(800, 1280), std::pair(100, 4000)}) {
    book.sink = {};
    book.input.pictures["c.png"] = png(width, height);
    CHECK(cover_of(book).bytes != drawn);
    REQUIRE(book.sink.all().size() == 1);
    CHECK(book.sink.all()[0].code == DiagCode::CoverShape);
    CHECK(book.sink.all()[0].hint.find("1600 x 2560 pixels, portrait") != std::string::npos);
  }
}

TEST_CASE("a damaged picture leaves a drawn cover") {
  SampleBook book;
  const std::string drawn = cover_of(book).bytes;
  book.book.meta.cover = "c";
  for (const PictureKind kind : {PictureKind::Png, PictureKind::Jpeg, PictureKind::Svg}) {
    book.input.pictures["c"] = std::make_shared<const Picture>(Picture{kind, "no picture", 30, 20, {Length::pt(30), Length::pt(20)}});
    CHECK(cover_of(book).bytes == drawn);
  }
}

TEST_CASE("a cover that was drawn before is not drawn again") {
  SampleBook book;
  CountingPacks packs;
  const std::string drawn = cover_of(book).bytes;
  book.input.store = &packs;
  CHECK(cover_of(book).bytes == drawn);
  CHECK(packs.found == 0);
  CHECK(cover_of(book).bytes == drawn);
  CHECK(packs.found == 1);
  book.book.volumes[0].number = 2;  // another motif, another colour
  CHECK(cover_of(book).bytes != drawn);
  CHECK(packs.found == 1);
  CHECK(packs.kept.size() == 2);
}
