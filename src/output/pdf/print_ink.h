// PrintInk: what Cairo draws in RGB, in the inks of a press. Operators, pictures, gradients and their functions.
// note [print inks]: Cairo 1.16 writes every colour as DeviceRGB. A print file has none: equal components become that much of the black
// ink, so that black text is K alone; others become their luminance (gray) or process colours with all the black that they
// allow (gray component replacement), scaled until no more than kMostInk lies on the sheet.
#pragma once

#include <array>
#include <cstdint>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>

namespace nbpublish {

enum class Ink : std::uint8_t { Gray, Process };  // K; CMYK

// Cyan, magenta, yellow and black together, of 4: 240 % (IngramSpark).
inline constexpr double kMostInk = 2.4;

using InkComponents = std::array<double, 3>;  // of RGB, 0 to 1
double gray_of(const InkComponents& rgb);
std::array<double, 4> process_of(const InkComponents& rgb);

class PrintInk {
 public:
  explicit PrintInk(Ink ink) : ink_(ink) {}
  Ink kind() const { return ink_; }

  // The operator that sets a colour, with its operands: "0 g".
  std::string colour(const InkComponents& rgb, bool stroke) const;
  // A content stream's operators. Whatever is no colour operator stays byte for byte.
  std::string content(std::string_view operators) const;
  // A resource's dictionary: colour spaces of shadings and functions; groups and states that ask for transparency without using it are
  // taken away.
  void put_right(QPDFObjectHandle& dictionary) const;
  // The samples of an image of 8 bits in RGB, in ours.
  std::string samples(std::string_view rgb) const;
  QPDFObjectHandle colour_space() const;

 private:
  Ink ink_;
};

}  // namespace nbpublish
