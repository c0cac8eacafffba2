// Text that is set in a look of its own: headings, captions, titles, entries of lists.
#pragma once

#include "layout/inline/paragraph_rules.h"
#include "style/style.h"

namespace nbpublish {

// Its words are never divided.
inline ParagraphRules display_rules(Length measure, Alignment alignment) {
  ParagraphRules rules;
  rules.measure = measure;
  rules.alignment = alignment;
  rules.hyphenate = false;
  return rules;
}
inline ParagraphRules display_rules(Length measure, Alignment alignment, const Block& block) {
  ParagraphRules rules = display_rules(measure, alignment);
  rules.node = block.id;
  rules.source = block.span;
  return rules;
}

// How far a baseline of the look stands above the lower edge of its line: in proportion to the leading.
inline Length baseline_drop(const Style& style, const TextStyle& look) {
  return style.baseline_drop.scaled(look.leading.units(), style.leading.units());
}

}  // namespace nbpublish
