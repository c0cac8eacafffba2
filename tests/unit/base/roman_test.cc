#include "base/roman.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("roman numbers") {
  CHECK(roman(1) == "i");
  CHECK(roman(4) == "iv");
  CHECK(roman(9) == "ix");
  CHECK(roman(14) == "xiv");
  CHECK(roman(40) == "xl");
  CHECK(roman(90) == "xc");
  CHECK(roman(400) == "cd");
  CHECK(roman(1888) == "mdccclxxxviii");
  CHECK(roman(1994) == "mcmxciv");
  CHECK(roman(3999) == "mmmcmxcix");
  CHECK(roman(0).empty());
  CHECK(roman(-4).empty());
  CHECK(capital_roman(49) == "XLIX");
}

TEST_CASE("a numeral has one spelling") {
  for (const int number : {1, 4, 9, 14, 40, 90, 400, 1888, 1994, 3999}) CHECK(roman_value(roman(number)) == number);
  for (const char* none : {"", "iiii", "vx", "XII", "12", "xiia", "mmmm", "cover"}) CHECK(roman_value(none) == 0);
  CHECK(roman_value(std::string(100'000, 'm')) == 0);
}
