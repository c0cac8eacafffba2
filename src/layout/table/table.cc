#include "layout/table/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "layout/galley/caption.h"
#include "layout/table/fitted_widths.h"
#include "layout/table/table_demand.h"
#include "layout/table/table_look.h"
#include "layout/table/table_paint.h"
#include "layout/table/table_rows.h"

namespace nbpublish {
namespace {

constexpr double kHeadAlone = 2 * kBreakForbidden;  // where nothing but forbidden breaks would do, not that one
constexpr double kSplitRow = 10 * kBreakPoor;       // of a page break inside a row that is higher than most
constexpr int kStubLines = 3;                       // a row of more lines may stand alone before or after a page break

class TableMaker {
 public:
  TableMaker(LayoutContext& context, const Table& table, const Block& block, const TableRules& rules, const CellFlow& cells, Galley& galley)
      : context_(context), style_(context.style), table_(table), block_(block), rules_(rules), cells_(cells), galley_(galley) {}

  void add_whole_table() {
    choose_size();
    choose_widths();
    open_group();
    add_caption();
    add_rows();
    set_split_costs();
    finish_group();
  }

 private:
  // Galley rows of one table row.
  struct RowPlace {
    std::size_t first = 0, end = 0;
    Length height;
  };

  LayoutContext& context_;
  const Style& style_;
  const Table& table_;
  const Block& block_;
  const TableRules& rules_;
  const CellFlow& cells_;
  Galley& galley_;
  CellLook look_;
  TableDemand demand_;
  std::vector<Length> widths_, edges_;  // of the columns; edges from the table's left
  TagId tag_ = kRootTag;
  int group_ = -1;
  std::size_t first_row_ = 0;  // the caption's, if there is one
  Length caption_height_;
  bool is_sliced_ = false;        // a row may be split
  std::vector<RowPlace> places_;  // of the table's rows, the head's first

  bool has_head() const { return !table_.head.cells.empty(); }
  Length half_page() const { return (rules_.page_height > Length{} ? rules_.page_height : style_.leading * style_.lines) / 2; }

  void choose_size() {
    for (const bool smaller : {false, true}) {
      look_ = table_look(style_, smaller);
      demand_ = demand_of(style_, table_, look_, cells_);
      if (demand_.sum(style_.table_gap).least > rules_.measure) continue;
      if (look_.text.size < style_.table.size)
        report(DiagCode::TableSmaller, fmt::format("{} columns fit only at {:.1f} points", table_.columns.size(), look_.text.size.points()),
               {});
      return;
    }
    report(DiagCode::TableTooWide, fmt::format("{} columns don't fit into the measure without breaking words", table_.columns.size()),
           "shorten the longest words, or turn the table into a list");
    look_.words_break = true;
  }

  void report(DiagCode code, std::string message, std::string hint) {
    context_.diagnostics.report(code, context_.file, block_.span, std::move(message), std::move(hint));
  }

  void choose_widths() {
    const Length gaps = style_.table_gap * static_cast<std::int64_t>(demand_.columns.size() - 1);
    widths_ = fitted_widths(demand_, rules_.measure - gaps, style_.table_least_column, look_.text.leading);
    Length x;
    for (const Length width : widths_) {
      edges_.push_back(x);
      x += width + style_.table_gap;
    }
  }
  Length table_width() const { return edges_.back() + widths_.back(); }

  void open_group() {
    tag_ = context_.tags.add(rules_.parent, TagRole::Table, block_.id);
    GalleyGroup group;
    group.parent = rules_.group;
    group.top_first = style_.table_before;
    group.bottom_last = style_.table_after;
    group.bottom_split = style_.table_rule;
    group.to_grid = true;
    group.top_of_page = Length{};
    galley_.groups.push_back(std::move(group));
    group_ = static_cast<int>(galley_.groups.size()) - 1;
    first_row_ = galley_.rows.size();
  }

  void add_caption() {
    const Inlines words = caption_words("Table", table_.number, table_.caption);
    caption_height_ = nbpublish::add_caption(context_, words, block_, {rules_.left, rules_.measure, group_, tag_}, galley_);
    if (caption_height_ == Length{}) return;
    if (!table_.label.empty()) galley_.rows[first_row_].places.push_back({context_.chapter + "#" + table_.label, {}});
    galley_.rows.back().height += style_.table_caption_gap;
    caption_height_ += style_.table_caption_gap;
  }

  void add_rows() {
    if (has_head()) add_row(table_.head, TagRole::TH, context_.tags.add(tag_, TagRole::THead));
    const TagId body = context_.tags.add(tag_, TagRole::TBody);
    for (const TableRow& row : table_.rows) add_row(row, TagRole::TD, body);
  }

