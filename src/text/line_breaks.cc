#include "text/line_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cctype>
#include <memory>
#include <string>

#include "base/utf8.h"

namespace nbpublish {
namespace {

constexpr std::size_t kNeverBelow = 12;       // characters: shorter code phrases stay whole
constexpr std::size_t kLeastPiece = 3;        // characters on each side of a break
constexpr std::size_t kCamelCaseFrom = 20;    // longer pieces may divide between camelCase words

// Making a break iterator parses rules: one per thread is kept.
icu::BreakIterator& line_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createLineInstance(icu::Locale::getUS(), status));
  }();
  return *iterator;
}

bool breaks_after(char c) { return std::string_view("/._-:(,=").find(c) != std::string_view::npos; }

bool is_alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_lower(char c) { return std::islower(static_cast<unsigned char>(c)) != 0; }
bool is_upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }

// A punctuation break needs a word after it: not inside "..", "::" or "=>".
bool is_code_break(std::string_view code, std::size_t at) {
  const char before = code[at - 1], after = code[at];
  if (before == ' ') return after != ' ';
  if (breaks_after(before) && (is_alnum(after) || after == '_' || after == '{' || after == '*')) {
    // "-5", "--flag" and "./path": punctuation that opens a word stays with it.
    return at >= 2 && (is_alnum(code[at - 2]) || code[at - 2] == ')' || code[at - 2] == before);
  }
  // before a member's dot: "stream" | ".pipeline"
  return after == '.' && is_alnum(before) && at + 1 < code.size() && std::isalpha(static_cast<unsigned char>(code[at + 1])) != 0;
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
  std::vector<std::uint32_t> breaks;
  const std::size_t characters = count_code_points(code);
  if (characters < kNeverBelow && code.find(' ') == std::string_view::npos) return breaks;
  std::size_t last = 0, index = 0;  // index: characters before `at`
  for (std::size_t at = 0; at < code.size(); ++index) {
    if (index >= kLeastPiece && characters - index >= kLeastPiece) {
      const bool short_phrase = characters < kNeverBelow && code[at - 1] != ' ';
      const bool camel = is_upper(code[at]) && is_lower(code[at - 1]) &&
                         code.find_first_of(" /._-:(,=", last) - last > kCamelCaseFrom && at - last >= kLeastPiece;
      if (!short_phrase && (is_code_break(code, at) || camel) && at - last >= kLeastPiece) {
        breaks.push_back(static_cast<std::uint32_t>(at));
        if (!camel) last = at;
      }
    }
    next_code_point(code, at);
  }
  return breaks;
}

}  // namespace nbpublish
