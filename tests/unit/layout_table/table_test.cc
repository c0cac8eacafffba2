// Tables as rows of a galley. What stands in their cells is paragraphs here; tests/unit/layout_flow has the rest.
#include "layout/table/table.h"

#include <catch2/catch.hpp>

#include "layout/galley/rows.h"
#include "layout/galley/segment.h"
#include "support/block_layout.h"

using namespace nbpublish;
using namespace nbpublish::literals;
using namespace nbpublish::testing;

namespace {

using Strings = std::vector<std::string>;

class Paragraphs : public CellFlow {
 public:
  explicit Paragraphs(LayoutContext& context) : context_(context) {}

  CellDemand demand(const TableCell& cell, const CellLook& look) const override {
    CellDemand made;
    for (const ParagraphText& text : texts(cell, look, kRootTag)) {
      std::vector<TextPiece> pieces = text_pieces(context_, text);
      made.widths = {std::max(made.widths.least, least_width(pieces)), std::max(made.widths.preferred, natural_width(pieces)), {}};
      made.texts.push_back({std::move(pieces), {}, look.text.leading});
    }
    return made;
  }
  Galley flow(const TableCell& cell, const CellLook& look, Length width, TagId tag) const override {
    ParagraphRules rules;
    rules.measure = width;
    rules.alignment = look.alignment;
    rules.hyphenate = false;
    rules.source = cell.span;
    Galley galley;
    for (const ParagraphText& text : texts(cell, look, tag))
      for (SetLine& line : set_paragraph(context_, text, rules))
        galley.rows.push_back(row_of(std::move(line), look.text.leading, 3_pt, {}));
    return galley;
  }

 private:
  LayoutContext& context_;

  std::vector<ParagraphText> texts(const TableCell& cell, const CellLook& look, TagId tag) const {
    std::vector<ParagraphText> made;
    for (const Block& block : cell.blocks)
      made.push_back(
          flatten(context_, as<Paragraph>(block)->children, {look.text, ColourRole::Text, Features::Tabular, look.code.size}, tag));
    return made;
  }
};

struct SetTable : BlockLayout {
  Block block;
  Table table;
  TableRules rules;
  Galley galley;

  SetTable() {
    rules.measure = style.measure;
    block.id = 7;
    block.span = {21, 1, 25, 9};
  }
  // The first row is the head.
  Strings set(const std::vector<Strings>& rows) {
    const Block made = testing::table(rows);
    const Table& plain = *as<Table>(made);
    table.head = plain.head;
    table.rows = plain.rows;
    if (table.columns.empty()) table.columns = plain.columns;
    return set();
  }
  Strings set() {
    galley = {};
    add_table(context, table, block, rules, Paragraphs(context), galley);
    Strings out;
    for (const GalleyRow& row : galley.rows) out.push_back(text_of(row.items));
    return out;
  }
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
  // Tops of the rules of the table's part that stands at the top of a page, and of its rows.
  struct OnPage {
    std::vector<Length> rules, rows;
    Length end;  // of the last row
  };
  OnPage on_page(std::size_t first, std::size_t end) const {
    const PlacedSegment placed = place_segment(galley, style.leading, first, end, {});
    std::vector<FrameItem> items;
    galley.groups.at(0).paint(placed.groups.at(0).second, items);
    OnPage out;
    for (const Fill& fill : all_of_kind<Fill>(items)) out.rules.push_back(fill.rect.y);
    for (const PlacedRow& row : placed.rows) out.rows.push_back(row.y);
    out.end = out.rows.back() + galley.rows[placed.rows.back().row].height;
    return out;
  }
  std::vector<GlyphRun> runs(std::size_t row) const { return all_of_kind<GlyphRun>(galley.rows.at(row).items); }
};

std::vector<Strings> counted_rows(int count) {
  std::vector<Strings> rows{{"n", "word"}};
  for (int i = 0; i < count; ++i) rows.push_back({std::to_string(i), "w" + std::to_string(i)});
  return rows;
}

}  // namespace

