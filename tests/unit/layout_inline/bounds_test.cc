// Whatever a paragraph is made of: nothing wraps, and time grows with its length and not with its square.
#include <catch2/catch.hpp>
#include <ctime>

#include "layout/inline/items.h"
#include "set_text.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  return text;
}

double seconds_for(const Inlines& inlines) {
  SetText page(Alignment::Justified);
  const std::clock_t begin = std::clock();
  page.set_text(inlines);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

constexpr std::size_t kSmall = 2'048, kTimes = 16;

// As the highlighters' test of the same: the square would be 256 times.
template <class Make>
bool is_proportional(const Make& make) {
  for (int attempt = 0; attempt < 6; ++attempt)
    if (seconds_for(make(kSmall * kTimes)) < seconds_for(make(kSmall)) * kTimes * 5 + 0.05) return true;
  return false;
}

std::size_t bytes_of(const std::vector<SetLine>& lines) {
  std::size_t bytes = 0;
  for (const SetLine& line : lines)
    for (const FrameItem& item : line.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) bytes += run->text.size();
  return bytes;
}

}  // namespace

TEST_CASE("the seventy thousandth span of a paragraph keeps its own face") {
  Inlines inlines;
  for (int i = 0; i < 35'000; ++i) inlines.push_back(text("a ")), inlines.push_back(code("b"));
  SetText page;
  page.set_text(inlines);
  const std::vector<InlineItem> items = make_items(page.context, page.text, {});
  REQUIRE(page.text.spans.size() == 70'000);
  CHECK(items.back().span == 69'999);
  const FontId mono = page.text.spans.back().style.font, serif = page.text.spans.front().style.font;
  REQUIRE(mono != serif);
  std::size_t wrong = 0;
  for (const SetLine& line : page.lines)
    for (const FrameItem& item : line.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr) continue;
      const bool is_code = run->text.find('b') != std::string::npos, is_text = run->text.find('a') != std::string::npos;
      if (is_code && is_text) ++wrong;
      if (is_code != (run->font == mono) && is_text != (run->font == serif)) ++wrong;
    }
  CHECK(wrong == 0);
}

TEST_CASE("the time of a paragraph grows with its length") {
  for (const std::string_view unit : {"a ",     "https://a.b/c", "a/b.c_d", "\\",     "a-",      "-/",     ".",  "a.b ",    "a\u00A0",
                                      "\u00A0", "\u200B",        "a\u200B", "\u00AD", "a\u00AD", "\u200A", "漢", "e\u0301", "😀\u200D",
                                      "\u0F71", "\u0378",        "A",       "aB",     "ffi",     "ا",      "aا"}) {
    INFO(unit);
    CHECK(is_proportional([&](std::size_t bytes) { return Inlines{text(repeated(unit, bytes))}; }));
    CHECK(is_proportional([&](std::size_t bytes) { return Inlines{code(repeated(unit, bytes))}; }));
  }
}

TEST_CASE("the time of a paragraph grows with the number of its spans") {
  const auto all = [](const auto& one) {
    return [&one](std::size_t count) {
      Inlines inlines;
      for (std::size_t i = 0; i < count / 8; ++i) inlines.push_back(one());
      return inlines;
    };
  };
  const auto plain = [] { return text("ab "); };
  const auto span = [] { return code("b"); };
  const auto struck = [] { return Inline{{}, Strikeout{{text("\u200B")}}}; };
  const auto linked = [] { return Inline{{}, Link{ExternalTarget{"https://example.org"}, "", {text("ab ")}}}; };
  CHECK(is_proportional(all(plain)));
  CHECK(is_proportional(all(span)));
  CHECK(is_proportional(all(struck)));
  CHECK(is_proportional(all(linked)));
}

TEST_CASE("pieces of a text without any place to break fit the line, and none is lost") {
  for (const std::string_view unit : {"👩\u200D", "\U000E0061", "\u0F71", "a\u0301\u0302\u0303", "x"}) {
    INFO(unit);
    SetInBook page;
    const std::string all = repeated(unit, 20'000);
    page.set_text({text(all)});
    CHECK(bytes_of(page.lines) == all.size());
    for (const SetLine& line : page.lines) CHECK(line.width <= page.rules.measure + Length::pt(0.01));
  }
}

TEST_CASE("a link's words are said in full, or their beginning where they are endless") {
  const auto described = [](const std::string& words) {
    SetText page;
    page.set_text({Inline{{}, Link{ExternalTarget{"https://example.org"}, "", {text(words)}}}});
    return page.lines.at(0).links.at(0).description;
  };
  CHECK(described("where it is") == "where it is");
  CHECK(described(repeated("word ", 5'000)).size() < 1'100);
}

TEST_CASE("a place in a long text is told exactly") {
  const std::string words = repeated("wörd ", 20'000) + "x";
  const auto columns = static_cast<std::uint32_t>(words.size() / 6 * 5 + 1);
  SetText page;
  page.set_text({Inline{{7, 11, 7, 10 + columns}, Text{words}}});
  const TextSpan& span = page.text.spans.front();
  for (const std::uint32_t word : {0u, 1u, 900u, 3'000u}) {
    const SourceSpan at = source_at(page.text, span, word * 6, {});
    CHECK(at.line == 7);
    CHECK(at.column == 11 + word * 5);
    CHECK(ink_before(page.text, span, word * 6) == word * 5);
  }
}
