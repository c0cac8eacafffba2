// Names for what has no number of its own.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

// "urn:uuid:...", in the shape of a name-based UUID (RFC 4122, version 5): the same for the same name, on every machine.
std::string name_based_urn(std::string_view name);

}  // namespace nbpublish
