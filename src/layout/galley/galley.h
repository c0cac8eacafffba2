// Galley: a chapter as one long column of rows, before pages are made of it.
// note [the grid]: every page is a whole number of lines of the baseline grid. Rows of running text are one
// line high; what has another leading (code, tables, figures) stands in a group whose height is brought to
// whole lines; so has a list, with half a line above and below it. So page making counts in whole lines and everything
// that follows such a group is back on the grid.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layout/inline/paragraph.h"

namespace nbpublish {

// Costs of a page break, in the unit of the page breaker's demerits (page_cost.h).
inline constexpr double kBreakFree = 0;
inline constexpr double kBreakPair = 20;         // parts two lines of a paragraph from it: three are better
inline constexpr double kBreakPoor = 1'000;      // a place that readers notice
inline constexpr double kBreakHyphen = 200'000;  // in the middle of a word: rather than that, a page ends three lines early
inline constexpr double kBreakBad = 2'000'000;   // breaks a rule of the design; only to avoid worse
inline constexpr double kBreakForbidden = 1e9;   // only if no page could be made otherwise

// The part of a group that stands on one page.
struct GroupSegment {
  Rect box;             // from the group's first row to its last with its inner space; x = 0 is the block's left edge
  bool first = true;    // the group begins on this page
  bool last = true;     // and ends on it
  Length above, below;  // of the box: the space above its first row and below its last, as they are on this page

  // Where the rows begin and end. What is drawn stands where they say: how much white is above them is the page's business.
  Length rows_top() const { return box.y + above; }
  Length rows_bottom() const { return box.bottom() - below; }
};
// Draws a group's frame, rules, ground and repeated head for one page, below its rows.
using GroupPainter = std::function<void(const GroupSegment&, std::vector<FrameItem>&)>;

// A stretch of rows with something in common: a listing, a table, an alert.
struct GalleyGroup {
  int parent = -1;
  Length top_first;                        // space inside the group above its first row
  std::optional<Length> top_of_page;       // the same at the top of a page, if it is another there
  Length top_continued;                    // on a page where the group continues (room for a repeated head)
  Length bottom_last;                      // below its last row
  Length bottom_split;                     // below the last row of a page that is not the last
  bool closes_up_at_foot = false;          // where a page ends in it or with it, it has no space above and below
  bool to_grid = false;                    // bring the segment's height to whole lines
  std::optional<Length> most_slack_above;  // of what that adds; half of it if unset, nothing at the top of a page
  Length may_lose;                         // or that much of its space goes, evenly above and below, to save a line
  GroupPainter paint;
};

// A group's segment of some height brought to the grid.
struct FittedGroup {
  Length above, below;  // inside, as they are now
  Length slack_above;   // outside, above it
  Length height;        // of all
};
FittedGroup fit_group(const GalleyGroup& group, Length above, Length rows, Length below, bool begins_page, Length line);
// Whether it gives of its space to be a line lower.
bool loses_space(const GalleyGroup& group, Length above, Length rows, Length below, Length line);

struct NamedPlace {
  std::string name;
  Point place;
};

// An indivisible horizontal slice of the column.
struct GalleyRow {
  int group = -1;  // innermost group
  Length height;
  Length baseline;                 // of its first line of text, from its top: where a mark before it stands; zero if it has no text
  int space_before = 0;            // whole lines of white, dropped at the top of a page; outside groups that begin here
  bool drops_at_foot = false;      // shows nothing: where a page would end with it, it is not set
  int stretch_before = 0;          // lines that white may grow to fill a page
  bool stretches_well = false;     // the first of them is not seen: beside a figure, or given back to a group above that has lost some
  int shrink_before = 0;           // lines that it may lose: all of a page do, or none
  int grow_before = 0;             // and that it may gain, likewise
  Length rise_at_top;              // at the top of a page what it shows stands so much higher
  Length less_at_top;              // and it takes so much less room there
  double break_cost = kBreakFree;  // of a page break before this row
  std::vector<FrameItem> items;    // x from the block's left edge, y from the row's top
  std::vector<LinkArea> links;
  std::vector<NamedPlace> places;
  std::vector<std::uint32_t> notes;  // that it marks first: indices into Galley::notes
  std::string section;               // set on the row of an H2: the running head from here on
  // Slices of one table row: `items` up to these indices are its first cell's, its second's ... Slices on one page are
  // read cell by cell.
  std::vector<std::size_t> part_ends;
  bool is_further_slice = false;  // of the table row that the row before belongs to
};

struct Galley;

// A footnote: a small galley of its own.
struct GalleyNote {
  std::shared_ptr<const Galley> body;
};

// A paragraph set a line longer or shorter than it likes: what a page that holds all of it may take instead.
struct RowVariant {
  std::size_t first = 0, end = 0;  // the paragraph's rows
  int lines_more = 0;              // 1 or -1
  double cost = 0;                 // in the unit of the page breaker
  std::vector<GalleyRow> rows;     // text, links and places of the lines alone
  std::size_t own_items = 0;       // how many items of row `first` are its line's; what stands before them, as a bullet, stays
};

// A figure's picture set smaller, so that it takes whole lines less: what a page on which it would not fit may take instead.
struct FigureSize {
  double cost = 0;  // in the unit of the page breaker
  Length height;    // of its row
  std::vector<FrameItem> items;
  std::vector<LinkArea> links;
};

// A figure: rows [first, end). One that may move can stand at the top of the next page instead, and of its own if it
// has been spoken of before.
struct GalleyFigure {
  std::size_t first = 0, end = 0;
  bool may_move = false;                 // on the outermost level
  bool is_announced = false;             // by a lead-in: it moves only to avoid a hole
  std::optional<std::size_t> reference;  // the row of the same section that refers to it
  int space_without = 0;                 // lines of white before row `end` if the figure stands elsewhere
  std::vector<FigureSize> sizes;         // of row `first`: one line lower, two ...
};

struct Galley {
  std::vector<GalleyRow> rows;
  std::vector<GalleyGroup> groups;
  std::vector<GalleyNote> notes;      // in the order in which the rows mark them
  std::vector<RowVariant> variants;   // by their paragraphs' order
  std::vector<GalleyFigure> figures;  // in their order
};

// Lines of white before a row that stands below a figure at the top of a page.
inline int space_below_top(const GalleyRow& row) { return row.space_before > 0 ? row.space_before : 1; }

// Puts a row before all others.
void put_first(Galley& galley, GalleyRow row);

// True if `group` is `ancestor` or inside it; every group is inside -1.
bool is_inside(const Galley& galley, int group, int ancestor);
// The child of `ancestor` that holds `group` (which is inside it and not equal).
int child_towards(const Galley& galley, int ancestor, int group);
// True if the group has a row before `row` / from `row` on.
bool group_begins_before(const Galley& galley, int group, std::size_t row);
bool group_goes_on_at(const Galley& galley, int group, std::size_t row);
// True if no group stands on both sides of the place before `row`.
bool is_between_groups(const Galley& galley, std::size_t row);

}  // namespace nbpublish
