// Length: the one unit of layout, a fixed-point number of PostScript points.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace nbpublish {

// A signed distance in 1/65536 pt (TeX's scaled point, but of the PostScript point: 72 = 1 inch).
// Integers, because sums must not depend on their order: equal input gives equal bytes on any
// machine and at any number of threads. 64 bits hold the height of any book.
class Length {
 public:
  static constexpr std::int64_t kPerPoint = 65536;

  constexpr Length() = default;
  static constexpr Length raw(std::int64_t units) {
    Length l;
    l.units_ = units;
    return l;
  }
  // Rounds half away from zero. Meant for constants and style values, not for chains of arithmetic.
  static constexpr Length pt(double points) {
    const double u = points * kPerPoint;
    return raw(static_cast<std::int64_t>(u < 0 ? u - 0.5 : u + 0.5));
  }

  constexpr std::int64_t units() const { return units_; }
  constexpr double points() const { return static_cast<double>(units_) / kPerPoint; }
  constexpr bool is_zero() const { return units_ == 0; }

  constexpr Length operator-() const { return raw(-units_); }
  constexpr Length& operator+=(Length o) {
    units_ += o.units_;
    return *this;
  }
  constexpr Length& operator-=(Length o) {
    units_ -= o.units_;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return a += b; }
  friend constexpr Length operator-(Length a, Length b) { return a -= b; }
  friend constexpr Length operator*(Length a, std::int64_t n) { return raw(a.units_ * n); }
  friend constexpr Length operator*(std::int64_t n, Length a) { return a * n; }
  friend constexpr Length operator/(Length a, std::int64_t n) { return raw(a.units_ / n); }
  // How many whole times `b` fits; truncates toward zero.
  friend constexpr std::int64_t operator/(Length a, Length b) { return a.units_ / b.units_; }
  // Scales by a ratio of integers without leaving integer arithmetic.
  constexpr Length scaled(std::int64_t num, std::int64_t den) const {
    std::int64_t product = 0;
    if (!__builtin_mul_overflow(units_, num, &product)) return raw(product / den);  // as good as always, and ten times as fast
    return raw(static_cast<std::int64_t>(static_cast<Wide>(units_) * num / den));
  }
  constexpr Length scaled(double factor) const { return pt(points() * factor); }
  friend constexpr auto operator<=>(Length, Length) = default;

 private:
  __extension__ typedef __int128 Wide;
  std::int64_t units_ = 0;
};

constexpr Length abs(Length l) { return l < Length{} ? -l : l; }
// The least multiple of `step` that is not below `l` (for l >= 0): bringing a height onto the grid.
constexpr Length round_up(Length l, Length step) { return Length::raw((l.units() + step.units() - 1) / step.units() * step.units()); }

namespace literals {
constexpr Length operator""_pt(long double v) { return Length::pt(static_cast<double>(v)); }
constexpr Length operator""_pt(unsigned long long v) { return Length::pt(static_cast<double>(v)); }
}  // namespace literals

}  // namespace nbpublish
