// What a sealed part depends on, and what it does not.
#include <catch2/catch.hpp>

#include "frame/shift.h"
#include "output/pdf/fixed_objects.h"
#include "output/pdf/part_store.h"
#include "output/pdf/sealed_bytes.h"
#include "unit/output_pdf/opened_pdf.h"
#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

const GlyphTables& project_tables() {
  static const GlyphTables tables(project_fonts());
  return tables;
}

std::string sealed_bytes(const PagedVolume& volume, std::size_t part) {
  const PartPlaces places = places_of(volume.parts).value();
  const SealSettings settings(test_options(), volume);
  const std::string bytes = encode(seal_part(volume.parts[part], places.parts[part], settings, project_tables()).value());
  // Whoever asks a store for it asks by the same.
  return bytes + seal_key(volume.parts[part], places.parts[part], settings, project_fonts());
}

SealedPart sealed(const PagedVolume& volume, std::size_t part) {
  const PartPlaces places = places_of(volume.parts).value();
  return seal_part(volume.parts[part], places.parts[part], SealSettings(test_options(), volume), project_tables()).value();
}

}  // namespace

TEST_CASE("a part's bytes and key are the same whatever glyphs, pages and links other parts have") {
  const PagedVolume volume = sample_volume();
  const std::string before = sealed_bytes(volume, 1);
  PagedVolume other = volume;
  PagedPart& front = other.parts[0];
  front.pages[0].items.push_back(text_item(1, 54, 300, "Ωmega → new glyphs 0123456789"));
  front.pages.insert(front.pages.begin(), 3, front.pages[0]);
  for (int i = 0; i < 100; ++i) front.tags.add(kRootTag, TagRole::P);
  front.outline.push_back({2, "More", "front"});
  CHECK(sealed_bytes(other, 1) == before);
  CHECK(sealed_bytes(other, 0) != sealed_bytes(volume, 0));
}

TEST_CASE("labels, sides and furniture are not the body's") {
  PagedVolume volume = sample_volume();
  const std::string before = sealed_bytes(volume, 1);
  for (Page& page : volume.parts[1].pages) {
    page.label += "0";
    page.recto = !page.recto;
    page.furniture = {text_item(kArtifact, 54, 36, "Another head", "Inter")};
  }
  CHECK(sealed_bytes(volume, 1) == before);
}

TEST_CASE("every change of a page that is drawn is seen in its part's key") {
  const PagedVolume volume = sample_volume();
  const std::string before = sealed_bytes(volume, 1);
  const auto changed = [&](auto&& change) {
    PagedVolume copy = volume;
    change(copy.parts[1]);
    const PartPlaces places = places_of(copy.parts).value();
    const SealSettings settings(test_options(), copy);
    return before.find(seal_key(copy.parts[1], places.parts[1], settings, project_fonts())) == std::string::npos;
  };
  CHECK_FALSE(changed([](PagedPart&) {}));
  CHECK(changed([](PagedPart& p) { shift(p.pages[0].items.edit()[0], 1_pt, {}); }));
  CHECK(changed([](PagedPart& p) { std::get<GlyphRun>(p.pages[0].items.edit()[0].content).glyphs[0].id = 9; }));
  CHECK(changed([](PagedPart& p) { std::get<GlyphRun>(p.pages[0].items.edit()[0].content).text = "The Loop"; }));
  CHECK(changed([](PagedPart& p) { std::get<GlyphRun>(p.pages[0].items.edit()[0].content).colour = ColourRole::Link; }));
  CHECK(changed([](PagedPart& p) { p.pages[0].items.edit()[0].tag = kArtifact; }));
  CHECK(changed([](PagedPart& p) { p.tags.nodes[1].role = TagRole::P; }));
  CHECK(changed([](PagedPart& p) { p.tags.nodes[1].language = "fr"; }));
  CHECK(changed([](PagedPart& p) { p.pages[1].links.edit()[0].description = "there"; }));
  CHECK(changed([](PagedPart& p) { p.pages[1].links.edit()[0].target = InternalTarget{"topic/one", ""}; }));
  CHECK(changed([](PagedPart& p) { p.pages[1].links.edit()[0].rect.x += 1_pt; }));
  CHECK(changed([](PagedPart& p) { p.pages[0].destinations.edit()[0].name = "x"; }));
  CHECK(changed([](PagedPart& p) { p.outline[0].text = "x"; }));
  CHECK(changed([](PagedPart& p) { p.pages.push_back(p.pages[0]); }));
  for (std::size_t i = 0; i < volume.parts[1].pages[0].items.size(); ++i)
    CHECK(changed([&](PagedPart& p) { p.pages[0].items.edit().erase(p.pages[0].items.edit().begin() + static_cast<std::ptrdiff_t>(i)); }));
}

