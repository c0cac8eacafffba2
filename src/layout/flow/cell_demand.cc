// How wide the blocks of a cell must and want to be.
#include <algorithm>

#include "document/picture_key.h"
#include "layout/flow/alert_look.h"
#include "layout/flow/cells.h"
#include "layout/flow/flow.h"
#include "layout/flow/list_marks.h"
#include "layout/listing/code_line.h"
#include "layout/listing/listing.h"
#include "layout/table/table.h"
#include "text/columns.h"

namespace nbpublish {
namespace {

class Measurer {
 public:
  Measurer(LayoutContext& context, const CellLook& look) : context_(context), style_(context.style), look_(look) {}

  CellDemand of_cell(const Blocks& blocks) {
    const ColumnDemand widths = of(blocks);
    return {widths, std::move(texts_)};
  }

 private:
  LayoutContext& context_;
  const Style& style_;
  const CellLook& look_;
  int list_depth_ = 0;
  Length indent_;                // how much narrower than the cell the blocks are
  std::vector<CellText> texts_;  // of the blocks so far

  static ColumnDemand wider(ColumnDemand a, ColumnDemand b) {
    return {std::max(a.least, b.least), std::max(a.preferred, b.preferred), std::max(a.unwrapped, b.unwrapped)};
  }
  // Of what stands in a frame or an indent that takes `more` of the width.
  template <class Inside>
  ColumnDemand with(Length more, const Inside& inside) {
    indent_ += more;
    const ColumnDemand d = inside();
    indent_ -= more;
    return {d.least + more, d.preferred + more, d.unwrapped.is_zero() ? Length{} : d.unwrapped + more};
  }

  ColumnDemand of(const Blocks& blocks) {
    ColumnDemand widest;
    for (const Block& block : blocks) widest = wider(widest, std::visit([&](const auto& content) { return of(content); }, block.content));
    return widest;
  }

  ColumnDemand of_words(const Inlines& words, const TextStyle& look) {
    const ParagraphText text =
        flatten(context_, words, {look, ColourRole::Text, Features::Tabular, look_.code.size, highest_figure(context_.style)}, kRootTag);
    if (text.text.empty()) return {};
    std::vector<TextPiece> pieces = text_pieces(context_, text);
    const ColumnDemand demand{least_width(pieces), natural_width(pieces), {}};
    texts_.push_back({std::move(pieces), indent_, look.leading});
    return demand;
  }
  ColumnDemand of_words(const std::string& words, const TextStyle& look) { return of_words(Inlines{{{}, Text{words}}}, look); }

  ColumnDemand of(const Paragraph& p) { return of_words(p.children, look_.text); }
  ColumnDemand of(const Heading& h) {
    TextStyle look = look_.text;
    look.weight = style_.table_head_weight;
    return of_words(h.children, look);
  }

  // Code wants its widest line, and wraps where it gets no more than the columns in which a good place for that is found.
  ColumnDemand of(const CodeBlock& code) {
    const Length title = of_words(code.info.title, style_.code_title).least;
    const Length numbers = bare_indent(style_, code) + column_width(context_, style_.code.size) * number_columns(code);
    const Length column = column_width(context_, look_.code.size);
    CellText lines{{}, indent_ + numbers, look_.code.leading};
    for (std::size_t pos = 0; pos <= code.text.size();) {
      const std::size_t end = std::min(code.text.find('\n', pos), code.text.size());
      const int columns = column_count(expand_tabs(std::string_view(code.text).substr(pos, end - pos), style_.code_tab));
      lines.pieces.push_back({column * columns, {}, true, false});
      pos = end + 1;
    }
    const Length preferred = numbers + natural_width(lines.pieces);
    texts_.push_back(std::move(lines));
    return wider({std::min(preferred, numbers + column * style_.code_wrap_window), preferred, preferred}, {title, title, {}});
  }

  ColumnDemand of(const List& list) {
    ++list_depth_;
    const ListMarks marks(context_, list, look_.text, list_depth_);
    const ColumnDemand demand = with(marks.indent(style_.measure), [&] {
      ColumnDemand widest;
      for (const ListItem& item : list.items) widest = wider(widest, of(item.blocks));
      return widest;
    });
    --list_depth_;
    return demand;
  }
  ColumnDemand of(const Quote& quote) {
    return with(2 * style_.quote_indent, [&] { return wider(of(quote.blocks), of_words(quote.attribution, look_.text)); });
  }
  ColumnDemand of(const Alert& alert) {
    const AlertLook look = alert_look(style_, alert.kind);
    const Length edge = look.framed ? 2 * style_.alert_inset : Length{};
    const Length label = style_.alert_icon + style_.alert_icon_gap + alert_label_width(context_, alert.kind);
    return with(edge, [&] { return wider({label, label, {}}, of(alert.blocks)); });
  }
  ColumnDemand of(const Table& table) {
    CellDemand demand = table_demand(style_, table, FlowCells(context_));
    for (CellText& text : demand.texts) {
      text.indent += indent_;
      texts_.push_back(std::move(text));
    }
    return demand.widths;
  }
  ColumnDemand of(const Figure& figure) {
    const auto found = context_.pictures.find(picture_key(context_.file, figure.source));
    const Length natural = found == context_.pictures.end() || found->second == nullptr ? Length{} : found->second->natural_size.width;
    const Length width = natural.is_zero() || figure.width.length.is_zero() ? natural : figure.width.length;
    const ColumnDemand picture{std::min(width, style_.table_least_column), width, {}};
    // A caption is as wide as its picture.
    return wider(picture, {of_words(figure.caption, style_.caption).least, {}, {}});
  }
  ColumnDemand of(const ThematicBreak&) { return {}; }
  ColumnDemand of(const Details& details) { return wider(of_words(details.summary, look_.text), of(details.blocks)); }
  ColumnDemand of(const Component& component) { return of_words("Try it: " + component.title, style_.component_title); }
};

}  // namespace

CellDemand demand_of(LayoutContext& context, const Blocks& blocks, const CellLook& look) { return Measurer(context, look).of_cell(blocks); }

}  // namespace nbpublish
