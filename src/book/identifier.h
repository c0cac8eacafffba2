// Identifiers of publications: ISBN-13 and UUID.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace nbpublish {

// The canonical form of "isbn:978-0-306-40615-7" (digits only) or "urn:uuid:E640…" (lower case); otherwise
// what is wrong with it, as the end of a sentence.
std::expected<std::string, std::string> canonical_identifier(std::string_view text);

}  // namespace nbpublish
