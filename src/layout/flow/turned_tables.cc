// Tables that are too wide for the measure and fit a page that is turned: each of its pages is one row of the galley.
// note [turned pages]: the head stands at the left of both versos and rectos, so that a spread that is turned reads on from
// the upper page to the lower.
#include <algorithm>

#include "layout/flow/cells.h"
#include "layout/flow/galley_builder.h"
#include "layout/galley/turn.h"
#include "layout/table/table.h"

namespace nbpublish {
namespace {

// Where the page that begins at row `first` of the table ends: as far as it goes, where a break is allowed if there is one.
std::size_t page_end(const Galley& table, std::size_t first, const Style& style) {
  SegmentMeter meter(table, style.leading, first);
  std::size_t allowed = first, end = first;
  while (end < table.rows.size()) {
    meter.add();
    if (end > first && meter.height() > style.measure) break;
    ++end;
    if (end == table.rows.size() || table.rows[end].break_cost < kBreakForbidden) allowed = end;
  }
  return allowed > first ? allowed : end;
}

GalleyRow page_row(const Galley& table, std::size_t first, std::size_t end, const Style& style, Length height) {
  SegmentContent content = content_of(table, place_segment(table, style.leading, first, end, {}), {});
  turn(content, height);
  GalleyRow row;
  row.height = height;
  row.items = std::move(content.items);
  row.links = std::move(content.links);
  row.places = std::move(content.places);
  for (std::size_t r = first; r < end; ++r) row.notes.insert(row.notes.end(), table.rows[r].notes.begin(), table.rows[r].notes.end());
  return row;
}

}  // namespace

// Lines of the page that the notes of a table need.
Length GalleyBuilder::room_for_notes(const Table& t, const Block& block, const TableRules& rules) const {
  TagTree tags;
  DiagnosticSink diagnostics;
  LayoutContext trial = measuring(context_, tags, diagnostics);
  Galley table;
  add_table(trial, t, block, rules, FlowCells(trial), table);
  std::vector<std::uint32_t> marked;
  for (const GalleyRow& row : table.rows) marked.insert(marked.end(), row.notes.begin(), row.notes.end());
  std::sort(marked.begin(), marked.end());
  marked.erase(std::unique(marked.begin(), marked.end()), marked.end());
  Length height;
  for (const std::uint32_t n : marked) {
    if (n >= notes_.size()) continue;
    GalleyBuilder builder(trial);
    const GalleyNote note = builder.make_note(notes_[n], n + 1, kRootTag);
    height += place_segment(*note.body, Length::raw(1), 0, note.body->rows.size(), {}).height;
  }
  return height.is_zero() ? height : round_up(style_.note_gap + style_.note_rule + height, style_.leading);
}

bool GalleyBuilder::add_turned(const Table& t, const Block& block, const FlowScope& scope) {
  const bool fills_the_column =
      scope.group < 0 && scope.list_depth == 0 && !scope.in_note && !scope.cell && scope.measure == style_.measure;
  if (!fills_the_column || table_fits(style_, t, FlowCells(context_), scope.measure)) return false;
  const Length page = style_.leading * style_.lines;
  TableRules rules{{}, page, -1, scope.parent, style_.measure};
  if (!table_fits(style_, t, FlowCells(context_), page)) return false;
  rules.measure = page - room_for_notes(t, block, rules);
  if (!table_fits(style_, t, FlowCells(context_), rules.measure)) return false;
  context_.diagnostics.report(DiagCode::TableTurned, context_.file, block.span, "this table is turned to fit a page of its own");
  Galley table;
  add_table(context_, t, block, rules, FlowCells(context_), table);
  const std::size_t begin = galley_.rows.size();
  for (std::size_t first = 0, end = 0; first < table.rows.size(); first = end) {
    end = page_end(table, first, style_);
    galley_.rows.push_back(page_row(table, first, end, style_, rules.measure));
  }
  pending_keep_ = false;  // nothing can stand above it
  pending_cost_ = 0;
  begin_block(begin, 0);
  end_block(Previous::Listing, 0);
  return true;
}

}  // namespace nbpublish
