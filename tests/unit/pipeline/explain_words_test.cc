#include "pipeline/explain_words.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace nbpublish;

namespace {

RecordedPage page(const std::string& label, std::uint32_t first, std::uint64_t hash, std::vector<std::string> places = {}) {
  RecordedPage out;
  out.label = label;
  out.first = out.last = first;
  out.lines = {first};
  out.hash = hash;
  out.places = std::move(places);
  return out;
}

RecordedText text(const std::string& key, const std::string& number, std::vector<RecordedBlock> blocks) {
  RecordedText out{key, key + ".mdx", number, "About " + key};
  out.blocks = std::move(blocks);
  return out;
}

// A volume of two texts on pages 212 to 215; the second names the page of the figure of the first.
VolumeRecord record() {
  VolumeRecord out;
  out.tools = {{"nbpublish", {1, 1}}};
  out.manifest = {{"title", "A Book"}};
  out.texts = {text("02", "3.2", {{"paragraph", 5, 1}, {"heading", 41, 2}, {"figure", 50, 3}}), text("03", "3.3", {{"paragraph", 5, 4}})};
  RecordedLayout layout{"six-by-nine", {{"text.indent", "14"}}, {{"Serif 400", "aa"}}};
  layout.parts = {{"02", {page("212", 5, 1), page("213", 41, 2, {"02#fig:heap"}), page("214", 50, 3)}},
                  {"03", {page("215", 5, 4)}, {{"02#fig:heap", "213"}}}};
  layout.parts[1].pages[0].printed = {"02#fig:heap"};
  out.layouts = {layout};
  return out;
}

// Its figure has moved to the next page, for the heading before it is longer.
VolumeRecord with_moved_figure() {
  VolumeRecord out = record();
  out.texts[0].source = {2, 2};
  out.texts[0].blocks[1].hash = 20;
  RecordedLayout& layout = out.layouts.front();
  layout.parts[0].pages[1] = page("213", 41, 20);
  layout.parts[0].pages[2] = page("214", 50, 30, {"02#fig:heap"});
  layout.parts[1].numbers["02#fig:heap"] = "214";
  layout.parts[1].pages[0].hash = 40;
  return out;
}

VolumeStory story(VolumeRecord now, std::optional<VolumeRecord> last = {}, std::optional<VolumeRecord> before = {}) {
  return {"volume-1", "One", std::move(now), std::move(last), std::move(before)};
}

std::string told_of_text(const VolumeStory& story, const std::string& key) { return explain_text(story, *story.now.find_text(key)); }

}  // namespace

TEST_CASE("a volume that was never made will be") {
  CHECK(explain_volume(story(record())) ==
        "volume-1 (One): 2 texts, 4 pages (six-by-nine)\n"
        "  all of it will be made: nothing was made of it yet\n");
  CHECK(explain_page(story(record()), "213") ==
        "page 213 (3.2 About 02, 02.mdx:41; volume-1, six-by-nine): will be made: nothing was made of it yet\n");
}

TEST_CASE("what has changed since the last run will be made, and why is told") {
  const VolumeStory moved = story(with_moved_figure(), record());
  CHECK(explain_volume(moved) ==
        "volume-1 (One): 2 texts, 4 pages (six-by-nine)\n"
        "  1 of 2 texts will be made\n"
        "    3.2 About 02 (02.mdx): heading at 02.mdx:41 changed\n"
        "  3 of 4 pages (six-by-nine) will look different: 213-215\n"
        "    3.3 About 03: `fig:heap` moved from 213 to 214\n");
  CHECK(told_of_text(moved, "02") ==
        "3.2 About 02 (02.mdx), volume-1\n"
        "  text: will be made: heading at 02.mdx:41 changed\n"
        "  pages 212-214 (six-by-nine): will be made: heading at 02.mdx:41 changed\n"
        "    page 213: heading at 02.mdx:41 changed; `fig:heap` moved to 214\n"
        "    page 214: `fig:heap` moved from 213\n");
  CHECK(explain_page(moved, "215").ends_with(": will be made: `fig:heap` moved from 213 to 214\n"));
  CHECK(explain_page(moved, "212").ends_with(": will be made, and look as it does: heading at 02.mdx:41 changed\n"));
}

TEST_CASE("where nothing has changed, the last run is explained") {
  const VolumeStory same = story(with_moved_figure(), with_moved_figure(), record());
  CHECK(explain_volume(same).find("  nothing will be made: nothing has changed since the last run\n"
                                  "  1 of 2 texts made in the last run\n"
                                  "    3.2 About 02 (02.mdx): heading at 02.mdx:41 changed\n"
                                  "  3 of 4 pages (six-by-nine) looked different after it: 213-215\n") != std::string::npos);
  CHECK(told_of_text(same, "03").find("text: from the cache in the last run: nothing had changed") != std::string::npos);
  CHECK(told_of_text(same, "03").find("page 215 (six-by-nine): made in the last run: `fig:heap` moved") != std::string::npos);
  CHECK(explain_page(same, "214").ends_with(": made in the last run: `fig:heap` moved from 213\n"));
  CHECK(explain_page(story(record(), record()), "214").ends_with(": made in the last run, the first that is known\n"));
}

TEST_CASE("what all pages are made of is told once, with both values") {
  VolumeRecord now = record();
  now.layouts.front().values["text.indent"] = "16";
  now.layouts.front().set_by["Serif 400"] = "bb";
  CHECK(explain_volume(story(now, record()))
            .find("all pages (six-by-nine) will be made: style key text.indent is 16, was 14; Serif 400 changed") != std::string::npos);
  now.tools["nbpublish"] = {2, 2};
  now.manifest["title"] = "Another Book";
  CHECK(explain_volume(story(now, record()))
            .find("all of it will be made: nbpublish changed; the manifest's title is Another Book, was A Book") != std::string::npos);
}

TEST_CASE("a page that only stands elsewhere says where it was, and which text has grown") {
  VolumeRecord now = record();
  RecordedLayout& layout = now.layouts.front();
  layout.parts.insert(layout.parts.begin(), RecordedPart{"new", {page("212", 1, 77)}});
  int label = 212;
  for (RecordedPart& part : layout.parts)
    for (RecordedPage& one : part.pages) one.label = std::to_string(label++);
  CHECK(explain_page(story(now, record()), "213").ends_with(": will be made: it was page 212; new is new\n"));
}

TEST_CASE("a page whose text is another for what stands before it says so") {
  VolumeRecord now = record();
  now.texts[0].source = {2, 2};
  now.texts[0].blocks[0].hash = 10;
  now.layouts.front().parts[0].pages[0].hash = 10;
  now.layouts.front().parts[0].pages[2].hash = 30;
  CHECK(explain_page(story(now, record()), "214").ends_with(": will be made: paragraph at 02.mdx:5 changed, before it\n"));
}

TEST_CASE("explanations of large changes are short") {
  VolumeRecord last = record(), now = record();
  for (int i = 0; i < 300; ++i) {
    const std::string key = "t" + std::to_string(i);
    for (VolumeRecord* record : {&last, &now}) {
      record->texts.push_back(text(key, "4." + std::to_string(i), {{"paragraph", 1, 1}}));
      record->layouts.front().parts.push_back({key, {page("p" + std::to_string(2 * i), 1, 1), page("q" + std::to_string(2 * i), 1, 1)}});
    }
    now.texts.back().title = "Another";
    now.layouts.front().parts.back().pages.front().hash = 2;
  }
  const std::string words = explain_volume(story(now, last));
  CHECK(std::ranges::count(words, '\n') <= 45);
  CHECK(words.find("and 285 more") != std::string::npos);
}
