#include "text/line_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"

namespace nbpublish {
namespace {

constexpr std::size_t kNeverBelow = 12;              // characters: shorter code phrases stay whole
constexpr std::size_t kLeastPiece = 3;               // characters on each side of a break
constexpr std::size_t kCamelCaseFrom = 20;           // longer pieces may divide between camelCase words
constexpr std::size_t kDesperateCamelCaseFrom = 10;  // and these where nothing else helps

// Making a break iterator parses rules: one per thread is kept.
icu::BreakIterator& line_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createLineInstance(icu::Locale::getUS(), status));
  }();
  return *iterator;
}

constexpr std::string_view kBreakAfter = "/._-:(,=|";
// What may begin a line behind one of them, beside letters and figures. A quotation mark or bracket only behind what opens or
// separates: "require(" | "'./lib')".
constexpr std::string_view kBeginsPiece = "_{*", kBeginsArgument = "'\"`[#@$<", kBeforeArgument = "(,=|";
constexpr std::string_view kBetweenPieces = " /._-:(,=";

bool contains(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

// True if the punctuation that ends at `at` ends a word. "-5", "--flag", "./path" and "...rest": what opens a
// word stays with it. "std::vector" and "https://example" may break.
bool ends_a_word(std::string_view code, std::size_t at) {
  std::size_t run = at - 1;
  while (run > 0 && code[run - 1] == code[at - 1]) --run;
  if (run == 0) return false;
  const char word = code[run - 1];
  return is_alphanumeric(word) || word == ')' || (word == ':' && at - run > 1);
}

// A punctuation break needs a word after it: not inside "..", "::" or "=>".
bool is_code_break(std::string_view code, std::size_t at) {
  const char before = code[at - 1], after = code[at];
  if (before == ' ') return after != ' ';
  if (kBreakAfter.find(before) != std::string_view::npos)
    return before != after && ends_a_word(code, at) &&
           (is_alphanumeric(after) || contains(kBeginsPiece, after) ||
            (contains(kBeginsArgument, after) && contains(kBeforeArgument, before)));
  // before a member's dot: "stream" | ".pipeline"
  return after == '.' && is_alphanumeric(before) && at + 1 < code.size() && is_letter(code[at + 1]);
}

bool is_camel_case_break(std::string_view code, std::size_t at) { return is_upper(code[at]) && is_lower(code[at - 1]); }

// Offsets in a phrase at which `may_break(offset, length of the piece without punctuation around it)`, kNeverBelow
// and kLeastPiece kept.
template <class F>
std::vector<std::uint32_t> breaks_where(std::string_view code, const F& may_break) {
  std::vector<std::uint32_t> breaks;
  const std::size_t characters = count_code_points(code);
  if (characters < kNeverBelow) return breaks;
  std::size_t index = 0, last = 0;             // characters before `at` and before the last break
  std::size_t piece_begin = 0, piece_end = 0;  // of the piece without punctuation around `at`
  for (std::size_t at = 0; at < code.size(); ++index) {
    if (at >= piece_end) {
      piece_begin = at;
      piece_end = std::min(code.find_first_of(kBetweenPieces, at + 1), code.size());
      if (kBetweenPieces.find(code[at]) != std::string_view::npos) ++piece_begin;
    }
    if (index >= last + kLeastPiece && characters - index >= kLeastPiece && may_break(at, piece_end - piece_begin)) {
      breaks.push_back(static_cast<std::uint32_t>(at));
      last = index;
    }
    next_code_point(code, at);
  }
  return breaks;
}

}  // namespace

std::vector<std::uint32_t> prose_breaks(std::string_view text) {
  std::vector<std::uint32_t> breaks;
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  icu::BreakIterator& iterator = line_iterator();
  iterator.setText(&utext, status);
  if (U_SUCCESS(status)) {
    for (std::int32_t at = iterator.first(); at != icu::BreakIterator::DONE; at = iterator.next())
      if (at > 0 && static_cast<std::size_t>(at) < text.size()) breaks.push_back(static_cast<std::uint32_t>(at));
  }
  utext_close(&utext);
  return breaks;
}

std::vector<std::uint32_t> code_breaks(std::string_view code) {
  return breaks_where(code, [&](std::size_t at, std::size_t piece) {
    return (piece > kCamelCaseFrom && is_camel_case_break(code, at)) || is_code_break(code, at);
  });
}

std::vector<std::uint32_t> camel_case_breaks(std::string_view code) {
  return breaks_where(code,
                      [&](std::size_t at, std::size_t piece) { return piece > kDesperateCamelCaseFrom && is_camel_case_break(code, at); });
}

}  // namespace nbpublish
