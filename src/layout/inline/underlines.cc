#include "layout/inline/underlines.h"

#include <algorithm>
#include <ranges>
#include <variant>

namespace nbpublish {
namespace {

// Underline of external links: thickness and depth below the baseline (docs/design.md, Code in text and links).
constexpr Length kUnderline = Length::pt(0.5), kUnderlineDepth = Length::pt(1.5);
constexpr Length kStrike = Length::pt(0.75);  // thinner ones break up on a press

// Prolongs the rule that ends where this one begins, so that a link has one underline.
void extend_rule(std::vector<FrameItem>& items, const Fill& rule, NodeId node) {
  for (FrameItem& item : std::views::reverse(items)) {
    auto* fill = std::get_if<Fill>(&item.content);
    if (fill == nullptr || fill->rect.right() != rule.rect.x || fill->rect.y != rule.rect.y || fill->colour != rule.colour) continue;
    fill->rect.width = rule.rect.right() - fill->rect.x;
    return;
  }
  items.push_back({kArtifact, node, 0, 0, rule});
}

}  // namespace

void add_underlines(std::vector<FrameItem>& items, const InlineStyle& style, NodeId node, Length from, Length to) {
  if (style.underline) extend_rule(items, {{from, kUnderlineDepth, to - from, kUnderline}, style.colour}, node);
  if (style.strikeout) extend_rule(items, {{from, -style.size.scaled(0.26), to - from, kStrike}, style.colour}, node);
}

void end_underlines_at_edges(std::vector<FrameItem>& items, Length measure) {
  std::erase_if(items, [&](FrameItem& item) {
    auto* fill = std::get_if<Fill>(&item.content);
    if (fill == nullptr) return false;
    const Length left = std::max(fill->rect.x, Length{}), right = std::min(fill->rect.right(), measure);
    fill->rect.x = left;
    fill->rect.width = right - left;
    return right <= left;
  });
}

}  // namespace nbpublish
