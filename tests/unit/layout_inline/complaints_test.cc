// What a paragraph complains about, and where.
#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "set_text.h"

using namespace nbpublish;
using namespace nbpublish::literals;
using namespace nbpublish::testing;

namespace {

std::string joined(const Strings& lines) {
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

void check_within_measure(const SetText& set) {
  for (const SetLine& line : set.lines) CHECK(line.width <= set.rules.measure);
}

}  // namespace

TEST_CASE("an overlong word is divided between its letters, with a complaint at its place") {
  for (const Alignment alignment : {Alignment::Justified, Alignment::Ragged, Alignment::Right, Alignment::Centered, Alignment::Balanced}) {
    SetText set(alignment);
    const std::string word = "AAAABBBBCCCCDDDDEEEEFFFF";
    const Strings lines = set.set_on(10, {at(3, 1, text("aa ")), at(3, 4, strong(word)), at(3, 30, text(" bb"))});
    CHECK(joined(lines) == "aa " + word + " bb");
    check_within_measure(set);
    CHECK(lines.size() <= 5);
  }
  SetText set;
  set.set_on(10, {at(3, 1, text("aa ")), at(3, 4, {{}, Strong{{at(3, 6, text("AAAABBBBCCCCDDDDEEEEFFFF"))}}}), at(3, 30, text(" bb"))});
  CHECK(told(set.sink) == Strings{"overfull-line 3:6"});
}

TEST_CASE("the complaint names the inline of the overlong word, though its neighbours look alike") {
  SetText set;
  set.set_on(10, {at(3, 1, text("aa bb")), at(3, 6, soft_break()), at(4, 1, text("AAAABBBBCCCCDDDDEEEE"))});
  CHECK(told(set.sink) == Strings{"overfull-line 4:1"});
}

TEST_CASE("without a place of its own a complaint takes the block's") {
  SetText set;
  set.set_on(10, "AAAABBBBCCCCDDDDEEEEFFFF");
  CHECK(told(set.sink) == Strings{"overfull-line 90:1"});
}

TEST_CASE("a word may be as long as it likes") {
  SetText set;
  const std::string word(5000, 'A');
  CHECK(joined(set.set_on(10, word)) == word);
  CHECK(set.lines.size() == 500);
  check_within_measure(set);
  CHECK(set.sink.all().size() == 1);
}

TEST_CASE("a chain of words without a break is divided, too, with one complaint") {
  SetText set;
  std::string chain = "xx";
  for (int i = 0; i < 30; ++i) chain += "\u00A0xx";
  Strings wanted(10, "xx xx xx ");
  wanted.push_back("xx");
  CHECK(set.set_on(10, {at(5, 1, text(chain))}) == wanted);
  CHECK(told(set.sink) == Strings{"overfull-line 5:1"});
}

TEST_CASE("a short code phrase too wide for its column comes apart at its spaces") {
  SetText set;
  CHECK(set.set_on(8, {code("npm run dev")}) == Strings{"npm run ", "dev"});
}

TEST_CASE("a key wider than the measure sticks out and is told") {
  SetText set;
  CHECK(set.set_on(10, {text("a "), at(2, 3, key("very long key here")), text(" b")}) == Strings{"a ", "very long key here ", "b"});
  CHECK(told(set.sink) == Strings{"overfull-line 2:3"});
}

TEST_CASE("a message never ends inside a character") {
  SetText set;
  std::string word = "x";
  for (int i = 0; i < 60; ++i) word += "é";
  set.set_on(10, word);
  REQUIRE(set.sink.all().size() == 1);
  CHECK(sanitise(set.sink.all()[0].message) == set.sink.all()[0].message);
}

TEST_CASE("a measure of nothing ends with every character set") {
  for (const double measure : {5.0, 1.0, 0.1, 0.0, -3.0}) {
    for (const Alignment alignment :
         {Alignment::Justified, Alignment::Ragged, Alignment::Right, Alignment::Centered, Alignment::Balanced}) {
      SetText set(alignment);
      CHECK(joined(set.set_on(measure, "aaaaaa bbbbbb cc")) == "aaaaaa bbbbbb cc");
      for (const SetLine& line : set.lines) CHECK(line.width >= Length{});
    }
  }
}

TEST_CASE("overfull lines keep their spaces apart") {
  for (const Alignment alignment : {Alignment::Justified, Alignment::Ragged}) {
    SetText set(alignment);
    set.set_on(10, {key("very long key"), text("\u00A0"), key("very long key"), text(" b")});
    const auto runs = all_of_kind<GlyphRun>(set.lines[0].items);
    REQUIRE(runs.size() >= 2);
    CHECK(runs.back().origin.x > runs.front().origin.x + runs.front().width);
  }
}

TEST_CASE("two words too wide for the line are told at their own places") {
  SetText set;
  set.set_on(10, {{{7, 1, 7, 42}, Text{"AAAABBBBCCCCDDDDEEEE bb AAAABBBBCCCCDDDDEE"}}});
  CHECK(told(set.sink) == Strings{"overfull-line 7:1", "overfull-line 7:25"});
}

TEST_CASE("where the text was not set as it is written, the complaint is at its inline") {
  SetText set;
  set.set_on(10, {{{7, 1, 7, 50}, Text{"b AAAABBBBCCCCDDDDEEEE"}}});
  CHECK(told(set.sink) == Strings{"overfull-line 7:1"});
}

TEST_CASE("a character that no font has is told once for each place, at its inline") {
  SetText set;
  set.set_on(40, {at(7, 1, text("aaa")), at(7, 4, soft_break()), at(8, 1, text("b 中 c")), at(8, 10, emphasis("x"))});
  CHECK(told(set.sink) == Strings{"missing-glyph 8:1"});
  CHECK(set.sink.all()[0].message == "no font has U+4E2D");
  CHECK_FALSE(set.sink.all()[0].hint.empty());
}

TEST_CASE("characters that are never drawn are never missing") {
  SetText set;
  set.set_on(40, "a\u200Bb\u2060c\u00ADd\uFE0Fe\u200Df\uFEFFg");
  CHECK(told(set.sink).empty());
}

TEST_CASE("a loose line is told at its inline") {
  SetText set(Alignment::Justified);
  set.rules.hyphenate = false;
  set.set_on(20, {at(2, 1, text("aa bb")), at(2, 6, soft_break()), at(3, 1, text("ccccccccccccccccc dddd"))});
  CHECK(told(set.sink) == Strings{"loose-line 2:1"});
}
