#include "support/places.h"

namespace nbpublish::testing {

// The one test object that knows the tree's place: ccache finds all the others wherever the tree stands.
std::filesystem::path source_path(std::string_view inside) { return std::filesystem::path(NBP_SOURCE_DIR) / inside; }

std::filesystem::path test_path(std::string_view inside) { return source_path("tests") / inside; }

}  // namespace nbpublish::testing
