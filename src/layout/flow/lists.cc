// Lists: bullets, numbers and task boxes hang; nested blocks flow in the item's column.
#include <algorithm>

#include "layout/flow/galley_builder.h"
#include "layout/flow/list_marks.h"

namespace nbpublish {
namespace {

constexpr std::size_t kLeastAfterLeadIn = 3;  // lines of the list on the lead-in's page
constexpr double kLeadInCost = kBreakBad;     // between a lead-in and what it introduces

bool has_several_blocks(const List& l) {
  return std::any_of(l.items.begin(), l.items.end(), [](const ListItem& item) { return item.blocks.size() > 1; });
}

}  // namespace

void GalleyBuilder::add(const List& l, const Block& block, const FlowScope& scope) {
  const TagId tag = context_.tags.add(scope.parent, TagRole::L, block.id);
  context_.tags.nodes[tag].numbering = l.numbering;
  const bool led_in = previous_ == Previous::LeadIn;
  const bool outermost = scope.list_depth == 0;
  if (led_in) pending_cost_ = kLeadInCost;
  const std::size_t first = galley_.rows.size();
  FlowScope inner = scope;
  if (outermost && !scope.in_note && !scope.cell) inner.group = open_group(group_of_list(), scope);
  inner.list_depth += 1;
  const ListMarks marks(context_, l, scope.text, inner.list_depth);
  const Length indent = marks.indent(scope.measure);
  inner.left += indent;
  inner.measure -= indent;
  // A loose list of one-paragraph items needs no more white than its bullets give.
  const bool airy = !l.tight && has_several_blocks(l);
  for (std::size_t i = 0; i < l.items.size(); ++i) {
    FlowScope item = inner;
    // What ends in a listing or an alert has given its white.
    if (i > 0 && airy && !has_own_white() && inner.group >= 0) item.group = open_group(group_of_airy_item(), inner);
    pending_space_ = 0;
    previous_ = Previous::Nothing;
    add_list_item(l.items[i], marks, i, item, tag);
  }
  // The lead-in is kept with the list's first lines, not with one alone.
  for (std::size_t i = first + 1; led_in && i < galley_.rows.size() && i < first + kLeastAfterLeadIn; ++i)
    galley_.rows[i].break_cost = std::max(galley_.rows[i].break_cost, kLeadInCost);
  end_block(Previous::List, 0);
  if (outermost) last_list_ = inner.group == scope.group ? -1 : inner.group;
}

// note [white around lists]: a list has half a line above it and half below, so its own lines stand between those of the grid and what
// follows is back on it. Where a page ends in it or with it, both go, and at the top of a page the one above.
GalleyGroup GalleyBuilder::group_of_list() const {
  GalleyGroup group;
  const bool is_parted = previous_ == Previous::Nothing || previous_ == Previous::Heading || has_own_white() || pending_space_ > 0;
  group.top_first = is_parted ? Length{} : style_.list_space;
  group.top_of_page = Length{};
  group.bottom_last = style_.list_space;
  group.closes_up_at_foot = group.to_grid = true;
  group.most_slack_above = Length{};
  return group;
}

GalleyGroup GalleyBuilder::group_of_airy_item() const {
  GalleyGroup group;
  group.top_first = style_.list_space;
  group.top_of_page = Length{};
  return group;
}

void GalleyBuilder::add_list_item(const ListItem& item, const ListMarks& marks, std::size_t index, const FlowScope& scope, TagId list_tag) {
  const TagId li = context_.tags.add(list_tag, TagRole::LI, item.id);
  const TagId label = context_.tags.add(li, TagRole::Lbl, item.id);
  context_.tags.nodes[label].alt = marks.spoken(index);
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
  put_before(row, marks.of(index, {scope.left, mark_baseline(row, scope.text)}, label));
}

}  // namespace nbpublish
