// By what a store knows a sealed part.
#include <catch2/catch.hpp>

#include "frame/shift.h"
#include "output/pdf/part_store.h"
#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

PagedPart part_of_two_pages() {
  PagedPart part;
  part.key = "part";
  const TagId tag = part.tags.add(kRootTag, TagRole::P);
  for (const int x : {50, 60}) {
    Page& page = part.pages.emplace_back();
    page.label = std::to_string(x);
    page.items.push_back({kArtifact, 0, 0, 0, Fill{{Length::pt(x), Length::pt(5), Length::pt(10), Length::pt(10)}, ColourRole::Rule}});
    GlyphRun run;
    run.size = Length::pt(10);
    run.origin = {Length::pt(x + 4), Length::pt(70)};
    run.glyphs = {{4, 0, 0}, {5, 100, 0}};
    run.clusters = {{1, 1}, {1, 1}};
    run.text = "ab";
    page.items.push_back({tag, 0, 0, 0, run});
    page.destinations.push_back({"name", {Length::pt(x), {}}});
  }
  return part;
}

enum class Use : std::uint8_t { Screen, Print };

std::string key_of(const PagedPart& part, Use use) {
  PdfOptions options = test_options();
  if (use == Use::Print) options.standard = PdfStandard::X4;
  return seal_key(part, PartPlace{}, SealSettings(options, sample_volume()), project_fonts());
}

}  // namespace

TEST_CASE("furniture, labels, sides and where a thing comes from are not in a part's key") {
  const PagedPart part = part_of_two_pages();
  PagedPart other = part;
  other.key = "other";
  for (Page& page : other.pages) {
    page.furniture = page.items.all();
    page.label = "9";
    page.recto = !page.recto;
    for (FrameItem& item : page.items.edit()) item.node = 7, item.text_end = 3;
  }
  for (const Use use : {Use::Screen, Use::Print}) CHECK(key_of(other, use) == key_of(part, use));
  CHECK(key_of(part, Use::Screen) != key_of(part, Use::Print));
}

TEST_CASE("a printed page may be moved sideways as a whole; nothing on it by itself") {
  const PagedPart part = part_of_two_pages();
  PagedPart moved = part;
  for (Page& page : moved.pages) page.across += Length::pt(3);
  CHECK(key_of(moved, Use::Print) == key_of(part, Use::Print));
  CHECK(key_of(moved, Use::Screen) != key_of(part, Use::Screen));
  shift(moved.pages[0].items.edit()[1], Length::pt(1), {});
  CHECK(key_of(moved, Use::Print) != key_of(part, Use::Print));
  moved = part;
  shift(moved.pages[0], {}, Length::pt(1));
  CHECK(key_of(moved, Use::Print) != key_of(part, Use::Print));
}

TEST_CASE("texts and lists do not run into each other") {
  PagedPart one = part_of_two_pages(), two = one;
  one.pages[0].destinations.edit()[0].name = "name1";
  two.pages[0].destinations.edit()[0].name = "name";
  two.outline.push_back({1, "1", ""});
  CHECK(key_of(one, Use::Screen) != key_of(two, Use::Screen));
  PagedPart three = part_of_two_pages();
  three.pages[1].items.edit().insert(three.pages[1].items.edit().begin(), three.pages[0].items.back());
  three.pages[0].items.edit().pop_back();
  CHECK(key_of(three, Use::Print) != key_of(part_of_two_pages(), Use::Print));
}
