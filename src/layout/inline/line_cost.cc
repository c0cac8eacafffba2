#include "layout/inline/line_cost.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace nbpublish {
namespace {

// A line costs something by itself, so that of two equally even paragraphs the shorter one wins (TeX's 10).
constexpr double kLinePenalty = 10;
// Two hyphens in a row, in squared units like TeX's \doublehyphendemerits; high enough that three in a row
// are rarer than one loose line. Three are never set, see kLadderDemerits.
constexpr double kDoubleHyphenDemerits = 100'000;
// A hyphen on the last line but one leaves a word-part alone.
constexpr double kFinalHyphenDemerits = 300'000;
// Neighbouring lines more than one fitness class apart (TeX's \adjdemerits).
constexpr double kFitnessDemerits = 10'000;
// A last line shorter than the rule asks: a hyphen more, or a line of badness 250, is better.
constexpr double kShortLastDemerits = 400'000;
// A line looser than this has gaps that are seen one by one: at the style's stretch of 1.45, spaces of 1.4 times their width.
// As bad as a hyphen: a division is taken to avoid it.
constexpr double kGapRatio = 0.9;
constexpr double kGapDemerits = 50'000;
// Two lines in a row that begin, or end, with the same word: the eye may skip one. Less than a hyphen costs.
constexpr double kStackedWordDemerits = 8'000;
// Beyond this ratio a line is as bad as can be told; keeps sums finite.
constexpr double kWorstRatio = 100;

// Where all lines are ragged, their ends may differ by so much more.
constexpr double kUnevenRatio = 10.0 / 3;

double badness_of(double ratio, bool is_justified) {
  const double size = std::abs(ratio), most = is_justified ? kRaggedRatio : kUnevenRatio;
  if (ratio <= most) return 100 * size * size * size;
  // A ragged line's spaces are not wide; each further step is a longer notch.
  return 100 * (most * most * most + size - most);
}

Fitness fitness_of(double ratio) {
  if (ratio < -0.5) return Fitness::Tight;
  if (ratio <= 0.5) return Fitness::Decent;
  return ratio <= 1 ? Fitness::Loose : Fitness::VeryLoose;
}

}  // namespace

double adjustment_ratio(Length slack, Length stretch, Length shrink, Length letters) {
  if (slack.is_zero()) return 0;
  const double sign = slack > Length{} ? 1 : -1;
  const double spaces = (slack > Length{} ? stretch : shrink).points(), wanted = abs(slack).points();
  const double together = spaces + letters.points() / kLettersFullAt;
  if (wanted <= kLettersFullAt * together) return sign * wanted / together;
  // Without a space that gives, as in a long phrase of code, the line stays ragged: what it lacks is counted in what its letters give.
  if (spaces <= 0) return sign * (sign > 0 && together > 0 ? std::min(wanted / together, kWorstRatio) : kWorstRatio);
  return sign * std::min((wanted - letters.points()) / spaces, kWorstRatio);
}

double letter_ratio(double ratio) { return std::clamp(ratio / kLettersFullAt, -1.0, 1.0); }

ItemSums::ItemSums(const std::vector<InlineItem>& items) : upto_(items.size() + 1) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    Sum sum = upto_[i];
    if (items[i].kind != InlineItem::Kind::Penalty) sum.width += items[i].width;
    sum.stretch += items[i].stretch;
    sum.shrink += items[i].shrink;
    sum.letters += items[i].letters;
    upto_[i + 1] = sum;
  }
}

ItemSums::Sum ItemSums::between(std::size_t from, std::size_t to) const {
  return {upto_[to].width - upto_[from].width, upto_[to].stretch - upto_[from].stretch, upto_[to].shrink - upto_[from].shrink,
          upto_[to].letters - upto_[from].letters};
}

bool is_legal_break(const std::vector<InlineItem>& items, std::size_t at) {
  if (at == items.size()) return true;
  const InlineItem& item = items[at];
  if (item.kind == InlineItem::Kind::Glue) return at > 0 && items[at - 1].kind == InlineItem::Kind::Box;
  return item.kind == InlineItem::Kind::Penalty && item.penalty < kForbidden;
}

std::size_t line_start(const std::vector<InlineItem>& items, std::size_t at) {
  std::size_t start = at;
  // A forced break ends its own line only: the next forced one makes an empty line.
  while (start < items.size() && items[start].kind != InlineItem::Kind::Box) {
    if (start > at && items[start].kind == InlineItem::Kind::Penalty && items[start].penalty <= kForced) break;
    ++start;
  }
  return start;
}

