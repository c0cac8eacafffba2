// SHA-256 of bytes, for checksums that people compare (fonts, published files).
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

std::string sha256_hex(std::string_view bytes);  // 64 lower-case digits

}  // namespace nbpublish
