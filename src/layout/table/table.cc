#include "layout/table/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "layout/galley/caption.h"
#include "layout/inline/glyph_run.h"
#include "layout/table/columns.h"

namespace nbpublish {
namespace {

constexpr int kManyTextColumns = 5;
constexpr std::size_t kTallCell = 14;              // rows with more lines may split inside

// A cell before its width is known.
struct CellText {
  ParagraphText text;
  NodeId node = 0;
  SourceSpan source;
};

using CellLines = std::vector<SetLine>;

class TableMaker {
 public:
  TableMaker(LayoutContext& context, const Table& table, const Block& block, const TableRules& rules, Galley& galley)
      : context_(context), style_(context.style), table_(table), block_(block), rules_(rules), galley_(galley) {}

  void run() {
    look_ = style_.table;
    tag_ = context_.tags.add(rules_.parent, TagRole::Table, block_.id);
    open_group();
    add_caption();
    flatten_cells();
    measure_columns();
    if (!fits() && look_.size > style_.table_least_size) use_smaller_size();
    if (!fits()) report("{} columns don't fit into the measure without breaking words", "shorten the longest words, or turn the table into a list");
    choose_widths();
    set_rows();
    set_split_costs();
    paint_group();
  }

 private:
  LayoutContext& context_;
  const Style& style_;
  const Table& table_;
  const Block& block_;
  const TableRules& rules_;
  Galley& galley_;
  TextStyle look_;
  TagId tag_ = kRootTag;
  int group_ = -1;
  std::vector<std::vector<CellText>> cells_;     // the head's row first
  std::vector<ColumnDemand> demands_;
  std::vector<Length> widths_, edges_;           // of the columns; edges from the table's left
  Length table_width_;
  std::size_t first_row_ = 0, first_body_row_ = 0;
  std::vector<std::size_t> starts_;              // first galley row of each table row
  Length caption_height_;
  TagId table_mark_ = 0;                         // tags before the cells, to set them anew

  Length line_drop() const { return look_.leading.scaled(0.28); }

