#include <algorithm>

#include "preflight/image_ink.h"

namespace nbpublish {
namespace {

// Of functions stitched of stitched functions: Cairo and Illustrator make two levels.
constexpr int kMostFunctionDepth = 4;
// Colours of one gradient; a longer one is not understood.
constexpr std::size_t kMostStops = 1000;

using Stops = std::vector<Components>;

Components numbers_of(QPDFObjectHandle array, double otherwise) {
  Components out;
  if (!array.isArray()) return {otherwise};
  const int count = std::min(array.getArrayNItems(), kMostInks);
  for (int i = 0; i < count; ++i) out.push_back(array.getArrayItem(i).isNumber() ? array.getArrayItem(i).getNumericValue() : 0);
  return out;
}

// Adds the colours at the ends of a function (7.10). False if it is neither exponential nor stitched of such.
bool add_stops(QPDFObjectHandle function, int depth, Stops& into) {
  if (!function.isDictionary() || depth > kMostFunctionDepth || into.size() >= kMostStops) return false;
  QPDFObjectHandle type = function.getKey("/FunctionType");
  const int kind = type.isInteger() ? type.getIntValueAsInt() : -1;
  if (kind == 2) {
    into.push_back(numbers_of(function.getKey("/C0"), 0));
    into.push_back(numbers_of(function.getKey("/C1"), 1));
    return true;
  }
  QPDFObjectHandle parts = function.getKey("/Functions");
  if (kind != 3 || !parts.isArray()) return false;
  for (int i = 0; i < parts.getArrayNItems(); ++i)
    if (!add_stops(parts.getArrayItem(i), depth + 1, into)) return false;
  return true;
}

// A function for each ink: the ends of all of them side by side, as far as they have equally many.
bool add_stops_of_each(QPDFObjectHandle functions, Stops& into) {
  if (functions.getArrayNItems() > kMostInks) return false;
  for (int i = 0; i < functions.getArrayNItems(); ++i) {
    Stops one;
    if (!add_stops(functions.getArrayItem(i), 0, one)) return false;
    if (i == 0) into.resize(one.size());
    if (one.size() != into.size()) return false;
    for (std::size_t stop = 0; stop < one.size(); ++stop) into[stop].push_back(one[stop].empty() ? 0 : one[stop][0]);
  }
  return true;
}

}  // namespace

std::optional<double> ink_of_shading(QPDFObjectHandle shading, const ColourSpace& space) {
  QPDFObjectHandle function = shading.getKey("/Function");
  Stops stops;
  if (!(function.isArray() ? add_stops_of_each(function, stops) : add_stops(function, 0, stops)) || stops.empty()) return std::nullopt;
  double most = 0;
  for (const Components& stop : stops) most = std::max(most, ink_of(space, stop).value_or(0));
  return most;
}

}  // namespace nbpublish
