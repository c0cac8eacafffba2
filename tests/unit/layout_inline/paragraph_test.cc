// Paragraphs as tables: alignments, indents, breaks of every kind.
#include <catch2/catch.hpp>
#include <random>

#include "set_text.h"

using namespace nbpublish;
using namespace nbpublish::literals;
using namespace nbpublish::testing;

TEST_CASE("ragged lines end at spaces, and the space is copied with the line it ends") {
  SetText set;
  CHECK(set.set_on(11, "aaaa bbbb cccc dddd") == Strings{"aaaa bbbb ", "cccc dddd"});
  CHECK(set.set_on(4, "aaaa bbbb") == Strings{"aaaa ", "bbbb"});
  CHECK(set.set_on(20, "one line") == Strings{"one line"});
  CHECK(set.lines[0].width == ems(8));
  CHECK(set.set_on(20, "").empty());
  CHECK(set.sink.all().empty());
}

TEST_CASE("the optimum looks ahead: even lines instead of full ones") {
  SetText set;
  // First fit would be "aaa bb cc " / "ddddd".
  CHECK(set.set_on(9, "aaa bb cc ddddd eeee") != Strings{"aaa bb cc ", "ddddd ", "eeee"});
  CHECK(set.set_on(6, "aaa bb cc ddddd") == Strings{"aaa ", "bb cc ", "ddddd"});
}

TEST_CASE("justified lines reach the measure, last lines keep their natural spaces") {
  SetText set(Alignment::Justified);
  set.rules.hyphenate = false;
  const Strings lines = set.set_on(10, "aaaa bbbbb cccc ddddd ee ff");
  CHECK(lines == Strings{"aaaa bbbbb ", "cccc ddddd ", "ee ff"});
  for (std::size_t i = 0; i + 1 < set.lines.size(); ++i) CHECK(is_near(set.lines[i].width, ems(10)));
  CHECK(set.lines[2].width == ems(5));
  // Stretched and shrunk: 3 spaces and 17 letters on 19 and 21 ems.
  for (const double measure : {19.0, 21.0}) {
    set.set_on(measure, "aaaa bbbbb cccc dddd eeeeeeeeeeeeeee ffff");
    CHECK(is_near(set.lines[0].width, ems(measure)));
  }
}

TEST_CASE("a first line may be indented, and hang") {
  SetText set;
  set.rules.first_indent = ems(2);
  CHECK(set.set_on(11, "aaaa bbb cccc dddd") == Strings{"aaaa bbb ", "cccc dddd"});
  CHECK(set.lines[0].width == ems(10));
  CHECK(std::get<GlyphRun>(set.lines[0].items[0].content).origin.x == ems(2));
  CHECK(std::get<GlyphRun>(set.lines[1].items[0].content).origin.x == ems(0));
  set.rules.alignment = Alignment::Justified;
  set.set_on(11, "aaaa bbbb ccccc dddd eeeee ffff gggg");
  for (std::size_t i = 0; i + 1 < set.lines.size(); ++i) CHECK(is_near(set.lines[i].width, ems(11)));
}

TEST_CASE("right and centred lines") {
  SetText set(Alignment::Right);
  set.set_on(10, "aaaa bbbb cc");
  REQUIRE(set.lines.size() == 2);
  CHECK(std::get<GlyphRun>(set.lines[0].items[0].content).origin.x == ems(1));
  CHECK(set.lines[0].width == ems(10));
  CHECK(std::get<GlyphRun>(set.lines[1].items[0].content).origin.x == ems(8));
  set.rules.alignment = Alignment::Centered;
  set.set_on(10, "aaaa bbbb cc");
  CHECK(std::get<GlyphRun>(set.lines[0].items[0].content).origin.x == ems(0.5));
  CHECK(std::get<GlyphRun>(set.lines[1].items[0].content).origin.x == ems(4));
}

