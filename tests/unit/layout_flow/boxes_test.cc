// Listings, tables, alerts, components: blocks in groups.
#include <catch2/catch.hpp>
#include <cmath>

#include "flowed.h"
#include "support/block_layout.h"

using namespace nbpublish;
using namespace nbpublish::literals;
using namespace nbpublish::testing;

namespace {

// Lines that a block takes between two paragraphs, its white included.
double lines_of(Block block) {
  const Flowed f({paragraph("alpha."), std::move(block), paragraph("omega.")});
  return f.lines_between("alpha", "omega");
}

bool is_whole(double lines) { return std::abs(lines - std::round(lines)) < 1e-6; }

std::vector<FrameItem> painted(const Flowed& f, const GroupSegment& segment) {
  std::vector<FrameItem> items;
  f.galley.groups.front().paint(segment, items);
  return items;
}

constexpr AlertKind kKinds[] = {AlertKind::Note, AlertKind::Tip, AlertKind::Important, AlertKind::Warning, AlertKind::Caution};

}  // namespace

TEST_CASE("a listing takes the whole lines that its code, 7 above and 6 below need") {
  // ceil((7 + n x 10.4 + 6) / 13)
  CHECK(lines_of(code_block(code_lines(1))) == Approx(2));
  CHECK(lines_of(code_block(code_lines(5))) == Approx(5));
  CHECK(lines_of(code_block(code_lines(6))) == Approx(6));
  CHECK(lines_of(code_block(code_lines(10))) == Approx(9));
}

TEST_CASE("what follows a block with another leading is back on the grid") {
  CHECK(is_whole(lines_of(code_block(code_lines(4)))));
  CHECK(is_whole(lines_of(table({{"head", "b"}, {"cell", words(30)}}))));
  for (const AlertKind kind : kKinds) CHECK(is_whole(lines_of(alert(kind, {paragraph("x"), code_block(code_lines(2)), paragraph("y")}))));
  CHECK(is_whole(lines_of({0, {}, Component{"Widget", "Widget", "https://example.org/x"}})));
}

TEST_CASE("a listing's lead-in stays with it, and its label is a destination") {
  Block listing = code_block(code_lines(3));
  std::get<CodeBlock>(listing.content).info.label = "lst:one";
  const Flowed f({paragraph("As follows:"), listing});
  const GalleyRow& row = f.row_of_text("line1();");
  CHECK(row.break_cost >= kBreakBad);
  REQUIRE_FALSE(row.places.empty());
  CHECK(row.places[0].name == "one#lst:one");
}

TEST_CASE("listings in a row have no white added between them") {
  const Flowed f({code_block(code_lines(1)), code_block("other();")});
  CHECK(f.height() == Approx(4));
}

TEST_CASE("what a listing printed is joined to it: 4 between them, one block on the grid, a dotted rule") {
  const Flowed f({paragraph("alpha."), code_block(code_lines(3), "js"), code_block("out1\nout2", "output"), paragraph("omega.")});
  // ceil((7 + 3 x 10.4 + 4 + 2 x 10.4 + 6) / 13)
  CHECK(f.lines_between("alpha", "omega") == Approx(6));
  const auto top_of = [&](std::string_view text) { return f.placed.rows[f.find(text)].y.points(); };
  CHECK(top_of("out1") - top_of("line3();") == Approx(10.4 + 4).margin(0.01));
  CHECK(f.row_of_text("out1").break_cost >= kBreakBad);

  double ground_end = 0;
  std::vector<bool> dotted;
  for (const auto& [group, segment] : f.placed.groups) {
    if (!f.galley.groups[static_cast<std::size_t>(group)].paint) continue;
    std::vector<FrameItem> items;
    f.galley.groups[static_cast<std::size_t>(group)].paint(segment, items);
    const Rect ground = all_of_kind<Fill>(items).at(0).rect;
    if (!dotted.empty()) CHECK(ground.y.points() == Approx(ground_end));
    ground_end = ground.bottom().points();
    const std::vector<Path> paths = all_of_kind<Path>(items);
    dotted.push_back(!paths.empty());
    if (paths.empty()) continue;
    CHECK(paths[0].width == f.style.code_rule);
    CHECK(paths[0].dash_on.points() == 1);
    CHECK(paths[0].dash_off.points() == 2);
  }
  CHECK(dotted == std::vector<bool>{false, true});
}

TEST_CASE("output behind words, or with a title, is a listing of its own") {
  const Flowed apart({code_block("code();", "js"), paragraph("prints"), code_block("out", "output")});
  CHECK(apart.galley.groups.size() == 2);
  Block titled = code_block("out", "output");
  std::get<CodeBlock>(titled.content).info.title = "log.txt";
  const Flowed named({code_block("code();", "js"), titled});
  CHECK(named.galley.groups.size() == 2);
  const Flowed joined({code_block("code();", "js"), code_block("out", "output")});
  CHECK(joined.galley.groups.size() == 3);
}

TEST_CASE("an alert says its kind first, with a line before and after") {
  for (const AlertKind kind : kKinds) {
    const Flowed f({paragraph("alpha."), alert(kind, {paragraph("beware.")}), paragraph("omega.")});
    const double label = f.baseline(kind == AlertKind::Note        ? "NOTE"
                                    : kind == AlertKind::Tip       ? "TIP"
                                    : kind == AlertKind::Important ? "IMPORTANT"
                                    : kind == AlertKind::Warning   ? "WARNING"
                                                                   : "CAUTION");
    CHECK(label == Approx(3));
    CHECK(f.baseline("beware") == Approx(4));
    CHECK(f.baseline("omega") == Approx(6));
    CHECK(f.run("beware").size == f.style.text.size);
  }
}

