#include "layout/inline/items.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/ascii.h"
#include "base/utf8.h"
#include "layout/inline/word_items.h"
#include "text/line_breaks.h"
#include "text/protrusion.h"

namespace nbpublish {
namespace {

// What ending a line costs, in TeX's penalty units (a line's own badness is 100 where its spaces are
// stretched or shrunk to their limit). A hyphen is taken to save a line from spaces of 1.5 times their width, not to make
// a good line better: of 28 real chapters, 5 % of the lines end in one.
constexpr int kHyphenPenalty = 200;
// In a part of a compound: a second hyphen beside the author's own. Only before a line of twice the natural space.
constexpr int kCompoundHyphenPenalty = 500;
// After a hyphen or dash that the author wrote: better than a division of ours, worse than a space.
constexpr int kExplicitHyphenPenalty = 30;
// Inside code and addresses: only where the alternative is a loose line.
constexpr int kCodeBreakPenalty = 90;
// Inside a code phrase at a space: readers lose the phrase.
constexpr int kCodeSpacePenalty = 40;
// Between camelCase words of a shorter piece: the reader may take the halves for two names, so only before a line whose
// spaces would grow to more than half again their width.
constexpr int kCamelCasePenalty = 300;

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

class ItemMaker {
 public:
  ItemMaker(LayoutContext& context, const ParagraphText& text, const SpaceRules& rules)
      : context_(context), text_(text), rules_(rules), prose_breaks_(prose_breaks(text.text)) {}

  std::vector<InlineItem> run() {
    items_.reserve(text_.text.size() / 2);
    for (span_ = 0; span_ < text_.spans.size(); ++span_) {
      marks_ = {};
      add_span(text_.spans[span_]);
    }
    return std::move(items_);
  }

 private:
  LayoutContext& context_;
  const ParagraphText& text_;
  const SpaceRules& rules_;
  std::vector<std::uint32_t> prose_breaks_;
  std::vector<InlineItem> items_;
  std::size_t span_ = 0;
  // Measures of the span in work, taken once.
  struct Marks {
    std::optional<Length> space, hyphen;
    Length hyphen_hang;
    WordItems::Words* words = nullptr;
  };
  Marks marks_;

  Length width_in_span(std::string_view text) const {
    const InlineStyle& style = text_.spans[span_].style;
    return context_.shaper.width(style.font, style.features, style.size, text);
  }
  Length space_width() {
    if (!marks_.space) marks_.space = width_in_span(" ");
    return *marks_.space;
  }
  void set_hyphen(InlineItem& penalty) {
    if (!marks_.hyphen) {
      marks_.hyphen = width_in_span("-");
      marks_.hyphen_hang = hang(text_.spans[span_], U'-').right;
    }
    penalty.width = *marks_.hyphen;
    penalty.hang_right = marks_.hyphen_hang;
  }

  std::string_view slice(std::uint32_t begin, std::uint32_t end) const { return std::string_view(text_.text).substr(begin, end - begin); }
  bool may_break_before(std::uint32_t at) const { return std::binary_search(prose_breaks_.begin(), prose_breaks_.end(), at); }

  // What stands behind a space. Unicode keeps "/", "." and "!" with the word before even over a space (UAX 14, LB13), for the
  // sake of punctuation that stands apart; "/dev/null" and ".json" are words of their own.
  bool may_begin_line(std::uint32_t at) const {
    if (may_break_before(at)) return true;
    const auto span = std::lower_bound(text_.spans.begin(), text_.spans.end(), at,
                                       [](const TextSpan& s, std::uint32_t begin) { return s.begin < begin; });
    if (span != text_.spans.end() && span->begin == at && span->style.code) return true;
    std::uint32_t next = at;
    while (next < text_.text.size() && std::string_view("/.!:").find(text_.text[next]) != std::string_view::npos) ++next;
    return next > at && next < text_.text.size() && (is_letter_at(next) || u_isdigit(static_cast<UChar32>(code_point_at(next))));
  }

  void add_span(const TextSpan& span) {
    if (span.picture >= 0) return add_box(span.begin, span.end, text_.pictures[static_cast<std::size_t>(span.picture)].size.width);
    if (span.style.keyboard) {
      const Length width = context_.shaper.width(span.style.font, span.style.features, span.style.size, slice(span.begin, span.end));
      return add_box(span.begin, span.end, width + 2 * kKeyboardPadding);
    }
    const std::vector<Division> inner = span.style.code ? code_divisions(span.begin, span.end) : std::vector<Division>{};
    if (span.begin > 0 && !items_.empty() && items_.back().kind == InlineItem::Kind::Box) add_break_between_spans(span);
    for (std::uint32_t at = span.begin; at < span.end;) at = add_token(span, at, inner);
  }

