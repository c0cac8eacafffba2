// The shaper: runs, clusters, features, the cache.
#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "support/block_layout.h"

using namespace nbpublish;
using namespace nbpublish::literals;
using namespace nbpublish::testing;

namespace {

FontId block_serif() { return block_fonts().find("Block Serif", 400, false); }
FontId source_serif() { return project_fonts().find("Source Serif 4", 400, false); }

// "Block Serif:ab|Block Signs:→": runs by face, with the text from cluster to cluster.
std::string runs_of(Shaper& shaper, FontId font, std::string_view text) {
  const std::vector<ShapedRun>& runs = shaper.shape(font, Features::Text, text);
  std::string out;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    REQUIRE_FALSE(runs[i].glyphs.empty());
    const std::size_t begin = runs[i].glyphs.front().cluster;
    const std::size_t end = i + 1 < runs.size() ? runs[i + 1].glyphs.front().cluster : text.size();
    out += (i == 0 ? "" : "|") + shaper.fonts().entry(runs[i].font).family + ":" + std::string(text.substr(begin, end - begin));
  }
  return out;
}

std::int64_t advance(Shaper& shaper, FontId font, Features features, std::string_view text) {
  std::int64_t sum = 0;
  for (const ShapedRun& run : shaper.shape(font, features, text)) sum += run.advance;
  return sum;
}

constexpr const char* kTexts[] = {"plain words",
                                  "fi fl ffi office",
                                  "e\u0301a\u0300 combining",
                                  "⚠️ emoji ✓ → done",
                                  "naïve café",
                                  "\u200Bzero\u200Dwidth\u2060",
                                  "שלום abc",
                                  "한국어 中文",
                                  "a\u00ADb",
                                  "👩‍💻x"};

}  // namespace

TEST_CASE("text is split into runs where a fallback face is needed") {
  Shaper shaper(block_fonts());
  CHECK(runs_of(shaper, block_serif(), "ab") == "Block Serif:ab");
  CHECK(runs_of(shaper, block_serif(), "a→b") == "Block Serif:a|Block Signs:→|Block Serif:b");
  CHECK(runs_of(shaper, block_serif(), "→✓✓") == "Block Signs:→|Block Wide:✓✓");
  CHECK(runs_of(shaper, block_serif(), "✓1") == "Block Wide:✓|Block Serif:1");
  CHECK(runs_of(shaper, block_serif(), "a中b") == "Block Serif:a中b");
  // A variation selector stays with what it modifies.
  CHECK(runs_of(shaper, block_serif(), "→\uFE0Eb") == "Block Signs:→\uFE0E|Block Serif:b");
  CHECK(shaper.shape(block_serif(), Features::Text, "").empty());
}

TEST_CASE("clusters begin at 0, grow, stand at characters, and the advances add up") {
  Shaper shaper(project_fonts());
  for (const std::string text : kTexts) {
    INFO(text);
    const std::vector<ShapedRun>& runs = shaper.shape(source_serif(), Features::Text, text);
    std::uint32_t last = 0;
    bool first = true;
    for (const ShapedRun& run : runs) {
      std::int64_t sum = 0;
      for (const ShapedGlyph& glyph : run.glyphs) {
        if (first) CHECK(glyph.cluster == 0);
        CHECK(glyph.cluster >= last);
        CHECK(glyph.cluster < text.size());
        CHECK((static_cast<unsigned char>(text[glyph.cluster]) & 0xC0) != 0x80);
        last = glyph.cluster;
        first = false;
        sum += glyph.advance;
      }
      CHECK(run.advance == sum);
    }
    CHECK_FALSE(first);
  }
}

TEST_CASE("the cache changes nothing: neither a second call nor other texts in between") {
  Shaper warm(project_fonts());
  for (int round = 0; round < 2; ++round) {
    for (const char* text : kTexts) {
      for (const Features features :
           {Features::Text, Features::Tabular, Features::Code, Features::Superior, Features::Capitals, Features::Numerals}) {
        Shaper cold(project_fonts());
        const auto& a = warm.shape(source_serif(), features, text);
        const auto& b = cold.shape(source_serif(), features, text);
        REQUIRE(a.size() == b.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
          CHECK(a[i].font == b[i].font);
          REQUIRE(a[i].glyphs.size() == b[i].glyphs.size());
          for (std::size_t k = 0; k < a[i].glyphs.size(); ++k) CHECK(a[i].glyphs[k].id == b[i].glyphs[k].id);
        }
      }
    }
  }
}

