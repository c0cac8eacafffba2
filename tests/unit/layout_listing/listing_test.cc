// Listings as rows of a galley.
#include "layout/listing/listing.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "document/ink.h"
#include "layout/galley/segment.h"
#include "layout/listing/code_line.h"
#include "support/block_layout.h"
#include "text/columns.h"
#include "text/faces.h"

using namespace nbpublish;
using namespace nbpublish::literals;
using namespace nbpublish::testing;

namespace {

using Strings = std::vector<std::string>;

template <class Layout>
struct SetListingWith : Layout {
  CodeBlock code;
  Block block;
  ListingRules rules;
  Galley galley;

  SetListingWith() {
    rules.measure = this->style.measure;
    for (std::uint32_t line = 11; line < 20; ++line) code.lines.push_back({line, 1, line, 9});
    block.id = 5;
  }
  Strings set(std::string source) {
    code.text = std::move(source);
    galley = {};
    add_listing(this->context, code, block, rules, galley);
    Strings out;
    for (const GalleyRow& row : galley.rows) out.push_back(text_of(row.items));
    return out;
  }
  Length height() const { return place_segment(galley, this->style.leading, 0, galley.rows.size(), {}).height; }
  std::string breaks() const {
    std::string out;
    for (const GalleyRow& row : galley.rows) out += row.break_cost >= kBreakForbidden ? 'x' : '.';
    return out;
  }
  std::vector<FrameItem> painted(bool first, bool last) const {
    GroupSegment segment;
    segment.box = {{}, 100_pt, {}, 60_pt};
    segment.first = first;
    segment.last = last;
    segment.above = first ? galley.groups.at(0).top_first : galley.groups.at(0).top_continued;
    segment.below = last ? galley.groups.at(0).bottom_last : galley.groups.at(0).bottom_split;
    std::vector<FrameItem> items;
    galley.groups.at(0).paint(segment, items);
    return items;
  }
};
using SetListing = SetListingWith<BlockLayout>;
using SetListingInBook = SetListingWith<LayoutFixture>;

std::string lines(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += (i == 0 ? "" : "\n") + ("x" + std::to_string(i));
  return out;
}

std::string without_blanks(std::string text) {
  std::erase_if(text, is_blank_byte);
  return text;
}

}  // namespace

TEST_CASE("the book's style holds 67 columns of code, 63 beside line numbers") {
  SetListingInBook set;
  set.code.text = "x";
  CHECK(code_columns(set.context, set.style.measure, number_columns(set.code)) == 67);
  set.code.info.line_numbers = true;
  CHECK(code_columns(set.context, set.style.measure, number_columns(set.code)) == 63);
  set.code.info.line_numbers = false;
  CHECK(set.set(std::string(67, 'x')).size() == 1);
  CHECK(set.set(std::string(73, 'x')).size() == 2);
  CHECK(code_columns(set.context, 1_pt, 4) == 8);
}

TEST_CASE("a listing is a whole number of grid lines: 7 + n x 10.4 + 6 or up to 2.6 less, five lines of code are five of 13") {
  SetListingInBook set;
  const int grid_lines[] = {0, 2, 3, 4, 4, 5, 6, 7, 8, 8, 9, 10};
  for (int n = 1; n < static_cast<int>(std::size(grid_lines)); ++n) {
    set.set(lines(n));
    INFO(n << " lines");
    CHECK(set.height() == set.style.leading * grid_lines[n]);
  }
}

TEST_CASE("one row for each line, indents and blank lines kept, blank lines at the end dropped") {
  SetListing set;
  CHECK(set.set("a {\n  b();\n\n\n}\n\n\n") == Strings{"a {", "  b();", "", "", "}"});
  CHECK(set.set("") == Strings{""});
  CHECK(set.set("\n\na") == Strings{"", "", "a"});
}