  void open_group() {
    GalleyGroup group;
    group.parent = rules_.group;
    group.top_first = style_.table_before;
    group.bottom_last = style_.table_after;
    group.bottom_split = style_.table_rule;
    group.to_grid = true;
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

  void flatten_cells() {
    table_mark_ = static_cast<TagId>(context_.tags.nodes.size());
    if (!table_.head.cells.empty()) add_text_row(table_.head, TagRole::TH, context_.tags.add(tag_, TagRole::THead));
    const TagId body = context_.tags.add(tag_, TagRole::TBody);
    for (const TableRow& row : table_.rows) add_text_row(row, TagRole::TD, body);
  }

  void add_text_row(const TableRow& row, TagRole role, TagId parent) {
    const TagId tr = context_.tags.add(parent, TagRole::TR);
    std::vector<CellText> texts;
    for (const TableCell& cell : row.cells) {
      const TagId tag = context_.tags.add(tr, role, cell.id);
      context_.tags.nodes[tag].column_scope = role == TagRole::TH;
      BaseStyle base{look_, ColourRole::Text, Features::Tabular, style_.table_code.size};
      if (role == TagRole::TH) base.text.weight = style_.table_head_weight;
      if (look_.size < style_.table.size) base.code_size = style_.table_code.size.scaled(look_.size.units(), style_.table.size.units());
      Inlines words;
      for (const Block& block : cell.blocks) {
        const auto* paragraph = as<Paragraph>(block);
        if (paragraph == nullptr) continue;
        if (!words.empty()) words.push_back({block.span, LineBreak{}});
        words.insert(words.end(), paragraph->children.begin(), paragraph->children.end());
      }
      texts.push_back({flatten(context_, words, base, tag), cell.id, cell.span});
    }
    texts.resize(table_.columns.size());
    cells_.push_back(std::move(texts));
  }

  void measure_columns() {
    demands_.assign(table_.columns.size(), {});
    for (const auto& row : cells_)
      for (std::size_t c = 0; c < demands_.size(); ++c) {
        demands_[c].least = std::max(demands_[c].least, least_width(context_, row[c].text));
        demands_[c].preferred = std::max(demands_[c].preferred, natural_width(context_, row[c].text));
      }
  }
  Length room() const {
    return rules_.measure - style_.table_gap * static_cast<std::int64_t>(table_.columns.empty() ? 0 : table_.columns.size() - 1);
  }
  bool fits() const {
    Length sum;
    for (const ColumnDemand& d : demands_) sum += d.least;
    return sum <= room();
  }

  void use_smaller_size() {
    look_.leading = look_.leading.scaled(style_.table_least_size.units(), look_.size.units());
    look_.size = style_.table_least_size;
    context_.tags.nodes.resize(table_mark_);
    cells_.clear();
    flatten_cells();
    measure_columns();
  }

  void report(fmt::format_string<std::size_t> message, std::string hint) {
    context_.diagnostics.report(DiagCode::TableTooWide, context_.file, block_.span, fmt::format(message, table_.columns.size()), std::move(hint));
  }

  void choose_widths() {
    if (static_cast<int>(demands_.size()) > kManyTextColumns) report("a table of {} columns is hard to read", "at most 5 columns read well");
    widths_ = column_widths(demands_, room(), style_.table_least_column);
    Length x;
    for (const Length width : widths_) {
      edges_.push_back(x);
      x += width + style_.table_gap;
    }
    table_width_ = widths_.empty() ? Length{} : x - style_.table_gap;
  }

  Alignment alignment_of(std::size_t column) const {
    switch (table_.columns[column]) {
      case ColumnAlignment::Right: return Alignment::Right;
      case ColumnAlignment::Center: return Alignment::Centered;
      default: return Alignment::Ragged;
    }
  }

  void set_rows() {
    for (std::size_t r = 0; r < cells_.size(); ++r) {
      std::vector<CellLines> lines;
      std::size_t most = 1;
      for (std::size_t c = 0; c < widths_.size(); ++c) {
        ParagraphRules rules;
        rules.measure = widths_[c];
        rules.alignment = alignment_of(c);
        rules.hyphenate = false;
        rules.node = cells_[r][c].node;
        rules.source = cells_[r][c].source.line > 0 ? cells_[r][c].source : block_.span;
        lines.push_back(set_paragraph(context_, cells_[r][c].text, rules));
        most = std::max(most, lines.back().size());
      }
      starts_.push_back(galley_.rows.size());
      if (most > kTallCell) add_slices(lines, most);
      else add_whole(lines, most);
      if (r == 0 && !table_.head.cells.empty()) first_body_row_ = galley_.rows.size();
    }
  }

  GalleyRow& push_row(Length height) {
    GalleyRow row;
    row.group = group_;
    row.height = height;
    galley_.rows.push_back(std::move(row));
    return galley_.rows.back();
  }

  void place_line(GalleyRow& row, SetLine line, std::size_t column, Length baseline) const {
    shift(line, rules_.left + edges_[column], baseline);
    std::move(line.items.begin(), line.items.end(), std::back_inserter(row.items));
    std::move(line.links.begin(), line.links.end(), std::back_inserter(row.links));
    for (std::string& name : line.places) row.places.push_back({std::move(name), {}});
    row.notes.insert(row.notes.end(), line.notes.begin(), line.notes.end());
  }

  // One galley row for the table row: cell by cell, so that the text order is the reading order.
  void add_whole(std::vector<CellLines>& lines, std::size_t most) {
    GalleyRow& row = push_row(look_.leading * static_cast<std::int64_t>(most) + 2 * style_.table_pad);
    for (std::size_t c = 0; c < lines.size(); ++c)
      for (std::size_t i = 0; i < lines[c].size(); ++i)
        place_line(row, std::move(lines[c][i]), c, style_.table_pad + look_.leading * static_cast<std::int64_t>(i + 1) - line_drop());
  }

  // A row that may be higher than a page is cut into slices of one line.
  void add_slices(std::vector<CellLines>& lines, std::size_t most) {
    for (std::size_t i = 0; i < most; ++i) {
      const Length above = i == 0 ? style_.table_pad : Length{}, below = i + 1 == most ? style_.table_pad : Length{};
      GalleyRow& row = push_row(look_.leading + above + below);
      for (std::size_t c = 0; c < lines.size(); ++c)
        if (i < lines[c].size()) place_line(row, std::move(lines[c][i]), c, above + look_.leading - line_drop());
    }
  }

  // Two table rows stay on each side of a split; the head stays with its first rows.
  void set_split_costs() {
    const std::size_t head = table_.head.cells.empty() ? 0 : 1, count = starts_.size();
    for (std::size_t i = first_row_ + 1; i < galley_.rows.size(); ++i) galley_.rows[i].break_cost = kBreakBad / 2;
    for (std::size_t i = first_row_ + 1; i < std::min(galley_.rows.size(), std::max(first_body_row_ + 1, first_row_ + 1)); ++i)
      galley_.rows[i].break_cost = kBreakForbidden;
    for (std::size_t r = 0; r < count; ++r) {
      if (r <= head && starts_[r] == first_row_) continue;
      const bool near_head = r < head + 2, near_end = r + 2 > count;
      galley_.rows[starts_[r]].break_cost = near_head || near_end ? kBreakForbidden : 2 * kBreakPoor;
    }
  }

  // Rules above and below the head and at the end; on a further page the head again.
  void paint_group() {
    std::vector<FrameItem> head;
    Length head_height;
    if (first_body_row_ > 0) {
      const GalleyRow& row = galley_.rows[starts_.front()];
      head = row.items;
      for (FrameItem& item : head) item.tag = kArtifact;
      head_height = row.height;
    }
    std::vector<FrameItem> continued;
    if (!table_.number.empty()) {
      for (GlyphRun& run : glyph_runs(context_.shaper, context_.font(style_.caption), Features::Text, style_.caption.size, ColourRole::Text,
                                      "Table " + table_.number + " (continued)", {rules_.left, style_.caption.leading - style_.caption.leading.scaled(0.27)}))
        continued.push_back({kArtifact, block_.id, 0, 0, std::move(run)});
    }
    const Length over = continued.empty() ? Length{} : style_.caption.leading + style_.table_caption_gap;
    GalleyGroup& group = galley_.groups[static_cast<std::size_t>(group_)];
    group.top_continued = over + head_height;
    group.paint = [head, continued, head_height, over, above = group.top_first + caption_height_, below = group.bottom_last,
                   left = rules_.left, width = table_width_, rule = style_.table_rule](const GroupSegment& s, std::vector<FrameItem>& out) {
      const auto line = [&](Length y) { out.push_back({kArtifact, 0, 0, 0, Fill{{left, y, width, rule}, ColourRole::Text}}); };
      const Length top = s.box.y + (s.first ? above : over);
      line(top);
      if (head_height > Length{}) line(top + head_height);
      line(s.last ? s.box.bottom() - below : s.box.bottom() - rule);
      if (s.first) return;
      for (const auto& [items, dy] : {std::pair{&continued, s.box.y}, std::pair{&head, top}})
        for (FrameItem item : *items) {
          shift(item, {}, dy);
          out.push_back(std::move(item));
        }
    };
  }
};

}  // namespace

void add_table(LayoutContext& context, const Table& table, const Block& block, const TableRules& rules, Galley& galley) {
  if (!table.columns.empty()) TableMaker(context, table, block, rules, galley).run();
}

}  // namespace nbpublish
