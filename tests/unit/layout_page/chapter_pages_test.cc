// Chapters through flow and page making together: what a reader of the pages would check.
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "layout/flow/flow.h"
#include "layout/page/chapter_layout.h"
#include "support/blocks.h"
#include "support/layout_fixture.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

constexpr unsigned kSeed = 7;

LaidOutChapter chapter_of(LayoutFixture& fixture, const Document& document) {
  return layout_chapter(fixture.context, document, {"9.1", "", document.title, {}});
}

std::size_t page_with(const LaidOutChapter& chapter, std::string_view text) {
  for (std::size_t i = 0; i < chapter.part.pages.size(); ++i)
    if (text_of(chapter.part.pages[i].items).find(text) != std::string::npos) return i;
  throw std::runtime_error("no page with '" + std::string(text) + "'");
}

// Lines of filler, one paragraph each, so that a block can be pushed to any place of a page.
Blocks filler(std::size_t lines) {
  Blocks blocks;
  for (std::size_t i = 0; i < lines; ++i) blocks.push_back(paragraph("filler " + std::to_string(i) + "."));
  return blocks;
}

Document pushed_down(std::size_t lines, Blocks blocks) {
  Blocks all = filler(lines);
  std::move(blocks.begin(), blocks.end(), std::back_inserter(all));
  Blocks tail = filler(40);
  std::move(tail.begin(), tail.end(), std::back_inserter(all));
  return document_of(std::move(all));
}

// The page of the first and of the second text, with the blocks at every height of a page.
void require_same_page_everywhere(const Blocks& blocks, std::string_view first, std::string_view second) {
  LayoutFixture f;
  for (std::size_t lines = 40; lines < 82; ++lines) {
    f.tags = {};
    const LaidOutChapter chapter = chapter_of(f, pushed_down(lines, blocks));
    INFO(lines << " lines before");
    REQUIRE(page_with(chapter, first) == page_with(chapter, second));
  }
}

Block random_block(std::mt19937& random, int number) {
  const std::string n = std::to_string(number);
  switch (random() % 10) {
    case 0:
      return heading(2, "Heading " + n, "h" + n);
    case 1:
      return heading(3, "Smaller heading " + n, "h" + n);
    case 2:
      return bullets({words(5 + random() % 60), words(3), words(20)});
    case 3:
      return code_block(code_lines(1 + random() % 30), "js");
    case 4:
      return table({{"a", "b"}, {"one", words(random() % 30)}, {"two", "x"}, {"three", "y"}});
    case 5:
      return alert(AlertKind::Warning, {paragraph(words(random() % 150))});
    case 6:
      return paragraph(words(random() % 20) + " As follows:");
    default:
      return paragraph(words(5 + random() % 150));
  }
}

Document random_document(std::mt19937& random) {
  Blocks blocks;
  for (int i = 0; i < 60; ++i) blocks.push_back(random_block(random, i));
  blocks.push_back(paragraph("The end."));
  return document_of(std::move(blocks));
}

}  // namespace

TEST_CASE("an opener says number and title, and its text starts on the style's line for a bare one") {
  LayoutFixture f;
  const LaidOutChapter chapter = chapter_of(f, document_of({paragraph("First words.")}));
  REQUIRE(chapter.part.pages.size() == 1);
  const Page& page = chapter.part.pages[0];
  CHECK(text_of(page.items) == "9.1 A TitleFirst words.");
  CHECK(chapter.facts[0].opener);
  const auto& first = std::get<GlyphRun>(page.items.back().content);
  CHECK(first.text == "First words.");
  CHECK(first.origin.y == f.style.top + f.style.leading * f.style.opener_bare_line - f.style.baseline_drop);
  CHECK(page.destinations.front().name == "one");
}

TEST_CASE("a standfirst stands between title and text, which gives way") {
  LayoutFixture f;
  const Document document = document_of({paragraph("First words.")});
  const LaidOutChapter chapter = layout_chapter(f.context, document, {"9.1", "", document.title, {{{}, Text{words(130)}}}});
  const Page& page = chapter.part.pages[0];
  const Length usual = f.style.top + f.style.leading * f.style.opener_text_line - f.style.baseline_drop;
  const Length first = std::get<GlyphRun>(page.items.back().content).origin.y;
  CHECK(first > usual);
  CHECK((first - usual).units() % f.style.leading.units() == 0);
}

