#include "output/pdf/whole_words.h"

#include <catch2/catch.hpp>

#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// Lines of one tag, one below the other.
Page page_of(const std::vector<std::string>& lines) {
  Page page;
  for (std::size_t i = 0; i < lines.size(); ++i) page.items.push_back(text_item(1, 54, 60 + 14 * static_cast<double>(i), lines[i]));
  return page;
}

const GlyphRun& run_of(const FrameItem& item) { return std::get<GlyphRun>(item.content); }

std::vector<std::string> texts(const Page& page) {
  std::vector<std::string> out;
  for (const FrameItem& item : with_whole_words(page, {1, 0, page.items.size()})) out.push_back(run_of(item).text);
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a divided word is said whole by its first part, the second is silent") {
  const Page page = page_of({"It is asyn\u00AD", "chronous and more"});
  CHECK(has_divided_words(page, {1, 0, 2}));
  const auto items = with_whole_words(page, {1, 0, 2});
  REQUIRE(items.size() == 2);
  CHECK(run_of(items[0]).text == "It is asynchronous");
  CHECK(run_of(items[0]).clusters.back().bytes == 12);
  CHECK(run_of(items[0]).clusters.back().glyphs == 5);
  CHECK(run_of(items[1]).text == " and more");
  CHECK(run_of(items[1]).clusters.front().bytes == 0);
  CHECK(run_of(items[1]).clusters.front().glyphs == 8);
  for (const FrameItem& item : items) CHECK(item.tag == 1);
}

TEST_CASE("every glyph stays where it is") {
  const Page page = page_of({"It is asyn\u00AD", "chronous and more"});
  const auto places = [](const auto& items) {
    std::vector<std::tuple<std::uint32_t, std::int64_t, std::int64_t>> out;
    for (const FrameItem& item : items)
      for (const Glyph& g : run_of(item).glyphs)
        out.emplace_back(g.id, run_of(item).origin.x.units() + g.x, run_of(item).origin.y.units() + g.y);
    return out;
  };
  CHECK(places(with_whole_words(page, {1, 0, 2})) == places(page.items));
}

TEST_CASE("clusters cover text and glyphs of every run") {
  const Page page = page_of({"one asyn\u00AD", "chronous two con\u00AD", "current"});
  for (const FrameItem& item : with_whole_words(page, {1, 0, 3})) {
    std::size_t bytes = 0, glyphs = 0;
    for (const GlyphCluster& c : run_of(item).clusters) bytes += c.bytes, glyphs += c.glyphs;
    CHECK(bytes == run_of(item).text.size());
    CHECK(glyphs == run_of(item).glyphs.size());
  }
}

TEST_CASE("several lines in a row; a word alone on its line; one over three lines keeps its first hyphen") {
  CHECK(texts(page_of({"one asyn\u00AD", "chronous two con\u00AD", "current"})) == Texts{"one asynchronous", " two concurrent", ""});
  CHECK(texts(page_of({"asyn\u00AD", "chronous"})) == Texts{"asynchronous", ""});
  CHECK(texts(page_of({"asyn\u00AD", "chro\u00AD", "nous"})) == Texts{"asyn\u00AD", "chronous", ""});
}

TEST_CASE("nothing is joined over another face, or without a soft hyphen") {
  CHECK_FALSE(has_divided_words(page_of({"well-", "known"}), {1, 0, 2}));
  CHECK(texts(page_of({"well-", "known"})) == Texts{"well-", "known"});
  Page page = page_of({"asyn\u00AD"});
  page.items.push_back(text_item(1, 54, 74, "chronous", "JetBrains Mono"));
  CHECK(texts(page) == Texts{"asyn\u00AD", "chronous"});
  CHECK(texts(page_of({"asyn\u00AD"})) == Texts{"asyn\u00AD"});
}

TEST_CASE("items of other tags are left out") {
  Page page = page_of({"asyn\u00AD", "chronous"});
  page.items.edit().insert(page.items.edit().begin() + 1, text_item(kArtifact, 54, 67, "rule"));
  CHECK(texts(page) == Texts{"asynchronous", ""});
}
