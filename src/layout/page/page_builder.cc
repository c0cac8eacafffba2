#include "layout/page/page_builder.h"

#include <algorithm>
#include <iterator>

#include "layout/galley/segment_content.h"
#include "layout/page/arrange.h"

namespace nbpublish {
namespace {

// Gives the page's missing lines to the white that may grow, where it is seen least first; or takes them from all that may shrink, or gives
// to all above headings.
std::vector<int> justify(const Galley& galley, const PageBreak& b) {
  std::vector<int> extra(b.end - b.first);
  for (std::size_t i = 1; i < extra.size() && b.page.is_tight; ++i) extra[i] = -galley.rows[b.first + i].shrink_before;
  for (std::size_t i = 1; i < extra.size() && b.page.is_loose; ++i) extra[i] = galley.rows[b.first + i].grow_before;
  int wanted = b.page.white;
  for (const bool well : {true, false}) {
    for (std::size_t i = 1; i < extra.size() && wanted > 0; ++i) {
      const GalleyRow& row = galley.rows[b.first + i];
      if (row.stretches_well != well || extra[i] >= row.stretch_before) continue;
      ++extra[i];
      --wanted;
    }
  }
  return extra;
}

void add_segment(Page& page, const Galley& galley, const PlacedSegment& segment, Length top) {
  SegmentContent content = content_of(galley, segment, top);
  std::move(content.items.begin(), content.items.end(), std::back_inserter(page.items.edit()));
  std::move(content.links.begin(), content.links.end(), std::back_inserter(page.links.edit()));
  for (NamedPlace& place : content.places) page.destinations.push_back({std::move(place.name), place.place});
}

// Notes stand on the page's last lines, below the block's where it is long; the rule above them is short, or full when a note continues.
void add_notes(Page& page, const Galley& galley, const PageBreak& b, const Style& style) {
  if (b.note_first == b.note_end) return;
  std::vector<PlacedSegment> placed;
  Length height;
  for (std::size_t n = b.note_first.note; n < b.note_end.note || (n == b.note_end.note && b.note_end.row > 0); ++n) {
    const Galley& note = *galley.notes[n].body;
    const std::size_t first = n == b.note_first.note ? b.note_first.row : 0, end = n == b.note_end.note ? b.note_end.row : note.rows.size();
    placed.push_back(place_segment(note, Length::raw(1), first, end, {}));
    height += placed.back().height;
  }
  Length y = style.top + style.leading * std::max(style.lines, b.page.used + b.page.notes) - height;
  const Length rule_width = b.note_first.row > 0 ? style.measure : style.note_rule_width;
  page.items.push_back({kArtifact, 0, 0, 0, Fill{{{}, y - style.note_gap, rule_width, style.note_rule}, ColourRole::Text}});
  for (std::size_t i = 0; i < placed.size(); ++i) {
    add_segment(page, *galley.notes[b.note_first.note + i].body, placed[i], y);
    y += placed[i].height;
  }
}

NodeId node_of(const GalleyRow& row) {
  const auto shown = std::find_if(row.items.begin(), row.items.end(), [](const FrameItem& item) { return item.node != 0; });
  return shown == row.items.end() ? 0 : shown->node;
}

// The block of an over-full page's row: that of its text, or the one of its notes if the text alone fits.
NodeId too_high(const Galley& galley, const PageBreak& b, const PageRules& rules) {
  const bool is_note = b.page.used <= rules.lines + rules.long_limit && b.note_first.note < galley.notes.size();
  const std::vector<GalleyRow>& rows = is_note ? galley.notes[b.note_first.note].body->rows : galley.rows;
  const std::size_t first = is_note ? b.note_first.row : b.first;
  return first < rows.size() ? node_of(rows[first]) : 0;
}

}  // namespace

PageRules page_rules(const Style& style, TextSides sides) {
  return {style.leading,  style.lines,     style.short_by_limit, style.most_lines() - style.lines,
          style.note_gap, style.note_rule, sides.starts_recto,   sides.is_followed_recto};
}

BuiltPages build_pages(const Style& style, Galley galley, bool opener, TextSides sides) {
  const PageRules rules = page_rules(style, sides);
  BuiltPages out;
  std::string section;
  std::vector<PageBreak> breaks = break_pages(galley, rules);
  arrange_rows(galley, breaks);
  for (const PageBreak& b : breaks) {
    if (is_overfull(b.page, rules)) out.too_high.push_back(too_high(galley, b, rules));
    Page page;
    const PlacedSegment segment = place_segment(galley, style.leading, b.first, b.end, justify(galley, b));
    add_segment(page, galley, segment, style.top);
    add_notes(page, galley, b, style);
    for (std::size_t r = b.first; r < b.end; ++r)
      if (!galley.rows[r].section.empty()) section = galley.rows[r].section;
    out.facts.push_back({opener && out.pages.empty(), false, section});
    out.pages.push_back(std::move(page));
  }
  return out;
}

}  // namespace nbpublish
