#include "figure/dark_colours.h"

#include <algorithm>
#include <cmath>

#include "base/contrast.h"

// note [turned lightness]
// WCAG's contrast of two colours is the difference of their positions on the scale ln(Y + 0.05). On it black must come to
// stand where the dark theme has its text, and white where it has its paper. A straight line between the two would shrink
// contrasts, since the dark theme spans less than black and white do. So two more points are held: the gray that has just
// 7 : 1 on white comes to have it on the dark paper, and the gray on which black has just 7 : 1 becomes the one on
// which the dark text has it. The outer two of the three pieces then have the same slope, and the sums come out such that any
// pair with 7 : 1 keeps it. (One of its colours lies in each outer piece; no other pair is so far apart.)

namespace nbpublish {
namespace {

constexpr double kHeld = 7.1;                   // 7 : 1, and what rounding to bytes may take
constexpr double kBlack = 0.05, kWhite = 1.05;  // luminance + 0.05
constexpr double kPaleText = 0.4;               // luminance of text that nobody sets on white
constexpr int kSteps = 14;                      // of bisection: more than eight bits need

// OKLab: B. Ottosson, "A perceptual color space for image processing", 2020.
struct Lab {
  double l = 0, a = 0, b = 0;
};
struct LinearRgb {
  double r = 0, g = 0, b = 0;
};

Lab lab_of(Rgb colour) {
  const double r = light_of_srgb(colour.r / 255.0), g = light_of_srgb(colour.g / 255.0), b = light_of_srgb(colour.b / 255.0);
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

LinearRgb linear_of(const Lab& lab) {
  const double l = std::pow(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
  const double m = std::pow(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
  const double s = std::pow(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
  return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
          -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

double luminance_of(const LinearRgb& c) { return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b; }

bool is_in_gamut(const LinearRgb& c) {
  constexpr double kSlack = 1e-4;
  return std::min({c.r, c.g, c.b}) >= -kSlack && std::max({c.r, c.g, c.b}) <= 1 + kSlack;
}

std::uint8_t byte_of_light(double light) {
  return static_cast<std::uint8_t>(std::lround(255 * std::clamp(srgb_of_light(std::clamp(light, 0.0, 1.0)), 0.0, 1.0)));
}

// The colour of the luminance whose hue and part of the chroma are those of `like`.
LinearRgb with_chroma(const Lab& like, double chroma, double luminance) {
  double low = 0, high = 1;
  Lab lab{0, like.a * chroma, like.b * chroma};
  for (int i = 0; i < kSteps; ++i) {
    lab.l = (low + high) / 2;
    (luminance_of(linear_of(lab)) < luminance ? low : high) = lab.l;
  }
  return linear_of(lab);
}

// The colour of that luminance with the hue of another and as much of its chroma as a screen can show.
Rgb with_luminance(Rgb of, double luminance) {
  Lab like = lab_of(of);
  if (of.r == of.g && of.g == of.b) like.a = like.b = 0;  // not the coefficients' last digits
  double low = 0, high = 1;
  LinearRgb best = with_chroma(like, 1, luminance);
  if (!is_in_gamut(best)) {
    for (int i = 0; i < kSteps; ++i) {
      const double chroma = (low + high) / 2;
      (is_in_gamut(with_chroma(like, chroma, luminance)) ? low : high) = chroma;
    }
    best = with_chroma(like, low, luminance);
  }
  return {byte_of_light(best.r), byte_of_light(best.g), byte_of_light(best.b)};
}

double position(double luminance) { return std::log(luminance + 0.05); }

}  // namespace

DarkColours::DarkColours(const Theme& light, const Theme& dark) : light_(light), dark_(dark) {
  const double text = position(luminance(dark[ColourRole::Text])), paper = position(luminance(dark[ColourRole::Paper]));
  const double black = std::log(kBlack), white = std::log(kWhite), held = std::log(kHeld);
  knots_.push_back({black, text});
  if (text - paper >= held) {
    knots_.push_back({white - held, paper + held});
    knots_.push_back({black + held, text - held});
    std::ranges::sort(knots_, {}, &Knot::from);
  }
  knots_.push_back({white, paper});
}

double DarkColours::turned(double luminance) const {
  const double at = std::clamp(position(luminance), knots_.front().from, knots_.back().from);
  std::size_t i = 1;
  while (i + 1 < knots_.size() && at > knots_[i].from) ++i;
  const Knot &before = knots_[i - 1], &after = knots_[i];
  const double to = before.to + (after.to - before.to) * (at - before.from) / (after.from - before.from);
  return std::exp(to) - 0.05;
}

Rgb DarkColours::operator()(Rgb colour) const {
  if (colour == Rgb{}) return dark_[ColourRole::Text];
  const auto role = std::ranges::find(light_.colours, colour);
  if (role != light_.colours.end()) return dark_.colours[static_cast<std::size_t>(role - light_.colours.begin())];
  return with_luminance(colour, turned(luminance(colour)));
}

Rgb DarkColours::of_text(Rgb colour) const {
  const double paper = luminance(dark_[ColourRole::Paper]), least = kHeld * (paper + 0.05) - 0.05;
  const Rgb turned = (*this)(colour);
  if (luminance(colour) > kPaleText || luminance(turned) >= least || luminance(dark_[ColourRole::Text]) < least) return turned;
  return with_luminance(colour, least);
}

}  // namespace nbpublish
