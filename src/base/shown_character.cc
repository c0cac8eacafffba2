#include "base/shown_character.h"

namespace nbpublish {
namespace {

constexpr char32_t kDelete = 0x7F, kPictures = 0x2400, kPictureOfDelete = 0x2421, kPictureOfOthers = 0xFFFD;

// Controls that no font draws and no output format may carry, and the non-characters.
bool is_forbidden(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return (c >= kDelete && c <= 0x9F) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

}  // namespace

char32_t shown_character(char32_t c) {
  if (!is_forbidden(c)) return c;
  return c < 0x20 ? kPictures + c : c == kDelete ? kPictureOfDelete : kPictureOfOthers;
}

}  // namespace nbpublish