TEST_CASE("below a short standfirst the text starts on the style's line") {
  LayoutFixture f;
  const Document document = document_of({paragraph("First words.")});
  const LaidOutChapter chapter = layout_chapter(f.context, document, {"9.1", "", document.title, {{{}, Text{"What it says."}}}});
  CHECK(std::get<GlyphRun>(chapter.part.pages[0].items.back().content).origin.y ==
        f.style.top + f.style.leading * f.style.opener_text_line - f.style.baseline_drop);
}

TEST_CASE("an opener is a map: the sections with their pages in two columns, and the chapters that are needed") {
  LayoutFixture f;
  const Document document = document_of({paragraph("First words.")});
  ChapterHeading heading{"9.3", "", document.title, {}};
  for (const std::string name : {"a", "b", "c", "d", "e"}) {
    heading.sections.push_back({"Section " + name, {"one", name}});
    f.pages.labels["one#" + name] = "21" + std::to_string(name[0] - 'a');
  }
  heading.needs = {{"1.3 Event Loop", {"loop", ""}, 2}, {"2.1 Buffers", {"buffers", ""}, 1}};
  f.pages.labels["loop"] = "63", f.pages.labels["buffers"] = "125";
  const LaidOutChapter chapter = layout_chapter(f.context, document, heading);
  const Page& page = chapter.part.pages[0];
  const std::string all = text_of(page.items);
  CHECK(all.find("In this chapterSection a, 210") != std::string::npos);
  CHECK(all.find("You need: 1.3 Event Loop (63), 2.1 Buffers (125)") != std::string::npos);
  const auto place = [&](std::string_view words) {
    for (const FrameItem& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && run->text.starts_with(words)) return run->origin;
    throw std::runtime_error("not set: " + std::string(words));
  };
  // Three in the first column, two in the second, on the same lines.
  CHECK(place("Section d").y == place("Section a").y);
  CHECK(place("Section c").y == place("Section a").y + f.style.leading * 2);
  CHECK(place("Section d").x == (f.style.measure + Length::pt(16)) / 2);
  CHECK(place("You need:").y == place("Section c").y + f.style.leading);
  CHECK(place("First words.").y >= place("You need:").y + f.style.leading * 2);
  // Links to all of them.
  CHECK(page.links.size() == 7);
}

TEST_CASE("the further lines of a section in a map are indented") {
  LayoutFixture f;
  const Document document = document_of({paragraph("First words.")});
  ChapterHeading heading{"9.3", "", document.title, {}};
  for (const std::string name : {"a", "b", "c"}) heading.sections.push_back({"Section " + words(12), {"one", name}});
  const LaidOutChapter chapter = layout_chapter(f.context, document, heading);
  std::set<Length> left;
  for (const FrameItem& item : chapter.part.pages[0].items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && run->size == f.style.opener_map.size)
      left.insert(run->origin.x);
  CHECK(left.contains(Length{}));
  CHECK(left.contains(Length::pt(9)));
}

TEST_CASE("no map of few sections, of more than its columns hold, and where the style wants none") {
  const auto lines_of_map = [](std::size_t sections, int least) {
    LayoutFixture f;
    f.style.opener_map_least = least;
    const Document document = document_of({paragraph("First words.")});
    ChapterHeading heading{"9.3", "", document.title, {}};
    for (std::size_t i = 0; i < sections; ++i) heading.sections.push_back({"Section", {"one", std::to_string(i)}});
    return text_of(layout_chapter(f.context, document, heading).part.pages[0].items).find("In this chapter") != std::string::npos;
  };
  CHECK_FALSE(lines_of_map(2, 3));
  CHECK(lines_of_map(3, 3));
  CHECK(lines_of_map(14, 3));
  CHECK_FALSE(lines_of_map(15, 3));
  CHECK_FALSE(lines_of_map(9, 0));
}