TEST_CASE("what is copied equals the source, tabs expanded, wrapped lines joined") {
  SetListing set;
  set.code.info.language = "js";
  const std::string source =
      "import { pipeline } from 'node:stream/promises';\n\tconst x\t= `a ${b} c`; // why\n\nasync function* "
      "gather(source, limit = 10) {\n"
      "    for await (const chunk of source) yield chunk;\n}";
  set.rules.measure = ems(30);
  set.set(source);
  std::string copied;
  for (const GalleyRow& row : set.galley.rows) copied += text_of(row.items);
  std::string wanted;
  for (std::size_t pos = 0; pos <= source.size();) {
    const std::size_t end = std::min(source.find('\n', pos), source.size());
    wanted += expand_tabs(std::string_view(source).substr(pos, end - pos), set.style.code_tab);
    pos = end + 1;
  }
  CHECK(copied == wanted);
  CHECK(set.galley.rows.size() > 7);
}

TEST_CASE("a run's text range is its place in the listing") {
  SetListing set;
  set.code.info.language = "js";
  set.rules.measure = ems(60);
  const std::string source = "const a = 1;\n  return 'text' + a;", ink = without_blanks(source);
  set.set(source);
  std::string gathered;
  for (const GalleyRow& row : set.galley.rows)
    for (const FrameItem& item : row.items) {
      const std::string& text = std::get<GlyphRun>(item.content).text;
      CHECK(ink.substr(item.text_begin, item.text_end - item.text_begin) == without_blanks(text));
      CHECK(item.node == 5);
      gathered += text;
    }
  CHECK(gathered == "const a = 1;  return 'text' + a;");
}

TEST_CASE("code stands at its columns, right of the rule") {
  SetListing set;
  set.rules.left = ems(2);
  set.set("ab  cd");
  const auto runs = all_of_kind<GlyphRun>(set.galley.rows[0].items);
  REQUIRE(runs.size() == 1);
  CHECK(runs[0].origin.x == ems(3));
  CHECK(runs[0].width == ems(6));
  CHECK((runs[0].origin.y > 5_pt && runs[0].origin.y < 10_pt));
  for (const Fill& fill : all_of_kind<Fill>(set.painted(true, true))) {
    CHECK(fill.rect.x == ems(2));
    CHECK((fill.colour == ColourRole::CodeGround || fill.rect.width == set.style.code_rule));
  }
}

TEST_CASE("tokens of one look are one run; weight and slant say what they are") {
  SetListing set;
  set.code.info.language = "js";
  set.rules.measure = ems(60);
  set.set("const answer = 42; // why");
  std::string looks;
  for (const GlyphRun& run : all_of_kind<GlyphRun>(set.galley.rows[0].items)) {
    const FontEntry& face = set.context.fonts().entry(run.font);
    looks += "[" + run.text + ":" + std::to_string(face.weight) + (face.italic ? "i" : "") + "]";
  }
  CHECK(looks == "[const:700][ answer = :400][42:400][; :400][// why:400i]");
}

TEST_CASE("a wrapped line has a drawn hook in its indent, which is not content") {
  SetListing set;
  CHECK(set.set("call(first, second, third)") == Strings{"call(first, ", "second, third)"});
  CHECK(all_of_kind<Path>(set.galley.rows[0].items).empty());
  REQUIRE(all_of_kind<Path>(set.galley.rows[1].items).size() == 1);
  const FrameItem& hook = set.galley.rows[1].items.front();
  CHECK(hook.tag == kArtifact);
  const Length code = all_of_kind<GlyphRun>(set.galley.rows[1].items).front().origin.x;
  CHECK(code == ems(1 + 4));
  for (const PathSegment& segment : std::get<Path>(hook.content).segments) {
    CHECK(segment.points[0].x < code);
    CHECK(segment.points[0].x > ems(1));
    CHECK((segment.points[0].y > 0_pt && segment.points[0].y < 10_pt));
  }
}

TEST_CASE("a comment that goes on has its mark drawn, neither read nor copied") {
  SetListing set;
  set.code.info.language = "js";
  CHECK(set.set("// one two three four") == Strings{"// one two ", "three four"});
  REQUIRE(all_of_kind<Path>(set.galley.rows[1].items).size() == 1);
  const FrameItem& mark = set.galley.rows[1].items.front();
  CHECK(mark.tag == kArtifact);
  const Length text = all_of_kind<GlyphRun>(set.galley.rows[1].items).front().origin.x;
  CHECK(text == ems(1 + 3));
  const Path& strokes = std::get<Path>(mark.content);
  CHECK(strokes.segments.size() == 4);  // two slashes
  for (const PathSegment& segment : strokes.segments) CHECK((segment.points[0].x > ems(1) && segment.points[0].x < ems(3)));
}

