#include "layout/page/page_builder.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "layout/page/variants.h"

namespace nbpublish {
namespace {

// Gives the page's missing lines to the white that may grow, the largest steps of the text first: headings are
// at the front of their groups, so rows with white before them come first.
std::vector<int> justify(const Galley& galley, const PageBreak& b) {
  std::vector<int> extra(b.end - b.first);
  int wanted = b.page.white;
  for (const bool with_white : {true, false}) {
    for (std::size_t i = 1; i < extra.size() && wanted > 0; ++i) {
      const GalleyRow& row = galley.rows[b.first + i];
      if ((row.space_before > 0) != with_white || extra[i] >= row.stretch_before) continue;
      ++extra[i];
      --wanted;
    }
  }
  return extra;
}

void add_items(Page& page, const std::vector<FrameItem>& items, std::size_t first, std::size_t end, Length y) {
  for (std::size_t i = first; i < end; ++i) {
    page.items.push_back(items[i]);
    shift(page.items.back(), {}, y);
  }
}

// The slices of one table row, cell by cell.
void add_slices(Page& page, const Galley& galley, std::span<const PlacedRow> slices, Length top) {
  const auto row = [&](const PlacedRow& slice) -> const GalleyRow& { return galley.rows[slice.row]; };
  for (std::size_t part = 0; part < row(slices.front()).part_ends.size(); ++part)
    for (const PlacedRow& slice : slices) {
      const GalleyRow& r = row(slice);
      add_items(page, r.items, part == 0 ? 0 : r.part_ends[part - 1], r.part_ends[part], top + slice.y);
    }
  for (const PlacedRow& slice : slices) {
    const GalleyRow& r = row(slice);
    add_items(page, r.items, r.part_ends.back(), r.items.size(), top + slice.y);
  }
}

void add_marks(Page& page, const GalleyRow& row, Length y) {
  for (LinkArea link : row.links) {
    link.rect.y += y;
    page.links.push_back(std::move(link));
  }
  for (const NamedPlace& place : row.places) page.destinations.push_back({place.name, {place.place.x, place.place.y + y}});
}

void add_segment(Page& page, const Galley& galley, const PlacedSegment& segment, Length top) {
  for (const auto& [group, placed] : segment.groups) {
    const GroupPainter& paint = galley.groups[static_cast<std::size_t>(group)].paint;
    if (!paint) continue;
    GroupSegment moved = placed;
    moved.box.y += top;
    paint(moved, page.items);
  }
  const std::span<const PlacedRow> rows = segment.rows;
  for (std::size_t first = 0, end = 0; first < rows.size(); first = end) {
    end = first + 1;
    while (end < rows.size() && galley.rows[rows[end].row].is_further_slice) ++end;
    const GalleyRow& row = galley.rows[rows[first].row];
    if (row.part_ends.empty()) add_items(page, row.items, 0, row.items.size(), top + rows[first].y);
    else add_slices(page, galley, rows.subspan(first, end - first), top);
  }
  for (const PlacedRow& placed : rows) add_marks(page, galley.rows[placed.row], top + placed.y);
}

// Notes stand on the page's last lines; the rule above them is short, or full when a note continues.
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
  Length y = style.top + style.leading * style.lines - height;
  const Length rule_width = b.note_first.row > 0 ? style.measure : style.note_rule_width;
  page.items.push_back({kArtifact, 0, 0, 0, Fill{{{}, y - style.note_gap, rule_width, style.note_rule}, ColourRole::Text}});
  for (std::size_t i = 0; i < placed.size(); ++i) {
    add_segment(page, *galley.notes[b.note_first.note + i].body, placed[i], y);
    y += placed[i].height;
  }
}

}  // namespace

PageRules page_rules(const Style& style, bool starts_recto) {
  return {style.leading, style.lines, style.short_by_limit, style.note_gap, style.note_rule, starts_recto};
}

BuiltPages build_pages(const Style& style, Galley galley, bool opener, bool starts_recto) {
  const PageRules rules = page_rules(style, starts_recto);
  BuiltPages out;
  std::string section;
  std::vector<PageBreak> breaks = break_pages(galley, rules);
  apply_variants(galley, breaks);
  for (const PageBreak& b : breaks) {
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

void shift(Page& page, Length dx, Length dy) {
  for (FrameItem& item : page.items) shift(item, dx, dy);
  for (LinkArea& link : page.links) link.rect.x += dx, link.rect.y += dy;
  for (Destination& d : page.destinations) d.place.x += dx, d.place.y += dy;
}

}  // namespace nbpublish
