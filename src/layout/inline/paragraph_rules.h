// ParagraphRules: how a paragraph is set.
#pragma once

#include "document/document.h"
#include "layout/inline/line_cost.h"

namespace nbpublish {

struct ParagraphRules {
  Length measure;
  Length first_indent;
  Alignment alignment = Alignment::Justified;
  bool hyphenate = true;
  NodeId node = 0;
  SourceSpan source;  // of the block, for complaints
};

}  // namespace nbpublish
