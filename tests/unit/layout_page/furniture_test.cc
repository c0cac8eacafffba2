#include "layout/page/furniture.h"

#include <catch2/catch.hpp>

#include "support/layout_fixture.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

const FurnitureText kText{"9.3 Backpressure", "Backpressure", ""};

Page furnished(LayoutFixture& fixture, const PageFacts& facts, bool recto, const FurnitureText& text = kText, bool blank = false) {
  Page page;
  page.label = "214";
  page.blank = blank;
  add_furniture(fixture.context, page, facts, text, recto);
  return page;
}

const GlyphRun& run_of(const Page& page, std::string_view text) {
  for (const FrameItem& item : page.furniture)
    if (const auto& run = std::get<GlyphRun>(item.content); run.text == text) return run;
  throw std::runtime_error("no run '" + std::string(text) + "'");
}

const std::string kTooLong = "A heading so long that it would fill more than three quarters of the measure in the head";

std::size_t complaints(LayoutFixture& fixture, const std::vector<PageFacts>& facts, const FurnitureText& text) {
  Document document;
  document.front.title_span = {3, 8, 3, 40};
  document.blocks.push_back({0, {9, 1, 9, 99}, Heading{2, {{{}, Text{kTooLong}}}, "long"}});
  check_running_heads(fixture.context, facts, text, &document);
  return fixture.sink.all().size();
}

}  // namespace

TEST_CASE("a verso says its chapter, the folio outside") {
  LayoutFixture f;
  const Page page = furnished(f, {false, false, "Pausing"}, false);
  REQUIRE(page.furniture.size() == 2);
  CHECK(run_of(page, "214").origin == Point{{}, f.style.head_baseline});
  CHECK(run_of(page, "9.3 Backpressure").origin.y == f.style.head_baseline);
  CHECK(run_of(page, "9.3 Backpressure").origin.x >= run_of(page, "214").width + Length::pt(11));
}

TEST_CASE("a recto says the section in force, the folio outside") {
  LayoutFixture f;
  const Page page = furnished(f, {false, false, "Pausing"}, true);
  REQUIRE(page.furniture.size() == 2);
  const GlyphRun &folio = run_of(page, "214"), &head = run_of(page, "Pausing");
  CHECK(abs(folio.origin.x + folio.width - f.style.measure) < Length::pt(0.01));
  CHECK(head.origin.x + head.width <= folio.origin.x - Length::pt(11));
}

TEST_CASE("a recto before the first section says the chapter's title") {
  LayoutFixture f;
  const Page page = furnished(f, {}, true);
  CHECK(run_of(page, "Backpressure").origin.y == f.style.head_baseline);
}

TEST_CASE("an opener has a centred drop folio and no head") {
  LayoutFixture f;
  for (const bool recto : {true, false}) {
    const Page page = furnished(f, {true, false, "Pausing"}, recto);
    REQUIRE(page.furniture.size() == 1);
    const GlyphRun& folio = run_of(page, "214");
    CHECK(folio.origin.y == f.style.drop_folio_baseline);
    CHECK(abs(folio.origin.x * 2 + folio.width - f.style.measure) < Length::pt(0.01));
  }
}

TEST_CASE("plain and blank pages have nothing") {
  LayoutFixture f;
  CHECK(furnished(f, {false, true, ""}, true).furniture.empty());
  CHECK(furnished(f, {}, true, kText, true).furniture.empty());
}

TEST_CASE("an early-access build says so in every head") {
  LayoutFixture f;
  FurnitureText text = kText;
  text.suffix = "Early access";
  CHECK(run_of(furnished(f, {false, false, "Pausing"}, true, text), "Pausing · Early access").width > Length{});
  CHECK(run_of(furnished(f, {}, false, text), "9.3 Backpressure · Early access").width > Length{});
}

TEST_CASE("furniture is an artifact, of the page's figures") {
  LayoutFixture f;
  for (const FrameItem& item : furnished(f, {}, true).furniture) CHECK(item.tag == kArtifact);
}

TEST_CASE("a running head that is too long is a diagnostic at the title, told once") {
  LayoutFixture f;
  CHECK(complaints(f, {{}, {false, false, "Pausing"}}, kText) == 0);
  CHECK(complaints(f, {{false, false, kTooLong}, {false, false, kTooLong}}, kText) == 1);
  const Diagnostic& d = f.sink.all().front();
  CHECK(d.code == DiagCode::RunningHeadTooLong);
  CHECK(d.file == "chapters/one.md");
  CHECK(d.span.line == 9);
  CHECK(d.message.find(kTooLong) != std::string::npos);
  CHECK(d.hint.find("short") != std::string::npos);
}

TEST_CASE("a chapter's title that is too long for the head is one too") {
  LayoutFixture f;
  CHECK(complaints(f, {}, {"9.3 " + kTooLong, kTooLong, ""}) >= 1);
}

namespace {

// Head and folio of the page, of several runs.
std::string head_of(LayoutFixture& f, const PageFacts& facts, const FurnitureText& text) {
  const Page page = furnished(f, facts, true, text);
  std::string head;
  Length left = f.style.measure;
  for (const FrameItem& item : page.furniture) {
    const auto& run = std::get<GlyphRun>(item.content);
    if (run.text != page.label) head += run.text, left = std::min(left, run.origin.x);
  }
  CHECK(left >= Length{});
  return head;
}

}  // namespace

TEST_CASE("a head that does not fit ends in an ellipsis, after a whole word if one fits, and always says something") {
  LayoutFixture f;
  const std::string words = head_of(f, {false, false, kTooLong}, kText);
  CHECK(words.ends_with("\u2026"));
  CHECK(kTooLong.starts_with(words.substr(0, words.size() - 3)));
  CHECK(kTooLong[words.size() - 3] == ' ');
  const std::string path = "/a/very/long/path" + std::string(200, 'x');
  const std::string letters = head_of(f, {false, false, path}, kText);
  CHECK(letters.ends_with("x\u2026"));
  CHECK(path.starts_with(letters.substr(0, letters.size() - 3)));
  // What is said of the whole edition is not cut away.
  FurnitureText early = kText;
  early.suffix = "Early access";
  CHECK(head_of(f, {false, false, kTooLong}, early).ends_with("\u2026 · Early access"));
}