TEST_CASE("a row is as high as its highest cell, cells side by side, read one after the other") {
  SetTable set;
  set.rules.measure = ems(12);
  const Strings rows = set.set({{"aa", "bb"}, {"cc", "dddd eeee ff"}});
  CHECK(rows == Strings{"aabb", "ccdddd eeee ff"});
  CHECK(set.galley.rows[0].height == 12_pt);  // 10 and 1 above and below
  CHECK(set.galley.rows[1].height == 22_pt);
  const auto runs = set.runs(1);
  REQUIRE(runs.size() == 3);
  CHECK(runs[0].origin.x == ems(0));
  CHECK(runs[1].origin.x == ems(3));  // 2 ems and the gap
  CHECK(runs[2].origin.x == ems(3));
  CHECK(runs[2].origin.y == runs[1].origin.y + 10_pt);
  CHECK(runs[0].origin.y == runs[1].origin.y);
}

TEST_CASE("columns align as they are told, the head as its column, in one width of figures") {
  SetTable set;
  set.table.columns = {ColumnAlignment::Left, ColumnAlignment::Right, ColumnAlignment::Center, ColumnAlignment::Default};
  set.set({{"aaaa", "bbbb", "cccc", "dd"}, {"a", "b", "cc", "d"}});
  const auto head = set.runs(0), body = set.runs(1);
  REQUIRE(body.size() == 4);
  CHECK(head[1].origin.x == ems(5));
  CHECK(body[0].origin.x == ems(0));
  CHECK(body[1].origin.x == ems(8));
  CHECK(body[2].origin.x == ems(11));
  CHECK(body[3].origin.x == ems(15));
}

TEST_CASE("the head is set in its weight, and hangs on header cells with a scope") {
  SetTable set;
  set.set({{"aa", "bb"}, {"cc", "dd"}});
  CHECK(set.context.fonts().entry(set.runs(0)[0].font).weight == 600);
  CHECK(set.context.fonts().entry(set.runs(1)[0].font).weight == 400);
  const TagNode& head = set.tags.nodes[set.galley.rows[0].items[0].tag];
  const TagNode& body = set.tags.nodes[set.galley.rows[1].items[0].tag];
  CHECK(head.role == TagRole::TH);
  CHECK(head.column_scope);
  CHECK(set.tags.nodes[set.tags.nodes[head.parent].parent].role == TagRole::THead);
  CHECK(body.role == TagRole::TD);
  CHECK(set.tags.nodes[set.tags.nodes[body.parent].parent].role == TagRole::TBody);
}

TEST_CASE("columns take what they need, and words stay whole") {
  SetTable set;
  const Strings rows = set.set({{"name", "what it is for"}, {"readFile", "reads all of it"}, {"x", "y"}});
  CHECK(rows.size() == 3);
  for (std::size_t row = 0; row < 3; ++row)
    for (const GlyphRun& run : set.runs(row)) CHECK(run.origin.x + run.width <= set.style.measure);
  CHECK(set.sink.all().empty());
  // Words as wide as their column are no complaint.
  set.rules.measure = ems(17);
  CHECK(set.set({{"a", "b"}, {"xxxxxxxx yyyyyyyy", "zzzzzzzz wwwwwwww"}}).size() == 2);
  CHECK(set.sink.all().empty());
}

TEST_CASE("rules stand above and below the head and at the end") {
  SetTable set;
  set.set({{"aa", "bb"}, {"cc", "dd"}});
  const auto fills = all_of_kind<Fill>(set.painted(true, true));
  REQUIRE(fills.size() == 3);
  for (const Fill& fill : fills) CHECK((fill.rect.width == ems(5) && fill.rect.height == 1_pt));
  CHECK(fills[0].rect.y > 100_pt);
  CHECK(fills[1].rect.y == fills[0].rect.y + set.galley.rows[0].height);
  CHECK(fills[2].rect.y < 160_pt);
}

TEST_CASE("at the top of a page, where the space above is dropped, the rules stand where the rows do") {
  SetTable set;
  set.set(counted_rows(8));
  REQUIRE(set.galley.groups[0].top_first > Length{});
  const SetTable::OnPage whole = set.on_page(0, set.galley.rows.size());
  CHECK(whole.rules == std::vector<Length>{whole.rows[0], whole.rows[1], whole.end});
  const SetTable::OnPage begun = set.on_page(0, 4);
  CHECK(begun.rules == std::vector<Length>{begun.rows[0], begun.rows[1], begun.end});
  const SetTable::OnPage gone_on = set.on_page(4, set.galley.rows.size());
  CHECK(gone_on.rules == std::vector<Length>{gone_on.rows[0] - set.galley.rows[0].height, gone_on.rows[0], gone_on.end});
  // Below a caption.
  set.table.number = "1.1";
  set.set(counted_rows(3));
  const SetTable::OnPage captioned = set.on_page(0, set.galley.rows.size());
  CHECK(captioned.rules == std::vector<Length>{captioned.rows[1], captioned.rows[2], captioned.end});
}