TEST_CASE("a shaped text stays where it is while others are shaped") {
  Shaper shaper(block_fonts());
  const std::vector<ShapedRun>& kept = shaper.shape(block_serif(), Features::Text, "abc");
  for (int i = 0; i < 2000; ++i) shaper.shape(block_serif(), Features::Text, std::to_string(i));
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].glyphs.size() == 3);
}

TEST_CASE("width is the advance at the size") {
  Shaper shaper(block_fonts());
  CHECK(shaper.width(block_serif(), Features::Text, 10_pt, "abcd") == 40_pt);
  CHECK(shaper.width(block_serif(), Features::Text, 7.5_pt, "ab") == 15_pt);
  CHECK(shaper.width(block_serif(), Features::Text, 10_pt, "a✓") == 30_pt);  // the fallback's tick is 2 em
  CHECK(shaper.width(block_serif(), Features::Text, 10_pt, "") == 0_pt);
}

TEST_CASE("tabular figures have one advance, in every face that tables and folios use") {
  Shaper shaper(project_fonts());
  const FontLibrary& fonts = project_fonts();
  for (const auto& [family, weight] : {std::pair{"Source Serif 4", 400}, {"Inter", 400}, {"Inter", 600}, {"Inter", 700}}) {
    const FontId font = fonts.find(family, weight, false);
    INFO(family << " " << weight);
    const auto zero = static_cast<double>(advance(shaper, font, Features::Tabular, "0"));
    // Inter's tabular 1 is drawn up to 0.3 % narrower than the others.
    for (char digit = '1'; digit <= '9'; ++digit)
      CHECK(static_cast<double>(advance(shaper, font, Features::Tabular, std::string(1, digit))) == Approx(zero).epsilon(0.003));
  }
  const FontId inter = fonts.find("Inter", 400, false);
  CHECK(advance(shaper, inter, Features::Text, "1") * 10 < advance(shaper, inter, Features::Text, "0") * 9);
}

TEST_CASE("features by purpose: ligatures in text, none in code, drawn superiors") {
  Shaper shaper(project_fonts());
  const FontLibrary& fonts = project_fonts();
  const auto glyphs = [&](FontId font, Features features, std::string_view text) {
    std::vector<std::uint32_t> ids;
    for (const ShapedRun& run : shaper.shape(font, features, text))
      for (const ShapedGlyph& glyph : run.glyphs) ids.push_back(glyph.id);
    return ids;
  };
  CHECK(glyphs(source_serif(), Features::Text, "fi").size() == 1);
  const FontId mono = fonts.find("JetBrains Mono", 400, false);
  const auto separate = [&](std::string_view a, std::string_view b) {
    auto ids = glyphs(mono, Features::Code, a);
    const auto rest = glyphs(mono, Features::Code, b);
    ids.insert(ids.end(), rest.begin(), rest.end());
    return ids;
  };
  CHECK(glyphs(mono, Features::Code, "=>") == separate("=", ">"));
  CHECK(glyphs(mono, Features::Code, "!=") == separate("!", "="));
  CHECK(glyphs(source_serif(), Features::Superior, "2") != glyphs(source_serif(), Features::Text, "2"));
}

namespace {

// The glyphs of a text, in order.
std::vector<std::uint32_t> glyphs_of(Shaper& shaper, FontId font, Features features, std::string_view text) {
  std::vector<std::uint32_t> ids;
  for (const ShapedRun& run : shaper.shape(font, features, text))
    for (const ShapedGlyph& glyph : run.glyphs) ids.push_back(glyph.id);
  return ids;
}

// Whether each character is drawn as itself: as it is alone, or in its form beside capitals.
bool is_as_typed(Shaper& shaper, FontId font, Features features, std::string_view text) {
  const std::vector<std::uint32_t> ids = glyphs_of(shaper, font, features, text);
  if (ids.size() != text.size()) return false;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string_view letter = text.substr(i, 1);
    if (ids[i] != glyphs_of(shaper, font, features, letter).at(0) && ids[i] != glyphs_of(shaper, font, Features::Capitals, letter).at(0))
      return false;
  }
  return true;
}

}  // namespace