  // Where a word may be divided, and at what price.
  struct Division {
    std::uint32_t at;
    int penalty;
    bool hyphen;
  };

  // In a phrase of code or an address, in order.
  std::vector<Division> code_divisions(std::uint32_t begin, std::uint32_t end) const {
    std::vector<Division> divisions;
    for (const std::uint32_t at : code_breaks(slice(begin, end))) divisions.push_back({begin + at, kCodeBreakPenalty, false});
    for (const std::uint32_t at : camel_case_breaks(slice(begin, end))) divisions.push_back({begin + at, kCamelCasePenalty, false});
    sort_divisions(divisions);
    return divisions;
  }
  // In order; of two at one place the cheaper stays.
  static void sort_divisions(std::vector<Division>& divisions) {
    std::sort(divisions.begin(), divisions.end(),
              [](const Division& a, const Division& b) { return std::tie(a.at, a.penalty) < std::tie(b.at, b.penalty); });
    divisions.erase(std::unique(divisions.begin(), divisions.end(), [](const Division& a, const Division& b) { return a.at == b.at; }),
                    divisions.end());
  }

  // "word`code`" holds together; "(see—`code`" may break where Unicode allows it.
  void add_break_between_spans(const TextSpan& span) {
    if (span.note < 0 && may_break_before(span.begin)) add_penalty(kExplicitHyphenPenalty, span.begin);
  }

  // One word or one space; returns where it ends.
  std::uint32_t add_token(const TextSpan& span, std::uint32_t at, const std::vector<Division>& inner) {
    const std::string& t = text_.text;
    if (t[at] == '\n') {
      add_forced_break(at);
      return at + 1;
    }
    if (t[at] == ' ') {
      add_space(span, at, at + 1, span.style.code ? divides_at(inner, at + 1) : may_begin_line(at + 1));
      return at + 1;
    }
    if (is_no_break_space(at)) {
      add_space(span, at, at + 2, false);
      return at + 2;
    }
    std::uint32_t end = at + 1;
    const std::uint8_t level = text_.directions.at(at);
    while (end < span.end && t[end] != ' ' && t[end] != '\n' && !is_no_break_space(end) && text_.directions.at(end) == level) ++end;
    add_word(span, at, end, inner);
    return end;
  }

  // The first of the divisions, which are in order, that is not before `at`.
  static std::vector<Division>::const_iterator first_from(const std::vector<Division>& divisions, std::uint32_t at) {
    return std::lower_bound(divisions.begin(), divisions.end(), at, [](const Division& d, std::uint32_t place) { return d.at < place; });
  }
  static bool divides_at(const std::vector<Division>& divisions, std::uint32_t at) {
    const auto it = first_from(divisions, at);
    return it != divisions.end() && it->at == at;
  }
  // "I/O" and "e-mail": a mark that joins does not send a letter alone to another line.
  bool joins(std::uint32_t at) const {
    const char mark = text_.text[at - 1];
    return mark == '-' || mark == '/';
  }
  // Where a joined word may be divided: between its second letter or digit and its last but one.
  struct Inside {
    std::uint32_t first, last;
  };
  Inside between_letters(std::uint32_t begin, std::uint32_t end) const {
    Inside inside{end + 1, begin};
    std::uint32_t before = begin;  // of the last letter but this
    std::size_t count = 0;
    for (std::uint32_t at = begin; at < end; at += length_at(at)) {
      if (!is_letter_at(at) && !u_isdigit(static_cast<UChar32>(code_point_at(at)))) continue;
      ++count;
      if (count == 2) inside.first = at + length_at(at);
      if (count >= 2) inside.last = before;
      before = at;
    }
    return inside;
  }
  // Letters that run right to left are joined or stand apart by their own rules: no letter space, no division.
  bool runs_backward(std::uint32_t at) const { return text_.directions.at(at) % 2 == 1; }
  bool ends_in_soft_hyphen(std::uint32_t at) const { return slice(0, at).ends_with("\xC2\xAD"); }
  bool is_no_break_space(std::uint32_t at) const { return text_.text.compare(at, 2, "\xC2\xA0") == 0; }

  void add_word(const TextSpan& span, std::uint32_t begin, std::uint32_t end, const std::vector<Division>& inner) {
    if (stands_alone(span, begin, end)) add_known_word(span, begin, end);
    else add_new_word(span, begin, end, inner);
  }