TEST_CASE("a listing a few columns too wide is set smaller as a whole, on the same leading") {
  SetListingInBook set;
  const auto sizes = [&](const std::string& source) {
    set.set(source);
    Strings out;
    for (const GalleyRow& row : set.galley.rows) {
      CHECK(row.height == set.style.code.leading);
      out.push_back(std::to_string(all_of_kind<GlyphRun>(row.items).front().size.points()).substr(0, 4));
    }
    return out;
  };
  const std::string x67(67, 'x'), x72(72, 'x'), words = std::string(40, 'x') + " " + std::string(34, 'x');
  CHECK(sizes(x67 + "\nx") == Strings{"7.75", "7.75"});
  CHECK(sizes(x72 + "\nx") == Strings{"7.25", "7.25"});
  // Not where a line would be broken all the same, unless most then are whole.
  CHECK(sizes(words + "\nx") == Strings{"7.75", "7.75", "7.75"});
  CHECK(sizes(words + "\n" + x72) == Strings{"7.75", "7.75", "7.75", "7.75"});
  CHECK(sizes(words + "\n" + x72 + "\n" + x72) == Strings{"7.25", "7.25", "7.25", "7.25"});
}

TEST_CASE("more than two continuation lines are told at their source line") {
  SetListing set;
  set.set("ok\n" + std::string(19 + 30, 'x'));
  CHECK(set.sink.all().empty());
  set.set("ok\n\n" + std::string(19 + 15 * 2 + 1, 'x') + "\nok");
  CHECK(told(set.sink) == Strings{"listing-too-wide 13:1"});
  CHECK(set.sink.all()[0].message.find("19 columns fit") != std::string::npos);
}

TEST_CASE("a missing glyph is told at each of its lines") {
  SetListing set;
  set.set("ok\nx 中\n中 y");
  CHECK(told(set.sink) == Strings{"missing-glyph 12:1", "missing-glyph 13:1"});
}

TEST_CASE("line numbers start where the fence says, right-aligned, never copied") {
  SetListing set;
  set.code.info.line_numbers = true;
  set.code.info.first_line = 9;
  CHECK(set.set("aa\n\ncc") == Strings{"aa", "", "cc"});
  const auto number_of = [&](std::size_t row) { return all_of_kind<GlyphRun>(set.galley.rows[row].items).front(); };
  CHECK(number_of(0).text == "9");
  CHECK(number_of(1).text == "10");
  CHECK(number_of(2).text == "11");
  CHECK(number_of(0).origin.x + number_of(0).width == number_of(2).origin.x + number_of(2).width);
  CHECK(set.galley.rows[0].items.front().tag == kArtifact);
  CHECK(all_of_kind<GlyphRun>(set.galley.rows[0].items).back().origin.x == ems(1 + 4));
  // A continuation has no number.
  set.set("call(first, second, third)");
  CHECK(all_text_of(set.galley.rows[1].items) == text_of(set.galley.rows[1].items));
}

TEST_CASE("marked lines have a ground and a thick bar over their whole height, wrapped pieces too") {
  SetListing set;
  set.code.info.marked = {{2, 3}};
  set.set("aa\ncall(first, second, third)\ncc\ndd");
  REQUIRE(set.galley.rows.size() == 5);
  for (const std::size_t row : {0, 4}) CHECK(all_of_kind<Fill>(set.galley.rows[row].items).empty());
  for (const std::size_t row : {1, 2, 3}) {
    const auto fills = all_of_kind<Fill>(set.galley.rows[row].items);
    REQUIRE(fills.size() == 2);
    CHECK(fills[0].colour == ColourRole::MarkedGround);
    CHECK(fills[0].rect == Rect{{}, {}, set.style.measure, 10_pt});
    CHECK(fills[1].rect.width == set.style.code_mark_rule);
  }
}

TEST_CASE("a diff's lines have the grounds of what was added and removed") {
  SetListing set;
  set.code.info.language = "diff";
  set.set(" same\n+new\n-old");
  const auto ground = [&](std::size_t row) { return all_of_kind<Fill>(set.galley.rows[row].items); };
  CHECK(ground(0).empty());
  REQUIRE_FALSE(ground(1).empty());
  CHECK(ground(1)[0].colour == ColourRole::AddedGround);
  REQUIRE_FALSE(ground(2).empty());
  CHECK(ground(2)[0].colour == ColourRole::RemovedGround);
}

