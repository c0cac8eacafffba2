#include "layout/inline/items.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/line_breaks.h"

namespace nbpublish {
namespace {

// What ending a line costs, in TeX's penalty units (a line's own badness is 100 where its spaces are
// stretched or shrunk to their limit). Chosen by measuring the prose of 28 chapters: at 60 / 120 / 200 hyphens end 12.9 /
// 9.5 / 6.8 % of the lines, and the standard deviation of the word space is 0.160 / 0.169 / 0.180.
constexpr int kHyphenPenalty = 200;
// After a hyphen or dash that the author wrote: better than a division of ours, worse than a space.
constexpr int kExplicitHyphenPenalty = 30;
// Inside code and addresses: only where the alternative is a loose line.
constexpr int kCodeBreakPenalty = 90;
// Inside a code phrase at a space: readers lose the phrase.
constexpr int kCodeSpacePenalty = 40;

// Letter space gives by this part of the size for each letter, either way: half of what a reader can see
// (design brief, section 3), and as much again for a line as its word spaces give.
constexpr double kLetterSpace = 0.015;

constexpr Length kKeyboardPadding = Length::pt(2.5);  // 1.5 inside the frame and 1 outside it

class ItemMaker {
 public:
  ItemMaker(LayoutContext& context, const ParagraphText& text, const SpaceRules& rules)
      : context_(context), text_(text), rules_(rules), prose_breaks_(prose_breaks(text.text)) {}

  std::vector<InlineItem> run() {
    for (span_ = 0; span_ < text_.spans.size(); ++span_) add_span(text_.spans[span_]);
    return std::move(items_);
  }

 private:
  LayoutContext& context_;
  const ParagraphText& text_;
  const SpaceRules& rules_;
  std::vector<std::uint32_t> prose_breaks_;
  std::vector<InlineItem> items_;
  std::size_t span_ = 0;

  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(text_.text).substr(begin, end - begin);
  }
  bool may_break_before(std::uint32_t at) const {
    return std::binary_search(prose_breaks_.begin(), prose_breaks_.end(), at);
  }

  void add_span(const TextSpan& span) {
    if (span.picture >= 0) return add_box(span.begin, span.end, text_.pictures[static_cast<std::size_t>(span.picture)].size.width);
    if (span.style.keyboard) {
      const Length width = context_.shaper.width(span.style.font, span.style.features, span.style.size, slice(span.begin, span.end));
      return add_box(span.begin, span.end, width + 2 * kKeyboardPadding);
    }
    std::vector<std::uint32_t> inner;
    if (span.style.code) {
      inner = code_breaks(slice(span.begin, span.end));
      for (std::uint32_t& at : inner) at += span.begin;
    }
    if (span.begin > 0 && !items_.empty() && items_.back().kind == InlineItem::Kind::Box) add_break_between_spans(span);
    for (std::uint32_t at = span.begin; at < span.end;) at = add_token(span, at, inner);
  }

  // "word`code`" holds together; "(see—`code`" may break where Unicode allows it.
  void add_break_between_spans(const TextSpan& span) {
    if (span.note < 0 && may_break_before(span.begin)) add_penalty(kExplicitHyphenPenalty, span.begin);
  }

  // One word or one space; returns where it ends.
  std::uint32_t add_token(const TextSpan& span, std::uint32_t at, const std::vector<std::uint32_t>& inner) {
    const std::string& t = text_.text;
    if (t[at] == '\n') {
      add_forced_break(at);
      return at + 1;
    }
    if (t[at] == ' ') {
      add_space(span, at, at + 1, span.style.code ? std::binary_search(inner.begin(), inner.end(), at + 1) : may_break_before(at + 1));
      return at + 1;
    }
    if (is_no_break_space(at)) {
      add_space(span, at, at + 2, false);
      return at + 2;
    }
    std::uint32_t end = at;
    while (end < span.end && t[end] != ' ' && t[end] != '\n' && !is_no_break_space(end)) ++end;
    add_word(span, at, end, inner);
    return end;
  }

  bool ends_in_soft_hyphen(std::uint32_t at) const { return slice(0, at).ends_with("\xC2\xAD"); }
  bool is_no_break_space(std::uint32_t at) const { return text_.text.compare(at, 2, "\xC2\xA0") == 0; }