  void add_row(const TableRow& row, TagRole role, TagId parent) {
    const TagId tr = context_.tags.add(parent, TagRole::TR);
    std::vector<Galley> set;
    for (std::size_t c = 0; c < std::min(row.cells.size(), widths_.size()); ++c) {
      const TagId tag = context_.tags.add(tr, role, row.cells[c].id);
      context_.tags.nodes[tag].column_scope = role == TagRole::TH;
      const bool head = role == TagRole::TH;
      const Length behind = head ? Length{} : std::min(demand_.points.room_behind(row.cells[c], c), widths_[c] / 2);
      set.push_back(cells_.flow(row.cells[c], cell_look(style_, look_, table_.columns[c], head), widths_[c] - behind, tag));
    }
    place_row(set, role == TagRole::TH ? half_page() : look_.text.leading * style_.table_whole_row);
  }

  // A row that is no higher than `most` is never split. In one that is, white is a line high, so that the lines of all
  // cells stand side by side.
  void place_row(const std::vector<Galley>& cells, Length most) {
    const Length white = 2 * style_.table_pad;
    std::vector<CellColumn> columns;
    Length height = look_.text.leading;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      columns.push_back({rules_.left + edges_[c], {}});
      if (cells[c].rows.empty()) continue;
      columns.back().pieces = {whole_cell(cells[c], white)};
      height = std::max(height, columns.back().pieces.front().height);
    }
    if (height > most)
      for (std::size_t c = 0; c < cells.size(); ++c) columns[c].pieces = cut_cell(cells[c], look_.text.leading, half_page());
    RowPlace place{galley_.rows.size(), 0, {}};
    for (GalleyRow& row : slices_of(std::move(columns), style_.table_pad, look_.text.leading)) {
      row.group = group_;
      row.is_further_slice = galley_.rows.size() > place.first;
      place.height += row.height;
      galley_.rows.push_back(std::move(row));
    }
    place.end = galley_.rows.size();
    is_sliced_ = is_sliced_ || place.end > place.first + 1;
    places_.push_back(place);
  }

  // Two table rows, or a high one, stand on each side of a split; the head stays with what it heads.
  void set_split_costs() {
    const std::size_t head = has_head() ? 1 : 0, count = places_.size();
    for (std::size_t r = 0; r < count; ++r) {
      set_costs_inside(places_[r]);
      if (places_[r].first == first_row_) continue;
      const bool stub_above = r == head + 1 && is_stub(r - 1), stub_below = r + 1 == count && is_stub(r);
      galley_.rows[places_[r].first].break_cost = r <= head ? kHeadAlone : stub_above || stub_below ? kBreakForbidden : 2 * kBreakPoor;
    }
  }
  bool is_stub(std::size_t row) const { return places_[row].height <= look_.text.leading * kStubLines + 2 * style_.table_pad; }

  void set_costs_inside(const RowPlace& place) {
    for (std::size_t i = place.first + 1; i < place.end; ++i)
      galley_.rows[i].break_cost = i == place.first + 1 || i + 1 == place.end ? kBreakBad : kSplitRow;
  }

  void finish_group() {
    TablePaint paint;
    paint.left = rules_.left;
    if (is_sliced_) paint.split_pad = style_.table_pad;
    paint.width = table_width();
    paint.caption_height = caption_height_;
    if (has_head() && places_.front().height <= half_page()) {
      const GalleyRow& row = galley_.rows[places_.front().first];
      paint.head_height = row.height;
      paint.head = row.items;
    } else if (has_head()) {
      report(DiagCode::TableHead, "this table's head is higher than half a page and is not repeated where the table goes on",
             "move most of its words into the text");
      GalleyRow& last = galley_.rows[places_.front().end - 1];
      last.items.push_back({kArtifact, 0, 0, 0, Fill{{rules_.left, last.height, table_width(), style_.table_rule}, ColourRole::Text}});
    }
    GalleyGroup& group = galley_.groups[static_cast<std::size_t>(group_)];
    group.bottom_split += paint.split_pad;
    group.top_continued = set_table_painter(context_, table_, block_.id, std::move(paint), group);
  }
};

}  // namespace

void add_table(LayoutContext& context, const Table& table, const Block& block, const TableRules& rules, const CellFlow& cells,
               Galley& galley) {
  if (!table.columns.empty()) TableMaker(context, table, block, rules, cells, galley).add_whole_table();
}

bool table_fits(const Style& style, const Table& table, const CellFlow& cells, Length measure) {
  return demand_of(style, table, table_look(style, true), cells).sum(style.table_gap).least <= measure;
}

CellDemand table_demand(const Style& style, const Table& table, const CellFlow& cells) {
  TableDemand demand = demand_of(style, table, table_look(style, false), cells);
  CellDemand cell{demand.sum(style.table_gap), {}};
  // As if all cells stood one below the other, in lines as much lower as there are columns.
  for (auto& row : demand.rows)
    for (std::vector<CellText>& texts : row)
      for (CellText& text : texts) {
        text.leading = text.leading / static_cast<std::int64_t>(demand.columns.size());
        cell.texts.push_back(std::move(text));
      }
  return cell;
}

}  // namespace nbpublish
