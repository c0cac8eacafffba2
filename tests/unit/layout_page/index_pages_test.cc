#include "layout/page/index_pages.h"

#include <catch2/catch.hpp>

#include "support/layout_fixture.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

IndexPlace place(const std::string& anchor, bool main = false) { return {{"one", anchor}, main}; }

PageNumbers pages_of(const std::vector<std::string>& folios) {
  PageNumbers pages;
  for (std::size_t i = 0; i < folios.size(); ++i) pages.labels["one#" + std::to_string(i)] = folios[i];
  return pages;
}

// "3, 5-7, *9*" for places 0, 1, 2 ... on these pages; `main` is the index of the main place.
std::string locators(const std::vector<std::string>& folios, std::size_t main = 99) {
  std::vector<IndexPlace> places;
  for (std::size_t i = 0; i < folios.size(); ++i) places.push_back(place(std::to_string(i), i == main));
  std::string out;
  for (const Locator& locator : locators_of(places, pages_of(folios))) {
    const std::string pages = locator.first + (locator.last.empty() ? "" : "-" + locator.last);
    out += (out.empty() ? "" : ", ") + (locator.main ? "*" + pages + "*" : pages);
  }
  return out;
}

IndexEntry entry(const std::string& term, std::size_t places = 1) {
  IndexEntry out;
  out.term = term;
  out.anchor = "entry-" + term;
  out.file = "chapters/one.md";
  out.span = {7, 1, 7, 9};
  for (std::size_t i = 0; i < places; ++i) out.places.push_back(place(term + std::to_string(i)));
  return out;
}

// A fixture in which entry()'s places stand on pages 10, 20, 30 ...
struct IndexFixture : LayoutFixture {
  IndexFixture() { context.chapter = "index"; }
  void number(const IndexEntry& e) {
    for (std::size_t i = 0; i < e.places.size(); ++i) pages.labels[destination_name(e.places[i].target)] = std::to_string(10 * (i + 1));
    for (const IndexEntry& child : e.children) number(child);
  }
  std::vector<IndexLine> lines(const BookIndex& index) {
    for (const IndexGroup& group : index)
      for (const IndexEntry& e : group.entries) number(e);
    return index_lines(context, {kIndexKey, "Index", &index}, kRootTag, Length::pt(154));
  }
};

std::vector<IndexLine> plain_lines(std::size_t count) {
  std::vector<IndexLine> lines(count);
  for (IndexLine& line : lines) line.row.height = Length::pt(10);
  return lines;
}

using Columns = std::vector<ColumnRange>;

}  // namespace

TEST_CASE("locators: equal folios once, consecutive pages joined") {
  CHECK(locators({"3", "3", "5", "9"}) == "3, 5, 9");
  CHECK(locators({"214", "215", "216", "218"}) == "214-216, 218");
  CHECK(locators({"214", "214", "215", "215", "216"}) == "214-216");
  CHECK(locators({"ix", "x", "1"}) == "ix, x, 1");
}

TEST_CASE("locators: the main place stands alone") {
  CHECK(locators({"3", "4", "5", "6"}, 1) == "3, *4*, 5-6");
  CHECK(locators({"3", "3", "4"}, 1) == "*3*, 4");
}

TEST_CASE("locators: places without a page are left out once pages are known") {
  const std::vector<IndexPlace> places{place("0"), place("nowhere")};
  CHECK(locators_of(places, pages_of({"3"})).size() == 1);
  const std::vector<Locator> unknown = locators_of(places, {});
  REQUIRE(unknown.size() == 2);
  CHECK(unknown[1].first == PageNumbers::kUnknownPage);
}

