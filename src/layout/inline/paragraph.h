// Paragraphs: from inlines to set lines. The way: flatten -> items -> breaks -> glyph runs.
#pragma once

#include <vector>

#include "frame/shift.h"
#include "layout/inline/line_breaker.h"
#include "layout/inline/paragraph_text.h"

namespace nbpublish {

// One set line. Items, links: x from the left edge of the measure, y from the baseline.
struct SetLine {
  std::vector<FrameItem> items;
  std::vector<LinkArea> links;
  std::vector<std::uint32_t> notes;   // indices of the notes whose marks stand on the line
  std::vector<std::string> places;    // destinations on the line
  Length width;                       // of the ink, from the left edge of the measure
  Length rise;                        // of the highest picture, from the baseline
  bool hyphenated = false;
};

struct ParagraphRules {
  Length measure;
  Length first_indent;
  Alignment alignment = Alignment::Justified;
  bool hyphenate = true;
  NodeId node = 0;
  SourceSpan source;                  // of the block, for complaints
};

// Sets the text. Nothing passes the measure: a piece that cannot be broken by the rules is broken anyway, with
// an `overfull-line` diagnostic at its place; characters that no font has are `missing-glyph`.
std::vector<SetLine> set_paragraph(LayoutContext& context, const ParagraphText& text, const ParagraphRules& rules);

// The same text set in a line more or less than is best for it, as a page may need, where that costs at most `most_demerits`.
struct LengthVariant {
  int lines_more = 0;                 // 1 or -1
  double demerits = 0;                // more than the best way has, see line_cost.h
  std::vector<SetLine> lines;
};
struct ParagraphVariants {
  std::vector<SetLine> best;          // as set_paragraph() gives them
  std::vector<LengthVariant> others;  // the shorter before the longer; no line is looser than the style allows
};
ParagraphVariants set_paragraph_variants(LayoutContext& context, const ParagraphText& text, const ParagraphRules& rules,
                                         double most_demerits);

// Moves everything on the line.
void shift(SetLine& line, Length dx, Length dy);

}  // namespace nbpublish
