// Base64 (RFC 4648): pictures embedded in drawings.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

// White space and padding are skipped, and what is no digit.
std::string decode_base64(std::string_view text);

std::string encode_base64(std::string_view bytes);

}  // namespace nbpublish
