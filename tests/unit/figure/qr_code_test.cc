#include "figure/qr_code.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("a QR code is a square drawing, black on white, large enough to read") {
  const auto code = qr_code("https://example.org/streams/backpressure");
  REQUIRE(code);
  CHECK((*code)->kind == PictureKind::Svg);
  CHECK((*code)->natural_size.width >= Length::pt(58));
  CHECK((*code)->natural_size.width == (*code)->natural_size.height);
  CHECK((*code)->bytes.find("fill=\"#000\"") != std::string::npos);
  // 40 characters take version 3 at level M, 29 modules, and four modules of quiet zone on each side.
  CHECK((*code)->bytes.find("viewBox=\"0 0 37 37\"") != std::string::npos);
  CHECK((*code)->bytes.find("M4 4h7v1h-7z") != std::string::npos);  // the finder's first row
}

TEST_CASE("modules of a long address are no narrower than a phone can read") {
  const auto code = qr_code("https://example.org/" + std::string(400, 'x'));
  REQUIRE(code);
  CHECK((*code)->natural_size.width > Length::pt(80));
}

TEST_CASE("a text that fits no QR code is refused") {
  const auto code = qr_code("https://example.org/" + std::string(4000, 'x'));
  REQUIRE_FALSE(code);
  CHECK(code.error().kind == ErrorKind::Input);
}
