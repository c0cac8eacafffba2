#include "accept_report.h"

#include <catch2/catch.hpp>

#include "difference.h"
#include "drawn_frames.h"
#include "support/property.h"

using namespace nbpublish::cases;
using namespace nbpublish::testing;

namespace {

std::string text_of(const std::vector<int>& lines) {
  std::string text;
  for (const int line : lines) text += static_cast<char>('a' + line), text += '\n';
  return text;
}

const std::string kPage =
    "part one\ntag 0 Sect\npage \"7\"\n  destination one (0.00,0.00)\n"
    "  run (10.00,20.00) w 30.00 Block 400 italic 10.00 text \"a<\\\\\\\"b\\-\" t1 n1 0-3\n"
    "  fill (0.00,5.00) 100.00x20.00 code-ground\n"
    "  path stroked 0.50 dash 1.00,2.00 rule M(0.00,50.00) L(100.00,50.00) t2\n"
    "  picture turned (1.00,2.00) 30.00x40.00 svg t3\n"
    "  furniture run turned right (90.00,90.00) w 10.00 Block 400 8.00 secondary \"7\"\n";

}  // namespace

TEST_CASE("a difference has three lines of context around each change, and the lines' numbers") {
  const std::string before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
  CHECK(unified_difference(before, before).empty());
  CHECK(unified_difference(before, "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  CHECK(unified_difference(before, "1\n2\n3\n4\n6\n7\n8\n9\n") == "@@ -2,7 +2,6 @@\n 2\n 3\n 4\n-5\n 6\n 7\n 8\n");
  CHECK(unified_difference("", "a\n") == "@@ -0,0 +1,1 @@\n+a\n");
  CHECK(unified_difference("a\n", "") == "@@ -1,1 +0,0 @@\n-a\n");
}

TEST_CASE("changes that are far apart stand each in a place of their own, near ones in one") {
  std::string before, far, near;
  for (int i = 0; i < 30; ++i) {
    const std::string line = std::to_string(i) + "\n";
    before += line, far += i == 3 || i == 25 ? "x\n" : line, near += i == 3 || i == 9 ? "x\n" : line;
  }
  const auto places = [&](const std::string& after) {
    std::size_t count = 0;
    for (const std::string& line : lines_of(unified_difference(before, after))) count += line.starts_with("@@") ? 1 : 0;
    return count;
  };
  CHECK(places(far) == 2);
  CHECK(places(near) == 1);
}

TEST_CASE("what both texts keep is the same lines of both, and nothing that could be kept is not") {
  check_property(500, [] {
    const std::vector<std::string> before = lines_of(text_of(*up_to(8, whole_range(0, 4)))),
                                   after = lines_of(text_of(*up_to(8, whole_range(0, 4))));
    const Kept kept = kept_lines(before, after);
    std::vector<std::string> olds, news;
    for (std::size_t i = 0; i < before.size(); ++i)
      if (kept.before[i]) olds.push_back(before[i]);
    for (std::size_t i = 0; i < after.size(); ++i)
      if (kept.after[i]) news.push_back(after[i]);
    RC_ASSERT(olds == news);
    // Every choice of lines of the one that stands in the other in this order is no longer.
    for (unsigned chosen = 0; chosen < 1u << before.size(); ++chosen) {
      std::size_t count = 0, at = 0;
      for (std::size_t i = 0; i < before.size() && at <= after.size(); ++i) {
        if ((chosen >> i & 1) == 0) continue;
        while (at < after.size() && after[at] != before[i]) ++at;
        ++at, ++count;
      }
      if (at <= after.size()) RC_ASSERT(count <= olds.size());
    }
  });
}

TEST_CASE("a page is drawn from its dump: texts, grounds, ways and pictures where they stand") {
  const std::vector<DrawnPage> pages = drawn_pages(kPage, kPage);
  REQUIRE(pages.size() == 1);
  CHECK(pages[0].label == "7");
  const std::string& svg = pages[0].svg;
  for (const char* piece :
       {"<text x=\"10\" y=\"20\" font-size=\"10\" textLength=\"30\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#000\">a&lt;\\&quot;b-</text>",
        "<rect x=\"0\" y=\"5\" width=\"100\" height=\"20\" fill=\"#e4e4e4\"/>",
        "<path d=\"M0 50L100 50\" fill=\"none\" stroke=\"#777\" stroke-width=\"0.5\" stroke-dasharray=\"1 2\"/>",
        "<rect x=\"1\" y=\"2\" width=\"30\" height=\"40\" stroke=\"#888\" fill=\"none\"/>", "transform=\"rotate(90 90 90)\">7</text>",
        "viewBox=\"-10.00 -10.00 120.00 110.00\""}) {
    INFO(piece << "\n" << svg);
    CHECK(svg.find(piece) != std::string::npos);
  }
  CHECK(svg.find("#c00") == std::string::npos);
}

TEST_CASE("the report has the pages that changed side by side, what changed on them in red, and the difference") {
  std::string moved = kPage;
  moved.replace(moved.find("(10.00,20.00)"), 13, "(11.00,20.00)");
  const std::string second = "page \"8\"\n  run (0.00,20.00) w 30.00 Block 400 10.00 text \"same\"\n";
  const std::string html = as_html({{"name", "frames", kPage + second, moved + second}, {"other", "document", "a\n", "<b>\n"}});
  CHECK(html.find("<h2>name: frames</h2>") != std::string::npos);
  CHECK(html.find("7, before") < html.find("7, after"));
  CHECK(html.find("8, before") == std::string::npos);
  CHECK(html.find("fill=\"#c00\">a&lt;") != std::string::npos);
  CHECK(html.find("<span class=\"new\">+&lt;b&gt;</span>") != std::string::npos);
  CHECK(html.find("http") == std::string::npos);  // it needs nothing but itself
  CHECK(as_html({}).find("Nothing.") != std::string::npos);
  CHECK(as_text({{"other", "document", "a\n", "b\n"}}) == "other: document\n@@ -1,1 +1,1 @@\n-a\n+b\n");
}
