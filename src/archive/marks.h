// Marks that encodings have before a field whose value is often that of another one.
#pragma once

#include <cstdint>

namespace nbpublish {

// Before an id: that of the id before it, zero, or eight bytes that follow.
enum class IdMark : std::uint8_t { Same, None, Other };

}  // namespace nbpublish
