// From one layout the pages of editions.
#include "edition/edition_pages.h"

#include <catch2/catch.hpp>

#include "frame/page_boxes.h"
#include "support/block_layout.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// Pages as layout_volume() gives them: a rectangle at the block's left edge stands for the text, another for the running head.
struct Laid {
  Style style = block_style();
  PagedVolume volume;

  explicit Laid(std::size_t pages, std::vector<std::string> keys = {"one"}) {
    volume.trim = {style.trim_width, style.trim_height};
    bool recto = true;
    for (std::string& key : keys) {
      PagedPart part;
      part.key = key;
      for (std::size_t i = 0; i < pages; ++i, recto = !recto) {
        Page page;
        page.recto = recto;
        page.label = std::to_string(i + 1);
        const std::size_t count = pages * keys.size();
        const Length left = recto ? style.inner_margin(count) : style.outer_margin(count);
        page.items.push_back({kArtifact, 0, 0, 0, Fill{{left, style.top, style.measure, Length::pt(1)}, ColourRole::Text}});
        page.furniture.push_back({kArtifact, 0, 0, 0, Fill{{left, Length::pt(5), Length::pt(1), Length::pt(1)}, ColourRole::Text}});
        page.links.push_back({{left, style.top, Length::pt(9), Length::pt(9)}, ExternalTarget{"https://example.org/"}, kArtifact, ""});
        part.pages.push_back(std::move(page));
      }
      volume.parts.push_back(std::move(part));
    }
  }
};

Length left_of(const FrameItem& item) { return std::get<Fill>(item.content).rect.x; }
Length left_of(const Page& page) { return left_of(page.items.front()) + page.across; }
std::vector<std::string> labels_of(const PagedVolume& volume) {
  std::vector<std::string> labels;
  for (const PagedPart& part : volume.parts)
    for (const Page& page : part.pages) labels.push_back(page.label);
  return labels;
}

}  // namespace

TEST_CASE("on screens the block stands in the middle of every page") {
  Laid laid(2);
  const PagedVolume out = screen_pages(laid.volume, laid.style);
  const Length middle = (laid.style.trim_width - laid.style.measure) / 2;
  for (const Page& page : out.parts[0].pages) {
    CHECK(left_of(page) == middle);
    CHECK(left_of(page.furniture.front()) == middle);
    CHECK(page.links.front().rect.x + page.across == middle);
  }
}

TEST_CASE("screens have no blank pages, and keep the printed folios") {
  Laid laid(4);
  Page& blank = laid.volume.parts[0].pages[1];
  blank.items = {};
  blank.blank = true;
  CHECK(labels_of(screen_pages(laid.volume, laid.style)) == std::vector<std::string>{"1", "3", "4"});
}

TEST_CASE("in print the block keeps the outlet's distance from the spine, and pages mirror") {
  Laid laid(2);
  const Length inner = laid.style.inner_margin(4) + Length::pt(3);
  const PrintPages out = print_pages(laid.volume, laid.style, {inner, {}, false, false}, block_fonts());
  CHECK(out.has_room);
  CHECK(left_of(out.volume.parts[0].pages[0]) == inner);
  CHECK(left_of(out.volume.parts[0].pages[1]) == laid.style.trim_width - laid.style.measure - inner);
  // A style that stays further away anyhow is left as it is.
  const PrintPages own = print_pages(laid.volume, laid.style, {Length::pt(1), {}, false, false}, block_fonts());
  CHECK(left_of(own.volume.parts[0].pages[0]) == laid.style.inner_margin(4));
}

TEST_CASE("margins that the measure leaves no room for are told, and the fore edge comes first") {
  Laid laid(2);
  const PrintPages out = print_pages(laid.volume, laid.style, {laid.style.trim_width, Length::pt(2), false, false}, block_fonts());
  CHECK_FALSE(out.has_room);
  CHECK(left_of(out.volume.parts[0].pages[0]) == laid.style.trim_width - laid.style.measure - Length::pt(2));
}

