// Dumps are what pages are compared by: pages that look or read otherwise have other dumps. (Glyphs are left to their runs' texts, and
// a page's side to its place.)
#include <functional>

#include "support/property.h"
#include "support/simple_text.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// The least that a dump tells apart.
constexpr Length kStep = Length::raw(Length::kPerPoint / 100 + 1);

PagedPart one_of_each() {
  PagedPart part;
  part.key = "topic/chapter";
  const TagId paragraph = part.tags.add(kRootTag, TagRole::P, 0xABC), heading = part.tags.add(paragraph, TagRole::TH, 0xDEF);
  part.tags.nodes[heading].alt = "alt", part.tags.nodes[heading].language = "de";
  Page page;
  page.label = "xii";
  page.destinations.push_back({"place", {Length::pt(1), Length::pt(2)}});
  page.items.push_back({paragraph, 0xABC, 0, 3, text_run(0, Length::pt(10), {Length::pt(3), Length::pt(4)}, "words")});
  page.items.push_back({kArtifact, 0, 0, 0, Fill{{Length::pt(1), Length::pt(2), Length::pt(3), Length::pt(4)}, ColourRole::Rule}});
  Path path;
  path.segments = {{PathSegment::Kind::Move, {Point{Length::pt(1), Length::pt(2)}}},
                   {PathSegment::Kind::Curve, {Point{}, Point{Length::pt(2), Length::pt(2)}, Point{Length::pt(3), Length::pt(3)}}}};
  path.width = Length::pt(0.75), path.dash_on = Length::pt(1), path.dash_off = Length::pt(2);
  page.items.push_back({kArtifact, 0, 0, 0, path});
  const PlacedPicture picture{std::make_shared<const Picture>(Picture{PictureKind::Svg, "", 0, 0, {}}), {{}, {}, Length::pt(3), {}}};
  page.items.push_back({heading, 0xDEF, 0, 0, picture});
  page.furniture.push_back({kArtifact, 0, 0, 0, text_run(0, Length::pt(7), {}, "head")});
  page.links.push_back({{{}, {}, Length::pt(20), Length::pt(10)}, ExternalTarget{"https://example.org"}, heading, "described"});
  part.pages = {page};
  part.outline.push_back({2, "Loops", "place"});
  return part;
}

// Its texts, and ways to change each of its other members.
struct Members {
  std::vector<std::string*> texts;
  std::vector<std::function<void()>> changes;

  explicit Members(PagedPart& part) {
    texts.push_back(&part.key);
    for (TagNode& tag : part.tags.nodes) {
      texts.push_back(&tag.alt);
      change([&tag] { tag.role = TagRole::Note; });
      change([&tag] { tag.column_scope = true; });
      change([&tag] { tag.numbering = ListNumbering::LowerAlpha; });
    }
    change([&part] { part.tags.nodes[2].parent = kRootTag; });
    change([&part] { part.tags.nodes[2].node = 0xABC; });
    change([&part] { part.tags.nodes[2].language = "fr"; });
    for (Page& page : part.pages) {
      texts.push_back(&page.label);
      change([&page] { page.blank = true; });
      for (Destination& d : page.destinations.edit()) texts.push_back(&d.name), take(d.place);
      for (FrameItem& item : page.items.edit()) take(item);
      for (FrameItem& item : page.furniture) take(item);
      for (LinkArea& link : page.links.edit()) {
        take(link.rect);
        texts.push_back(&link.description);
        texts.push_back(&std::get<ExternalTarget>(link.target).url);
        change([&link] { link.tag = 0; });
      }
      change([&page] { std::swap(page.items.edit()[0], page.items.edit()[1]); });
    }
    for (OutlineEntry& entry : part.outline) {
      texts.push_back(&entry.text), texts.push_back(&entry.destination);
      change([&entry] { ++entry.level; });
    }
  }

 private:
  void change(std::function<void()> way) { changes.push_back(std::move(way)); }
  void take(Length& length) {
    change([&length] { length += kStep; });
  }
  void take(Point& place) { take(place.x), take(place.y); }
  void take(Rect& rect) { take(rect.x), take(rect.y), take(rect.width), take(rect.height); }
  void take(FrameItem& item) {
    change([&item] { item.tag = item.tag == kArtifact ? 1 : kArtifact; });
    change([&item] { item.node = 0x123; });
    change([&item] { item.text_begin += 1; });
    change([&item] { item.text_end += 2; });
    std::visit([&](auto& content) { members(content); }, item.content);
  }
  void members(GlyphRun& run) {
    texts.push_back(&run.text);
    take(run.origin), take(run.size), take(run.width);
    change([&run] { run.font += 1; });
    change([&run] { run.colour = ColourRole::Link; });
    change([&run] { run.turn = Turn::Left; });
    change([&run] { run.turn = Turn::Right; });
  }
  void members(Fill& fill) {
    take(fill.rect);
    change([&fill] { fill.colour = ColourRole::Link; });
  }
  void members(Path& path) {
    take(path.width), take(path.dash_on), take(path.dash_off);
    change([&path] { path.filled = true; });
    change([&path] { path.colour = ColourRole::Link; });
    change([&path] { path.segments[0].kind = PathSegment::Kind::Line; });
    take(path.segments[0].points[0]);
    for (Point& point : path.segments[1].points) take(point);
  }
  void members(PlacedPicture& picture) {
    take(picture.rect);
    change([&picture] { picture.turned = true; });
    change([&picture] { picture.picture = std::make_shared<const Picture>(Picture{PictureKind::Png, "", 0, 0, {}}); });
  }
};

std::size_t any_of(std::size_t count) { return static_cast<std::size_t>(*whole_range(0, static_cast<int>(count))); }

// Of which some could be taken for what a dump writes around them, or for what stands there for another.
const std::vector<std::string> kPieces = {"a", " ", "\"", "\\", "\u00ad", "\\-", "-", "(1.00,2.00)", "t1"};

}  // namespace

TEST_CASE("pages that differ in one text have dumps that differ, and no others") {
  check_property(2000, [] {
    PagedPart part = one_of_each();
    const std::vector<std::string*> texts = Members(part).texts;
    std::string& place = *texts[any_of(texts.size())];
    const auto [one, other] = like_texts(kPieces);
    place = one;
    const std::string first = dump(part, project_fonts());
    place = other;
    RC_ASSERT((dump(part, project_fonts()) == first) == (one == other));
  });
}

TEST_CASE("whatever else changes on a page shows in its dump") {
  PagedPart counted = one_of_each();
  const std::size_t count = Members(counted).changes.size();
  const std::string before = dump(one_of_each(), project_fonts());
  for (std::size_t i = 0; i < count; ++i) {
    PagedPart part = one_of_each();
    Members(part).changes[i]();
    INFO("change " << i << " of\n" << before);
    CHECK(dump(part, project_fonts()) != before);
  }
}