  // Whether nothing around a word has a say in its items.
  bool stands_alone(const TextSpan& span, std::uint32_t begin, std::uint32_t end) const {
    if (span.style.code || !text_.directions.of_bytes.empty()) return false;
    const auto inside = std::upper_bound(prose_breaks_.begin(), prose_breaks_.end(), begin);
    return inside == prose_breaks_.end() || *inside >= end;
  }
  void add_known_word(const TextSpan& span, std::uint32_t begin, std::uint32_t end) {
    if (marks_.words == nullptr)
      marks_.words = &context_.words.of({span.style.font, span.style.features, rules_.hyphenate, span.style.size, rules_.hang_limit});
    const auto known = marks_.words->find(slice(begin, end));
    const std::size_t first = items_.size();
    if (known != marks_.words->end()) {
      items_.insert(items_.end(), known->second.begin(), known->second.end());
      for (std::size_t i = first; i < items_.size(); ++i) {
        items_[i].span = static_cast<std::uint32_t>(span_);
        items_[i].begin += begin;
        items_[i].end += begin;
      }
      return;
    }
    add_new_word(span, begin, end, {});
    std::vector<InlineItem> items(items_.begin() + static_cast<std::ptrdiff_t>(first), items_.end());
    for (InlineItem& item : items) item.begin -= begin, item.end -= begin;
    marks_.words->emplace(slice(begin, end), std::move(items));
  }

  void add_new_word(const TextSpan& span, std::uint32_t begin, std::uint32_t end, const std::vector<Division>& inner) {
    std::vector<Division> divisions;
    if (span.style.code) {
      divisions.assign(first_from(inner, begin + 1), first_from(inner, end));
    } else if (!runs_backward(begin)) {
      const auto first = std::upper_bound(prose_breaks_.begin(), prose_breaks_.end(), begin);
      const Inside inside = first != prose_breaks_.end() && *first < end ? between_letters(begin, end) : Inside{};
      for (auto it = first; it != prose_breaks_.end() && *it < end; ++it)
        if (!joins(*it) || (*it >= inside.first && *it <= inside.last))
          divisions.push_back(ends_in_soft_hyphen(*it) ? Division{*it, kHyphenPenalty, true}
                                                       : Division{*it, kExplicitHyphenPenalty, false});
      if (looks_like_address(slice(begin, end))) {
        for (const Division& d : code_divisions(begin, end)) divisions.push_back(d);
      } else if (rules_.hyphenate && slice(begin, end).find("\xC2\xAD") == std::string_view::npos) {
        add_hyphen_points(begin, end, divisions);
      }
      sort_divisions(divisions);
    }
    const auto& runs = context_.shaper.shape(span.style.font, span.style.features, slice(begin, end), runs_backward(begin));
    WidthUpto width_upto(runs, span.style.size, context_.fonts());
    std::uint32_t from = begin;
    Length done;
    for (const Division& division : divisions) {
      const Length upto = width_upto(division.at - begin);
      if (upto == done && from > begin) continue;  // nothing is seen between this place and the one before
      add_box(from, division.at, upto - done);
      add_penalty(division.penalty, division.at);
      items_.back().hyphen = division.hyphen;
      if (division.hyphen) set_hyphen(items_.back());
      from = division.at;
      done = upto;
    }
    add_box(from, end, width_upto(end - begin) - done);
  }

  // Hyphenation of the letters of a word, leaving what stands around it. A dash or slash joins words that divide by themselves; so
  // do the parts of a compound, if there is no better way; "library’s" divides as "library". Anything else between letters
  // (a digit, a full stop, an underscore) makes it a name, which is not divided.
  void add_hyphen_points(std::uint32_t begin, std::uint32_t end, std::vector<Division>& divisions) {
    struct Part {
      std::uint32_t from, to;
    };
    std::vector<Part> parts;
    bool compound = false;
    for (std::uint32_t at = begin; at < end;) {
      const std::uint32_t from = at;
      while (at < end && is_letter_at(at)) at += length_at(at);
      if (at == from) {
        const std::uint32_t next = at + length_at(at);
        const bool between = !parts.empty() && next < end && is_letter_at(next) && parts.back().to == at;
        const std::string_view mark = slice(at, next);
        if (between && is_apostrophe(mark)) {
          for (at = next; at < end && is_letter_at(at);) at += length_at(at);
          continue;
        }
        if (between && mark != "/" && mark != "—" && mark != "–" && mark != "-") return;
        compound = compound || (between && mark == "-");
        if (!between && u_isdigit(static_cast<UChar32>(code_point_at(at)))) return;
        at = next;
        continue;
      }
      parts.push_back({from, at});
    }
    for (const Part& part : parts)
      for (const std::uint16_t point : context_.hyphenator.points(slice(part.from, part.to)))
        divisions.push_back({part.from + point, compound ? kCompoundHyphenPenalty : kHyphenPenalty, true});
  }
  static bool is_apostrophe(std::string_view mark) { return mark == "'" || mark == "’"; }
  // Nearly all text is ASCII, and is asked for letter by letter.
  bool is_ascii_at(std::uint32_t at) const { return static_cast<unsigned char>(text_.text[at]) < 0x80; }
  char32_t code_point_at(std::uint32_t at) const {
    if (is_ascii_at(at)) return static_cast<char32_t>(text_.text[at]);
    std::size_t pos = at;
    return next_code_point(text_.text, pos);
  }
  bool is_letter_at(std::uint32_t at) const {
    return is_ascii_at(at) ? is_letter(text_.text[at]) : u_isalpha(static_cast<UChar32>(code_point_at(at))) != 0;
  }
  std::uint32_t length_at(std::uint32_t at) const {
    if (is_ascii_at(at)) return 1;
    std::size_t pos = at;
    next_code_point(text_.text, pos);
    return static_cast<std::uint32_t>(pos - at);
  }

