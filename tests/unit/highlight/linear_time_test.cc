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

constexpr std::size_t kSmall = 8192, kTimes = 16;

// Proportional would be 16 times, the square 256 times; a few milliseconds are the clock's grain. What a busy machine does to one
// measurement it does not do to several: one that fits is enough, and the square never fits.
bool is_proportional(std::string_view unit, std::string_view language) {
  for (int attempt = 0; attempt < 8; ++attempt)
    if (seconds_for(repeated(unit, kSmall * kTimes), language) < seconds_for(repeated(unit, kSmall), language) * kTimes * 4 + 0.02)
      return true;
  return false;
}

}  // namespace

TEST_CASE("no repeated mark takes time that grows with the square") {
  for (const std::string_view unit : {"(",     "{",  "}",      "`${",   "/a",     "/[", "<a ",    "a<a",    "$(",       "\"$(",   "<<a ",
                                      "<<a\n", "a:", "- ",     "a    ", "'",      "\"", "R\"(",   "[",      "&a",       "x=(",    "#",
                                      "@a",    "\\", "async ", "\xC3",  "a = a ", "${", "a: |\n", "--- \n", "<script>", "$ \\\n", "\x1b["})
    for (const std::string_view language : test::languages()) {
      INFO(language << " on " << unit);
      CHECK(is_proportional(unit, language));
    }
}

TEST_CASE("a line of a megabyte is read in every language") {
  for (const std::string_view language : test::languages())
    CHECK(highlight(repeated("const a = f(x, 'y'); ", 1u << 20), language).size() == 1);
}
