// What a page costs: the demerits that the page breaker minimises.
// note [optimal pagination]: the breaks of a chapter are chosen together by dynamic programming over its legal break
// places, as Plass (1981) and Mittelbach ("A general framework for globally optimized pagination", 2016) do, with
// this cost for each page and each pair of facing pages. Counting is in whole lines of the grid, see note [the grid].
#pragma once

#include "layout/galley/galley.h"

namespace nbpublish {

struct PageRules {
  Length line;          // of the grid
  int lines = 40;       // of a full page
  int short_limit = 2;  // lines a page may run short before it looks wrong
  int long_limit = 0;   // lines more than `lines` that two facing pages may both have
  Length note_gap, note_rule;
  bool starts_recto = true;       // the side of the first page
  bool is_followed_recto = true;  // what comes behind the last page begins on a recto: behind another one stands a blank page
};

// What is known of a page that would hold rows [first, end).
struct PageCandidate {
  int used = 0;           // lines of the text block
  int notes = 0;          // lines of footnotes, rule and gap included
  int stretch = 0;        // lines that white can grow in sum
  int good_stretch = 0;   // those of them that nobody sees
  int white = 0;          // lines that it was given, at most most_white()
  int shrink = 0;         // lines that the white above its headings can lose in sum
  bool is_tight = false;  // and has lost: all of them, so that headings of one page look alike
  int grow = 0;           // and that above those of another level can gain
  bool is_loose = false;  // and has gained: all of them
  bool first = false;     // of the chapter
  bool last = false;
  bool splits_note = false;   // a note goes on to the next page
  bool late_note = false;     // a note begins on a later page than its mark
  bool parts_figure = false;  // from the lead-in that announces it, or from its section
  bool moves_figure = false;  // a figure does not stand at its place in the text, but above it or on the next page
  double break_cost = 0;      // of the break at its end
  double reset_cost = 0;      // of a paragraph that is set longer or shorter for its sake
};

inline bool is_overfull(const PageCandidate& page, const PageRules& rules) {
  return page.used + page.notes > rules.lines + rules.long_limit;
}

// Infinite if the page is over-full.
double page_cost(const PageCandidate& page, const PageRules& rules);

// Of a chapter's last page on a recto, whose back stays blank: a leaf for a few lines.
double blank_back_cost(const PageCandidate& page, const PageRules& rules);

// Lines of white that may be added: until the page is full, at most what can stretch, at most three.
int most_white(const PageCandidate& page, const PageRules& rules);

// Lines that the page ends early, its white given; negative if it is long.
int missing_lines(const PageCandidate& page, const PageRules& rules);

// Pages that lack more lines than this are not told apart: they are bad enough by themselves.
inline constexpr int kMostMissing = 6;
// Nor those that are longer by more.
inline constexpr int kMostLong = 2;

// Facing pages should end at the same line, be it the last, one above it or below. A chapter's last page ends where it ends.
double spread_cost(const PageCandidate& verso, const PageCandidate& recto, const PageRules& rules);

// Height of the notes of a page in whole lines, given the sum of their rows.
int note_lines(Length rows_height, const PageRules& rules);

}  // namespace nbpublish