TEST_CASE("the head is repeated as an artifact where the table goes on") {
  SetTable set;
  set.table.number = "3.2";
  set.set(counted_rows(8));
  CHECK(all_text_of(set.painted(true, false)).empty());
  CHECK(all_text_of(set.painted(false, true)) == "Table 3.2 (continued)nword");
  CHECK(text_of(set.painted(false, true)).empty());
  const GalleyGroup& group = set.galley.groups[0];
  CHECK(group.top_continued > group.top_first + 12_pt);
  // Placed over two pages, the repeated head stands above the rows and inside the box.
  const PlacedSegment rest = place_segment(set.galley, set.style.leading, 5, set.galley.rows.size(), {});
  std::vector<FrameItem> items;
  group.paint(rest.groups[0].second, items);
  for (const FrameItem& item : items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
      CHECK(run->origin.y > rest.groups[0].second.box.y);
      CHECK(run->origin.y < rest.rows[0].y);
    }
}

TEST_CASE("two rows stay on each side of a split, the head with its first two, the caption with all") {
  SetTable set;
  set.set(counted_rows(6));
  CHECK(set.breaks() == ".xx...x");  // head, 0 1 | 2 | 3 | 4 5
  set.set(counted_rows(3));
  CHECK(set.breaks() == ".xxx");
  set.table.number = "1.1";
  set.table.caption = {text("What it shows")};
  const Strings rows = set.set(counted_rows(5));
  CHECK(rows[0] + rows[1] == "Table 1.1\u2003What it shows");  // two lines of caption
  CHECK(set.breaks() == ".xxxx..x");
}

TEST_CASE("a table without a head splits, too, and has no head to repeat") {
  SetTable set;
  set.table = *as<Table>(testing::table(counted_rows(6)));
  set.table.head = {};
  set.set();
  CHECK(set.breaks() == ".x...x");
  CHECK(all_text_of(set.painted(false, true)).empty());
  CHECK(all_of_kind<Fill>(set.painted(true, true)).size() == 2);
}

TEST_CASE("the caption is the place that a label leads to") {
  SetTable set;
  set.table.number = "1.1";
  set.table.label = "tab:x";
  set.set(counted_rows(2));
  REQUIRE(set.galley.rows[0].places.size() == 1);
  CHECK(set.galley.rows[0].places[0].name == "one#tab:x");
}

TEST_CASE("a row higher than 14 lines is cut into slices of one line; nothing is lost") {
  SetTable set;
  set.rules.measure = ems(10);
  std::string tall;
  for (int i = 0; i < 20; ++i) tall += (i == 0 ? "" : " ") + std::string("word") + static_cast<char>('a' + i);
  set.set({{"k", "v"}, {"a", "b"}, {"one two", tall}, {"c", "d"}});
  CHECK(set.galley.rows.size() == 23);
  std::string all;
  Length height;
  for (std::size_t row = 2; row < 22; ++row) {
    CHECK(set.galley.rows[row].height <= 11_pt);
    height += set.galley.rows[row].height;
    for (const GlyphRun& run : set.runs(row))
      if (run.origin.x > ems(3)) all += run.text;
  }
  CHECK(all == tall);
  CHECK(height == 20 * 10_pt + 2_pt);
  // Inside the row a break is bad, not forbidden: it may be higher than a page.
  for (std::size_t row = 3; row < 22; ++row) CHECK(set.galley.rows[row].break_cost < kBreakForbidden);
  for (std::size_t row = 3; row < 22; ++row) CHECK(set.galley.rows[row].break_cost > kBreakPoor);
}

