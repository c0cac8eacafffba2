#include "text/right_to_left.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace nbpublish {
namespace {

// The least code point that is not left to right, Hebrew's, begins with this byte.
constexpr unsigned char kFirstLead = 0xD6;

// A letter of a word that runs right to left. The marks and joiners that stand in one say nothing of themselves.
bool is_right_to_left_letter(char32_t c) {
  const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
  return (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) && u_charType(static_cast<UChar32>(c)) != U_FORMAT_CHAR;
}
bool stands_in_word(char32_t c) {
  constexpr char32_t kNonJoiner = 0x200C, kJoiner = 0x200D;
  return c == kNonJoiner || c == kJoiner || u_charDirection(static_cast<UChar32>(c)) == U_DIR_NON_SPACING_MARK;
}

}  // namespace

bool may_run_right_to_left(std::string_view text) {
  const auto may = [](char c) { return static_cast<unsigned char>(c) >= kFirstLead; };
  if (std::none_of(text.begin(), text.end(), may)) return false;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_RIGHT_TO_LEFT_EMBEDDING ||
        direction == U_RIGHT_TO_LEFT_OVERRIDE || direction == U_RIGHT_TO_LEFT_ISOLATE)
      return true;
  }
  return false;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> right_to_left_words(std::string_view code) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> words;
  if (!may_run_right_to_left(code)) return words;
  bool inside = false;
  for (std::size_t pos = 0; pos < code.size();) {
    const auto begin = static_cast<std::uint32_t>(pos);
    const char32_t c = next_code_point(code, pos);
    if (is_right_to_left_letter(c)) {
      if (!inside) words.emplace_back(begin, begin);
      inside = true;
    } else if (inside) {
      inside = stands_in_word(c);
    }
    if (inside) words.back().second = static_cast<std::uint32_t>(pos);
  }
  return words;
}

}  // namespace nbpublish
