#include "layout/inline/items.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <span>

#include "layout/inline/paragraph_characters.h"
#include "layout/inline/word_divisions.h"
#include "layout/inline/word_items.h"
#include "text/protrusion.h"

namespace nbpublish {
namespace {

// What ending a line costs inside a code phrase at a space: readers lose the phrase. The other costs: word_divisions.cc.
constexpr int kCodeSpacePenalty = 40;

// Letter space gives by this part of the size for each letter, either way. 2 % is the most that is seen as evenness only. Over
// the prose of 28 chapters 0 / 1.5 / 1.8 / 2 % gave a standard deviation of the word space of 0.36 / 0.25 / 0.23 / 0.21.
constexpr double kLetterSpace = 0.020;
// Code stands on a pitch that is seen sooner.
constexpr double kCodeLetterSpace = 0.010;

constexpr Length kKeyboardPadding = Length::pt(2.5);  // 1.5 inside the frame and 1 outside it

// Advance of a word up to a byte, asked for in order. A ligature that a division would cut counts in proportion; the line setter
// corrects what that is off by.
class WidthUpto {
 public:
  WidthUpto(const std::vector<ShapedRun>& runs, Length size, const FontLibrary& fonts) : runs_(runs), size_(size), fonts_(fonts) {}

  Length operator()(std::uint32_t upto) {
    if (runs_.empty()) return {};
    pass_glyphs(upto);
    for (; glyph_ == glyphs().size() && run_ + 1 < runs_.size(); pass_glyphs(upto)) {
      runs_before_ += width(units_);
      ++run_;
      glyph_ = 0;
      units_ = 0;
    }
    return runs_before_ + width(units_ + part_of_next(upto));
  }

 private:
  const std::vector<ShapedRun>& runs_;
  Length size_;
  const FontLibrary& fonts_;
  std::size_t run_ = 0, glyph_ = 0;  // the first that was not passed
  std::int64_t units_ = 0;           // of the run's glyphs before it
  Length runs_before_;

  const std::vector<ShapedGlyph>& glyphs() const { return runs_[run_].glyphs; }
  Length width(std::int64_t units) const { return em_length(units, size_, fonts_.units_per_em(runs_[run_].font)); }
  std::uint32_t end_of_next(std::uint32_t upto) const { return glyph_ + 1 < glyphs().size() ? glyphs()[glyph_ + 1].cluster : upto; }

  void pass_glyphs(std::uint32_t upto) {
    for (; glyph_ < glyphs().size() && glyphs()[glyph_].cluster < upto && end_of_next(upto) <= upto; ++glyph_)
      units_ += glyphs()[glyph_].advance;
  }
  std::int64_t part_of_next(std::uint32_t upto) const {
    if (glyph_ == glyphs().size() || glyphs()[glyph_].cluster >= upto) return 0;
    const ShapedGlyph& cut = glyphs()[glyph_];
    return cut.advance * static_cast<std::int64_t>(upto - cut.cluster) / static_cast<std::int64_t>(end_of_next(upto) - cut.cluster);
  }
};

// How much of a character hangs into either margin.
struct Hang {
  Length left, right;
};

// Measures of a span's look, each taken once and only if it is asked for.
class LookMeasures {
 public:
  LookMeasures(LayoutContext& context, const InlineStyle& style, const SpaceRules& rules)
      : context_(context), style_(style), rules_(rules) {}

  Length width(std::string_view text) const { return context_.shaper.width(style_.font, style_.features, style_.size, text); }
  Length space() {
    if (!space_) space_ = width(" ");
    return *space_;
  }
  Length hyphen() {
    if (!hyphen_) hyphen_ = width("-"), hyphen_hang_ = hang(U'-').right;
    return *hyphen_;
  }
  Length hyphen_hang() {
    hyphen();
    return hyphen_hang_;
  }
  // The words that were itemised in this look before.
  WordItems::Words& words() {
    if (words_ == nullptr) words_ = &context_.words.of({style_.font, style_.features, rules_.hyphenate, style_.size, rules_.hang_limit});
    return *words_;
  }
  Hang hang(char32_t character) const {
    const Protrusion part = protrusion_of(context_.fonts(), style_.font, character);
    return {std::min(style_.size.scaled(part.left), rules_.hang_limit), std::min(style_.size.scaled(part.right), rules_.hang_limit)};
  }

