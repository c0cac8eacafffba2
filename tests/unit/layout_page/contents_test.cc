#include "layout/page/contents.h"

#include <catch2/catch.hpp>

#include "support/layout_fixture.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using Level = ContentsEntry::Level;

namespace {

const std::string kLong = "A title that goes on and on until it cannot be set on one line of the contents any more, and then some";

std::vector<GalleyRow> rows_of(LayoutFixture& fixture, const ContentsEntry& entry) {
  return contents_rows(fixture.context, entry, fixture.tags.add(kRootTag, TagRole::Toc));
}

const GlyphRun* leaders_of(const GalleyRow& row) {
  for (const FrameItem& item : row.items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && run->text.starts_with("..")) return run;
  return nullptr;
}

Length right_edge(const GalleyRow& row) {
  Length edge;
  for (const FrameItem& item : row.items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) edge = std::max(edge, run->origin.x + run->width);
  return edge;
}

}  // namespace

TEST_CASE("an entry says number, title and page") {
  LayoutFixture f;
  f.pages.labels["one"] = "17";
  const auto rows = rows_of(f, {Level::Chapter, "9.1", "Streams", "one"});
  REQUIRE(rows.size() == 1);
  CHECK(text_of(rows[0].items) == "9.1 Streams 17");
  CHECK(rows[0].height == f.style.leading);
}

TEST_CASE("page numbers end at the measure") {
  LayoutFixture f;
  for (const std::string label : {"1", "17", "214", "xviii"}) {
    f.pages.labels["one#two"] = label;
    for (const Level level : {Level::Topic, Level::Chapter, Level::Section}) {
      const auto rows = rows_of(f, {level, "", "Streams", "one#two"});
      CHECK(abs(right_edge(rows.back()) - f.style.measure) < Length::pt(0.05));
    }
  }
}

TEST_CASE("only sections have leaders, and their dots align over lines") {
  LayoutFixture f;
  f.pages.labels = {{"one#a", "17"}, {"one#b", "17"}};
  CHECK(leaders_of(rows_of(f, {Level::Chapter, "9.1", "Streams", "one#a"}).front()) == nullptr);
  CHECK(leaders_of(rows_of(f, {Level::Topic, "9", "Streams", "one#a"}).front()) == nullptr);
  const auto a = rows_of(f, {Level::Section, "", "Streams", "one#a"}), b = rows_of(f, {Level::Section, "", "Streams of objects", "one#b"});
  REQUIRE(leaders_of(a.front()) != nullptr);
  REQUIRE(leaders_of(b.front()) != nullptr);
  const Length apart = leaders_of(b.front())->origin.x - leaders_of(a.front())->origin.x;
  CHECK(apart > Length{});
  CHECK(apart.units() % f.style.contents_leader_step.units() == 0);
  CHECK(leaders_of(a.front())->size == f.style.contents_leader_size);
  CHECK(a.front().items.size() > 1);
  for (const FrameItem& item : a.front().items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && run->text.starts_with("..")) CHECK(item.tag == kArtifact);
}

TEST_CASE("a long title turns over short of the page number, which stands on its last line") {
  LayoutFixture f;
  f.pages.labels["one#two"] = "17";
  const auto rows = rows_of(f, {Level::Section, "", kLong, "one#two"});
  REQUIRE(rows.size() >= 2);
  CHECK(text_of(rows.back().items).ends_with(" 17"));
  CHECK(text_of(rows.front().items).find("17") == std::string::npos);
  CHECK(right_edge(rows.front()) <= f.style.measure - Length::pt(36));
  for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i].break_cost == kBreakForbidden);
  const auto left_of = [](const GalleyRow& row) { return std::get<GlyphRun>(row.items.front().content).origin.x; };
  CHECK(left_of(rows.front()) == Length::pt(18));
  CHECK(left_of(rows[1]) == Length::pt(31));
}

TEST_CASE("a planned entry is in italic and has no page number") {
  LayoutFixture f;
  const auto rows = rows_of(f, {Level::Topic, "3", "Files and Descriptors", ""});
  REQUIRE(rows.size() == 1);
  CHECK(text_of(rows[0].items) == "3 Files and Descriptors");
  for (const FrameItem& item : rows[0].items) CHECK(project_fonts().entry(std::get<GlyphRun>(item.content).font).italic);
  CHECK(rows[0].links.empty());
}

TEST_CASE("an entry is a link to its place, tagged as one") {
  LayoutFixture f;
  const auto rows = rows_of(f, {Level::Section, "", "Streams", "one#two"});
  REQUIRE(rows[0].links.size() == 1);
  const LinkArea& link = rows[0].links[0];
  CHECK(destination_name(std::get<InternalTarget>(link.target)) == "one#two");
  CHECK(f.tags.nodes[link.tag].role == TagRole::Link);
  const TagNode& reference = f.tags.nodes[f.tags.nodes[link.tag].parent];
  CHECK(reference.role == TagRole::Reference);
  CHECK(f.tags.nodes[reference.parent].role == TagRole::TocItem);
}

