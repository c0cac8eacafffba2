// What is said of a name that there is not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"

namespace nbpublish {

// The hint "did you mean 'NAME'?" with the nearest name (nearest_name()), or "".
std::string did_you_mean(std::string_view wanted, const std::vector<std::string>& names);

// A Usage error: there is no such edition, stage ...; which there are, the first of them if they are many, and the nearest.
Error unknown_name(std::string_view what, std::string_view wanted, const std::vector<std::string>& names);

}  // namespace nbpublish
