// PDF's own syntax (ISO 32000-1, 7.3) as text: numbers, strings, references, rectangles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace nbpublish {

using ObjectNumber = std::uint32_t;  // from 1; 0 stands for none

// The largest that readers must know (ISO 32000-1, annex C).
inline constexpr ObjectNumber kLargestObjectNumber = 8'388'607;

// Lengths in files are whole thousandths of a point: positions that are added up by a reader stay where they were meant.
constexpr std::int64_t thousandths(Length length) {
  const std::int64_t scaled = length.units() * 1000, half = Length::kPerPoint / 2;
  return (scaled + (scaled < 0 ? -half : half)) / Length::kPerPoint;
}

// "12.345", "-0.5", "7".
void append_thousandths(std::string& out, std::int64_t value);
std::string pdf_number(Length length);

std::string pdf_reference(ObjectNumber number);                        // "12 0 R"
std::string pdf_references(const std::vector<ObjectNumber>& numbers);  // "12 0 R 13 0 R"
std::string pdf_string(std::string_view bytes);                        // "(bytes)"
// A text string from UTF-8: ASCII as it is, anything else in UTF-16.
std::string pdf_text(std::string_view utf8);
// "<feff0041>": the same in hexadecimal digits, as Cairo writes ActualText.
std::string pdf_hex_text(std::string_view utf8);

// "[x0 y0 x1 y1]" with y upward on a page of this height.
std::string pdf_rectangle(const Rect& rect, Length page_height);

// Appends a byte of a string between parentheses, escaped where it must be.
void append_string_byte(std::string& out, unsigned char byte);

}  // namespace nbpublish