TEST_CASE("contents begin with their heading and keep each head with its first entry") {
  LayoutFixture f;
  std::vector<ContentsEntry> entries;
  for (int topic = 1; topic <= 12; ++topic) {
    const std::string n = std::to_string(topic);
    entries.push_back({Level::Topic, n, "Topic " + n, "topic-" + n});
    entries.push_back({Level::Chapter, n + ".1", "Chapter of " + n, "c" + n});
    for (int section = 1; section <= 5; ++section)
      entries.push_back({Level::Section, "", "Section " + n + " " + std::to_string(section), "c" + n + "#s" + std::to_string(section)});
  }
  const LaidOutChapter laid_out = layout_contents(f.context, "contents", "Contents", entries);
  REQUIRE(laid_out.part.pages.size() >= 2);
  CHECK(laid_out.part.pages.front().destinations.front().name == "contents");
  CHECK(text_of(laid_out.part.pages.front().items).starts_with("Contents"));
  CHECK(laid_out.facts.front().opener);
  CHECK_FALSE(laid_out.facts.back().opener);
  std::string all;
  for (const Page& page : laid_out.part.pages) {
    const std::string text = text_of(page.items);
    all += text;
    // The last entry of a page that is not the last is a section: topics and chapters stay with what follows.
    if (&page != &laid_out.part.pages.back()) CHECK(text.rfind("Section") > text.rfind("Chapter of"));
  }
  for (const ContentsEntry& entry : entries) CHECK(all.find(entry.text) != std::string::npos);
}

TEST_CASE("half a line stands above a chapter, and three of its sections stay with it") {
  LayoutFixture f;
  const auto pages_of = [&](int before) {
    f.tags = {};
    std::vector<ContentsEntry> entries{{Level::Topic, "1", "Topic", "topic-1"}, {Level::Chapter, "1.1", "First", "one"}};
    for (int i = 0; i < before; ++i) entries.push_back({Level::Section, "", "Filler", "one#" + std::to_string(i)});
    entries.push_back({Level::Chapter, "1.2", "Second", "two"});
    for (int i = 0; i < 5; ++i) entries.push_back({Level::Section, "", "Own " + std::to_string(i), "two#" + std::to_string(i)});
    return layout_contents(f.context, "contents", "Contents", entries).part.pages;
  };
  const auto baseline = [](const Page& page, std::string_view words) {
    for (const FrameItem& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && run->text.starts_with(words)) return run->origin.y;
    throw std::runtime_error("not set: " + std::string(words));
  };
  const Page first = pages_of(3).front();
  CHECK(baseline(first, "Own 0") - baseline(first, "Second") == f.style.leading);
  CHECK(baseline(first, "Second") - baseline(first, "First") == f.style.leading * 4 + f.style.contents_chapter_space);
  for (int before = 20; before < 34; ++before) {
    const std::vector<Page> pages = pages_of(before);
    INFO(before);
    for (const Page& page : pages) {
      const std::string text = text_of(page.items);
      if (text.find("Second") != std::string::npos) CHECK(text.find("Own 2") != std::string::npos);
    }
  }
  // At the top of a page there is no white above it.
  bool stands_at_top = false;
  for (int before = 20; before < 34; ++before) {
    const std::vector<Page> pages = pages_of(before);
    if (pages.size() < 2 || text_of(pages[1].items).find("Second") > 4) continue;  // "1.2 Second"
    stands_at_top = true;
    CHECK(baseline(pages[1], "Second") == f.style.top + f.style.leading - f.style.baseline_drop);
  }
  CHECK(stands_at_top);
}

TEST_CASE("an entry of a list of captions has its number in a column, and leaders") {
  LayoutFixture f;
  f.pages.labels["one#fig:a"] = "17";
  const auto rows = rows_of(f, {Level::Caption, "9.4", "What it shows", "one#fig:a"});
  REQUIRE(rows.size() == 1);
  CHECK(text_of(rows[0].items) == "9.4 What it shows 17");
  CHECK(leaders_of(rows[0]) != nullptr);
  CHECK(abs(right_edge(rows[0]) - f.style.measure) < Length::pt(0.05));
  // Turnovers stand below the words.
  f.pages.labels["one#fig:b"] = "18";
  const auto long_rows = rows_of(f, {Level::Caption, "9.5", kLong, "one#fig:b"});
  REQUIRE(long_rows.size() > 1);
  const auto left_edge = [](const GalleyRow& row, std::size_t item) { return std::get<GlyphRun>(row.items[item].content).origin.x; };
  CHECK(left_edge(long_rows[0], 0) == Length{});
  CHECK(left_edge(long_rows[1], 0) == left_edge(long_rows[0], 1));
}
