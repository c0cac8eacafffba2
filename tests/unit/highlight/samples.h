// Samples for tests that hold for every language.
#pragma once

#include <string_view>
#include <vector>

namespace nbpublish::test {

// One fence word for each tokeniser.
const std::vector<std::string_view>& languages();

// Text with a bit of every construct that carries state or looks ahead.
std::string_view sample();

}  // namespace nbpublish::test
