// Counts of bytes before a place, at every place of texts around the length of a step.
#include "base/byte_counts.h"

#include <catch2/catch.hpp>

#include <string>

using namespace nbpublish;

TEST_CASE("counts before every place are those of counting anew") {
  for (const std::size_t size : {0, 1, 255, 256, 257, 1000}) {
    std::string text;
    while (text.size() < size) text += text.size() % 7 < 3 ? "a" : "\xA4";
    const ByteCounts<begins_character> counts(text);
    std::uint32_t expected = 0;
    for (std::size_t at = 0; at <= size; ++at) {
      REQUIRE(counts.before(text, at) == expected);
      if (at < size && text[at] == 'a') ++expected;
    }
  }
}
