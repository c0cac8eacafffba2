#include "text/bidi.h"

#include <unicode/ubidi.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <string>

#include "base/utf8.h"
#include "text/right_to_left.h"

namespace nbpublish {
namespace {

constexpr char16_t kIsolate = 0x2066, kEndIsolate = 0x2069;  // left-to-right isolate, pop

// The text as UTF-16, with marks around isolates, and the byte that each unit comes from.
struct Units {
  std::u16string text;
  std::vector<std::uint32_t> bytes;
  std::vector<bool> is_made;  // a mark that the text itself does not have

  void add(char16_t unit, std::size_t byte, bool made = false) {
    text += unit;
    bytes.push_back(static_cast<std::uint32_t>(byte));
    is_made.push_back(made);
  }
};

Units units_of(std::string_view text, std::span<const BidiIsolate> isolates) {
  Units units;
  auto isolate = isolates.begin();
  bool inside = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t at = pos;
    if (inside && isolate->second == at) units.add(kEndIsolate, at, true), inside = false, ++isolate;
    if (!inside && isolate != isolates.end() && isolate->first == at) units.add(kIsolate, at, true), inside = true;
    const char32_t c = next_code_point(text, pos);
    if (c > 0xFFFF) units.add(U16_LEAD(c), at), units.add(U16_TRAIL(c), at);
    else units.add(static_cast<char16_t>(c), at);
  }
  return units;
}

// The level of code inside a paragraph's: left to right, by itself.
std::uint8_t isolate_level(std::uint8_t around) { return static_cast<std::uint8_t>((around + 2) & ~1); }

// The levels of the code in [begin, end), whatever the algorithm has found for what stands between its words.
void order_code(std::string_view text, BidiIsolate code, std::uint8_t level, std::vector<std::uint8_t>& levels) {
  std::fill(levels.begin() + code.first, levels.begin() + code.second, level);
  for (const auto& [begin, end] : right_to_left_words(text.substr(code.first, code.second - code.first)))
    std::fill(levels.begin() + code.first + begin, levels.begin() + code.first + end, static_cast<std::uint8_t>(level + 1));
}

struct BidiDeleter {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

}  // namespace

BidiLevels bidi_levels(std::string_view text, std::span<const BidiIsolate> isolates) {
  BidiLevels levels;
  if (!may_run_right_to_left(text)) return levels;
  const Units units = units_of(text, isolates);
  const std::unique_ptr<UBiDi, BidiDeleter> bidi(ubidi_open());
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), units.text.data(), static_cast<int32_t>(units.text.size()), UBIDI_DEFAULT_LTR, nullptr, &status);
  const UBiDiLevel* found = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status)) return levels;
  levels.paragraph = ubidi_getParaLevel(bidi.get());
  levels.of_bytes.resize(text.size());
  for (std::size_t i = 0; i < units.text.size(); ++i)
    if (!units.is_made[i]) levels.of_bytes[units.bytes[i]] = found[i];
  // The bytes of a character have the level of its first.
  for (std::size_t i = 1; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) levels.of_bytes[i] = levels.of_bytes[i - 1];
  for (std::size_t i = 0, isolate = 0; i < units.text.size() && isolate < isolates.size(); ++i)
    if (units.is_made[i] && units.text[i] == kIsolate) order_code(text, isolates[isolate++], isolate_level(found[i]), levels.of_bytes);
  return levels;
}

std::vector<std::size_t> visual_order(std::span<const std::uint8_t> levels) {
  std::vector<int32_t> map(levels.size());
  if (!map.empty()) ubidi_reorderVisual(levels.data(), static_cast<int32_t>(levels.size()), map.data());
  return {map.begin(), map.end()};
}

}  // namespace nbpublish