TEST_CASE("lines: letter, entry with folios, sub-entries, references") {
  IndexFixture f;
  IndexEntry streams = entry("streams", 2);
  streams.children = {entry("readable")};
  streams.see_also = {"buffers"};
  IndexEntry buffers = entry("`Buffer`");
  IndexEntry loop = entry("loop", 0);
  loop.see = {"streams!readable"};
  const auto lines = f.lines({{"B", {buffers}}, {"L", {loop}}, {"S", {streams}}});
  std::vector<std::string> texts;
  for (const IndexLine& line : lines) texts.push_back(text_of(line.row.items));
  CHECK(texts == std::vector<std::string>{"B", "Buffer, 10", "", "L", "loop. See streams: readable", "", "S",
                                          "streams, 10, 20. See also buffers", "readable, 10"});
  CHECK(lines[1].row.links.size() == 1);
  CHECK(lines[4].row.links.size() == 1);
  CHECK(std::get<InternalTarget>(lines[4].row.links[0].target).anchor == "entry-readable");
  CHECK(lines[1].row.places.at(0).name == "index#entry-`Buffer`");
  CHECK(lines[8].continued == "streams");
  CHECK(lines[7].continued.empty());
  CHECK(f.sink.all().empty());
}

TEST_CASE("lines: a letter stays with its first entry, an entry with its first sub-entry") {
  IndexFixture f;
  IndexEntry streams = entry("streams");
  streams.children = {entry("readable"), entry("writable")};
  const auto lines = f.lines({{"A", {entry("atoms"), entry("axes")}}, {"S", {streams}}});
  std::vector<bool> free;
  for (const IndexLine& line : lines) free.push_back(line.may_begin_column);
  // A, atoms, axes, white, S, streams, readable, writable
  CHECK(free == std::vector<bool>{true, false, true, true, false, false, false, true});
}

TEST_CASE("lines: more than six locators of its own are too many") {
  IndexFixture f;
  f.lines({{"A", {entry("six", 6)}}});
  CHECK(f.sink.all().empty());
  f.lines({{"A", {entry("seven", 7)}}});
  REQUIRE(f.sink.all().size() == 1);
  CHECK(f.sink.all()[0].code == DiagCode::IndexCrowded);
  CHECK(f.sink.all()[0].file == "chapters/one.md");
  CHECK(f.sink.all()[0].span.line == 7);
  CHECK(f.sink.all()[0].message == "the index entry 'seven' has 7 page numbers of its own");
}

TEST_CASE("lines: nothing passes the column, turnovers are indented") {
  IndexFixture f;
  IndexEntry longest = entry("an entry whose words go on for longer than a column of the index is wide", 5);
  longest.children = {entry("and a sub-entry of it that is so long too, as they may be")};
  const auto lines = f.lines({{"A", {longest}}});
  REQUIRE(lines.size() > 4);
  for (const IndexLine& line : lines)
    for (const FrameItem& item : line.row.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      REQUIRE(run != nullptr);
      CHECK(run->origin.x >= Length{});
      CHECK(run->origin.x + run->width < Length::pt(158));  // a space may stand behind the edge
    }
  CHECK(std::get<GlyphRun>(lines[1].row.items.front().content).origin.x == Length{});
  CHECK(std::get<GlyphRun>(lines[2].row.items.front().content).origin.x == f.style.index_turnover);
}

TEST_CASE("columns are filled in turn, and equal on the last page") {
  CHECK(fill_columns(plain_lines(30), 0, 2, 10, 0) == Columns{{0, 10}, {10, 20}});
  CHECK(fill_columns(plain_lines(30), 20, 2, 10, 0) == Columns{{20, 25}, {25, 30}});
  CHECK(fill_columns(plain_lines(7), 0, 2, 10, 0) == Columns{{0, 4}, {4, 7}});
  CHECK(fill_columns(plain_lines(1), 0, 2, 10, 0) == Columns{{0, 1}});
  CHECK(fill_columns(plain_lines(30), 0, 2, 10, 1) == Columns{{0, 9}, {9, 19}});
}

TEST_CASE("white stands at no column's head, and what is kept together moves on") {
  auto lines = plain_lines(12);
  lines[5].blank = true;
  lines[6].may_begin_column = false;
  CHECK(fill_columns(lines, 0, 2, 5, 0) == Columns{{0, 5}, {6, 11}});
  lines[5].blank = false;
  lines[5].may_begin_column = false;
  CHECK(fill_columns(lines, 0, 2, 5, 0) == Columns{{0, 4}, {4, 9}});
}

