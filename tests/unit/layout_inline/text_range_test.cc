// Which part of its block's text a run shows, white space and what the tool adds not counted.
#include <catch2/catch.hpp>

#include "set_text.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// "begin-end text" of each run of letters.
Strings ranges(const std::vector<SetLine>& lines) {
  Strings out;
  for (const SetLine& line : lines)
    for (const FrameItem& item : line.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content))
        out.push_back(std::to_string(item.text_begin) + '-' + std::to_string(item.text_end) + ' ' + run->text);
  return out;
}

}  // namespace

TEST_CASE("a run's range counts the letters before it, whatever parts them") {
  SetText set;
  set.set_on(11, {text("aaaa  bbbb"), soft_break(), text(" cccc"), line_break(), text("dddd")});
  CHECK(ranges(set.lines) == Strings{"0-8 aaaa bbbb ", "8-12 cccc", "12-16 dddd"});
}

TEST_CASE("what the tool adds has no length") {
  SetText set;
  const Inline note{{}, NoteReference{0}};
  set.set_on(20, {text("aaaa"), note, note, text(" bbbb "), {{}, Code{"c d"}}, text(" ee")});
  CHECK(ranges(set.lines) == Strings{"0-4 aaaa", "4-4 1", "4-4 ,", "4-4 1", "4-8  bbbb ", "8-10 c d", "10-12  ee"});
}

TEST_CASE("a divided word's parts follow each other") {
  SetInBook set;
  set.rules.alignment = Alignment::Justified;
  set.rules.measure = Length::pt(60);
  set.set("synchronization of asynchronous computations");
  REQUIRE(set.lines.size() > 2);
  std::uint32_t reached = 0;
  for (const SetLine& line : set.lines)
    for (const FrameItem& item : line.items) {
      CHECK(item.text_begin == reached);
      reached = item.text_end;
    }
  CHECK(reached == 41);
}
