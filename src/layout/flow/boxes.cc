// Blocks in frames: alerts, details, components; and those that other rooms set: listings, tables.
#include <algorithm>

#include "layout/flow/alert_look.h"
#include "layout/flow/cells.h"
#include "layout/flow/galley_builder.h"
#include "layout/inline/glyph_run.h"
#include "layout/listing/listing.h"
#include "layout/table/table.h"

namespace nbpublish {
namespace {

// At the top of a page an alert's rule, or its frame, stands at the edge of the block; its text is on the grid all the same.
constexpr Length kWhiteAtTop = Length::pt(4), kFrameAtTop = Length::pt(0.25), kLabelRise = Length::pt(1.5);
// Above what runs online alone: a short rule, and its name and address so far apart.
constexpr Length kNameRule = Length::pt(0.75), kNameRuleWidth = Length::pt(72), kNameRuleAbove = Length::pt(5), kNameGap = Length::pt(13);

// Where the words of a row end.
Length right_of(const GalleyRow& row) {
  Length right;
  for (const FrameItem& item : row.items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) right = std::max(right, run->origin.x + run->width);
  return right;
}

// Moves what `from` shows to `into`, further right.
void join_rows(GalleyRow& into, GalleyRow& from, Length right) {
  for (FrameItem& item : from.items) {
    shift(item, right, {});
    into.items.push_back(std::move(item));
  }
  for (LinkArea& link : from.links) {
    link.rect.x += right;
    into.links.push_back(std::move(link));
  }
  from.items.clear();
  from.links.clear();
}

}  // namespace

void GalleyBuilder::add(const CodeBlock&, const Block& block, const FlowScope& scope) { add_listings({&block, 1}, scope); }

void GalleyBuilder::add_listings(std::span<const Block> listings, const FlowScope& scope) {
  const std::size_t first = galley_.rows.size();
  if (previous_ == Previous::LeadIn) pending_cost_ = kBreakBad;
  pending_space_ = 0;                         // a listing carries its own white
  if (has_own_white()) pending_stretch_ = 0;  // what a program prints stays near it
  ListingRules rules{scope.left, scope.measure, scope.group, scope.parent};
  if (scope.cell) rules.bare = scope.cell->code;
  if (listings.size() > 1) {
    GalleyGroup joined;
    joined.to_grid = true;
    joined.most_slack_above = style_.code_most_slack;
    rules.group = open_group(std::move(joined), scope);
  }
  for (const Block& block : listings) {
    const CodeBlock& c = *as<CodeBlock>(block);
    if (!c.info.label.empty() && c.number.empty() && c.caption.empty()) pending_places_.push_back(context_.chapter + "#" + c.info.label);
    rules.joined_above = &block != &listings.front();
    rules.joined_below = &block != &listings.back();
    const std::size_t begin = galley_.rows.size();
    add_listing(context_, c, block, rules, galley_);
    if (rules.joined_above) galley_.rows[begin].break_cost = kBreakBad;
  }
  const int white = scope.cell ? 1 : 0;  // a bare listing has none of its own
  begin_block(first, white);
  end_block(Previous::Listing, white, 1);
  if (listings.size() > 1) return;
  const GalleyGroup& group = galley_.groups.back();
  Length rows;
  for (std::size_t i = first; i < galley_.rows.size(); ++i) rows += galley_.rows[i].height;
  pending_well_ = scope.group < 0 && loses_space(group, group.top_first, rows, group.bottom_last, style_.leading);
}

void GalleyBuilder::add(const Table& t, const Block& block, const FlowScope& scope) {
  if (add_turned(t, block, scope)) return;
  const std::size_t first = galley_.rows.size();
  if (previous_ == Previous::LeadIn) pending_cost_ = kBreakBad;
  pending_space_ = 0;
  add_table(context_, t, block, {scope.left, scope.measure, scope.group, scope.parent}, FlowCells(context_), galley_);
  // As around a figure, more white is not seen.
  pending_well_ = scope.group < 0;
  begin_block(first, 0, scope.group < 0 ? 1 : 0);
  end_block(Previous::Listing, 0, 1);
  pending_well_ = scope.group < 0;
}

void GalleyBuilder::add(const Alert& a, const Block& block, const FlowScope& scope) {
  const AlertLook look = alert_look(style_, a.kind);
  // Two alerts without frames share a rule.
  const bool is_joined = previous_ == Previous::Alert && last_alert_ >= 0 && !look.framed;
  if (is_joined) close_up_alert(last_alert_);
  GalleyGroup group;
  group.top_first = style_.leading;
  group.top_of_page = look.framed ? kFrameAtTop : kWhiteAtTop;
  group.top_continued = style_.leading;
  group.bottom_last = style_.leading;
  FlowScope inner = scope;
  inner.parent = context_.tags.add(scope.parent, TagRole::Div, block.id);
  inner.group = open_group(std::move(group), scope);
  inner.left += look.framed ? style_.alert_inset : style_.alert_indent;
  inner.measure -= look.framed ? 2 * style_.alert_inset : style_.alert_indent;
  const std::size_t first = galley_.rows.size();
  const TagId label = context_.tags.add(context_.tags.add(inner.parent, TagRole::P, block.id), TagRole::Span, block.id);
  GalleyRow row;
  row.group = inner.group;
  row.height = style_.leading;
  row.baseline = style_.leading - style_.baseline_drop;
  row.less_at_top = look.framed ? kFrameAtTop : kWhiteAtTop;
  row.rise_at_top = look.framed ? Length{} : kLabelRise;
  row.items = alert_label_items(context_, a.kind, "", label, scope.left, scope.measure);
  for (FrameItem& item : row.items) item.node = block.id;
  galley_.rows.push_back(std::move(row));
  if (previous_ == Previous::LeadIn) pending_cost_ = kBreakBad;
  pending_space_ = 0;
  begin_block(first, 0);
  pending_keep_ = true;
  previous_ = Previous::Heading;
  add_blocks(a.blocks, inner);
  const std::size_t lines = galley_.rows.size() - first - 1;
  if (static_cast<int>(lines) <= style_.alert_whole) keep_whole(galley_.rows, first, galley_.rows.size());
  else
    for (std::size_t i = first + 1; i < galley_.rows.size(); ++i)
      galley_.rows[i].break_cost =
          std::max(galley_.rows[i].break_cost, i < first + 3 || i + 2 > galley_.rows.size() ? kBreakForbidden : kBreakPoor);
  galley_.groups[static_cast<std::size_t>(inner.group)].paint = alert_painter(context_, a.kind, scope.left, scope.measure);
  pending_keep_ = false;
  end_block(Previous::Alert, 0);
  last_alert_ = look.framed ? -1 : inner.group;
}

// The alert that follows draws the rule between the two.
void GalleyBuilder::close_up_alert(int alert) {
  GalleyGroup& group = galley_.groups[static_cast<std::size_t>(alert)];
  group.bottom_last = {};
  group.paint = [paint = std::move(group.paint)](GroupSegment segment, std::vector<FrameItem>& out) {
    segment.last = false;
    paint(segment, out);
  };
}

// On paper a folded part is open: its summary in strong text, then what it holds.
void GalleyBuilder::add(const Details& d, const Block& block, const FlowScope& scope) {
  FlowScope inner = scope;
  inner.parent = context_.tags.add(scope.parent, TagRole::Div, block.id);
  if (!d.summary.empty()) {
    const Inlines strong{{block.span, Strong{d.summary}}};
    const ParagraphText text = flatten(context_, strong, base(scope), context_.tags.add(inner.parent, TagRole::P, block.id));
    begin_block(add_text(text, block, inner, {}, Alignment::Ragged), 1);
    end_block(Previous::Heading, 0);
    pending_keep_ = true;
  }
  add_blocks(d.blocks, inner);
  pending_keep_ = false;
  pending_space_ = std::max(pending_space_, 1);
}

// What is missing here, and where it can be used: a short rule, the name, the address on the same line where both have room.
void GalleyBuilder::add(const Component& c, const Block& block, const FlowScope& scope) {
  GalleyGroup group;
  group.top_first = group.top_continued = group.bottom_last = group.bottom_split = style_.leading;
  group.top_of_page = kWhiteAtTop;
  group.paint = [left = scope.left](const GroupSegment& s, std::vector<FrameItem>& out) {
    const Length y = s.rows_top() - std::min(kNameRuleAbove, s.above);
    out.push_back({kArtifact, 0, 0, 0, Fill{{left, y, kNameRuleWidth, kNameRule}, ColourRole::Rule}});
  };
  FlowScope inner = scope;
  inner.group = open_group(std::move(group), scope);
  inner.parent = context_.tags.add(scope.parent, TagRole::Div, block.id);
  const std::size_t first = galley_.rows.size();
  const auto add_words = [&](const Inlines& words, const TextStyle& look) {
    inner.text = look;
    const TagId tag = context_.tags.add(inner.parent, TagRole::P, block.id);
    return add_text(flatten(context_, words, {look, ColourRole::Text, Features::Text, {}}, tag), block, inner, {}, Alignment::Ragged);
  };
  add_words({{block.span, Text{"Try it: " + c.title}}}, style_.component_title);
  if (!c.online_url.empty()) {
    online_ = {c.online_url, block.id, block.span};
    const std::size_t address = add_words({link_to_online(c.online_url, block.span)}, style_.component);
    const bool is_one_line = address == first + 1 && galley_.rows.size() == address + 1;
    const Length room = scope.left + scope.measure - right_of(galley_.rows[address]);
    if (is_one_line && right_of(galley_.rows[first]) + kNameGap <= scope.left + room)
      join_rows(galley_.rows[first], galley_.rows[address], room);
    if (is_one_line && galley_.rows[address].items.empty()) galley_.rows.pop_back();
  }
  keep_whole(galley_.rows, first, galley_.rows.size());
  galley_.rows[first].less_at_top = kWhiteAtTop;
  galley_.rows[first].rise_at_top = kLabelRise;
  if (previous_ == Previous::LeadIn) pending_cost_ = kBreakBad;
  pending_space_ = 0;
  begin_block(first, 0);
  end_block(Previous::Alert, 0);
  last_alert_ = -1;
}

}  // namespace nbpublish