TEST_CASE("a print volume ends on a blank page, its pages even") {
  Laid laid(2);
  CHECK(print_page_count(laid.volume) == 4);
  const PrintPages out = print_pages(laid.volume, laid.style, {}, block_fonts());
  CHECK(labels_of(out.volume).size() == 4);
  CHECK(out.volume.parts.back().pages.back().blank);
  CHECK_FALSE(out.volume.parts.back().pages.back().recto);
  // One that does already is left alone.
  Laid blank(2);
  blank.volume.parts[0].pages[1].blank = true;
  CHECK(print_page_count(blank.volume) == 2);
  CHECK(labels_of(print_pages(blank.volume, blank.style, {}, block_fonts()).volume).size() == 2);
}

TEST_CASE("on paper there are no links") {
  Laid laid(2);
  CHECK(print_pages(laid.volume, laid.style, {}, block_fonts()).volume.parts[0].pages[0].links.empty());
  CHECK(screen_pages(laid.volume, laid.style).parts[0].pages[0].links.size() == 1);
}

TEST_CASE("tabs stand at the fore edge, lower from topic to topic, and bleed") {
  Laid laid(2, {"front", "topic-4", "memory/heap", "topic-9", "streams/pipes", "glossary"});
  const PagedVolume out = print_pages(laid.volume, laid.style, {{}, {}, true, false}, block_fonts()).volume;
  const auto tab = [&](std::size_t part, std::size_t page) {
    return std::get<Fill>(out.parts[part].pages[page].furniture[1].content).rect;
  };
  for (const std::size_t part : {0u, 5u}) CHECK(out.parts[part].pages[0].furniture.size() == 1);
  CHECK(out.edges.outer == Length::pt(9));
  CHECK(tab(1, 0).right() == laid.style.trim_width + Length::pt(9));
  CHECK(tab(1, 1).x == Length::pt(-9));
  CHECK(tab(1, 0).y == laid.style.top);
  CHECK(tab(2, 0).y == laid.style.top);
  CHECK(tab(3, 0).bottom() == laid.style.top + laid.style.leading * laid.style.lines);
  const GlyphRun& number = std::get<GlyphRun>(out.parts[4].pages[0].furniture[2].content);
  CHECK(number.text == "9");
  CHECK(number.colour == ColourRole::Paper);
}

TEST_CASE("boxes lie in each other: nothing bleeds at the spine") {
  PagedVolume volume;
  volume.trim = {Length::pt(100), Length::pt(200)};
  Page recto, verso;
  verso.recto = false;
  CHECK(page_boxes(volume, recto).media == page_boxes(volume, recto).trim);
  volume.edges = {Length::pt(9), {}, Length::pt(20)};
  CHECK(page_boxes(volume, recto).bleed == Rect{{}, Length::pt(-9), Length::pt(109), Length::pt(218)});
  CHECK(page_boxes(volume, verso).bleed == Rect{Length::pt(-9), Length::pt(-9), Length::pt(109), Length::pt(218)});
  CHECK(page_boxes(volume, recto).media == Rect{Length::pt(-20), Length::pt(-29), Length::pt(149), Length::pt(258)});
}

TEST_CASE("crop marks stand outside what may carry ink, eight on every page") {
  Laid laid(1);
  const PagedVolume out = print_pages(laid.volume, laid.style, {{}, {}, true, true}, block_fonts()).volume;
  for (const PagedPart& part : out.parts)
    for (const Page& page : part.pages) {
      const PageBoxes boxes = page_boxes(out, page);
      int marks = 0;
      for (const FrameItem& item : page.furniture) {
        const auto* path = std::get_if<Path>(&item.content);
        if (path == nullptr) continue;
        ++marks;
        for (const PathSegment& s : path->segments) {
          const Point p = s.points[0];
          CHECK((p.x <= boxes.bleed.x || p.x >= boxes.bleed.right() || p.y <= boxes.bleed.y || p.y >= boxes.bleed.bottom()));
          CHECK((p.x >= boxes.media.x && p.x <= boxes.media.right() && p.y >= boxes.media.y && p.y <= boxes.media.bottom()));
        }
      }
      CHECK(marks == 8);
    }
}
