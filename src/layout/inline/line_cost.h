// What a line costs: the demerits that the optimal breaker minimises and the reference breaker checks.
// note [optimal line breaking]: Knuth and Plass, "Breaking Paragraphs into Lines", Software - Practice and
// Experience 11 (1981). Badness is 100·|r|³ of the adjustment ratio r; demerits are the square of the line's
// badness and penalty, with extra demerits for neighbours that differ in looseness or begin or end with the same word, for
// hyphens in a row, for gaps that are seen one by one and for a last line that is too short.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/inline/items.h"

namespace nbpublish {

enum class Alignment : std::uint8_t {
  Justified,  // both edges even, the last line natural
  Ragged,     // left edge even
  Balanced,   // ragged, and the last line as long as the others: headings
  Right,      // ragged with an even right edge
  Centered,
};

struct BreakRules {
  Length measure;
  Length first_indent;
  Alignment alignment = Alignment::Justified;
  Length least_last_line;  // a shorter last line costs kShortLastDemerits
  Length hang_limit;       // how far punctuation may hang into the margin
  Length ragged_stretch;   // slack that a ragged line takes at badness 100
};

// How loose a line is, in four classes; neighbours should not be further apart than one.
enum class Fitness : std::uint8_t { Tight, Decent, Loose, VeryLoose };

// A line that would run from one break to another.
struct LineCandidate {
  double ratio = 0;  // r of the word spaces: below -1 the line is too long; > 0 stretched. Letter spaces
                     // give by the same ratio, at most by 1
  double badness = 0;
  Fitness fitness = Fitness::Decent;
  bool hyphenated = false;      // it divides a word
  bool ends_in_hyphen = false;  // of ours or of the author's
  bool last = false;
  bool short_last = false;
  bool hopeless = false;  // too long even without its hyphen: so is every longer line from the same start
};

// Sums of widths over the items, so that any line is measured in constant time.
class ItemSums {
 public:
  explicit ItemSums(const std::vector<InlineItem>& items);
  struct Sum {
    Length width, stretch, shrink, letters;
  };
  // Of the items in [from, to).
  Sum between(std::size_t from, std::size_t to) const;

 private:
  std::vector<Sum> upto_;
};

// True where a line may end at item `at`: a glue after a box, or a penalty that is not forbidden.
// `items.size()` is the paragraph's end.
bool is_legal_break(const std::vector<InlineItem>& items, std::size_t at);
// The first item of a line that follows a break at `at`: glue and penalties are dropped there.
std::size_t line_start(const std::vector<InlineItem>& items, std::size_t at);

// Letter spaces give all they may when word spaces have given this part of what they may: the eye sees a wide gap
// between words sooner than a letter space under 2 %.
inline constexpr double kLettersFullAt = 0.6;

// Adjustment ratio of a line that is `slack` shorter than its measure: the part of their stretch (or shrink) that word
// spaces give, while letter spaces give the part letter_ratio() of theirs. Beyond 1 word spaces give more than they should.
double adjustment_ratio(Length slack, Length stretch, Length shrink, Length letters);
double letter_ratio(double ratio);

// note [ragged lines]: where a line's spaces would have to grow beyond kRaggedRatio, as before a long phrase of code that has
// no place to break, it ends short of the edge instead, its spaces at kRaggedSpaces: a notch in the edge is seen once, wide
// gaps are seen between all words of the line. Of 28 real chapters, 1.6 % of the lines: from 2 times the natural space on 1 %, with a
// standard deviation of the word space of 0.192 in place of 0.183.
inline constexpr double kRaggedRatio = 5.0 / 3;  // at the style's stretch of 1.45, 1.75 times the natural space
inline constexpr double kRaggedSpaces = 0.6;
inline bool is_left_ragged(double ratio) { return ratio > kRaggedRatio; }

// What hangs into the margins where the line of items [start, at) begins and ends.
Length hang_at_start(const std::vector<InlineItem>& items, std::size_t start, std::size_t at);
Length hang_at_end(const std::vector<InlineItem>& items, std::size_t start, std::size_t at);

// Measures the line whose items are [start, at). `first` adds the indent.
LineCandidate measure_line(const std::vector<InlineItem>& items, const ItemSums& sums, const BreakRules& rules, std::size_t start,
                           std::size_t at, bool first);

// Hyphens at the ends of lines in a row that are told apart; one more makes a ladder.
inline constexpr int kMostHyphens = 2;
// Of a ladder. More than any line costs that is not overfull.
inline constexpr double kLadderDemerits = 1e12;

// What a line's demerits need of the line before it. The default: there is none.
struct LineBefore {
  Fitness fitness = Fitness::Decent;
  bool divided = false;                         // it divides a word
  int hyphens = 0;                              // lines in a row, up to it, that end in one; at most kMostHyphens
  std::uint32_t first_word = 0, last_word = 0;  // InlineItem::word; 0 = not compared
};

// The words at the edges of the line of items [start, at).
std::uint32_t first_word(const std::vector<InlineItem>& items, std::size_t start, std::size_t at);
std::uint32_t last_word(const std::vector<InlineItem>& items, std::size_t start, std::size_t at);

// Demerits of the line of items [start, at).
double demerits(const std::vector<InlineItem>& items, const LineCandidate& line, std::size_t start, std::size_t at,
                const LineBefore& before);

}  // namespace nbpublish
