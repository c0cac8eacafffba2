// What an inch is in the units that files speak of.
#pragma once

namespace nbpublish {

inline constexpr double kPointsPerInch = 72, kMillimetresPerInch = 25.4, kCentimetresPerInch = 2.54;

}  // namespace nbpublish
