// Paragraphs: from inlines to set lines. The way: flatten -> items -> breaks -> glyph runs.
#pragma once

#include <vector>

#include "layout/inline/line_breaker.h"
#include "layout/inline/paragraph_rules.h"
#include "layout/inline/paragraph_text.h"
#include "layout/inline/set_line.h"

namespace nbpublish {

// Sets the text. Nothing passes the measure: a piece that cannot be broken by the rules is broken anyway, with
// an `overfull-line` diagnostic at its place; characters that no font has are `missing-glyph`.
std::vector<SetLine> set_paragraph(LayoutContext& context, const ParagraphText& text, const ParagraphRules& rules);

// The same text set in a line more or less than is best for it, as a page may need, where that costs at most `most_demerits`.
struct LengthVariant {
  int lines_more = 0;   // 1 or -1
  double demerits = 0;  // more than the best way has, see line_cost.h
  std::vector<SetLine> lines;
};
struct ParagraphVariants {
  std::vector<SetLine> best;          // as set_paragraph() gives them
  std::vector<LengthVariant> others;  // the shorter before the longer; no line is looser than the style allows
};
ParagraphVariants set_paragraph_variants(LayoutContext& context, const ParagraphText& text, const ParagraphRules& rules,
                                         double most_demerits);

}  // namespace nbpublish
