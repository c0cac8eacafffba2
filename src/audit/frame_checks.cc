// 1: nothing outside the text block. 8: running text on the grid.
#include <algorithm>

#include "audit/page_checks.h"
#include "base/overloaded.h"
#include "base/utf8.h"

namespace nbpublish {
namespace {

constexpr Length kTolerance = Length::pt(0.1);
// What may hang into the margin: marks whose ink is light against a straight edge.
constexpr std::u32string_view kHanging = U".,:;-\u2010\u2011\u2013\u2014\u2026'\"\u2018\u2019\u201C\u201D\u00AD!?()[]/*\u00B7\u2022";

bool may_hang(char32_t c) { return kHanging.find(c) != std::u32string_view::npos; }

Rect bounds_of(const FrameItem& item) {
  return std::visit(overloaded{
                        [](const GlyphRun& run) {
                          const Extent ink = ink_of(run);
                          if (run.turn == Turn::Left)
                            return Rect{run.origin.x, run.origin.y - (ink.right - run.origin.x), {}, ink.right - ink.left};
                          return Rect{ink.left, run.origin.y, ink.right - ink.left, {}};
                        },
                        [](const Fill& fill) { return fill.rect; },
                        [](const PlacedPicture& picture) { return picture.rect; },
                        [](const Path& path) {
                          bool any = false;
                          Point low, high;
                          for (const PathSegment& s : path.segments) {
                            const std::size_t count = s.kind == PathSegment::Kind::Curve ? 3 : s.kind == PathSegment::Kind::Close ? 0 : 1;
                            for (std::size_t i = 0; i < count; ++i) {
                              low = any ? Point{std::min(low.x, s.points[i].x), std::min(low.y, s.points[i].y)} : s.points[i];
                              high = any ? Point{std::max(high.x, s.points[i].x), std::max(high.y, s.points[i].y)} : s.points[i];
                              any = true;
                            }
                          }
                          return Rect{low.x, low.y, high.x - low.x, high.y - low.y};
                        },
                    },
                    item.content);
}

std::string name_of(const FrameItem& item) {
  return std::visit(
      overloaded{[](const GlyphRun& run) { return excerpt(run.text); }, [](const Fill&) { return std::string("a rule or ground"); },
                 [](const Path&) { return std::string("a drawing"); }, [](const PlacedPicture&) { return std::string("a picture"); }},
      item.content);
}

bool is_turned(const FrameItem& item) {
  const auto* run = std::get_if<GlyphRun>(&item.content);
  return run != nullptr && run->turn == Turn::Left;
}

// First or last character that is not a space.
char32_t edge_character(const GlyphRun& run, bool last) {
  char32_t found = 0;
  for (std::size_t pos = 0; pos < run.text.size();) {
    const char32_t c = next_code_point(run.text, pos);
    if (c == ' ') continue;
    found = c;
    if (!last) break;
  }
  return found;
}

class FrameCheck {
 public:
  FrameCheck(const AuditView& view, FaultList& faults) : view_(view), faults_(faults) {}

  void check_pages() {
    for (const AuditPart& part : view_.parts)
      for (std::size_t p = 0; p < part.pages.size(); ++p) {
        for (const FrameItem& item : part.pages[p].page->items) check_item(part, p, item);
        check_overlaps(part, p);
      }
  }

 private:
  const AuditView& view_;
  FaultList& faults_;

  Length allowed(const FrameItem& item, bool right) const {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr || !may_hang(edge_character(*run, right))) return kTolerance;
    return view_.style().hang_limit + kTolerance;
  }

  void check_item(const AuditPart& part, std::size_t p, const FrameItem& item) {
    const Rect r = bounds_of(item);
    const Length left = part.pages[p].left, right = left + view_.style().measure;
    const Length over_left = left - r.x, over_right = r.right() - right;
    const Length over_top = view_.style().top - r.y, over_bottom = r.bottom() - view_.lowest_bottom();
    const auto tell = [&](Length over, std::string_view side) {
      faults_.add(FaultCode::OutsideFrame, part, p, item.node, name_of(item) + " by " + points(over) + " " + std::string(side));
    };
    if (over_left > allowed(item, false)) tell(over_left, "at the left");
    if (over_right > allowed(item, true)) tell(over_right, "at the right");
    if (over_top > kTolerance) tell(over_top, "above");
    if (over_bottom > kTolerance) tell(over_bottom, "below");
  }

  // Pieces of text on one baseline that run into each other: cells, bullets, leaders.
  void check_overlaps(const AuditPart& part, std::size_t p) {
    struct Piece {
      Length y;
      Extent ink;
      const FrameItem* item;
    };
    std::vector<Piece> pieces;
    for (const FrameItem& item : part.pages[p].page->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr) continue;
      Extent ink = ink_of(*run);
      // Turned, the baseline is a column, and the ink reaches up from the foot.
      const Length down = run->turn == Turn::Left ? Length{} - run->origin.y - run->origin.x : Length{};
      ink = {ink.left + down, ink.right + down};
      if (ink.left < ink.right) pieces.push_back({run->turn == Turn::Left ? run->origin.x : run->origin.y, ink, &item});
    }
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.y != b.y ? a.y < b.y : a.ink.left < b.ink.left; });
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      const Piece &a = pieces[i - 1], &b = pieces[i];
      // Kerning and slant let neighbours of one line touch.
      if (is_turned(*a.item) != is_turned(*b.item) || a.y != b.y || a.ink.right - b.ink.left <= Length::pt(1)) continue;
      faults_.add(FaultCode::TextOverlap, part, p, b.item->node, name_of(*a.item) + " and " + name_of(*b.item));
    }
  }
};

// How far a distance from the top of the block is from the nearest line of the grid.
Length off_grid(Length down, Length line) {
  const Length off = Length::raw(((down.units() % line.units()) + line.units()) % line.units());
  return std::min(off, line - off);
}

// A list and its airy items have half a line above them, so what they hold stands on the grid or as far off it.
void check_grid(const AuditView& view, FaultList& faults) {
  const Style& style = view.style();
  for (const AuditPart& part : view.parts)
    for (const AuditLine& line : part.lines) {
      const bool running = is_on_grid(line, style) && ((line.node != 0 && !line.in_note) || line.kind == LineKind::Contents);
      if (!running) continue;
      const Length down = line.baseline + style.baseline_drop - style.top;
      // Half a line stands above the chapters of the contents.
      Length distance = off_grid(down, line.kind == LineKind::Contents ? style.leading / 2 : style.leading);
      if (part.is_in(line.block, TagRole::LI)) distance = std::min(distance, off_grid(down - style.list_space, style.leading));
      if (distance > kTolerance) faults.add(FaultCode::OffGrid, part, line, points(distance) + " off: " + excerpt(line.text));
    }
}

}  // namespace

void check_frame(const AuditView& view, FaultList& faults) {
  FrameCheck(view, faults).check_pages();
  check_grid(view, faults);
}

}  // namespace nbpublish
