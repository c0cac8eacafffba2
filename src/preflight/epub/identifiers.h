// The forms of what metadata say: whether they are well-formed, not whether they are true.
#pragma once

#include <string_view>

namespace nbpublish {

bool is_isbn(std::string_view text);           // ISBN-13 or ISBN-10 with its check digit; hyphens and spaces are passed over
bool is_language_tag(std::string_view text);   // RFC 5646, section 2.1, without looking up its subtags
bool is_modified_date(std::string_view text);  // CCYY-MM-DDThh:mm:ssZ: EPUB 3.3, section 5.5.3.2.4

}  // namespace nbpublish