Length hang_at_start(const std::vector<InlineItem>& items, std::size_t start, std::size_t at) {
  return start < at && items[start].kind == InlineItem::Kind::Box ? items[start].hang_left : Length{};
}

Length hang_at_end(const std::vector<InlineItem>& items, std::size_t start, std::size_t at) {
  if (at < items.size() && items[at].hyphen) return items[at].hang_right;
  while (at > start && items[at - 1].kind == InlineItem::Kind::Penalty) --at;
  return at > start && items[at - 1].kind == InlineItem::Kind::Box ? items[at - 1].hang_right : Length{};
}

namespace {

bool ends_in_written_hyphen(const std::vector<InlineItem>& items, std::size_t start, std::size_t at) {
  while (at > start && items[at - 1].kind != InlineItem::Kind::Box) --at;
  return at > start && items[at - 1].hyphen;
}

}  // namespace

LineCandidate measure_line(const std::vector<InlineItem>& items, const ItemSums& sums, const BreakRules& rules, std::size_t start,
                           std::size_t at, bool first) {
  LineCandidate line;
  line.last = at == items.size() || (items[at].kind == InlineItem::Kind::Penalty && items[at].penalty <= kForced);
  ItemSums::Sum sum = sums.between(std::min(start, at), at);
  if (first) sum.width += rules.first_indent;
  const bool ragged = rules.alignment != Alignment::Justified;
  if (!ragged) sum.width -= hang_at_start(items, start, at);
  line.hopeless = sum.width - (ragged ? Length{} : sum.shrink + sum.letters + rules.hang_limit) > rules.measure;
  if (at < items.size() && items[at].kind == InlineItem::Kind::Penalty) {
    sum.width += items[at].width;
    line.hyphenated = items[at].hyphen;
  }
  line.ends_in_hyphen = line.hyphenated || ends_in_written_hyphen(items, start, at);
  if (!ragged) sum.width -= hang_at_end(items, start, at);
  const Length slack = rules.measure - sum.width;
  if (slack < Length{}) {
    line.ratio = adjustment_ratio(slack, {}, ragged ? Length{} : sum.shrink, ragged ? Length{} : sum.letters);
  } else if (line.last && rules.alignment != Alignment::Balanced) {
    line.ratio = 0;
    line.short_last = !first && at == items.size() && sum.width < rules.least_last_line;
  } else {
    line.ratio = adjustment_ratio(slack, ragged ? rules.ragged_stretch : sum.stretch, {}, ragged ? Length{} : sum.letters);
  }
  line.badness = badness_of(line.ratio, !ragged);
  line.fitness = fitness_of(line.ratio);
  return line;
}

std::uint32_t first_word(const std::vector<InlineItem>& items, std::size_t start, std::size_t at) {
  return start < at ? items[start].word : 0;
}

std::uint32_t last_word(const std::vector<InlineItem>& items, std::size_t start, std::size_t at) {
  if (at < items.size() && items[at].hyphen) return 0;  // a part of a word
  while (at > start && items[at - 1].kind != InlineItem::Kind::Box) --at;
  return at > start ? items[at - 1].word : 0;
}

double demerits(const std::vector<InlineItem>& items, const LineCandidate& line, std::size_t start, std::size_t at,
                const LineBefore& before) {
  const int penalty = at < items.size() && items[at].kind == InlineItem::Kind::Penalty ? items[at].penalty : 0;
  double cost = (kLinePenalty + line.badness) * (kLinePenalty + line.badness);
  if (penalty > 0) cost += static_cast<double>(penalty) * penalty;
  if (line.ratio > kGapRatio) cost += kGapDemerits;
  if (line.ends_in_hyphen && before.hyphens > 0) cost += before.hyphens < kMostHyphens ? kDoubleHyphenDemerits : kLadderDemerits;
  if (line.last && before.divided) cost += kFinalHyphenDemerits;
  if (line.short_last) cost += kShortLastDemerits;
  if (std::abs(static_cast<int>(line.fitness) - static_cast<int>(before.fitness)) > 1) cost += kFitnessDemerits;
  if (before.first_word != 0 && first_word(items, start, at) == before.first_word) cost += kStackedWordDemerits;
  if (before.last_word != 0 && last_word(items, start, at) == before.last_word) cost += kStackedWordDemerits;
  return cost;
}

}  // namespace nbpublish