TEST_CASE("what one line does not hold of the chapters that are needed is left out, the least referred to first") {
  LayoutFixture f;
  const Document document = document_of({paragraph("First words.")});
  ChapterHeading heading{"9.3", "", document.title, {}};
  const std::string title = "a title that fills nearly half of the line";
  heading.needs = {{"1.1 " + title, {"a", ""}, 1}, {"1.2 " + title, {"b", ""}, 5}, {"1.3 " + title, {"c", ""}, 2}};
  const std::string all = text_of(layout_chapter(f.context, document, heading).part.pages[0].items);
  CHECK(all.find("1.2 a title") != std::string::npos);
  CHECK(all.find("1.1 a title") == std::string::npos);
}

TEST_CASE("a chapter without text still has its opener") {
  LayoutFixture f;
  CHECK(chapter_of(f, document_of({})).part.pages.size() == 1);
}

TEST_CASE("a heading stays with two lines of its text") {
  require_same_page_everywhere({heading(2, "Heading"), paragraph("alpha " + words(30) + " beta " + words(60))}, "Heading", "alpha");
  LayoutFixture f;
  for (std::size_t lines = 40; lines < 82; ++lines) {
    f.tags = {};
    const LaidOutChapter chapter = chapter_of(f, pushed_down(lines, {heading(2, "Heading"), paragraph("alpha " + words(100))}));
    const Page& page = chapter.part.pages[page_with(chapter, "Heading")];
    std::size_t below = 0;
    Length y, last;
    for (const FrameItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr) continue;
      if (run->text.starts_with("Heading")) y = last = run->origin.y;
      else if (!y.is_zero() && run->origin.y > last) ++below, last = run->origin.y;
    }
    INFO(lines << " lines before");
    REQUIRE(below >= 2);
  }
}

TEST_CASE("two headings in a row stay together with their text") {
  require_same_page_everywhere({heading(2, "Upper"), heading(3, "Lower"), paragraph("alpha.")}, "Upper", "alpha");
}

TEST_CASE("a heading stays with the whole of a short listing") {
  require_same_page_everywhere({heading(2, "Heading"), code_block(code_lines(6))}, "Heading", "line6();");
}

TEST_CASE("a heading stays with three lines of a long listing") {
  require_same_page_everywhere({heading(2, "Heading"), code_block(code_lines(30))}, "Heading", "line3();");
}

TEST_CASE("a lead-in stays with what it introduces") {
  SECTION("a listing") { require_same_page_everywhere({paragraph("As follows:"), code_block(code_lines(30))}, "As follows:", "line3();"); }
  SECTION("a list") { require_same_page_everywhere({paragraph("As follows:"), bullets({"alpha", "beta"})}, "As follows:", "alpha"); }
  SECTION("a table") {
    require_same_page_everywhere({paragraph("As follows:"), table({{"head"}, {"alpha"}, {"beta"}})}, "As follows:", "alpha");
  }
}

TEST_CASE("a figure's caption stays with it") {
  Figure figure;
  figure.source = "missing.png";
  figure.alt = "what it shows";
  figure.caption = {text("Its caption")};
  figure.number = "9.1";
  require_same_page_everywhere({{0, {}, figure}}, "[what it shows]", "Its caption");
}

TEST_CASE("a short listing is never split") { require_same_page_everywhere({code_block(code_lines(6))}, "line1();", "line6();"); }

TEST_CASE("a short alert is never split") {
  require_same_page_everywhere({alert(AlertKind::Note, {paragraph("alpha " + words(40) + " omega")})}, "alpha", "omega");
}

TEST_CASE("a section break is neither first nor last on a page") {
  Blocks blocks = {paragraph("alpha."), {0, {}, ThematicBreak{}}, paragraph("omega.")};
  require_same_page_everywhere(blocks, "alpha.", "omega.");
}

TEST_CASE("random chapters keep every rule that can be kept") {
  std::mt19937 random(kSeed);
  for (int trial = 0; trial < 12; ++trial) {
    LayoutFixture f;
    const Galley galley = flow_document(f.context, random_document(random));
    const PageRules rules = page_rules(f.style);
    std::size_t bad = 0;
    for (const PageBreak& page : break_pages(galley, rules)) {
      REQUIRE_FALSE(is_overfull(page.page, rules));
      if (page.end == galley.rows.size()) continue;
      REQUIRE(galley.rows[page.end].break_cost < kBreakForbidden);
      if (galley.rows[page.end].break_cost >= kBreakBad) ++bad;
    }
    CHECK(bad == 0);
  }
}

