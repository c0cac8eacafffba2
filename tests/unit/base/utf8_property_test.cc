// Bytes of strangers to text.
#include "base/utf8.h"

#include "support/property.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// Bytes of which some are characters, whole or broken.
std::string any_bytes() {
  std::string made;
  for (const std::string& piece :
       *up_to(12, rc::gen::elementOf(std::vector<std::string>{"a", "\xC3\xA9", "\xE2\x86\x92", "\xF0\x9F\x9A\x80", "\xC3", "\xA9",
                                                              "\xE2\x86", "\xF0\x9F", "\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80",
                                                              "\xFF", std::string(1, '\0'), "\x1b", "\n"})))
    made += piece;
  return made;
}

}  // namespace

TEST_CASE("whatever comes in is text once it is sanitised, and stays as it is from then on") {
  check_property(1000, [] {
    const std::string bytes = any_bytes(), text = sanitise(bytes);
    RC_ASSERT(sanitise(text) == text);
    RC_ASSERT(to_utf8(to_utf32(text)) == text);
    RC_ASSERT(count_code_points(text) == to_utf32(text).size());
    // Every step moves on, and never beyond the end.
    for (std::size_t pos = 0, before = 0; pos < bytes.size(); before = pos) {
      next_code_point(bytes, pos);
      RC_ASSERT(pos > before);
      RC_ASSERT(pos <= bytes.size());
    }
  });
}

TEST_CASE("every character is read as it was written") {
  check_property(1000, [] {
    const char32_t c = static_cast<char32_t>(*whole_range(0, 0x110000));
    RC_PRE(c < 0xD800 || c > 0xDFFF);
    std::string text;
    append_utf8(text, c);
    std::size_t pos = 0;
    RC_ASSERT(next_code_point(text, pos) == c);
    RC_ASSERT(pos == text.size());
  });
}
