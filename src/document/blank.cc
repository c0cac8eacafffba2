#include "document/blank.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace nbpublish {

bool is_blank(std::string_view text) {
  constexpr UChar32 kBlankBraille = 0x2800;
  for (std::size_t pos = 0; pos < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, pos));
    const bool hidden = u_isUWhiteSpace(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
                        (U_MASK(u_charType(c)) & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0 || c == kBlankBraille;
    if (!hidden) return false;
  }
  return true;
}

bool is_blank(const Inlines& inlines) { return is_blank(plain_text(inlines)); }

}  // namespace nbpublish