TEST_CASE("headings have balanced lines") {
  SetText set(Alignment::Balanced);
  set.rules.hyphenate = false;
  CHECK(set.set_on(20, "aaaa bbbb cccc dddd ee") == Strings{"aaaa bbbb ", "cccc dddd ee"});
  CHECK(set.set_on(20, "Short") == Strings{"Short"});
  CHECK(set.set_on(20, "aaaa bbbb cccc dddd") == Strings{"aaaa bbbb cccc dddd"});  // what fits is one line
  for (const char* words : {"aaaa bbbb cccc dddd eeee ffff gggg hhhh i", "one two three four five six", "aaaaaaaaaaaaaaa bbbbbb c"}) {
    set.set_on(20, words);
    REQUIRE(set.lines.size() > 1);
    CHECK(set.lines.back().width * 3 >= set.lines.front().width);
  }
}

TEST_CASE("a last line is not shorter than the style asks where that can be had") {
  SetText set(Alignment::Justified);
  set.rules.hyphenate = false;
  set.style.least_last_line = ems(4);
  std::mt19937 random(5);
  std::size_t short_last = 0, with_rule = 0;
  for (int round = 0; round < 200; ++round) {
    std::string words = "aaa";
    for (int i = 0; i < 40; ++i) words += " " + std::string(2 + random() % 5, 'b');
    words += " c";
    set.style.least_last_line = ems(4);
    set.set_on(40, words);
    with_rule += set.lines.back().width < ems(4) ? 1 : 0;
    set.style.least_last_line = {};
    set.set_on(40, words);
    short_last += set.lines.back().width < ems(4) ? 1 : 0;
  }
  CHECK(short_last > 10);
  CHECK(with_rule * 4 < short_last);
}

TEST_CASE("forced breaks end a line in any alignment, and leave it natural") {
  for (const Alignment alignment : {Alignment::Justified, Alignment::Ragged, Alignment::Right, Alignment::Centered, Alignment::Balanced}) {
    SetText set(alignment);
    CHECK(set.set({text("aaa bbb "), line_break(), text(" ccc")}) == Strings{"aaa bbb", "ccc"});
    CHECK(set.set({text("aaa"), line_break(), line_break(), text("bbb")}) == Strings{"aaa", "", "bbb"});
  }
  SetText set(Alignment::Justified);
  set.set({text("aaa bbb"), line_break(), text("ccc")});
  CHECK(set.lines[0].width == ems(7));
}

TEST_CASE("a line break at the end of a paragraph makes no empty line") {
  SetText set;
  CHECK(set.set({text("aaa"), line_break()}) == Strings{"aaa"});
  CHECK(set.set({text("aaa "), line_break(), text(" "), line_break()}) == Strings{"aaa"});
}

TEST_CASE("no line breaks at a no-break space; it stretches as others do") {
  SetText set;
  CHECK(set.set_on(9, "aaaa Node\u00A022 bb") == Strings{"aaaa ", "Node 22 ", "bb"});  // it copies as a plain space
  set.rules.alignment = Alignment::Justified;
  set.set_on(8.6, "aaa\u00A0bbbb cccccccc");
  CHECK(is_near(set.lines[0].width, ems(8.6)));
}

TEST_CASE("spaces run together in prose, stand in code, and go at the edges") {
  SetText set;
  CHECK(set.set("  a   b\t c  ") == Strings{"a b c"});
  CHECK(set.set({text("a "), emphasis(" b "), text(" c")}) == Strings{"a b c"});
  CHECK(set.set({text("a "), code("b  c"), soft_break(), text("d")}) == Strings{"a b  c d"});
}

TEST_CASE("words divide at hyphens, and the drawn hyphen copies as a soft one") {
  SetText set(Alignment::Justified);
  const Strings lines = set.set_on(10, "the asynchronous work");
  CHECK(lines == Strings{"the asyn~", "chronous ", "work"});
  CHECK(set.lines[0].hyphenated);
  const auto run = all_of_kind<GlyphRun>(set.lines[0].items).back();
  CHECK(run.clusters.back().bytes == 2);
  CHECK(run.clusters.back().glyphs == 1);
  std::size_t bytes = 0, glyphs = 0;
  for (const GlyphCluster& cluster : run.clusters) bytes += cluster.bytes, glyphs += cluster.glyphs;
  CHECK(bytes == run.text.size());
  CHECK(glyphs == run.glyphs.size());
  const FontId serif = set.context.font(set.style.text);
  CHECK(run.glyphs.back().id == set.shaper.shape(serif, Features::Text, "-")[0].glyphs[0].id);
}

