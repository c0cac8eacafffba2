#include "layout/inline/print_quality.h"

#include <fmt/format.h>

#include <cmath>

#include "base/units.h"

namespace nbpublish {
namespace {

constexpr double kLeastPpi = 300;
constexpr Length kLeastLettering = Length::pt(7);
constexpr double kTolerance = 0.99;  // a hair less is rounding, in the file's density and in scales

Length printed_lettering(const Picture& picture, Length width) {
  return picture.lettering.scaled(width.units(), picture.natural_size.width.units());
}

}  // namespace

bool is_lettering_readable(const Picture& picture, Length width) {
  if (picture.lettering <= Length{} || picture.natural_size.width <= Length{}) return true;
  return printed_lettering(picture, width) >= kLeastLettering.scaled(kTolerance);
}

void report_print_quality(LayoutContext& context, const Picture& picture, const std::string& source, Length width, SourceSpan span) {
  if (width <= Length{}) return;
  const double inches = width.points() / kPointsPerInch, ppi = picture.width_px / inches;
  if (picture.width_px > 0 && ppi < kLeastPpi * kTolerance)
    context.diagnostics.report(
        DiagCode::ImageResolution, context.file, span,
        fmt::format("'{}' has {:.0f} pixels to the inch at its printed size; print needs {:.0f}", source, ppi, kLeastPpi),
        fmt::format("{:.0f} pixels across would do, or a drawing as SVG", std::ceil(inches * kLeastPpi)));
  if (!is_lettering_readable(picture, width))
    context.diagnostics.report(DiagCode::SmallLettering, context.file, span,
                               fmt::format("the lettering of '{}' is {:.1f} pt high at its printed size; 7 can be read", source,
                                           printed_lettering(picture, width).points()),
                               "draw it narrower or lower, or in two parts");
}

}  // namespace nbpublish