 private:
  LayoutContext& context_;
  const InlineStyle& style_;
  const SpaceRules& rules_;
  std::optional<Length> space_, hyphen_;
  Length hyphen_hang_;
  WordItems::Words* words_ = nullptr;
};

bool is_no_break_space(std::string_view text, std::uint32_t at) { return text.compare(at, 2, "\xC2\xA0") == 0; }

// What stands behind a space. Unicode keeps "/", "." and "!" with the word before even over a space (UAX 14, LB13), for the
// sake of punctuation that stands apart; "/dev/null" and ".json" are words of their own.
bool may_begin_line(const ParagraphText& paragraph, const ProseBreaks& breaks, std::uint32_t at) {
  if (breaks.has(at)) return true;
  const auto span = std::lower_bound(paragraph.spans.begin(), paragraph.spans.end(), at,
                                     [](const TextSpan& s, std::uint32_t begin) { return s.begin < begin; });
  if (span != paragraph.spans.end() && span->begin == at && span->style.code) return true;
  const std::string_view text = paragraph.text;
  std::uint32_t next = at;
  while (next < text.size() && std::string_view("/.!:").find(text[next]) != std::string_view::npos) ++next;
  return next > at && next < text.size() && (is_letter_at(text, next) || is_digit_at(text, next));
}

// Equal for equal words, whatever marks stand around them; 0 for what has fewer than two letters.
std::uint32_t word_key(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t key = 2'166'136'261u, letters = 0;
  for (std::uint32_t at = begin; at < end; at += length_at(text, at)) {
    if (!is_letter_at(text, at)) continue;
    const char32_t c = code_point_at(text, at), lower = c < 0x80 ? c | 0x20 : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    key = (key ^ static_cast<std::uint32_t>(lower)) * 16'777'619u;
    ++letters;
  }
  return letters < 2 ? 0 : std::max(key, 1u);
}

// Adds the items of one span behind those of the spans before it.
class SpanItems {
 public:
  SpanItems(LayoutContext& context, const ParagraphText& text, const SpaceRules& rules, const ProseBreaks& breaks, std::size_t span,
            std::vector<InlineItem>& items)
      : context_(context),
        text_(text),
        rules_(rules),
        breaks_(breaks),
        index_(static_cast<std::uint32_t>(span)),
        span_(text.spans[span]),
        measures_(context, span_.style, rules),
        items_(items) {}

  void add_items() {
    if (span_.picture >= 0) return add_box(span_.begin, span_.end, text_.pictures[static_cast<std::size_t>(span_.picture)].size.width);
    if (span_.style.keyboard) return add_box(span_.begin, span_.end, measures_.width(slice(span_.begin, span_.end)) + 2 * kKeyboardPadding);
    const std::vector<Division> inner =
        span_.style.code ? code_divisions(text_.text, span_.begin, span_.end, rules_.is_narrow) : std::vector<Division>{};
    if (span_.begin > 0 && !items_.empty() && items_.back().kind == InlineItem::Kind::Box) add_break_between_spans();
    for (std::uint32_t at = span_.begin; at < span_.end;) at = add_token(at, inner);
  }

 private:
  LayoutContext& context_;
  const ParagraphText& text_;
  const SpaceRules& rules_;
  const ProseBreaks& breaks_;
  const std::uint32_t index_;  // of the span
  const TextSpan& span_;
  LookMeasures measures_;
  std::vector<InlineItem>& items_;

  std::string_view slice(std::uint32_t begin, std::uint32_t end) const { return std::string_view(text_.text).substr(begin, end - begin); }
  // Letters that run right to left are joined or stand apart by their own rules: no letter space, no division.
  bool runs_backward(std::uint32_t at) const { return text_.directions.at(at) % 2 == 1; }

  // "word`code`" holds together; "(see—`code`" may break where Unicode allows it.
  void add_break_between_spans() {
    if (span_.note < 0 && breaks_.has(span_.begin)) add_penalty(kExplicitHyphenPenalty, span_.begin);
  }

  // One word or one space; returns where it ends. `inner`: divisions of the whole span, if it is code.
  std::uint32_t add_token(std::uint32_t at, const std::vector<Division>& inner) {
    const std::string& t = text_.text;
    if (t[at] == '\n') {
      add_penalty(kForced, at);
      return at + 1;
    }
    if (t[at] == ' ') {
      const bool may_break = span_.style.code ? !divisions_between(inner, at + 1, at + 2).empty() : may_begin_line(text_, breaks_, at + 1);
      add_space(at, at + 1, may_break);
      return at + 1;
    }
    if (is_no_break_space(t, at)) {
      add_space(at, at + 2, false);
      return at + 2;
    }
    std::uint32_t end = at + 1;
    const std::uint8_t level = text_.directions.at(at);
    while (end < span_.end && t[end] != ' ' && t[end] != '\n' && !is_no_break_space(t, end) && text_.directions.at(end) == level) ++end;
    if (stands_alone(at, end)) add_known_word(at, end);
    else add_new_word(at, end, inner);
    return end;
  }