TEST_CASE("quotes, brackets and full stops stay outside a division; identifiers stay whole") {
  SetText set(Alignment::Justified);
  CHECK(set.set_on(14, "bb (“asynchronous”), bb") == Strings{"bb (“asynchro~", "nous”), bb"});
  for (const char* word : {"readFileSynchronously", "SYNCHRONOUSLYWRITTEN", "asynchronous2synchronous"}) {
    set.set_on(21, std::string("bbbb ") + word + " cccc");
    for (const SetLine& line : set.lines) CHECK_FALSE(line.hyphenated);
  }
  CHECK(set.set_on(15, "bb the database’s row") == Strings{"bb the data~", "base’s row"});
  CHECK(set.set_on(16, "bb bb xxx/callback bb") == Strings{"bb bb xxx/call~", "back bb"});
  set.rules.hyphenate = false;
  CHECK(set.set_on(13, "the asynchronous") == Strings{"the ", "asynchronous"});
}

TEST_CASE("a mark that joins leaves no letter alone") {
  SetText set;
  set.rules.hyphenate = false;
  CHECK(set.set_on(9, "bb bbb I/O bb") == Strings{"bb bbb ", "I/O bb"});
  CHECK(set.set_on(9, "bb bbb e-mail") == Strings{"bb bbb ", "e-mail"});
  CHECK(set.set_on(9, "bb ab-cdefgh") == Strings{"bb ab-", "cdefgh"});
}

TEST_CASE("an author's soft hyphen is unseen inside a line and a hyphen at its end") {
  SetText set;
  set.rules.hyphenate = false;
  CHECK(set.set_on(20, "xxxxx\u00ADyyyyy").size() == 1);
  CHECK(set.lines[0].width == ems(10));
  set.set_on(8, "xxxxx\u00ADyyyyy");
  REQUIRE(set.lines.size() == 2);
  CHECK(set.lines[0].width == ems(6));
  CHECK(set.lines[0].hyphenated);
  CHECK(line_text(set.lines[1]) == "yyyyy");
  CHECK(set.sink.all().empty());
}

TEST_CASE("a hyphen that the author wrote ends a line as it is") {
  SetText set;
  CHECK(set.set_on(6, "well-known") == Strings{"well-", "known"});
  CHECK_FALSE(set.lines[0].hyphenated);
}

TEST_CASE("a line that lacks little ends short rather than cutting a name of code") {
  SetText set(Alignment::Justified);
  set.rules.measure = ems(60);
  const std::string words = "aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa ";
  // "session.on(" would fit behind the words.
  CHECK(set.set({text(words), code("session.on(callback_one)"), text(" bb")}) == Strings{words, "session.on(callback_one) bb"});
  CHECK(set.lines[0].width < ems(58));
  // Half a line is too much.
  CHECK(set.set({text("aaaa aaaa aaaa aaaa aaaa "), code("session.on_the_very_end_of(callback_one, two)"), text(" bb")})
            .at(0)
            .ends_with("("));
}

TEST_CASE("code and addresses break without a hyphen") {
  SetText set;
  CHECK(set.set_on(14, {text("x "), code("node_modules/express")}) == Strings{"x node_", "modules/", "express"});
  CHECK(set.set_on(20, "https://example.org/path/file") == Strings{"https://example.org/", "path/file"});
  CHECK(set.set_on(12, {text("aaa "), code("npm run dev"), text(" b")}) == Strings{"aaa ", "npm run dev ", "b"});
}