TEST_CASE("the levels that headings before leave open count only below the part's first heading") {
  PagedVolume volume = plain_volume();
  volume.parts.push_back(volume.parts[0]);
  for (PagedPart& part : volume.parts) {
    const TagId heading = part.tags.add(kRootTag, TagRole::H2);
    part.pages[0].items = std::vector<FrameItem>{text_item(heading, 54, 60, "Heading")};
  }
  const std::string before = sealed_bytes(volume, 1);
  const TagId deeper = volume.parts[0].tags.add(kRootTag, TagRole::H3);
  volume.parts[0].pages[0].items.push_back(text_item(deeper, 54, 80, "Section"));
  CHECK(sealed_bytes(volume, 1) == before);
  volume.parts[0].tags.nodes[1].role = TagRole::H1;
  CHECK(sealed_bytes(volume, 1) != before);
}

TEST_CASE("each part numbers its objects within a range of its own") {
  PagedVolume volume = sample_volume();
  // A part that needs more than one range.
  for (int i = 0; i < 6000; ++i) {
    const TagId tag = volume.parts[0].tags.add(kRootTag, TagRole::P);
    volume.parts[0].pages[0].items.push_back(text_item(tag, 54, 60, "x"));
  }
  const PartPlaces places = places_of(volume.parts).value();
  CHECK(places.parts[0].first_number == kFirstOfParts);
  CHECK(places.parts[1].first_number == kFirstOfParts + 2 * kRangeSize);
  CHECK(places.behind == kFirstOfParts + 3 * kRangeSize);
  const ObjectNumber ends[] = {places.parts[1].first_number, places.behind};
  for (std::size_t part : {0u, 1u}) {
    std::size_t objects = 0;
    for (const SealedPack& pack : sealed(volume, part).packs)
      for (const ObjectNumber number : pack.inside) {
        CHECK((number >= places.parts[part].first_number + volume.parts[part].pages.size() && number < ends[part]));
        ++objects;
      }
    CHECK(objects > 0);
  }
  OpenedPdf pdf(written(volume));
  CHECK(pdf.warnings() == std::vector<std::string>{});
}

TEST_CASE("a volume of more objects than can be numbered is refused") {
  PagedVolume volume = plain_volume();
  volume.parts.resize(2100, volume.parts[0]);
  const auto places = places_of(volume.parts);
  REQUIRE_FALSE(places);
  CHECK(places.error().kind == ErrorKind::Input);
}

TEST_CASE("a sealed part is read back as it was, and not from other bytes") {
  PagedVolume volume = sample_volume();
  const std::string bytes = encode(sealed(volume, 1));
  const auto again = decode<SealedPart>(bytes);
  REQUIRE(again);
  CHECK(encode(*again) == bytes);
  CHECK(again->pages.size() == 2);
  CHECK_FALSE(decode<SealedPart>(""));
  CHECK_FALSE(decode<SealedPart>(bytes + "x"));
  for (std::size_t size = 0; size < bytes.size(); size += 97) CHECK_FALSE(decode<SealedPart>(bytes.substr(0, size)));
}

TEST_CASE("screen files take parts from a store, and are the same") {
  struct Memory : PartStore {
    std::map<std::string, std::string> kept;
    std::optional<std::string> find(const std::string&, const std::string& key) override {
      const auto found = kept.find(key);
      return found == kept.end() ? std::nullopt : std::optional(found->second);
    }
    void keep(const std::string&, const std::string& key, const std::string& bytes) override { kept[key] = bytes; }
  } store;
  PdfOptions options = test_options();
  options.store = &store;
  const std::string first = written(sample_volume(), options);
  CHECK(store.kept.size() == 2);
  CHECK(first == written(sample_volume()));
  CHECK(first == written(sample_volume(), options));
  CHECK(store.kept.size() == 2);
}
