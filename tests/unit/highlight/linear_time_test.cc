// Time grows with the input, not with its square: one line of one repeated mark, in every language.
#include <catch2/catch.hpp>
#include <ctime>

#include "highlight/highlight.h"
#include "samples.h"

using namespace nbpublish;

namespace {

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

double seconds_for(const std::string& code, std::string_view language) {
  const std::clock_t begin = std::clock();
  highlight(code, language);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("no repeated mark takes time that grows with the square") {
  constexpr std::size_t kSmall = 8192, kTimes = 16;
  for (const std::string_view unit :
       {"(",     "{",  "}",      "`${",   "/a",     "/[", "<a ",    "a<a",    "$(",       "\"$(",   "<<a ",
        "<<a\n", "a:", "- ",     "a    ", "'",      "\"", "R\"(",   "[",      "&a",       "x=(",    "#",
        "@a",    "\\", "async ", "\xC3",  "a = a ", "${", "a: |\n", "--- \n", "<script>", "$ \\\n", "\x1b["})
    for (const std::string_view language : test::languages()) {
      const double small = seconds_for(repeated(unit, kSmall), language);
      const double large = seconds_for(repeated(unit, kSmall * kTimes), language);
      INFO(language << " on " << unit);
      // Proportional would be 16 times, the square 256 times; a few milliseconds are the clock's grain.
      CHECK(large < small * kTimes * 4 + 0.02);
    }
}

TEST_CASE("a line of a megabyte is read in every language") {
  for (const std::string_view language : test::languages())
    CHECK(highlight(repeated("const a = f(x, 'y'); ", 1u << 20), language).size() == 1);
}