  // A path, an address or a dotted name that stands in prose without code marks.
  static bool looks_like_address(std::string_view word) {
    return word.find("://") != std::string_view::npos ||
           (word.size() > 20 && std::count_if(word.begin(), word.end(), [](char c) { return c == '/' || c == '.' || c == '_'; }) >= 2);
  }

  void add_space(const TextSpan& span, std::uint32_t begin, std::uint32_t end, bool may_break) {
    InlineItem glue;
    glue.kind = InlineItem::Kind::Glue;
    glue.span = static_cast<std::uint32_t>(span_);
    glue.begin = begin;
    glue.end = end;
    glue.level = text_.directions.at(begin);
    glue.width = space_width();
    if (!span.style.code) {
      glue.shrink = glue.width.scaled(1 - rules_.shrink);
      glue.stretch = glue.width.scaled(rules_.stretch - 1);
    }
    if (!may_break) add_penalty(kForbidden, begin);
    else if (span.style.code) add_penalty(kCodeSpacePenalty, begin);
    items_.push_back(glue);
  }

  void add_box(std::uint32_t begin, std::uint32_t end, Length width) {
    InlineItem box;
    box.span = static_cast<std::uint32_t>(span_);
    box.begin = begin;
    box.end = end;
    box.width = width;
    box.level = text_.directions.at(begin);
    const TextSpan& span = text_.spans[span_];
    const bool gives = !span.style.keyboard && span.picture < 0 && !runs_backward(begin);
    if (gives)
      box.letters = span.style.size.scaled(span.style.code ? kCodeLetterSpace : kLetterSpace) *
                    static_cast<std::int64_t>(count_code_points(slice(begin, end)));
    if (gives && !span.style.code && begin < end && text_.directions.of_bytes.empty()) {
      box.hang_left = hang(span, code_point_at(begin)).left;
      box.hang_right = hang(span, last_code_point(begin, end)).right;
    }
    box.hyphen = begin < end && text_.text[end - 1] == '-';
    box.word = gives ? word_key(begin, end) : 0;
    items_.push_back(box);
  }
  // Equal for equal words, whatever marks stand around them; 0 for what has fewer than two letters.
  std::uint32_t word_key(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t key = 2'166'136'261u, letters = 0;
    for (std::uint32_t at = begin; at < end; at += length_at(at)) {
      if (!is_letter_at(at)) continue;
      const char32_t c = code_point_at(at), lower = c < 0x80 ? c | 0x20 : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
      key = (key ^ static_cast<std::uint32_t>(lower)) * 16'777'619u;
      ++letters;
    }
    return letters < 2 ? 0 : std::max(key, 1u);
  }
  struct Hang {
    Length left, right;
  };
  Hang hang(const TextSpan& span, char32_t character) const {
    const Protrusion part = protrusion_of(context_.fonts(), span.style.font, character);
    return {std::min(span.style.size.scaled(part.left), rules_.hang_limit),
            std::min(span.style.size.scaled(part.right), rules_.hang_limit)};
  }
  char32_t last_code_point(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t at = end - 1;
    while (at > begin && (static_cast<unsigned char>(text_.text[at]) & 0xC0) == 0x80) --at;
    return code_point_at(at);
  }
  void add_penalty(int penalty, std::uint32_t at) {
    InlineItem item;
    item.kind = InlineItem::Kind::Penalty;
    item.span = static_cast<std::uint32_t>(span_);
    item.begin = item.end = at;
    item.penalty = penalty;
    items_.push_back(item);
  }
  void add_forced_break(std::uint32_t at) { add_penalty(kForced, at); }
};

}  // namespace

std::vector<InlineItem> make_items(LayoutContext& context, const ParagraphText& text, const SpaceRules& rules) {
  return ItemMaker(context, text, rules).run();
}

}  // namespace nbpublish