TEST_CASE("a table that does not fit is set smaller before it complains") {
  SetTable set;
  set.set({{"aaaaaaaaaa", "bbbbbbbbbb"}, {"c", "d"}});  // 21 ems with the gap
  CHECK(told(set.sink) == Strings{"table-smaller 21:1"});
  set.sink = {};
  CHECK(set.runs(0)[0].size == 7.5_pt);
  CHECK(set.galley.rows[0].height == 7.5_pt + 2_pt);
  CHECK(set.set({{"aaaaaaaaa", "bbbbbbbbb"}, {"c", "d"}}).size() == 2);
  CHECK(set.runs(0)[0].size == 10_pt);
  CHECK(set.sink.all().empty());
  // The tags of the first try are gone.
  std::size_t rows = 0;
  set.tags = {};
  set.set({{"aaaaaaaaaa", "bbbbbbbbbb"}, {"c", "d"}});
  for (const TagNode& node : set.tags.nodes) rows += node.role == TagRole::TR ? 1 : 0;
  CHECK(rows == 2);
}

TEST_CASE("a table that fits at no size is told at its place, and nothing sticks out") {
  SetTable set;
  const std::string word(20, 'w');
  set.set({{word, word}, {"c", "d"}});
  REQUIRE_FALSE(set.sink.all().empty());
  CHECK(told(set.sink.all()[0]) == "table-too-wide 21:1");
  for (const GlyphRun& run : set.runs(0)) CHECK(run.origin.x + run.width <= set.style.measure);
  // In a style whose tables are that small anyway, too.
  SetTable small;
  small.style.table.size = small.style.table.leading = 7.5_pt;
  small.set({{word, word}, {"c", "d"}});
  REQUIRE_FALSE(small.sink.all().empty());
  CHECK(told(small.sink.all()[0]) == "table-too-wide 21:1");
}

TEST_CASE("a missing glyph in a cell is told at the cell") {
  SetTable set;
  set.table = *as<Table>(testing::table({{"a", "b"}, {"c", "中"}}));
  set.table.rows[0].cells[1].span = {23, 8, 23, 8};
  set.set();
  CHECK(told(set.sink) == Strings{"missing-glyph 23:8"});
}

TEST_CASE("paragraphs of a cell stand below each other; empty cells and short rows are white") {
  SetTable set;
  set.table = *as<Table>(testing::table({{"a", "b"}, {"", "d"}}));
  set.table.rows[0].cells[1].blocks = {paragraph("one"), paragraph("two")};
  set.table.rows.push_back({});
  const Strings rows = set.set();
  CHECK(rows == Strings{"ab", "onetwo", ""});
  CHECK(set.galley.rows[1].height == 22_pt);
  CHECK(set.galley.rows[2].height == 12_pt);
}

TEST_CASE("links and note marks in cells come with their row") {
  SetTable set;
  set.table = *as<Table>(testing::table({{"a", "b"}, {"cc", "d"}}));
  set.table.rows[0].cells[1].blocks = {paragraph({link_to(ExternalTarget{"https://example.org"}, "dd"), note_mark(3)})};
  set.set();
  const GalleyRow& row = set.galley.rows[1];
  CHECK(row.notes == std::vector<std::uint32_t>{3});
  REQUIRE(row.links.size() == 2);
  CHECK(row.links[0].rect.x == ems(3));
  CHECK((row.links[0].rect.y >= Length{} && row.links[0].rect.bottom() <= row.height));
}

TEST_CASE("a table without columns adds nothing") {
  SetTable set;
  set.set();
  CHECK(set.galley.rows.empty());
  CHECK(set.galley.groups.empty());
}

TEST_CASE("decimal points of a right-aligned column stand one below the other") {
  SetTable set;
  set.table.columns = {ColumnAlignment::Right, ColumnAlignment::Left};
  set.set({{"n", "w"}, {"1.5", "a"}, {"12.25", "b"}, {"100", "c"}, {"n/a", "d"}, {"1.2.3", "e"}});
  const auto end_of = [&](std::size_t row) {
    const GlyphRun run = set.runs(row).front();
    return run.origin.x + run.width;
  };
  const Length edge = ems(6);  // "100" and the width of ".25"
  CHECK(end_of(0) == edge);
  CHECK(end_of(1) == edge - ems(1));
  CHECK(end_of(2) == edge);
  CHECK(end_of(3) == edge - ems(3));
  CHECK(end_of(4) == edge);  // no number
  CHECK(end_of(5) == edge);
  set.table.columns = {ColumnAlignment::Left, ColumnAlignment::Left};
  set.set({{"n", "w"}, {"1.5", "a"}, {"12.25", "b"}});
  CHECK(end_of(1) == ems(3));
}