TEST_CASE("a title stands on a line of its own, and again where the listing goes on") {
  SetListing set;
  set.code.info.title = "server.js";
  const Strings rows = set.set(lines(3));
  CHECK(rows == Strings{"server.js", "x0", "x1", "x2"});
  CHECK(set.breaks() == ".xxx");
  CHECK(all_text_of(set.painted(true, true)).empty());
  CHECK(all_text_of(set.painted(false, true)) == "server.js (continued)");
  CHECK(text_of(set.painted(false, true)).empty());  // an artifact: not read twice
  CHECK(set.galley.groups[0].top_continued == set.style.code_top_of_page + 10_pt);
}

TEST_CASE("a caption stands above, with its number, and is the place that a label leads to") {
  SetListing set;
  set.code.number = "9.4";
  set.code.caption = {text("What it shows")};
  set.code.info.label = "lst:x";
  set.rules.measure = ems(40);
  const Strings rows = set.set("a\nb");
  REQUIRE(rows.size() == 4);
  CHECK(rows[0] == "Listing 9.4\u2003What it shows");
  CHECK(rows[1].empty());
  REQUIRE(set.galley.rows[0].places.size() == 1);
  CHECK(set.galley.rows[0].places[0].name == "one#lst:x");
  CHECK(set.breaks() == ".xxx");
  const auto fills = all_of_kind<Fill>(set.painted(true, true));
  REQUIRE_FALSE(fills.empty());
  // The ground begins below the caption: 100 + the space before + caption 12 and its gap - 3.
  CHECK(fills[0].rect.y > 100_pt + set.style.code_top_of_page + 10_pt);
}

TEST_CASE("up to 6 lines are never split, longer ones keep 3 on each side") {
  SetListing set;
  set.set(lines(6));
  CHECK(set.breaks() == ".xxxxx");
  set.set(lines(9));
  CHECK(set.breaks() == ".xx....xx");
  set.code.info.title = "a.js";
  set.set(lines(9));
  CHECK(set.breaks() == ".xxx....xx");
}

TEST_CASE("a listing is split rather at a blank line than inside a wrapped one") {
  SetListing set;
  set.set("x0\nx1\nx2\n\nx4\ncall(first, second, third)\nx6\nx7\nx8");
  std::vector<double> costs;
  for (const GalleyRow& row : set.galley.rows) costs.push_back(row.break_cost);
  REQUIRE(costs.size() == 10);
  CHECK(costs[4] < kBreakBad);
  CHECK(costs[6] >= kBreakBad);
  for (const std::size_t other : {3, 5, 6, 7}) CHECK(costs[other] > costs[4]);
}

TEST_CASE("a diagram of box characters is set smaller, never wrapped") {
  SetListing set;
  const std::string wide = "┌──────────────────────┐\n│ text                 │\n└──────────────────────┘";  // 24 columns on 19
  CHECK(set.set(wide).size() == 3);
  for (const GalleyRow& row : set.galley.rows)
    for (const GlyphRun& run : all_of_kind<GlyphRun>(row.items)) {
      CHECK(run.size < 10_pt);
      CHECK(run.size >= 7_pt);
      CHECK(run.origin.x + run.width <= set.style.measure);
    }
  CHECK(set.galley.rows[0].height < 10_pt);
  CHECK(set.sink.all().empty());
  // What fits keeps its size; one box character does not make a diagram.
  set.set("┌──┐\n└──┘");
  CHECK(all_of_kind<GlyphRun>(set.galley.rows[0].items)[0].size == 10_pt);
  CHECK(set.set("console.log('─', someValue)").size() == 2);
}

TEST_CASE("words beside a diagram wrap, and it keeps its size for them") {
  SetListing set;
  set.set("┌──────────┐\n└──────────┘\n\nSum = (0 * 4), (1 * 2)");
  CHECK(set.galley.rows.size() == 5);
  CHECK(all_of_kind<GlyphRun>(set.galley.rows[0].items)[0].size == 10_pt);
  // A label of the drawing belongs to it.
  set.set("┌──────────┐\n└──────────┘\na label of 24 columns ..");
  CHECK(set.galley.rows.size() == 3);
  CHECK(all_of_kind<GlyphRun>(set.galley.rows[0].items)[0].size < 10_pt);
}