  // Whether nothing around a word has a say in its items.
  bool stands_alone(std::uint32_t begin, std::uint32_t end) const {
    return !span_.style.code && text_.directions.of_bytes.empty() && breaks_.inside(begin, end).empty();
  }
  void add_known_word(std::uint32_t begin, std::uint32_t end) {
    WordItems::Words& words = measures_.words();
    const auto known = words.find(slice(begin, end));
    const std::size_t first = items_.size();
    if (known != words.end()) {
      items_.insert(items_.end(), known->second.begin(), known->second.end());
      for (std::size_t i = first; i < items_.size(); ++i) {
        items_[i].span = index_;
        items_[i].begin += begin;
        items_[i].end += begin;
      }
      return;
    }
    add_new_word(begin, end, {});
    std::vector<InlineItem> items(items_.begin() + static_cast<std::ptrdiff_t>(first), items_.end());
    for (InlineItem& item : items) item.begin -= begin, item.end -= begin;
    words.emplace(slice(begin, end), std::move(items));
  }

  void add_new_word(std::uint32_t begin, std::uint32_t end, const std::vector<Division>& inner) {
    if (span_.style.code) add_divided_word(begin, end, divisions_between(inner, begin + 1, end));
    else if (runs_backward(begin)) add_divided_word(begin, end, {});
    else add_divided_word(begin, end, prose_divisions(text_.text, begin, end, breaks_, rules_.hyphenate ? &context_.hyphenator : nullptr));
  }

  void add_divided_word(std::uint32_t begin, std::uint32_t end, std::span<const Division> divisions) {
    const auto& runs = context_.shaper.shape(span_.style.font, span_.style.features, slice(begin, end), runs_backward(begin));
    WidthUpto width_upto(runs, span_.style.size, context_.fonts());
    std::uint32_t from = begin;
    Length done;
    for (const Division& division : divisions) {
      const Length upto = width_upto(division.at - begin);
      if (upto == done && from > begin) continue;  // nothing is seen between this place and the one before
      add_box(from, division.at, upto - done);
      add_penalty(division.penalty, division.at);
      if (division.hyphen) show_hyphen(items_.back());
      from = division.at;
      done = upto;
    }
    add_box(from, end, width_upto(end - begin) - done);
  }
  void show_hyphen(InlineItem& penalty) {
    penalty.hyphen = true;
    penalty.width = measures_.hyphen();
    penalty.hang_right = measures_.hyphen_hang();
  }

  void add_space(std::uint32_t begin, std::uint32_t end, bool may_break) {
    InlineItem glue;
    glue.kind = InlineItem::Kind::Glue;
    glue.span = index_;
    glue.begin = begin;
    glue.end = end;
    glue.level = text_.directions.at(begin);
    glue.width = measures_.space();
    if (!span_.style.code) {
      glue.shrink = glue.width.scaled(1 - rules_.shrink);
      glue.stretch = glue.width.scaled(rules_.stretch - 1);
    }
    if (!may_break) add_penalty(kForbidden, begin);
    else if (span_.style.code) add_penalty(kCodeSpacePenalty, begin);
    items_.push_back(glue);
  }

  void add_box(std::uint32_t begin, std::uint32_t end, Length width) {
    InlineItem box;
    box.span = index_;
    box.begin = begin;
    box.end = end;
    box.width = width;
    box.level = text_.directions.at(begin);
    const bool gives = !span_.style.keyboard && span_.picture < 0 && !runs_backward(begin);
    if (gives)
      box.letters = span_.style.size.scaled(span_.style.code ? kCodeLetterSpace : kLetterSpace) *
                    static_cast<std::int64_t>(count_code_points(slice(begin, end)));
    if (gives && !span_.style.code && begin < end && text_.directions.of_bytes.empty()) {
      box.hang_left = measures_.hang(code_point_at(text_.text, begin)).left;
      box.hang_right = measures_.hang(last_code_point(text_.text, begin, end)).right;
    }
    box.hyphen = begin < end && text_.text[end - 1] == '-';
    box.word = gives ? word_key(text_.text, begin, end) : 0;
    items_.push_back(box);
  }

  void add_penalty(int penalty, std::uint32_t at) {
    InlineItem item;
    item.kind = InlineItem::Kind::Penalty;
    item.span = index_;
    item.begin = item.end = at;
    item.penalty = penalty;
    items_.push_back(item);
  }
};

}  // namespace

std::vector<InlineItem> make_items(LayoutContext& context, const ParagraphText& text, const SpaceRules& rules) {
  const ProseBreaks breaks(text.text);
  std::vector<InlineItem> items;
  items.reserve(text.text.size() / 2);
  for (std::size_t span = 0; span < text.spans.size(); ++span) SpanItems(context, text, rules, breaks, span, items).add_items();
  return items;
}

}  // namespace nbpublish