TEST_CASE("an alert's label is content and is read first") {
  const Flowed f({alert(AlertKind::Warning, {paragraph("beware.")})});
  std::string all;
  for (const GalleyRow& row : f.galley.rows) all += text_of(row.items);
  CHECK(all.starts_with("WARNING"));
}

TEST_CASE("alerts are told apart by their rules") {
  const auto rules_of_kind = [](AlertKind kind) {
    const Flowed f({alert(kind, {paragraph("beware.")})});
    std::string out;
    GroupSegment segment;
    segment.box = {{}, {}, {}, f.style.leading * 4};
    for (const FrameItem& item : painted(f, segment)) {
      CHECK(item.tag == kArtifact);
      if (const auto* fill = std::get_if<Fill>(&item.content)) out += "rule " + std::to_string(fill->rect.height.points()) + "\n";
      if (const auto* path = std::get_if<Path>(&item.content))
        out += "path " + std::to_string(path->width.points()) + " " + std::to_string(path->dash_on.points()) + " " +
               std::to_string(path->segments.size()) + "\n";
    }
    return out;
  };
  std::vector<std::string> seen;
  for (const AlertKind kind : kKinds) seen.push_back(rules_of_kind(kind));
  std::sort(seen.begin(), seen.end());
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

TEST_CASE("the text of a framed alert stands inside its frame") {
  const Flowed f({alert(AlertKind::Caution, {paragraph("beware " + words(60))})});
  CHECK(f.run("beware").origin.x > Length::pt(6));
  for (const GalleyRow& row : f.galley.rows)
    for (const FrameItem& item : row.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) CHECK(run->origin.x + run->width < f.style.measure - Length::pt(5));
}

TEST_CASE("a list in an alert is set on the alert's measure") {
  const Flowed f({alert(AlertKind::Caution, {paragraph("As follows:"), bullets({"alpha"})})});
  CHECK(f.run("alpha").origin.x == f.run("As follows").origin.x + f.style.list_indent);
}

TEST_CASE("two alerts without frames share a rule, with a line of white between them") {
  const Flowed f({alert(AlertKind::Note, {paragraph("alpha.")}), alert(AlertKind::Tip, {paragraph("beta.")}), paragraph("omega.")});
  CHECK(f.baseline("TIP") == Approx(f.baseline("alpha") + 2));
  std::size_t rules = 0;
  for (const auto& [group, segment] : f.placed.groups) {
    std::vector<FrameItem> items;
    f.galley.groups[static_cast<std::size_t>(group)].paint(segment, items);
    rules += items.size();
  }
  CHECK(rules == 3);
  const Flowed framed({alert(AlertKind::Note, {paragraph("alpha.")}), alert(AlertKind::Caution, {paragraph("beta.")})});
  CHECK(framed.baseline("CAUTION") == Approx(framed.baseline("alpha") + 3));
}

TEST_CASE("two alerts in a row are both complete") {
  const Flowed f({alert(AlertKind::Note, {paragraph("alpha.")}), alert(AlertKind::Tip, {paragraph("beta.")}), paragraph("omega.")});
  CHECK(f.baseline("alpha") < f.baseline("TIP"));
  CHECK(is_whole(f.baseline("omega")));
}

TEST_CASE("a component is a short rule, its name and the address on one line, and once in a chapter a code") {
  const auto component = [](const std::string& title) {
    return Block{0, {}, Component{"BufferGrowth", title, "https://example.org/streams"}};
  };
  const Flowed f({paragraph("alpha."), component("Buffer Growth"), component("Heap"), paragraph("omega.")});
  CHECK(project_fonts().entry(f.run("Try it: Buffer Growth").font).family == f.style.family_sans);
  CHECK(f.run("Try it: Buffer Growth").origin.x == Length{});
  const GlyphRun& address = f.run("example.org");
  CHECK(f.find("example.org/streams") == f.find("Buffer Growth"));
  CHECK(abs(address.origin.x + address.width - f.style.measure) < Length::pt(0.1));
  CHECK(f.lines_between("alpha", "Buffer") == Approx(1));
  std::size_t links = 0, codes = 0;
  for (const GalleyRow& row : f.galley.rows) {
    for (const LinkArea& link : row.links) {
      ++links;
      CHECK(std::get<ExternalTarget>(link.target).url == "https://example.org/streams");
    }
    codes += all_of_kind<PlacedPicture>(row.items).size();
  }
  CHECK(links == 3);
  CHECK(codes == 1);
  CHECK(f.find("The interactive figures of this chapter") > f.find("omega"));
  GroupSegment segment;
  segment.box = {{}, {}, {}, f.style.leading * 3};
  const std::vector<Fill> rules = all_of_kind<Fill>(painted(f, segment));
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].rect.width == 72_pt);
}

TEST_CASE("a component whose name leaves no room has its address on the next line, with it") {
  const Flowed f({{0, {}, Component{"B", words(11), "https://example.org/streams"}}, paragraph("omega.")});
  const std::size_t row = f.find("example.org");
  REQUIRE(row > f.find("Try it"));
  CHECK(f.galley.rows[row].break_cost == kBreakForbidden);
}

TEST_CASE("a component of a book without a site has no link") {
  const Flowed f({{0, {}, Component{"BufferGrowth", "Buffer Growth", ""}}});
  for (const GalleyRow& row : f.galley.rows) CHECK(row.links.empty());
}
