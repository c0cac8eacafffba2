// From a galley and its page breaks to pages of frame items.
#pragma once

#include <string>
#include <vector>

#include "frame/shift.h"
#include "layout/galley/galley.h"
#include "layout/page/page_breaker.h"

namespace nbpublish {

// What the furniture of a page needs to know of its text.
struct PageFacts {
  bool opener = false;  // no running head, drop folio
  bool plain = false;   // neither head nor folio: title pages, part pages, blanks
  std::string section;  // the H2 in force at the page's end; empty before the first
};

struct BuiltPages {
  std::vector<Page> pages;  // x from the left edge of the text block; y from the top of the page
  std::vector<PageFacts> facts;
  std::vector<NodeId> too_high;  // of each page that holds more than fits: the block of what does not
};

// The sides of the spread on which a text begins and on which what follows it begins.
struct TextSides {
  bool starts_recto = true;
  bool is_followed_recto = true;
};

PageRules page_rules(const Style& style, TextSides sides = {});

// Breaks and builds. The first page is an opener if `opener`.
BuiltPages build_pages(const Style& style, Galley galley, bool opener, TextSides sides = {});

}  // namespace nbpublish