TEST_CASE("nothing is lost or doubled, whatever stands in the paragraph") {
  std::mt19937 random(77);
  const char* const words[] = {"asynchronous", "different",      "a", "(see",       "well-known", "office",
                               "the",          "implementation", "→", "JavaScript", "naïve"};
  for (int round = 0; round < 300; ++round) {
    Inlines inlines;
    for (std::size_t n = 5 + random() % 40; n > 0; --n) {
      const std::string word = words[random() % std::size(words)];
      switch (random() % 9) {
        case 0:
          inlines.push_back(emphasis(word));
          break;
        case 1:
          inlines.push_back(code(word + "._" + word));
          break;
        case 2:
          inlines.push_back(web_link({text(word + " " + word)}));
          break;
        case 3:
          inlines.push_back(note_mark(static_cast<std::uint32_t>(random() % 20)));
          break;
        case 4:
          inlines.push_back(random() % 3 == 0 ? line_break() : soft_break());
          break;
        case 5:
          inlines.push_back(key(word));
          break;
        default:
          inlines.push_back(text(" " + word + " "));
      }
    }
    SetText set(static_cast<Alignment>(random() % 5));
    set.rules.measure = ems(8 + static_cast<double>(random() % 40));
    set.rules.first_indent = random() % 2 == 0 ? ems(1) : Length{};
    set.set_text(inlines);
    std::string got, wanted = set.text.text;
    for (const SetLine& line : set.lines) {
      got += line_text(line);
      std::uint32_t last = 0;  // text ranges follow each other
      for (const FrameItem& item : line.items) {
        if (item.tag == kArtifact) continue;
        REQUIRE(item.text_begin >= last);
        REQUIRE(item.text_end >= item.text_begin);
        REQUIRE(item.text_end <= set.text.text.size());
        last = item.text_end;
      }
    }
    std::erase(wanted, '\n');
    std::erase(got, '~');
    INFO("round " << round);
    REQUIRE(got == wanted);
  }
}

TEST_CASE("no line is wider than the measure but for hanging marks, and justified lines are as wide") {
  const std::string words =
      "Different offices efficiently shuffle waffles; the affine implementation of asynchronous workflows "
      "differs from the "
      "official specification, although sufficient buffers (effectively different affairs) offer Node.js "
      "developers "
      "well-known difficulties: fluffy scaffolding, flickering files and stiff coefficients, V8's offloaded "
      "effects.";
  SetInBook set;
  for (const Alignment alignment : {Alignment::Justified, Alignment::Ragged, Alignment::Balanced}) {
    set.rules.alignment = alignment;
    set.rules.hyphenate = alignment == Alignment::Justified;
    for (int measure = 120; measure < 330; measure += 7) {
      set.rules.measure = Length::pt(measure);
      set.set(words);
      std::size_t ragged = 0, told = 0;
      for (std::size_t i = 0; i < set.lines.size(); ++i) {
        INFO(measure << ": " << line_text(set.lines[i]) << " " << (set.lines[i].width - set.rules.measure).points());
        CHECK(set.lines[i].width <=
              set.rules.measure + (alignment == Alignment::Justified ? set.context.style.hang_limit : Length{}) + Length::pt(0.05));
        if (alignment == Alignment::Justified && i + 1 < set.lines.size() && set.lines[i].width < set.rules.measure - Length::pt(0.05))
          ++ragged;
      }
      // What is narrower was left ragged; the shortest are told.
      for (const Diagnostic& d : set.context.diagnostics.all()) told += d.message.find("ends short") != std::string::npos ? 1 : 0;
      set.context.diagnostics = {};
      CHECK(ragged >= std::exchange(told, 0));
    }
  }
}

TEST_CASE("underlines and strikes end where the measure does, though marks hang") {
  SetInBook set;
  set.rules.alignment = Alignment::Justified;
  const std::string said =
      "\u201CDifferent offices,\u201D \u201Cefficiently;\u201D \u201Cthe affine, the well-known,\u201D \u201Cof workflows.\u201D "
      "\u201CDiffers.\u201D";
  std::size_t hanging = 0;
  for (const bool is_link : {true, false})
    for (int measure = 120; measure < 330; measure += 3) {
      set.rules.measure = Length::pt(measure);
      for (const SetLine& line : set.set_text({is_link ? web_link({text(said + said)}) : struck({text(said + said)})})) {
        for (const GlyphRun& run : all_of_kind<GlyphRun>(line.items))
          hanging += run.origin.x < Length{} || line.width > set.rules.measure ? 1 : 0;
        for (const Fill& fill : all_of_kind<Fill>(line.items)) {
          CHECK(fill.rect.x >= Length{});
          CHECK(fill.rect.right() <= set.rules.measure);
          CHECK(fill.rect.width > Length{});
        }
      }
    }
  CHECK(hanging > 20);
}

