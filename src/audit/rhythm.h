// The rhythm of a volume's pages: the white between its pieces, and how full and how like each other its pages are. What can be
// called wrong in a single place is a check's (fault.h).
#pragma once

#include <map>

#include "audit/distances.h"
#include "audit/view.h"

namespace nbpublish {

// Distances are from baseline to baseline, of the text alone: not of contents and lists, notes and cells.
struct Rhythm {
  Distances above_listing;    // behind a paragraph
  Distances below_listing;    // before one
  std::size_t stretched = 0;  // of them, by a line
  // Whole lists that neither begin nor end a page: behind and before a paragraph.
  Distances above_list, below_list;
  std::map<TagRole, Distances> above_heading;  // H2 to H4, behind a paragraph
  std::size_t pages_with_heads = 0;            // two or more of one level and as many lines, behind paragraphs
  std::size_t pages_with_unlike_heads = 0;     // whose distances differ
  Distances below_alert;                       // before a paragraph

  std::size_t spreads = 0, unlike_ends = 0;  // facing pages, neither the last; those that end more than half a line apart
  struct ShortPages {
    std::size_t all = 0;                 // pages that are not last
    std::size_t by_one = 0, by_two = 0;  // lines that they lack
    std::size_t is_long = 0;
    std::size_t by_more = 0, paired = 0;                        // and those whose facing page lacks as many
    std::size_t openers_with_holes = 0, others_with_holes = 0;  // more than three lines
  } short_pages;

  std::size_t listings = 0, split_listings = 0;
  std::size_t code_lines = 0, wrapped_lines = 0;  // that are not blank; of listings whose source is known, outside of tables
  std::size_t wrapped_comments = 0;               // of them, those of which nothing but a comment stands on further rows
  std::size_t name_breaks = 0;                    // inside a name of code in text
};

// Pure.
Rhythm measure_rhythm(const AuditView& view);

}  // namespace nbpublish