  void add_word(const TextSpan& span, std::uint32_t begin, std::uint32_t end, const std::vector<std::uint32_t>& inner) {
    struct Division {
      std::uint32_t at;
      int penalty;
      bool hyphen;
    };
    std::vector<Division> divisions;
    if (span.style.code) {
      for (const std::uint32_t at : inner)
        if (at > begin && at < end) divisions.push_back({at, kCodeBreakPenalty, false});
    } else {
      const auto first = std::upper_bound(prose_breaks_.begin(), prose_breaks_.end(), begin);
      for (auto it = first; it != prose_breaks_.end() && *it < end; ++it)
        divisions.push_back(ends_in_soft_hyphen(*it) ? Division{*it, kHyphenPenalty, true} : Division{*it, kExplicitHyphenPenalty, false});
      if (looks_like_address(slice(begin, end))) {
        for (const std::uint32_t at : code_breaks(slice(begin, end))) divisions.push_back({begin + at, kCodeBreakPenalty, false});
      } else if (rules_.hyphenate && divisions.empty()) {
        add_hyphen_points(begin, end, [&](std::uint32_t at) { divisions.push_back({at, kHyphenPenalty, true}); });
      }
      std::sort(divisions.begin(), divisions.end(), [](const Division& a, const Division& b) { return a.at < b.at; });
      divisions.erase(std::unique(divisions.begin(), divisions.end(), [](const Division& a, const Division& b) { return a.at == b.at; }),
                      divisions.end());
    }
    const auto& runs = context_.shaper.shape(span.style.font, span.style.features, slice(begin, end));
    std::uint32_t from = begin;
    Length done;
    for (const Division& division : divisions) {
      const Length upto = width_upto(runs, span.style.size, division.at - begin);
      add_box(from, division.at, upto - done);
      add_penalty(division.penalty, division.at);
      items_.back().hyphen = division.hyphen;
      if (division.hyphen) items_.back().width = context_.shaper.width(span.style.font, span.style.features, span.style.size, "-");
      from = division.at;
      done = upto;
    }
    add_box(from, end, width_upto(runs, span.style.size, end - begin) - done);
  }

  // Hyphenation of the letters of a word, leaving quotes, brackets and full stops around it.
  template <class F>
  void add_hyphen_points(std::uint32_t begin, std::uint32_t end, const F& add) {
    const std::string& t = text_.text;
    const auto is_letter_at = [&](std::uint32_t at) {
      std::size_t pos = at;
      return u_isalpha(static_cast<UChar32>(next_code_point(t, pos))) != 0;
    };
    std::uint32_t from = begin;
    while (from < end && !is_letter_at(from)) from += length_at(from);
    std::uint32_t to = from;
    while (to < end && is_letter_at(to)) to += length_at(to);
    for (std::uint32_t rest = to; rest < end; rest += length_at(rest))
      if (is_letter_at(rest)) return;  // letters with something between: an identifier, not a word
    for (const std::uint16_t point : context_.hyphenator.points(slice(from, to))) add(from + point);
  }
  std::uint32_t length_at(std::uint32_t at) const {
    std::size_t pos = at;
    next_code_point(text_.text, pos);
    return static_cast<std::uint32_t>(pos - at);
  }

  // A path, an address or a dotted name that stands in prose without code marks.
  static bool looks_like_address(std::string_view word) {
    return word.find("://") != std::string_view::npos ||
           (word.size() > 20 && std::count_if(word.begin(), word.end(), [](char c) { return c == '/' || c == '.' || c == '_'; }) >= 2);
  }

  // Advance of the word up to byte `upto`. A ligature that a division would cut counts in proportion; the line setter
  // corrects what that is off by.
  Length width_upto(const std::vector<ShapedRun>& runs, Length size, std::uint32_t upto) const {
    Length sum;
    for (std::size_t r = 0; r < runs.size(); ++r) {
      std::int64_t units = 0;
      const std::vector<ShapedGlyph>& glyphs = runs[r].glyphs;
      for (std::size_t i = 0; i < glyphs.size() && glyphs[i].cluster < upto; ++i) {
        const std::uint32_t end = i + 1 < glyphs.size() ? glyphs[i + 1].cluster : upto;
        const bool cut = end > upto;
        units += cut ? glyphs[i].advance * static_cast<std::int64_t>(upto - glyphs[i].cluster) / static_cast<std::int64_t>(end - glyphs[i].cluster)
                     : glyphs[i].advance;
      }
      sum += em_length(units, size, context_.fonts().units_per_em(runs[r].font));
    }
    return sum;
  }

  void add_space(const TextSpan& span, std::uint32_t begin, std::uint32_t end, bool may_break) {
    InlineItem glue;
    glue.kind = InlineItem::Kind::Glue;
    glue.span = static_cast<std::uint16_t>(span_);
    glue.begin = begin;
    glue.end = end;
    glue.width = context_.shaper.width(span.style.font, span.style.features, span.style.size, " ");
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
    box.span = static_cast<std::uint16_t>(span_);
    box.begin = begin;
    box.end = end;
    box.width = width;
    const TextSpan& span = text_.spans[span_];
    const bool gives = !span.style.code && !span.style.keyboard && span.picture < 0;
    if (gives) box.letters = span.style.size.scaled(kLetterSpace) * static_cast<std::int64_t>(count_code_points(slice(begin, end)));
    items_.push_back(box);
  }
  void add_penalty(int penalty, std::uint32_t at) {
    InlineItem item;
    item.kind = InlineItem::Kind::Penalty;
    item.span = static_cast<std::uint16_t>(span_);
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
