// Identifiers of publications: ISBN-13 and UUID.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace nbpublish {

// The canonical form of "isbn:978-0-306-40615-7" (digits only; an ISBN of 10 digits becomes one of 13) or
// "urn:uuid:E640…" (lower case); otherwise what is wrong with it, as the end of a sentence.
std::expected<std::string, std::string> canonical_identifier(std::string_view text);

// The ISBN as it is printed, in the groups it is written in: "isbn:0-306-40615-2" -> "978-0-306-40615-7". Nothing if
// `text` is no ISBN.
std::optional<std::string> printed_isbn(std::string_view text);

}  // namespace nbpublish
