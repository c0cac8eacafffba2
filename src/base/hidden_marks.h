// Characters of text files that readers don't see.
#pragma once

namespace nbpublish {

inline constexpr char32_t kByteOrderMark = 0xFEFF, kLineSeparator = 0x2028, kParagraphSeparator = 0x2029;

}  // namespace nbpublish