TEST_CASE("lines that may part nowhere are parted at the column's end") {
  auto lines = plain_lines(30);
  for (IndexLine& line : lines) line.may_begin_column = false;
  CHECK(fill_columns(lines, 0, 2, 10, 0) == Columns{{0, 10}, {10, 20}});
}

TEST_CASE("the index has every entry once, on pages with a heading, its own outline and tags") {
  IndexFixture f;
  BookIndex index;
  std::vector<std::string> words;
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    IndexGroup group{std::string(1, letter), {}};
    for (int i = 0; i < 8; ++i) {
      words.push_back(std::string(1, letter) + "term" + std::to_string(100 + i));
      group.entries.push_back(entry(words.back()));
      f.number(group.entries.back());
    }
    index.push_back(std::move(group));
  }
  const LaidOutChapter made = layout_index(f.context, {kIndexKey, "Index", &index});
  CHECK(made.part.key == "index");
  REQUIRE(made.part.pages.size() > 1);
  CHECK(made.facts.size() == made.part.pages.size());
  CHECK(made.facts[0].opener);
  REQUIRE(made.part.outline.size() == 1);
  CHECK(made.part.outline[0].text == "Index");
  CHECK(made.part.outline[0].level == 1);
  std::string all;
  std::size_t links = 0;
  for (const Page& page : made.part.pages) {
    all += text_of(page.items);
    links += page.links.size();
    for (const FrameItem& item : page.items)
      CHECK(std::get<GlyphRun>(item.content).origin.y <= f.style.top + f.style.leading * f.style.lines);
  }
  CHECK(links == words.size());
  for (const std::string& word : words) CHECK(all.find(word + ", 10") != std::string::npos);
  bool has_index = false;
  for (const TagNode& node : made.part.tags.nodes) has_index = has_index || node.role == TagRole::Index;
  CHECK(has_index);
}

TEST_CASE("an entry that goes on over the turned leaf is named again, to the eye only") {
  IndexFixture f;
  IndexEntry huge = entry("streams");
  for (int i = 0; i < 130; ++i) huge.children.push_back(entry("kind" + std::to_string(i)));
  f.number(huge);
  const BookIndex index{{"S", {huge}}};
  const LaidOutChapter made = layout_index(f.context, {kIndexKey, "Index", &index});
  REQUIRE(made.part.pages.size() == 2);
  CHECK(all_text_of(made.part.pages[1].items).starts_with("streams (continued)"));
  CHECK(text_of(made.part.pages[1].items).find("continued") == std::string::npos);
}

TEST_CASE("an index of names sets them in the style's own size, and may be crowded") {
  IndexFixture f;
  const BookIndex index{{"F", {entry("`fs.stat()`", 8)}}};
  f.number(index[0].entries[0]);
  const LaidOutChapter made = layout_index(f.context, {kApiIndexKey, "Index of APIs", &index});
  CHECK(made.part.key == kApiIndexKey);
  CHECK(made.part.outline[0].text == "Index of APIs");
  CHECK(f.sink.all().empty());
  std::vector<Length> sizes;
  for (const FrameItem& item : made.part.pages[0].items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && run->text.starts_with("fs.")) sizes.push_back(run->size);
  CHECK(sizes == std::vector{f.style.index_code.size});
}

TEST_CASE("in an index of all volumes numbers stand behind their volume's, and lead to this one's places alone") {
  IndexFixture f;
  IndexEntry both = entry("`fs.stat()`", 4);
  both.places[0].volume = both.places[1].volume = "I";
  both.places[2].volume = both.places[3].volume = "II";
  PageNumbers elsewhere;
  elsewhere.labels[destination_name(both.places[0].target)] = "88";
  elsewhere.labels[destination_name(both.places[1].target)] = "89";
  f.pages.labels[destination_name(both.places[2].target)] = "90";
  f.pages.labels[destination_name(both.places[3].target)] = "95";
  const BookIndex index{{"F", {both}}};
  const LaidOutChapter made = layout_index(f.context, {kApiIndexKey, "Index of APIs", &index}, &elsewhere);
  CHECK(text_of(made.part.pages[0].items).find("fs.stat(), I 88\u201389; II 90, 95") != std::string::npos);
  CHECK(made.part.pages[0].links.size() == 2);
}