TEST_CASE("a diagram too wide for the smallest size is told") {
  SetListing set;
  std::string row;
  for (int i = 0; i < 40; ++i) row += "─";
  set.set("ok\n" + row);
  REQUIRE_FALSE(set.sink.all().empty());
  CHECK(set.sink.all()[0].code == DiagCode::ListingTooWide);
  CHECK(all_of_kind<GlyphRun>(set.galley.rows[1].items)[0].size == 7_pt);
}

TEST_CASE("a listing inside a list is narrower and wraps sooner") {
  SetListing set;
  set.rules.left = ems(4);
  set.rules.measure -= ems(4);
  CHECK(set.set("aaaa, bbbb, cccc, dd") == Strings{"aaaa, bbbb, ", "cccc, dd"});
  CHECK(set.galley.rows[0].items[0].tag != kArtifact);
}

TEST_CASE("tags: the listing is one leaf of code, its title and caption have their own") {
  SetListing set;
  set.code.info.title = "a.js";
  set.code.number = "1.1";
  set.set("a\nb");
  const TagId code = set.galley.rows.back().items.back().tag;
  CHECK(set.tags.nodes[code].role == TagRole::Code);
  CHECK(set.galley.rows[set.galley.rows.size() - 2].items.back().tag == code);
  CHECK(std::count_if(set.tags.nodes.begin(), set.tags.nodes.end(), [](const TagNode& n) { return n.role == TagRole::Caption; }) == 1);
}

TEST_CASE("characters of another face stand on the columns of the code") {
  SetListingInBook set;
  set.set("ab\U0001F680cd\nab--cd\n" + std::string(20, ' ') + "\u65E5\u672C");
  REQUIRE(set.galley.rows.size() >= 3);
  const auto x_of = [&](std::size_t row, std::string_view text) {
    for (const FrameItem& item : set.galley.rows[row].items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content))
        if (const std::size_t at = run->text.find(text); at != std::string::npos) return run->origin.x + Length::raw(run->glyphs[at].x);
    FAIL("no run has " << text);
    return Length{};
  };
  // Two columns for the emoji, as for the two hyphens.
  CHECK(x_of(0, "cd").points() == Approx(x_of(1, "cd").points()).margin(0.01));
}

TEST_CASE("line numbers of four and more figures stand in the ground, clear of the code") {
  for (const bool is_bare : {false, true})
    for (const std::uint32_t first : {8u, 998u, 9'998u, 999'998u}) {
      SetListing set;
      if (is_bare) set.rules.bare = set.style.table_code;
      set.rules.measure = ems(30);
      set.code.info.line_numbers = true;
      set.code.info.first_line = first;
      set.set("xx\nyy\nzz");
      for (const GalleyRow& row : set.galley.rows) {
        const auto runs = all_of_kind<GlyphRun>(row.items);
        REQUIRE(runs.size() == 2);
        CHECK(runs[0].origin.x >= Length{});
        CHECK(runs[0].origin.x + runs[0].width < runs[1].origin.x);
      }
      CHECK(all_of_kind<GlyphRun>(set.galley.rows[0].items)[1].origin.x == all_of_kind<GlyphRun>(set.galley.rows[2].items)[1].origin.x);
    }
}

TEST_CASE("in a cell the rule beside marked and changed lines stands before the code, not through it") {
  SetListing set;
  set.rules.bare = set.style.table_code;
  set.code.info.marked = {{1, 1}};
  set.set("marked\nplain");
  for (const GalleyRow& row : set.galley.rows)
    for (const Fill& fill : all_of_kind<Fill>(row.items))
      CHECK((fill.colour != ColourRole::Text || fill.rect.right() < all_of_kind<GlyphRun>(row.items)[0].origin.x));
  set.code.info = {};
  set.code.info.language = "diff";
  set.set("+added\n-removed\n same");
  for (const GalleyRow& row : set.galley.rows)
    for (const Fill& fill : all_of_kind<Fill>(row.items))
      CHECK((fill.colour != ColourRole::Text || fill.rect.right() < all_of_kind<GlyphRun>(row.items)[0].origin.x));
  // Without such lines code begins at the cell's edge.
  set.code.info = {};
  set.set("plain");
  CHECK(all_of_kind<GlyphRun>(set.galley.rows[0].items)[0].origin.x == Length{});
}

