// Blocks in frames: alerts, details, components; and those that other rooms set: listings, tables.
#include <algorithm>

#include "layout/flow/alert_look.h"
#include "layout/flow/cells.h"
#include "layout/flow/galley_builder.h"
#include "layout/inline/glyph_run.h"
#include "layout/listing/listing.h"
#include "layout/table/table.h"

namespace nbpublish {

void GalleyBuilder::add(const CodeBlock&, const Block& block, const FlowScope& scope) { add_listings({&block, 1}, scope); }

void GalleyBuilder::add_listings(std::span<const Block> listings, const FlowScope& scope) {
  const std::size_t first = galley_.rows.size();
  if (previous_ == Previous::LeadIn) pending_cost_ = kBreakBad;
  pending_space_ = 0;                                        // a listing carries its own white
  if (previous_ == Previous::Listing) pending_stretch_ = 0;  // what a program prints stays near it
  ListingRules rules{scope.left, scope.measure, scope.group, scope.parent};
  if (scope.cell) rules.bare = scope.cell->code;
  if (listings.size() > 1) {
    GalleyGroup joined;
    joined.to_grid = true;
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
}

void GalleyBuilder::add(const Table& t, const Block& block, const FlowScope& scope) {
  if (add_turned(t, block, scope)) return;
  const std::size_t first = galley_.rows.size();
  if (previous_ == Previous::LeadIn) pending_cost_ = kBreakBad;
  pending_space_ = 0;
  add_table(context_, t, block, {scope.left, scope.measure, scope.group, scope.parent}, FlowCells(context_), galley_);
  begin_block(first, 0);
  end_block(Previous::Listing, 0, 1);
}

void GalleyBuilder::add(const Alert& a, const Block& block, const FlowScope& scope) {
  const AlertLook look = alert_look(style_, a.kind);
  GalleyGroup group;
  group.top_first = style_.leading;
  group.top_continued = 2 * style_.leading;
  group.bottom_last = style_.leading;
  FlowScope inner = scope;
  inner.parent = context_.tags.add(scope.parent, TagRole::Div, block.id);
  inner.group = open_group(std::move(group), scope);
  if (look.framed) {
    inner.left += style_.alert_inset;
    inner.measure -= 2 * style_.alert_inset;
  }
  const std::size_t first = galley_.rows.size();
  const TagId label = context_.tags.add(context_.tags.add(inner.parent, TagRole::P, block.id), TagRole::Span, block.id);
  GalleyRow row;
  row.group = inner.group;
  row.height = style_.leading;
  row.baseline = style_.leading - style_.baseline_drop;
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
  end_block(Previous::Other, 0, 1);
  previous_ = Previous::Listing;
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

// A quiet box: what is missing here and where it can be used.
void GalleyBuilder::add(const Component& c, const Block& block, const FlowScope& scope) {
  const Length pad = style_.component_pad;
  GalleyGroup group;
  const Length outer = style_.leading / 2, over = pad - Length::pt(3);
  group.top_first = group.top_continued = outer + over;
  group.bottom_last = group.bottom_split = pad + outer;
  group.to_grid = true;
  group.paint = [left = scope.left, width = scope.measure, over, pad](const GroupSegment& s, std::vector<FrameItem>& out) {
    using Kind = PathSegment::Kind;
    Path frame;
    frame.colour = ColourRole::Rule;
    frame.width = Length::pt(0.75);
    const Length inset = Length::pt(0.375), top = s.rows_top() - over + inset, bottom = s.rows_bottom() + pad - inset;
    const Length l = left + inset, r = left + width - inset;
    frame.segments = {{Kind::Move, {Point{l, top}}},
                      {Kind::Line, {Point{r, top}}},
                      {Kind::Line, {Point{r, bottom}}},
                      {Kind::Line, {Point{l, bottom}}},
                      {Kind::Close, {}}};
    out.push_back({kArtifact, 0, 0, 0, std::move(frame)});
  };
  FlowScope inner = scope;
  inner.left += pad;
  inner.measure -= 2 * pad;
  inner.group = open_group(std::move(group), scope);
  inner.parent = context_.tags.add(scope.parent, TagRole::Div, block.id);
  const std::size_t first = galley_.rows.size();
  inner.text = style_.component_title;
  add_text(flatten(context_, {{block.span, Text{c.title}}}, {style_.component_title, ColourRole::Text, Features::Text, {}},
                   context_.tags.add(inner.parent, TagRole::P, block.id)),
           block, inner, {}, Alignment::Ragged);
  Inlines words{{block.span, Text{"This interactive figure runs in the online edition of this chapter"}}};
  if (!c.online_url.empty()) {
    words.push_back({block.span, Text{": "}});
    std::string shown = c.online_url.substr(c.online_url.find("://") == std::string::npos ? 0 : c.online_url.find("://") + 3);
    words.push_back({block.span, Link{ExternalTarget{c.online_url}, "", {{block.span, Text{std::move(shown)}}}}});
  }
  words.push_back({block.span, Text{"."}});
  inner.text = style_.component;
  add_text(flatten(context_, words, {style_.component, ColourRole::Text, Features::Text, {}},
                   context_.tags.add(inner.parent, TagRole::P, block.id)),
           block, inner, {}, Alignment::Ragged);
  keep_whole(galley_.rows, first, galley_.rows.size());
  begin_block(first, 0);
  end_block(Previous::Listing, 0, 1);
}

}  // namespace nbpublish