TEST_CASE("no face draws other characters than were typed") {
  Shaper shaper(project_fonts());
  constexpr std::string_view kMarks = "019xXA-+=<>~*/|:;.,#&?!_@()[]{}$%^'\"";
  std::string wrong;
  for (FontId font = 0; font < project_fonts().size(); ++font) {
    if (!project_fonts().has_glyph(font, 'x')) continue;
    for (const Features features : {Features::Text, Features::Tabular, Features::Code, Features::Capitals}) {
      for (const char a : kMarks)
        for (const char b : kMarks)
          if (const std::string text{a, b}; !is_as_typed(shaper, font, features, text))
            wrong += project_fonts().entry(font).family + " " + text + "\n";
      for (const char* text :
           {"0x10", "0xFF", "1024x768", "2x4x8", "-->", "<--", "<->", "==>", "a->b", ":-)", "***", "!==", "www", "1/2", "10:30"})
        if (!is_as_typed(shaper, font, features, text)) wrong += project_fonts().entry(font).family + " " + text + "\n";
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("the sans still raises the marks beside capitals and figures, and the serif has its ligatures") {
  Shaper shaper(project_fonts());
  const FontId sans = project_fonts().find("Inter", 600, false);
  const auto raised = glyphs_of(shaper, sans, Features::Text, "(0x10)");
  REQUIRE(raised.size() == 6);
  CHECK(raised.front() == glyphs_of(shaper, sans, Features::Capitals, "(").at(0));
  CHECK(raised.front() != glyphs_of(shaper, sans, Features::Text, "(").at(0));
  CHECK(glyphs_of(shaper, sans, Features::Text, "(a)").front() == glyphs_of(shaper, sans, Features::Text, "(").at(0));
  CHECK(glyphs_of(shaper, source_serif(), Features::Text, "fi").size() == 1);
}

TEST_CASE("the sans has an I with serifs for numerals, and other letters as ever") {
  Shaper shaper(project_fonts());
  const FontId sans = project_fonts().find("Inter", 600, false);
  const auto numeral = glyphs_of(shaper, sans, Features::Numerals, "IVX"), text = glyphs_of(shaper, sans, Features::Text, "IVX");
  CHECK(numeral[0] != text[0]);
  CHECK(numeral[1] == text[1]);
  CHECK(numeral[2] == text[2]);
}

TEST_CASE("a letter and the marks on it are drawn by one face") {
  Shaper shaper(project_fonts());
  const FontId mono = project_fonts().find("JetBrains Mono", 400, false);
  REQUIRE_FALSE(project_fonts().has_glyph(mono, 0x20D7));  // an arrow above
  for (const std::string text : {"x\u20D7", "e\u0301", "q\u0303\u0323"}) {
    const std::vector<ShapedRun>& runs = shaper.shape(mono, Features::Code, text);
    INFO(text);
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].glyphs.front().cluster == runs[0].glyphs.back().cluster);
  }
  CHECK(shaper.shape(mono, Features::Code, "a\u20D7b").size() == 2);
}

TEST_CASE("signs in code come from a face of one width, and what only a text face has, from that") {
  const FontId mono = project_fonts().find("JetBrains Mono", 400, false);
  for (const char32_t sign : {U'\u263A', U'\u260E', U'\u2611'})
    CHECK(project_fonts().entry(project_fonts().face_for(sign, mono)).family == "DejaVu Sans Mono");
  CHECK(project_fonts().entry(project_fonts().face_for(U'\u241B', source_serif())).family == "JetBrains Mono");
  CHECK(project_fonts().entry(project_fonts().face_for(U'\u241B', source_serif())).weight == 400);
}

TEST_CASE("no cluster is larger than a line can hold, whatever is joined") {
  for (const std::string_view unit : {"👩\u200D", "\U000E0061", "\u0F71", "a\u0301", "\u0301", "क्", "ا\u0651"})
    for (const bool right_to_left : {false, true}) {
      INFO(unit << right_to_left);
      std::string text = "x";
      while (text.size() < 70'000) text += unit;
      Shaper shaper(project_fonts());
      std::size_t next = 0;  // where the next cluster begins
      for (const ShapedRun& run : shaper.shape(source_serif(), Features::Text, text, right_to_left)) {
        REQUIRE_FALSE(run.glyphs.empty());
        CHECK(run.glyphs.front().cluster >= next);
        for (const ShapedGlyph& g : run.glyphs) {
          REQUIRE(g.cluster >= next);
          REQUIRE(g.cluster - next <= 128);
          REQUIRE((static_cast<unsigned char>(text[g.cluster]) & 0xC0) != 0x80);
          next = g.cluster;
        }
      }
      CHECK(text.size() - next <= 128);
    }
}

TEST_CASE("a long text is shaped as its words are") {
  std::string text;
  while (text.size() < 40'000) text += "hamburgefonstiv";
  Shaper shaper(project_fonts());
  std::string back;
  for (const ShapedRun& run : shaper.shape(source_serif(), Features::Text, text))
    for (const ShapedGlyph& g : run.glyphs) back += text[g.cluster];
  CHECK(back == text);
}
