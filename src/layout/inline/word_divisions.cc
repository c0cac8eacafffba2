#include "layout/inline/word_divisions.h"

#include <algorithm>
#include <tuple>

#include "layout/inline/paragraph_characters.h"
#include "text/line_breaks.h"

namespace nbpublish {
namespace {

// A hyphen is taken to save a line from spaces of 1.5 times their width, not to make a good line better: of 28 real chapters, 5 % of
// the lines end in one.
constexpr int kHyphenPenalty = 240;
// In a part of a compound: a second hyphen beside the author's own. Only before a line of twice the natural space.
constexpr int kCompoundHyphenPenalty = 500;
// Inside code: where word spaces would otherwise reach 1.75 times their width, a line that is left ragged costs less, until it lacks an
// eighth of the measure. Readers expect an address to go on behind a slash, and lines of a column to be uneven.
constexpr int kCodeBreakPenalty = 800, kAddressPenalty = 90;
// Between camelCase words: the reader may take the halves for two names, so only where nothing else helps. A column may be narrower
// than the name.
constexpr int kCamelCasePenalty = 3'000, kNarrowCamelCasePenalty = 300;

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

// In order; of two at one place the cheaper stays.
void sort_divisions(std::vector<Division>& divisions) {
  std::sort(divisions.begin(), divisions.end(),
            [](const Division& a, const Division& b) { return std::tie(a.at, a.penalty) < std::tie(b.at, b.penalty); });
  divisions.erase(std::unique(divisions.begin(), divisions.end(), [](const Division& a, const Division& b) { return a.at == b.at; }),
                  divisions.end());
}

// A path, an address or a dotted name that stands in prose without code marks.
bool looks_like_address(std::string_view word) {
  return word.find("://") != std::string_view::npos ||
         (word.size() > 20 && std::count_if(word.begin(), word.end(), [](char c) { return c == '/' || c == '.' || c == '_'; }) >= 2);
}

// "I/O" and "e-mail": a mark that joins does not send a letter alone to another line.
bool is_joining(char mark) { return mark == '-' || mark == '/'; }

// Where a joined word may be divided: between its second letter or digit and its last but one.
struct BetweenLetters {
  std::uint32_t first, last;
};
BetweenLetters between_letters(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  BetweenLetters inside{end + 1, begin};
  std::uint32_t before = begin;  // of the last letter but this
  std::size_t count = 0;
  for (std::uint32_t at = begin; at < end; at += length_at(text, at)) {
    if (!is_letter_at(text, at) && !is_digit_at(text, at)) continue;
    ++count;
    if (count == 2) inside.first = at + length_at(text, at);
    if (count >= 2) inside.last = before;
    before = at;
  }
  return inside;
}

// Where the author or Unicode lets the word part.
void add_written_divisions(std::string_view text, std::uint32_t begin, std::uint32_t end, const ProseBreaks& breaks,
                           std::vector<Division>& divisions) {
  const std::span<const std::uint32_t> places = breaks.inside(begin, end);
  if (places.empty()) return;
  const BetweenLetters inside = between_letters(text, begin, end);
  for (const std::uint32_t at : places) {
    if (is_joining(text[at - 1]) && (at < inside.first || at > inside.last)) continue;
    const bool is_soft = text.substr(0, at).ends_with(kSoftHyphen);
    divisions.push_back({at, is_soft ? kHyphenPenalty : kExplicitHyphenPenalty, is_soft});
  }
}

bool is_apostrophe(std::string_view mark) { return mark == "'" || mark == "’"; }

// Hyphenation of the letters of a word, leaving what stands around it. A dash or slash joins words that divide by themselves; so
// do the parts of a compound, if there is no better way; "library’s" divides as "library". Anything else between letters
// (a digit, a full stop, an underscore) makes it a name, which is not divided.
void add_hyphen_points(std::string_view text, std::uint32_t begin, std::uint32_t end, Hyphenator& hyphenator,
                       std::vector<Division>& divisions) {
  struct Part {
    std::uint32_t from, to;
  };
  std::vector<Part> parts;
  bool compound = false;
  for (std::uint32_t at = begin; at < end;) {
    const std::uint32_t from = at;
    while (at < end && is_letter_at(text, at)) at += length_at(text, at);
    if (at == from) {
      const std::uint32_t next = at + length_at(text, at);
      const bool between = !parts.empty() && next < end && is_letter_at(text, next) && parts.back().to == at;
      const std::string_view mark = text.substr(at, next - at);
      if (between && is_apostrophe(mark)) {
        for (at = next; at < end && is_letter_at(text, at);) at += length_at(text, at);
        continue;
      }
      if (between && mark != "/" && mark != "—" && mark != "–" && mark != "-") return;
      compound = compound || (between && mark == "-");
      if (!between && is_digit_at(text, at)) return;
      at = next;
      continue;
    }
    parts.push_back({from, at});
  }
  for (const Part& part : parts)
    for (const std::uint16_t point : hyphenator.points(text.substr(part.from, part.to - part.from)))
      divisions.push_back({part.from + point, compound ? kCompoundHyphenPenalty : kHyphenPenalty, true});
}

}  // namespace

ProseBreaks::ProseBreaks(std::string_view text) : places_(prose_breaks(text)) {}

bool ProseBreaks::has(std::uint32_t at) const { return std::binary_search(places_.begin(), places_.end(), at); }

std::span<const std::uint32_t> ProseBreaks::inside(std::uint32_t begin, std::uint32_t end) const {
  const auto first = std::upper_bound(places_.begin(), places_.end(), begin);
  auto behind = first;
  while (behind != places_.end() && *behind < end) ++behind;  // hardly ever one
  return {first, behind};
}

namespace {

std::vector<Division> code_divisions_at(std::string_view text, std::uint32_t begin, std::uint32_t end, const CodeBreakRules& rules,
                                        int penalty, int camel_case_penalty) {
  const std::string_view code = text.substr(begin, end - begin);
  std::vector<Division> divisions;
  for (const std::uint32_t at : code_breaks(code, rules)) divisions.push_back({begin + at, penalty, false});
  for (const std::uint32_t at : camel_case_breaks(code, rules)) divisions.push_back({begin + at, camel_case_penalty, false});
  sort_divisions(divisions);
  return divisions;
}

}  // namespace

std::vector<Division> code_divisions(std::string_view text, std::uint32_t begin, std::uint32_t end, bool is_narrow) {
  return is_narrow ? code_divisions_at(text, begin, end, kNarrowCode, kAddressPenalty, kNarrowCamelCasePenalty)
                   : code_divisions_at(text, begin, end, kProseCode, kCodeBreakPenalty, kCamelCasePenalty);
}

std::vector<Division> prose_divisions(std::string_view text, std::uint32_t begin, std::uint32_t end, const ProseBreaks& breaks,
                                      Hyphenator* hyphenator) {
  const std::string_view word = text.substr(begin, end - begin);
  std::vector<Division> divisions;
  add_written_divisions(text, begin, end, breaks, divisions);
  if (looks_like_address(word)) {
    const std::vector<Division> inner = code_divisions_at(text, begin, end, kNarrowCode, kAddressPenalty, kNarrowCamelCasePenalty);
    divisions.insert(divisions.end(), inner.begin(), inner.end());
  } else if (hyphenator != nullptr && word.find(kSoftHyphen) == std::string_view::npos) {
    add_hyphen_points(text, begin, end, *hyphenator, divisions);
  }
  sort_divisions(divisions);
  return divisions;
}

std::span<const Division> divisions_between(std::span<const Division> divisions, std::uint32_t begin, std::uint32_t end) {
  const auto first_from = [&](std::uint32_t place) {
    return std::lower_bound(divisions.begin(), divisions.end(), place, [](const Division& d, std::uint32_t at) { return d.at < at; });
  };
  return {first_from(begin), first_from(end)};
}

}  // namespace nbpublish
