#include "layout/flow/galley_builder.h"

#include <algorithm>
#include <utility>

#include "document/callouts.h"
#include "document/output_of.h"
#include "layout/inline/display_text.h"

namespace nbpublish {
namespace {

// A paragraph that is a line longer or shorter than it likes is less than a page that ends a line early; each hyphen that it needs
// more counts half of one, in demerits (40'000) and beside them, and of its lines none is looser than kVariantTolerance (paragraph.cc).
constexpr double kVariantCost = 2'000, kCostOfDemerits = 0.2, kMostVariantDemerits = 400'000;
constexpr double kMoreHyphen = 15'000;

int hyphens_of(const std::vector<SetLine>& lines) { return static_cast<int>(std::ranges::count_if(lines, &SetLine::hyphenated)); }

}  // namespace

GalleyBuilder::GalleyBuilder(LayoutContext& context) : context_(context), style_(context.style) {}

FlowScope GalleyBuilder::top_scope() const {
  FlowScope scope;
  scope.measure = style_.measure;
  scope.text = style_.text;
  return scope;
}

// Baselines of running text stand on the grid; a smaller text keeps the proportion.
Length GalleyBuilder::drop(const TextStyle& text) const { return baseline_drop(style_, text); }

void GalleyBuilder::add_blocks(const Blocks& blocks, const FlowScope& scope) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto* heading = as<Heading>(blocks[i]);
    const auto* paragraph = i + 1 < blocks.size() ? as<Paragraph>(blocks[i + 1]) : nullptr;
    if (heading != nullptr && heading->level >= 5 && paragraph != nullptr) {
      add_run_in(*heading, blocks[i], *paragraph, blocks[i + 1], scope);
      ++i;
      continue;
    }
    std::size_t joined = 1;
    while (i + joined < blocks.size() && is_output_of(blocks[i + joined - 1], blocks[i + joined])) ++joined;
    if (joined > 1) {
      add_listings({&blocks[i], joined}, scope);
      i += joined - 1;
      continue;
    }
    const auto* list = as<List>(blocks[i]);
    if (style_.callout_draw && list != nullptr && i > 0 && !scope.cell && is_key_of(blocks[i - 1], blocks[i])) {
      add_callout_key(*list, blocks[i], scope);
      continue;
    }
    std::visit([&](const auto& content) { add(content, blocks[i], scope); }, blocks[i].content);
  }
}

void GalleyBuilder::begin_block(std::size_t first, int before, int stretch) {
  if (first >= galley_.rows.size()) return;
  GalleyRow& row = galley_.rows[first];
  row.space_before = first == 0 ? 0 : std::max(before, pending_space_);
  row.stretch_before = std::max(stretch, pending_stretch_);
  row.stretches_well = std::exchange(pending_well_, false) && row.stretch_before > 0;
  row.break_cost = std::max({row.break_cost, pending_keep_ ? kBreakForbidden : kBreakFree, pending_cost_});
  for (std::string& name : pending_places_) row.places.push_back({std::move(name), {}});
  pending_places_.clear();
  if (!galley_.figures.empty() && galley_.figures.back().end == first)
    galley_.figures.back().space_without = std::max({galley_.figures.back().space_without, before, pending_space_});
  pending_space_ = pending_stretch_ = 0;
  pending_keep_ = false;
  pending_cost_ = 0;
}

void GalleyBuilder::end_block(Previous kind, int after, int stretch) {
  previous_ = kind;
  pending_space_ = after;
  pending_stretch_ = stretch;
}

int GalleyBuilder::open_group(GalleyGroup group, const FlowScope& scope) {
  group.parent = scope.group;
  galley_.groups.push_back(std::move(group));
  return static_cast<int>(galley_.groups.size()) - 1;
}

std::size_t GalleyBuilder::add_text(const ParagraphText& text, const Block& block, const FlowScope& scope, Length indent,
                                    Alignment alignment) {
  if (text.text.empty()) {
    // Places alone: what follows is meant.
    for (const TextPlace& place : text.places) pending_places_.push_back(place.name);
    return galley_.rows.size();
  }
  ParagraphRules rules;
  rules.measure = scope.measure;
  rules.first_indent = indent;
  rules.alignment = alignment;
  rules.hyphenate = alignment == Alignment::Justified;
  rules.node = block.id;
  rules.source = block.span;
  const auto row_made_of = [&](SetLine line) {
    GalleyRow row = row_of(std::move(line), scope.text.leading, drop(scope.text), scope.left);
    row.group = scope.group;
    return row;
  };
  const std::size_t first = galley_.rows.size();
  // Only what stands on the grid makes a page's lines more or fewer.
  const bool on_grid = alignment == Alignment::Justified && !scope.in_note && scope.text.leading == style_.leading;
  ParagraphVariants ways = on_grid ? set_paragraph_variants(context_, text, rules, kMostVariantDemerits)
                                   : ParagraphVariants{set_paragraph(context_, text, rules), {}};
  const auto add_lines = [&](std::vector<GalleyRow>& rows, std::vector<SetLine>& lines) {
    bool divided = false;  // a word at the end of the line before
    for (SetLine& line : lines) {
      const double cost = std::exchange(divided, line.hyphenated) ? kBreakHyphen : kBreakFree;
      rows.push_back(row_made_of(std::move(line)));
      rows.back().break_cost = cost;
    }
  };
  const int hyphens = hyphens_of(ways.best);
  add_lines(galley_.rows, ways.best);
  for (LengthVariant& way : ways.others) {
    const double cost = kVariantCost + way.demerits * kCostOfDemerits + kMoreHyphen * std::max(hyphens_of(way.lines) - hyphens, 0);
    RowVariant variant{first, galley_.rows.size(), way.lines_more, cost, {}, galley_.rows[first].items.size()};
    add_lines(variant.rows, way.lines);
    keep_paragraph_together(variant.rows, 0, variant.rows.size());
    galley_.variants.push_back(std::move(variant));
  }
  keep_paragraph_together(galley_.rows, first, galley_.rows.size());
  return first;
}

// A heading keeps two lines: where the first thing below it is one line, it keeps what follows that.
void GalleyBuilder::keep_second_lines() {
  for (const std::size_t heading : headings_) {
    const std::size_t second = heading + 2;
    if (second >= galley_.rows.size() || galley_.rows[heading + 1].height >= 2 * style_.leading) continue;
    if (std::binary_search(headings_.begin(), headings_.end(), heading + 1) ||
        std::binary_search(headings_.begin(), headings_.end(), second))
      continue;
    galley_.rows[second].break_cost = std::max(galley_.rows[second].break_cost, kBreakBad);
  }
}

void GalleyBuilder::settle_places() {
  if (pending_places_.empty()) return;
  if (galley_.rows.empty()) galley_.rows.emplace_back();
  for (std::string& name : pending_places_) galley_.rows.back().places.push_back({std::move(name), {}});
  pending_places_.clear();
}

Galley GalleyBuilder::take() {
  settle_places();
  keep_second_lines();
  headings_.clear();
  add_notes();
  settle_notes();
  return std::exchange(galley_, {});
}

Galley flow_document(LayoutContext& context, const Document& document, bool has_entries) {
  GalleyBuilder builder(context);
  builder.use_notes(document.notes);
  FlowScope scope = builder.top_scope();
  scope.has_entries = has_entries;
  builder.add_blocks(document.blocks, scope);
  builder.add_online_address();
  return builder.take();
}

Galley flow_blocks(LayoutContext& context, const Blocks& blocks) {
  GalleyBuilder builder(context);
  builder.add_blocks(blocks, builder.top_scope());
  return builder.take();
}

}  // namespace nbpublish
