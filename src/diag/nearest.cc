#include "diag/nearest.h"

#include <algorithm>

namespace nbpublish {

std::string did_you_mean(std::string_view wanted, const std::vector<std::string>& names) {
  const std::string nearest = nearest_name(wanted, names);
  return nearest.empty() ? "" : "did you mean '" + nearest + "'?";
}

Error unknown_name(std::string_view what, std::string_view wanted, const std::vector<std::string>& names) {
  constexpr std::size_t kMostListed = 20;
  std::string message = "there is no " + std::string(what) + " '" + std::string(wanted) + "'";
  for (std::size_t i = 0; i < std::min(names.size(), kMostListed); ++i) message += (i == 0 ? "; there are: " : ", ") + names[i];
  if (names.size() > kMostListed) message += " and " + std::to_string(names.size() - kMostListed) + " more";
  return {ErrorKind::Usage, std::move(message), did_you_mean(wanted, names)};
}

}  // namespace nbpublish