namespace {

// Where characters stand in columns, and that no run reaches into its neighbours.
struct Columns {
  SetListingInBook set;
  explicit Columns(std::string code) { set.set(std::move(code)); }

  Length column() const { return column_width(set.context, set.style.code.size); }
  // The column of `text` in a row, in hundredths.
  long of(std::size_t row, std::string_view text) const {
    for (const FrameItem& item : set.galley.rows.at(row).items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      const std::size_t at = run == nullptr ? std::string::npos : run->text.find(text);
      if (at == std::string::npos) continue;
      std::size_t byte = 0, glyph = 0;
      for (std::size_t c = 0; byte < at; ++c) byte += run->clusters[c].bytes, glyph += run->clusters[c].glyphs;
      const Length x = run->origin.x + Length::raw(run->glyphs[glyph].x) - set.style.code_indent;
      return std::lround(100.0 * static_cast<double>(x.units()) / static_cast<double>(column().units()));
    }
    return -1;
  }
  // Runs that begin before the one at their left ends.
  int overlaps(std::size_t row) const {
    std::vector<std::pair<Length, Length>> runs;
    for (const FrameItem& item : set.galley.rows.at(row).items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) runs.emplace_back(run->origin.x, run->origin.x + run->width);
    std::sort(runs.begin(), runs.end());
    int count = 0;
    for (std::size_t i = 1; i < runs.size(); ++i) count += runs[i].first + Length::pt(0.01) < runs[i - 1].second ? 1 : 0;
    return count;
  }
};

}  // namespace

TEST_CASE("comments behind any characters stand where those behind plain ones do") {
  const std::vector<std::string> heads = {"abcdefgh",
                                          "\u263A\u263A\u260Ebcdef",
                                          "日本bcde",
                                          "\U0001F680\u2705cdgh",
                                          "\u2460\u2461cdefgh",
                                          "e\u0301o\u0308cdefgh",
                                          "x\u20D7y\u20D7cdefgh",
                                          "👩\u200D💻👨\u200D👩\u200D👧cdgh",
                                          "กขคdefgh",
                                          "कखगdefgh",
                                          "क\u094Dषdefghi",
                                          "שלוםefgh",
                                          "مرحباfgh",
                                          "한국cdgh",
                                          "⚡⚡cdgh",
                                          "1\uFE0F\u20E3cdefgh"};
  std::string code;
  for (const std::string& head : heads) code += head + " // x\n";
  const Columns columns(code);
  for (std::size_t row = 0; row < heads.size(); ++row) {
    INFO(heads[row] << " has " << column_count(heads[row]) << " columns");
    CHECK(columns.of(row, "// x") == 100 * (column_count(heads[row]) + 1));
    CHECK(columns.overlaps(row) == 0);
  }
  for (std::size_t row : {0, 1, 2, 4, 5, 6, 8, 9, 11, 12, 13, 14}) CHECK(column_count(heads[row]) == 8);
}

TEST_CASE("signs in a row do not touch each other") {
  const Columns columns("\u263A\u260E\u2460\u2461\u2639\u26F5a\u24B6\u24B7");
  for (const FrameItem& item : columns.set.galley.rows.at(0).items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr) continue;
    Length last = -100_pt;
    for (const Glyph& glyph : run->glyphs) {
      const auto [left, right] = glyph_ink(columns.set.context.fonts(), run->font, glyph.id);
      const unsigned em = columns.set.context.fonts().units_per_em(run->font);
      CHECK((Length::raw(glyph.x) + em_length(left, run->size, em)).points() >= last.points() - 0.01);
      last = Length::raw(glyph.x) + em_length(right, run->size, em);
    }
  }
}

