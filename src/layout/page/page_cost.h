// What a page costs: the demerits that the page breaker minimises.
// note [optimal pagination]: the breaks of a chapter are chosen together by dynamic programming over its legal break
// places, as Plass (1981) and Mittelbach ("A general framework for globally optimized pagination", 2016) do, with
// this cost for each page. Counting is in whole lines of the grid, see note [the grid].
#pragma once

#include "layout/galley/galley.h"

namespace nbpublish {

struct PageRules {
  Length line;          // of the grid
  int lines = 40;       // of a full page
  int short_limit = 2;  // lines a page may run short before it looks wrong
  Length note_gap, note_rule;
};

// What is known of a page that would hold rows [first, end).
struct PageCandidate {
  int used = 0;         // lines of the text block
  int notes = 0;        // lines of footnotes, rule and gap included
  int stretch = 0;      // lines that white can grow in sum
  bool last = false;    // of the chapter
  double break_cost = 0;  // of the break at its end
};

// Infinite if the page is over-full.
double page_cost(const PageCandidate& page, const PageRules& rules);

// Lines of white to be added so that the page is full: at most what can stretch, at most two.
int stretch_wanted(const PageCandidate& page, const PageRules& rules);

// Height of the notes of a page in whole lines, given the sum of their rows.
int note_lines(Length rows_height, const PageRules& rules);

}  // namespace nbpublish
