// Alerts that go on over a page turn.
#include <catch2/catch.hpp>
#include <set>

#include "layout/flow/flow.h"
#include "layout/page/page_builder.h"
#include "support/blocks.h"
#include "support/layout_fixture.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Blocks filler(std::size_t lines) {
  Blocks blocks;
  for (std::size_t i = 0; i < lines; ++i) blocks.push_back(paragraph("filler."));
  return blocks;
}

// The pages of a column in which `block` begins on line `lines` + 1.
std::vector<Page> pages_with(LayoutFixture& f, std::size_t lines, Block block) {
  Blocks blocks = filler(lines);
  blocks.push_back(std::move(block));
  return build_pages(f.style, flow_document(f.context, document_of(std::move(blocks))), false).pages;
}

}  // namespace

TEST_CASE("a long alert goes on over the page with its label repeated") {
  LayoutFixture f;
  const auto pages = pages_with(f, 30, alert(AlertKind::Note, {paragraph("begin " + words(300) + " end")}));
  REQUIRE(pages.size() == 2);
  CHECK(all_text_of(pages[0].items).find("NOTE") != std::string::npos);
  CHECK(all_text_of(pages[0].items).find("(continued)") == std::string::npos);
  CHECK(all_text_of(pages[1].items).find("NOTE (continued)") != std::string::npos);
  // The repeated label is not read twice, and stands above the text.
  CHECK(text_of(pages[1].items).find("continued") == std::string::npos);
  Length label, first;
  for (const FrameItem& item : pages[1].items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
      if (run->text.find("NOTE") != std::string::npos) label = run->origin.y;
      else if (item.tag != kArtifact && first.is_zero()) first = run->origin.y;
    }
  CHECK(label < first);
  CHECK(label > f.style.top);
}

TEST_CASE("a long alert keeps two lines on each side of a page turn") {
  for (std::size_t lines = 25; lines < 40; ++lines) {
    LayoutFixture f;
    const auto pages = pages_with(f, lines, alert(AlertKind::Tip, {paragraph(words(400))}));
    INFO(lines << " lines before");
    for (const Page& page : pages) {
      std::set<Length> baselines;
      for (const FrameItem& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && item.tag != kArtifact &&
                                                                    run->text.find("filler") == std::string::npos &&
                                                                    run->text.find("TIP") == std::string::npos)
          baselines.insert(run->origin.y);
      if (!baselines.empty()) CHECK(baselines.size() >= 2);
    }
  }
}