TEST_CASE("nothing stands outside the text block, and nothing is lost") {
  std::mt19937 random(kSeed + 1);
  for (int trial = 0; trial < 6; ++trial) {
    LayoutFixture f;
    const Document document = random_document(random);
    const LaidOutChapter chapter = chapter_of(f, document);
    const Length bottom = f.style.top + f.style.leading * f.style.most_lines();
    for (const Page& page : chapter.part.pages)
      for (const FrameItem& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run == nullptr) continue;
        CHECK(run->origin.y > f.style.top);
        CHECK(run->origin.y < bottom);
        CHECK(run->origin.x >= Length{});
        CHECK(run->origin.x + run->width <= f.style.measure + f.style.hang_limit + Length::pt(0.1));
      }
    std::string all;
    for (const Page& page : chapter.part.pages) all += text_of(page.items);
    std::size_t at = 0;
    for (const Block& block : document.blocks)
      if (const auto* h = as<Heading>(block)) {
        at = all.find(plain_text(h->children), at);
        REQUIRE(at != std::string::npos);
      }
    CHECK(all.ends_with("The end."));
  }
}

TEST_CASE("running text stands on the grid, that of lists there or between its lines") {
  LayoutFixture f;
  std::mt19937 random(kSeed + 2);
  const LaidOutChapter chapter = chapter_of(f, random_document(random));
  for (const Page& page : chapter.part.pages)
    for (const FrameItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr || run->size != f.style.text.size) continue;
      const Length above = run->origin.y + f.style.baseline_drop - f.style.top;
      const std::int64_t off = above.units() % f.style.leading.units();
      INFO(run->text << " at " << run->origin.y.points());
      const std::int64_t in_list = std::abs(off - f.style.list_space.units());
      const bool may_be_between = run->origin.x >= f.style.list_indent / 4;
      CHECK(std::min({off, f.style.leading.units() - off, may_be_between ? in_list : off}) <= Length::pt(0.1).units());
    }
}

TEST_CASE("the section in force is the last H2 of the page") {
  LayoutFixture f;
  Blocks blocks = {heading(2, "First", "a")};
  Blocks more = filler(60);
  std::move(more.begin(), more.end(), std::back_inserter(blocks));
  blocks.push_back(heading(2, "Second", "b"));
  blocks.push_back(heading(3, "Not this", "c"));
  blocks.push_back(paragraph("The end."));
  const LaidOutChapter chapter = chapter_of(f, document_of(std::move(blocks)));
  CHECK(chapter.facts.front().section == "First");
  CHECK(chapter.facts.back().section == "Second");
}

TEST_CASE("the outline names the chapter and its sections") {
  LayoutFixture f;
  const LaidOutChapter chapter = chapter_of(f, document_of({heading(2, "Pausing", "pausing"), heading(3, "No", "no"), paragraph("x")}));
  REQUIRE(chapter.part.outline.size() == 2);
  CHECK(chapter.part.outline[0].level == 2);
  CHECK(chapter.part.outline[0].text == "9.1 A Title");
  CHECK(chapter.part.outline[0].destination == "one");
  CHECK(chapter.part.outline[1].level == 3);
  CHECK(chapter.part.outline[1].destination == "one#pausing");
}

TEST_CASE("layout is a function of its input") {
  std::mt19937 random(kSeed + 3);
  const Document document = random_document(random);
  LayoutFixture a, b;
  CHECK(dump(chapter_of(a, document).part, project_fonts()) == dump(chapter_of(b, document).part, project_fonts()));
}

TEST_CASE("what is higher than a page is told at its line, and all of it is set") {
  LayoutFixture f;
  Block tall = heading(2, words(400), "tall");
  tall.span = {8, 1, 8, 21};
  const LaidOutChapter chapter = chapter_of(f, document_of({paragraph("Before."), tall, paragraph("Behind.")}));
  REQUIRE(f.sink.all().size() == 1);
  CHECK(f.sink.all()[0].code == DiagCode::OverfullPage);
  CHECK(f.sink.all()[0].span.line == 8);
  CHECK(page_with(chapter, "Behind.") > page_with(chapter, "Before."));
}
