// Lists: bullets, numbers and task boxes hang; nested blocks flow in the item's column.
#include <algorithm>
#include <array>

#include "layout/flow/galley_builder.h"
#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 3> kBullets = {"•", "–", "·"};
constexpr Length kBoxStroke = Length::pt(0.75);
constexpr double kDrawnBox = 7;   // side of the box for which the tick is drawn
constexpr std::size_t kLeastAfterLeadIn = 3;  // lines of the list on the lead-in's page
constexpr double kLeadInCost = kBreakBad;   // between a lead-in and what it introduces

// A drawn task box at its lower left corner, with a tick if done.
std::vector<Path> task_box(Point corner, Length size, bool checked) {
  using Kind = PathSegment::Kind;
  const auto at = [&](double x, double y) { return Point{corner.x + Length::pt(x), corner.y - Length::pt(y)}; };
  Path frame;
  frame.width = kBoxStroke;
  const double side = size.points(), k = side / kDrawnBox;
  frame.segments = {{Kind::Move, {at(0, 0)}}, {Kind::Line, {at(side, 0)}}, {Kind::Line, {at(side, side)}}, {Kind::Line, {at(0, side)}}, {Kind::Close, {}}};
  std::vector<Path> paths{frame};
  if (checked) {
    Path tick;
    tick.width = Length::pt(1);
    tick.segments = {{Kind::Move, {at(1.5 * k, 3.6 * k)}}, {Kind::Line, {at(3 * k, 1.7 * k)}}, {Kind::Line, {at(5.6 * k, 5.6 * k)}}};
    paths.push_back(tick);
  }
  return paths;
}

bool has_several_blocks(const List& l) {
  return std::any_of(l.items.begin(), l.items.end(), [](const ListItem& item) { return item.blocks.size() > 1; });
}

}  // namespace

void GalleyBuilder::add(const List& l, const Block& block, const FlowScope& scope) {
  const TagId tag = context_.tags.add(scope.parent, TagRole::L, block.id);
  context_.tags.nodes[tag].ordered = l.numbering == ListNumbering::Decimal;
  const bool led_in = previous_ == Previous::LeadIn;
  const bool outermost = scope.list_depth == 0;
  if (led_in) pending_cost_ = kLeadInCost;
  // note [white around lists]: lists stand on the grid, so half lines are not to be had. A list follows its sentence
  // closely and is parted from what comes after by a line; a page that lacks one may part it from its sentence, too.
  if (outermost && previous_ == Previous::Other) pending_space_ = std::max(pending_space_, 1);
  if (outermost && (led_in || previous_ == Previous::Paragraph) && !scope.in_note && !scope.cell) pending_stretch_ = std::max(pending_stretch_, 1);
  const std::size_t first = galley_.rows.size();
  FlowScope inner = scope;
  const Length indent = outermost ? style_.list_indent : style_.list_step;
  inner.left += indent;
  inner.measure -= indent;
  inner.list_depth += 1;
  // A loose list of one-paragraph items needs no more white than its bullets give.
  const bool airy = !l.tight && has_several_blocks(l);
  for (std::size_t i = 0; i < l.items.size(); ++i) {
    // What ends in a listing or an alert has given its white.
    if (i > 0) pending_space_ = airy && previous_ != Previous::Listing ? 1 : 0;
    previous_ = Previous::Nothing;
    add_list_item(l, l.items[i], i, inner, tag);
  }
  // The lead-in is kept with the list's first lines, not with one alone.
  for (std::size_t i = first + 1; led_in && i < galley_.rows.size() && i < first + kLeastAfterLeadIn; ++i)
    galley_.rows[i].break_cost = std::max(galley_.rows[i].break_cost, kLeadInCost);
  const bool has_white = previous_ == Previous::Listing;
  end_block(Previous::List, outermost && !scope.in_note && !has_white ? 1 : 0);
}

void GalleyBuilder::add_list_item(const List& l, const ListItem& item, std::size_t index, const FlowScope& scope, TagId list_tag) {
  const TagId li = context_.tags.add(list_tag, TagRole::LI, item.id);
  const TagId label = context_.tags.add(li, TagRole::Lbl, item.id);
  FlowScope body = scope;
  body.parent = context_.tags.add(li, TagRole::LBody, item.id);
  const std::size_t first = galley_.rows.size();
  add_blocks(item.blocks, body);
  if (first == galley_.rows.size()) {
    // An empty item still shows its mark.
    GalleyRow row;
    row.group = scope.group;
    row.height = scope.text.leading;
    galley_.rows.push_back(std::move(row));
    begin_block(first, 0);
  }
  GalleyRow& row = galley_.rows[first];
  const Length baseline = row.group == scope.group ? row.height - drop(scope.text) : row.height - row.height.scaled(0.27);
  std::vector<FrameItem> mark;
  if (item.checked) {
    context_.tags.nodes[label].alt = *item.checked ? "Done" : "To do";
    for (Path& path : task_box({scope.left - style_.list_indent + Length::pt(5), baseline}, style_.list_box, *item.checked))
      mark.push_back({label, item.id, 0, 0, std::move(path)});
    row.items.insert(row.items.begin(), std::make_move_iterator(mark.begin()), std::make_move_iterator(mark.end()));
    return;
  }
  const bool numbered = l.numbering == ListNumbering::Decimal;
  const std::string text = numbered ? std::to_string(l.start + index) + "." : std::string(kBullets[static_cast<std::size_t>(std::min(scope.list_depth - 1, 2))]);
  const FontId font = context_.font(scope.text);
  const Length width = context_.shaper.width(font, Features::Tabular, scope.text.size, text);
  // Numbers end, bullets stand, a little before the text's edge.
  const Length gap = style_.list_indent - style_.list_number_edge;
  const Length x = numbered ? scope.left - gap - width : scope.left - gap - Length::pt(5);
  for (GlyphRun& run : glyph_runs(context_.shaper, font, Features::Tabular, scope.text.size, ColourRole::Text, text + " ", {x, baseline}))
    mark.push_back({label, item.id, 0, 0, std::move(run)});
  row.items.insert(row.items.begin(), std::make_move_iterator(mark.begin()), std::make_move_iterator(mark.end()));
}

}  // namespace nbpublish