TEST_CASE("words that run right to left keep spaces, brackets and each other in their places") {
  const Columns columns("s = \"שלום עולם\" + (عالم); // x");
  CHECK(columns.of(0, "s = ") == 0);
  CHECK(columns.of(0, "\" + (") == 1400);
  CHECK(columns.of(0, "); ") == 2300);
  CHECK(columns.of(0, "// x") == 2600);
  CHECK(columns.overlaps(0) == 0);
  // The first word stands left of the second, its first letter right of its last.
  const auto run_of = [&](std::string_view text) {
    for (const FrameItem& item : columns.set.galley.rows.at(0).items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && run->text == text) return *run;
    FAIL("no run is " << text);
    return GlyphRun{};
  };
  const GlyphRun first = run_of("שלום"), second = run_of("עולם");
  CHECK(first.origin.x < second.origin.x);
  CHECK(first.glyphs.front().x > first.glyphs.back().x);
}

TEST_CASE("a chain is a rail: a dot for each step on a line, its owner at the right, the arrows in what is copied") {
  SetListing set;
  set.code.info.language = "text";
  set.rules.measure = ems(30);
  // Indent 1, gap 2 and 6 for "kernel" leave 21 of 30 to the words.
  const std::string source = "write(data)\n-> kernel: one two three four five six\n-> the wire";
  const Strings rows = set.set(source);
  CHECK(rows == Strings{"write(data)", "-> kernel: one two three four ", "five six", "-> the wire"});
  const auto drawn = [&](std::size_t row) { return all_of_kind<Path>(set.galley.rows[row].items).size(); };
  CHECK((drawn(0) == 1 && drawn(1) == 1 && drawn(2) == 0 && drawn(3) == 1));
  // The line reaches from the first dot to the last.
  Length rail;
  for (const GalleyRow& row : set.galley.rows) {
    CHECK(row.height == set.style.rail_text.leading);
    for (const Fill& fill : all_of_kind<Fill>(row.items)) rail += fill.rect.height;
  }
  CHECK(rail == set.style.rail_text.leading * 3);
  const auto words = all_of_kind<GlyphRun>(set.galley.rows[1].items);
  CHECK(words[0].text == "-> kernel: ");
  CHECK(words[0].glyphs.size() == 6);  // the rest is copied, not seen
  CHECK(words[0].origin.x == ems(24));
  CHECK(words.back().origin.x == ems(1));
  CHECK(set.breaks() == ".xxx");
  const std::string ink = without_blanks(source);
  for (const GalleyRow& row : set.galley.rows)
    for (const FrameItem& item : row.items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content))
        CHECK(ink.substr(item.text_begin, item.text_end - item.text_begin) == without_blanks(run->text));
  CHECK(set.height() == set.style.leading * 5);
}

TEST_CASE("a chain is code where the style says so, in a cell, or where a word is too wide") {
  SetListing set;
  set.rules.measure = ems(10);
  CHECK(set.set("a\n-> b").size() == 2);
  CHECK_FALSE(all_of_kind<Path>(set.galley.rows[0].items).empty());
  set.set("a\n-> bbbbbbbbbbbbbbb");
  CHECK(all_of_kind<Path>(set.galley.rows[0].items).empty());
  set.rules.bare = set.style.table_code;
  set.set("a\n-> b");
  CHECK(all_of_kind<Path>(set.galley.rows[0].items).empty());
  set.rules.bare.reset();
  set.style.rail_draw = false;
  set.set("a\n-> b");
  CHECK(all_of_kind<Path>(set.galley.rows[0].items).empty());
}

TEST_CASE("a callout is a number in a circle behind its line, copied as its comment") {
  SetListing set;
  set.code.info.language = "js";
  CHECK(set.set("one(); // (1)\ntwo();\nthree();  // (2)") == Strings{"one(); // (1)", "two();", "three();  // (2)"});
  const GalleyRow& row = set.galley.rows[0];
  CHECK(all_of_kind<Path>(row.items).size() == 1);
  CHECK(all_of_kind<Path>(set.galley.rows[1].items).empty());
  const GlyphRun number = all_of_kind<GlyphRun>(row.items).back();
  CHECK(number.glyphs.size() == 1);
  CHECK(number.text == " // (1)");
  CHECK((number.origin.x > ems(7.5) && number.origin.x < ems(8.5)));
  // Not a count, or not wanted: a comment.
  set.set("one(); // (2)");
  CHECK(all_of_kind<Path>(set.galley.rows[0].items).empty());
  set.style.callout_draw = false;
  set.set("one(); // (1)");
  CHECK(all_of_kind<Path>(set.galley.rows[0].items).empty());
}