TEST_CASE("a line whose spaces would grow beyond all measure ends short instead, and says so") {
  SetText set(Alignment::Justified);
  set.rules.measure = ems(18);
  set.set_text({text("aa bb "), code("ccccccccccccccccc"), text(" dd ee")});
  REQUIRE(set.lines.size() == 3);
  CHECK(set.lines[0].width < ems(7));  // "aa bb" and a little
  CHECK(set.lines[0].width > ems(5));
  REQUIRE(set.sink.all().size() >= 1);
  CHECK(set.sink.all().front().message.find("ends short") != std::string::npos);
}

TEST_CASE("a path may begin a line, punctuation that stands apart may not") {
  SetText set;
  CHECK(set.set_on(10, "aaaa bbbb /dev/null") == Strings{"aaaa bbbb ", "/dev/null"});
  CHECK(set.set_on(10, "aaaa bbbb .json") == Strings{"aaaa bbbb ", ".json"});
  CHECK(set.set_on(10, "aaaa bbbb !") == Strings{"aaaa ", "bbbb !"});
  CHECK(set.set_on(10, {text("aaaa bbbb "), code("./x")}) == Strings{"aaaa bbbb ", "./x"});
}

namespace {

// Where the run with this text begins.
Length x_of(const SetLine& line, std::string_view text) {
  for (const FrameItem& item : line.items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && run->text == text) return run->origin.x;
  FAIL("no run with " << text);
  return {};
}

}  // namespace

TEST_CASE("words that run right to left stand in visual order, and are copied in the order of the text") {
  SetInBook set;
  set.set("see שלום עולם here");
  REQUIRE(set.lines.size() == 1);
  const SetLine& line = set.lines[0];
  CHECK(line_text(line) == "see שלום עולם here");
  CHECK(x_of(line, "see") < x_of(line, "עולם"));
  CHECK(x_of(line, "עולם") < x_of(line, "שלום"));
  CHECK(x_of(line, "שלום") < x_of(line, "here"));
}

TEST_CASE("a paragraph that runs right to left stands at the right edge, code in it left to right") {
  SetInBook set;
  set.rules.alignment = Alignment::Justified;
  set.set(Inlines{text("שלום "), code("f()"), text(" עולם")});
  REQUIRE(set.lines.size() == 1);
  const SetLine& line = set.lines[0];
  CHECK(x_of(line, "עולם") < x_of(line, "f()"));
  CHECK(x_of(line, "f()") < x_of(line, "שלום"));
  CHECK(is_near(set.lines[0].width, set.rules.measure));
}

TEST_CASE("nothing is lost where directions are mixed, and justified lines are as wide as others") {
  SetInBook set;
  set.rules.alignment = Alignment::Justified;
  std::string words;
  for (int i = 0; i < 12; ++i) words += "The word שלום (shalom) עולם, 12 and مرحبا بالعالم 456; ";
  int short_lines = 0;  // left ragged
  for (int measure = 240; measure < 330; measure += 15) {
    set.rules.measure = Length::pt(measure);
    set.set(words);
    std::string got;
    for (std::size_t i = 0; i < set.lines.size(); ++i) {
      got += line_text(set.lines[i]);
      if (got.back() != ' ') got += ' ';
      if (i + 1 == set.lines.size()) continue;
      Length left = set.rules.measure, right;
      for (const FrameItem& item : set.lines[i].items)
        if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && run->text != " ")
          left = std::min(left, run->origin.x), right = std::max(right, run->origin.x + run->width);
      CHECK(left < Length::pt(0.05));
      short_lines += right > set.rules.measure - Length::pt(5) ? 0 : 1;
    }
    CHECK(got == words);
  }
  CHECK(short_lines <= 1);
}

TEST_CASE("a piece exactly as wide as the measure is set whole and without complaint") {
  SetText set;
  for (const Alignment alignment : {Alignment::Ragged, Alignment::Justified}) {
    set.rules.alignment = alignment;
    set.rules.hyphenate = false;
    CHECK(set.set_on(12, "aaaa xxxxxxxxxxxx bbbb") == Strings{"aaaa ", "xxxxxxxxxxxx ", "bbbb"});
    CHECK(set.set_on(12, "xxxxxxxxxxxx yyyyyyyyyyyy") == Strings{"xxxxxxxxxxxx ", "yyyyyyyyyyyy"});
  }
  for (const Diagnostic& diagnostic : set.sink.all()) CHECK(diagnostic.code != DiagCode::OverfullLine);
}
