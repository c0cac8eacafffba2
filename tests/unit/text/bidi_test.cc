// Directions of text: levels by UAX 9, visual order, and glyphs that run backward.
#include <catch2/catch.hpp>
#include <string>

#include "support/block_layout.h"
#include "text/bidi.h"
#include "text/right_to_left.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// The levels of the characters' first bytes.
std::string levels_of(std::string_view text, std::vector<BidiIsolate> isolates = {}) {
  const BidiLevels levels = bidi_levels(text, isolates);
  std::string out = std::to_string(levels.paragraph) + ":";
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) out += static_cast<char>('0' + levels.at(i));
  return out;
}

}  // namespace

TEST_CASE("a text without letters that run right to left has no levels") {
  for (const char* text : {"", "plain", "naïve café", "Привет, мир", "日本語 → 😀"}) CHECK(bidi_levels(text).of_bytes.empty());
}

TEST_CASE("levels: Hebrew in English, English in Hebrew, numbers in both") {
  CHECK(levels_of("a שב b") == "0:001100");
  CHECK(levels_of("שב ab") == "1:11122");
  CHECK(levels_of("שב 12, 3") == "1:11122112");
  CHECK(levels_of("a שב 12 b") == "0:001112200");
  CHECK(levels_of("مر 12") == "1:11122");
}

TEST_CASE("an isolate does not take the direction of what is around it") {
  const std::string text = "שב f() גד";  // f() is code
  CHECK(levels_of(text) == "1:111211111");
  CHECK(levels_of(text, {{5, 8}}) == "1:111222111");
}

TEST_CASE("the visual order of pieces") {
  const auto order = [](std::vector<std::uint8_t> levels) { return visual_order(levels); };
  CHECK(order({0, 0, 0}) == std::vector<std::size_t>{0, 1, 2});
  CHECK(order({0, 1, 1, 1, 0}) == std::vector<std::size_t>{0, 3, 2, 1, 4});
  CHECK(order({1, 1, 2, 2, 1}) == std::vector<std::size_t>{4, 2, 3, 1, 0});
  CHECK(order({}).empty());
}

TEST_CASE("glyphs of a word that runs right to left keep the order of its letters, each left of the one before") {
  Shaper shaper(project_fonts());
  const FontId font = project_fonts().find("Source Serif 4", 400, false);
  for (const std::string word : {"שלום", "مرحبا"}) {
    const std::vector<ShapedRun>& runs = shaper.shape(font, Features::Text, word, true);
    REQUIRE(runs.size() == 1);
    std::int64_t pen = 0, last = runs[0].advance;
    std::uint32_t cluster = 0;
    for (const ShapedGlyph& g : runs[0].glyphs) {
      REQUIRE(g.cluster >= cluster);
      CHECK(pen + g.dx < last);
      cluster = g.cluster;
      last = pen + g.dx;
      pen += g.advance;
    }
    CHECK(pen == runs[0].advance);
    CHECK(last < runs[0].glyphs.front().advance);
  }
}

TEST_CASE("a digit in a keycap is drawn by the face that has keycaps") {
  Shaper shaper(project_fonts());
  const FontId font = project_fonts().find("Source Serif 4", 400, false);
  const std::vector<ShapedRun>& runs = shaper.shape(font, Features::Text, "1\uFE0F\u20E3");
  REQUIRE(runs.size() == 1);
  CHECK(project_fonts().entry(runs[0].font).family == "Noto Emoji");
  for (const ShapedGlyph& g : runs[0].glyphs) CHECK(g.id != 0);
  CHECK(project_fonts().entry(shaper.shape(font, Features::Text, "12")[0].font).family == "Source Serif 4");
}

TEST_CASE("in code only the letters of a word run right to left") {
  const auto words = [](std::string_view code) {
    std::string out;
    for (const auto& [begin, end] : right_to_left_words(code)) out += "[" + std::string(code.substr(begin, end - begin)) + "]";
    return out;
  };
  CHECK(words("a = 1;") == "");
  CHECK(words("s = \"שלום עולם\" + (עולם);") == "[שלום][עולם][עולם]");
  CHECK(words("שלום123, مَرحبا.") == "[שלום][مَرحبا]");
  CHECK(words("a\u200Fb") == "");
  // "f(שב, גד)" as code: everything but the words stands where it is written, whatever is around it.
  const std::string code = "f(שב, גד) 1";
  CHECK(levels_of(code + " x", {{0, static_cast<std::uint32_t>(code.size())}}) ==
        "0:22332233222"
        "00");
  CHECK(levels_of("כב " + code, {{5, static_cast<std::uint32_t>(5 + code.size())}}) ==
        "1:111"
        "22332233222");
}

TEST_CASE("marks of direction that the author has typed do not part a text") { CHECK(levels_of("שב \u2066ab\u2069 גד") == "1:1111221111"); }
