#include "layout/inline/line_widths.h"

namespace nbpublish {
namespace {

// A line whose divided words turn out wider than planned shrinks no further.
constexpr double kTightest = -1.2;

Length planned_width(const LineInput& in, std::size_t i, std::size_t next) {
  Length sum;
  for (; i < next; ++i)
    if (in.items[i].kind != InlineItem::Kind::Penalty) sum += in.items[i].width;
  return sum;
}

// Where the line's text would begin if it began at the left edge.
Length indented_left(const LineInput& in) {
  Length left;
  if (in.is_first) left = in.rules.first_indent;
  if (in.rules.alignment == Alignment::Justified) left -= hang_at_start(in.items, in.line.first, in.end());
  return left;
}

}  // namespace

Length line_left(const LineInput& in) {
  const Length left = indented_left(in);
  if (in.rules.alignment != Alignment::Right && in.rules.alignment != Alignment::Centered) return left;
  const Length slack = std::max(in.rules.measure - left - planned_width(in, in.line.first, in.end()), Length{});
  return left + (in.rules.alignment == Alignment::Right ? slack : slack / 2);
}

double ratio_as_set(const LineInput& in) {
  const BrokenLine& line = in.line;
  if (line.overfull) return -1;  // its words stay apart
  if (in.rules.alignment != Alignment::Justified) return line.ratio;
  Length width = indented_left(in), stretch, shrink, letters;
  for (std::size_t i = line.first; i < in.end();) {
    const bool box = in.items[i].kind == InlineItem::Kind::Box;
    const std::size_t next = box ? word_end(in, i) : i + 1;
    const bool at_edge = i == line.first || next >= line.at;
    width += box && at_edge ? word_width(in, i, next) : planned_width(in, i, next);
    for (; i < next; ++i) stretch += in.items[i].stretch, shrink += in.items[i].shrink, letters += in.items[i].letters;
  }
  if (line.hyphenated) width += in.items[line.at].width;
  width -= hang_at_end(in.items, line.first, in.end());
  const Length slack = in.rules.measure - width;
  if (line.last && slack >= Length{}) return line.ratio;
  const double ratio = std::max(adjustment_ratio(slack, stretch, shrink, letters), kTightest);
  return is_left_ragged(ratio) ? kRaggedSpaces : ratio;
}

std::size_t word_end(const LineInput& in, std::size_t i) {
  const std::vector<InlineItem>& items = in.items;
  std::uint32_t end = items[i].end;
  std::size_t next = i + 1, last = next;
  for (; next < in.line.at; ++next) {
    if (items[next].kind == InlineItem::Kind::Penalty) continue;
    if (items[next].kind != InlineItem::Kind::Box || items[next].span != items[i].span || items[next].begin != end ||
        items[next].level != items[i].level)
      break;
    end = items[next].end;
    last = next + 1;
  }
  return last;
}

Length word_width(const LineInput& in, std::size_t i, std::size_t next) {
  const TextSpan& span = in.span_of(in.items[i]);
  if (span.picture >= 0 || span.style.keyboard) return planned_width(in, i, next);
  const std::string_view word = in.slice(in.items[i].begin, in.items[next - 1].end);
  Shaper& shaper = in.context.shaper;
  if (!is_set_backward(in.items[i])) return shaper.width(span.style.font, span.style.features, span.style.size, word);
  return shaped_width(in.context.fonts(), shaper.shape(span.style.font, span.style.features, word, true), span.style.size);
}

Length shaped_width(const FontLibrary& fonts, const std::vector<ShapedRun>& runs, Length size) {
  Length sum;
  for (const ShapedRun& run : runs) sum += em_length(run.advance, size, fonts.units_per_em(run.font));
  return sum;
}

Length glue_width(const LineInput& in, const InlineItem& item) {
  if (in.rules.alignment == Alignment::Justified && !in.line.last)
    return item.width + (in.line.ratio >= 0 ? item.stretch.scaled(in.line.ratio) : item.shrink.scaled(in.line.ratio));
  return in.line.ratio < 0 ? item.width + item.shrink.scaled(in.line.ratio) : item.width;
}

Length letter_space(const LineInput& in, std::size_t i, std::size_t next) {
  const bool gives = in.rules.alignment == Alignment::Justified && (in.line.ratio < 0 || !in.line.last);
  Length letters;
  for (; i < next; ++i) letters += in.items[i].letters;
  return gives && !letters.is_zero() ? letters.scaled(letter_ratio(in.line.ratio)) : Length{};
}

}  // namespace nbpublish
