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

constexpr std::size_t kLeastPiece = 3;  // characters on each side of a break in code

// Making a break iterator parses rules: one per thread is kept.
icu::BreakIterator& line_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createLineInstance(icu::Locale::getUS(), status));
  }();
  return *iterator;
}

constexpr std::string_view kBreakAfter = "/_-:(,=|";
// What may begin a line behind one of them, beside letters and figures. A quotation mark or bracket only behind what opens or
// separates: "require(" | "'./lib')".
constexpr std::string_view kBeginsPiece = "_{*", kBeginsArgument = "'\"`[#@$<", kBeforeArgument = "(,=|";

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

bool is_name_character(char c) { return is_alphanumeric(c) || c == '_' || c == '-' || c == '$' || static_cast<unsigned char>(c) >= 0x80; }

// Walks through a phrase of code, and knows the word and the name around a place.
class CodePhrase {
 public:
  explicit CodePhrase(std::string_view code) : code_(code) {}

  // Asked for in order.
  void move_to(std::size_t at) {
    if (at >= word_end_) word_begin_ = at, word_end_ = std::min(code_.find(' ', at + 1), code_.size());
    if (at > 0 && code_[at - 1] == ' ') word_begin_ = at;
    if (at < name_end_) return;
    name_begin_ = name_end_ = at;
    while (name_end_ < code_.size() && is_name_character(code_[name_end_])) ++name_end_;
    name_end_ = std::max(name_end_, at + 1);
  }

  // A punctuation break needs a word after it: not inside "..", "::" or "=>".
  bool is_break(std::size_t at, const CodeBreakRules& rules) const {
    const char before = code_[at - 1], after = code_[at];
    if (before == ' ') return after != ' ';
    if (at - word_begin_ < rules.least_before || (name_begin_ < at && name_end_ - name_begin_ < rules.least_name)) return false;
    if (contains(kBreakAfter, before))
      return before != after && ends_a_word(code_, at) &&
             (is_alphanumeric(after) || contains(kBeginsPiece, after) ||
              (contains(kBeginsArgument, after) && contains(kBeforeArgument, before)));
    return is_member_dot(at) && word_end_ - at >= rules.least_member;
  }

  bool is_between_camel_case_words(std::size_t at, const CodeBreakRules& rules) const {
    return is_upper(code_[at]) && is_lower(code_[at - 1]) && name_end_ - name_begin_ >= rules.least_camel_case;
  }

 private:
  std::string_view code_;
  std::size_t word_begin_ = 0, word_end_ = 0;  // between spaces
  std::size_t name_begin_ = 0, name_end_ = 0;  // of letters, figures and what joins them

  // "stream" | ".pipeline"
  bool is_member_dot(std::size_t at) const {
    const auto begins_name = [](char c) { return is_letter(c) || c == '_'; };
    return code_[at] == '.' && (is_alphanumeric(code_[at - 1]) || code_[at - 1] == ')') && at + 1 < code_.size() &&
           begins_name(code_[at + 1]);
  }
};

// Offsets in a phrase at which `may_break(phrase, offset)`, the rules' least length and kLeastPiece kept.
template <class F>
std::vector<std::uint32_t> breaks_where(std::string_view code, const CodeBreakRules& rules, const F& may_break) {
  std::vector<std::uint32_t> breaks;
  const std::size_t characters = count_code_points(code);
  if (characters < rules.least_phrase) return breaks;
  CodePhrase phrase(code);
  std::size_t index = 0, last = 0;  // characters before `at` and before the last break
  for (std::size_t at = 0; at < code.size(); ++index) {
    phrase.move_to(at);
    if (index >= last + kLeastPiece && characters - index >= kLeastPiece && may_break(phrase, at)) {
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

std::vector<std::uint32_t> code_breaks(std::string_view code, const CodeBreakRules& rules) {
  return breaks_where(code, rules, [&](const CodePhrase& phrase, std::size_t at) { return phrase.is_break(at, rules); });
}

std::vector<std::uint32_t> camel_case_breaks(std::string_view code, const CodeBreakRules& rules) {
  return breaks_where(code, rules, [&](const CodePhrase& phrase, std::size_t at) { return phrase.is_between_camel_case_words(at, rules); });
}

}  // namespace nbpublish
