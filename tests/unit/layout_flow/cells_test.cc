// Blocks in the cells of tables.
#include <catch2/catch.hpp>
#include <random>

#include "flowed.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

TableCell cell(Blocks blocks) { return {0, {}, std::move(blocks)}; }

Block table_with(std::vector<std::vector<Blocks>> rows) {
  Table made;
  made.columns.assign(rows.front().size(), ColumnAlignment::Default);
  made.head.cells.assign(rows.front().size(), cell({paragraph("head")}));
  for (std::vector<Blocks>& row : rows) {
    TableRow& added = made.rows.emplace_back();
    for (Blocks& blocks : row) added.cells.push_back(cell(std::move(blocks)));
  }
  return {0, {3, 1, 9, 1}, std::move(made)};
}

bool is_inside(const TagTree& tags, TagId tag, TagRole role) {
  for (; tag != kRootTag; tag = tags.nodes[tag].parent)
    if (tags.nodes[tag].role == role) return true;
  return false;
}

std::vector<std::string> told(const DiagnosticSink& sink) {
  std::vector<std::string> words;
  for (const Diagnostic& d : sink.all()) words.push_back(std::string(word_of(d.code)));
  return words;
}

}  // namespace

TEST_CASE("cells hold lists, code, quotations, alerts and tables, all of them") {
  const Block inner = table({{"inner", "head"}, {"in1", "in2"}});
  const Flowed f({table_with({{{bullets({"alpha", "beta"}), code_block("gamma();\n  delta();")},
                               {paragraph("epsilon"), quote({paragraph("zeta")})},
                               {alert(AlertKind::Note, {paragraph("eta")}), inner}}})});
  REQUIRE(f.galley.rows.size() == 2);
  CHECK(text_of(f.galley.rows[1].items) == "• alpha• betagamma();  delta();epsilonzetaNOTEetainnerheadin1in2");
  for (const FrameItem& item : f.galley.rows[1].items)
    if (item.tag != kArtifact) CHECK(is_inside(f.tags, item.tag, TagRole::TD));
  bool listed = false, coded = false;
  for (const FrameItem& item : f.galley.rows[1].items) {
    if (item.tag == kArtifact) continue;
    listed = listed || is_inside(f.tags, item.tag, TagRole::LBody);
    coded = coded || is_inside(f.tags, item.tag, TagRole::Code);
  }
  CHECK(listed);
  CHECK(coded);
  CHECK(told(f.sink).empty());
}

TEST_CASE("a list in a cell stands in the cell's size, its marks inside the column") {
  const Flowed f({table_with({{{paragraph("x")}, {bullets({"alpha", "beta"})}}})});
  const GlyphRun &bullet = f.run("•"), &item = f.run("alpha");
  CHECK(item.size == f.style.table.size);
  CHECK(bullet.origin.x > f.run("x").origin.x + f.style.table_gap);
  CHECK(bullet.origin.x < item.origin.x);
  CHECK(f.run("beta").origin.y - item.origin.y == f.style.table.leading);
  CHECK(f.run("x").origin.y == item.origin.y);
}

TEST_CASE("code in a cell is bare, in its own size, and keeps its lines") {
  const Flowed f({table_with({{{paragraph("x")}, {code_block("alpha();\n  beta();")}}})});
  CHECK(f.run("alpha").size == f.style.table_code.size);
  CHECK(f.run("beta").origin.y - f.run("alpha").origin.y == f.style.table_code.leading);
  CHECK(abs(f.run("x").origin.y - f.run("alpha").origin.y) < Length::pt(0.5));
  for (const FrameItem& item : f.galley.rows[1].items) CHECK(std::holds_alternative<GlyphRun>(item.content));
}

TEST_CASE("a column is as wide as its longest code line; code wraps only where there is no room") {
  const std::string line = "const answer = compute(first, second);";
  const Flowed roomy({table_with({{{paragraph("x")}, {code_block(line)}}})});
  CHECK(text_of(roomy.galley.rows[1].items) == "x" + line);
  CHECK(roomy.galley.rows[1].height == roomy.style.table.leading + 2 * roomy.style.table_pad);
  const Flowed narrow({table_with({{{paragraph(words(60))}, {code_block(line + " use(answer, third);")}}})});
  std::size_t pieces = 0;
  for (const FrameItem& item : narrow.galley.rows[1].items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
      if (!run->text.ends_with(' ')) CHECK(run->origin.x + run->width <= narrow.style.measure + Length::pt(0.1));
      pieces += item.tag != kArtifact && is_inside(narrow.tags, item.tag, TagRole::Code) ? 1 : 0;
    }
  CHECK(pieces > 1);
  CHECK(told(narrow.sink).empty());
}

TEST_CASE("paragraphs in a cell are parted by white; one alone hangs on the cell") {
  const Flowed two({table_with({{{paragraph("alpha"), paragraph("beta")}}})});
  CHECK(two.run("beta").origin.y - two.run("alpha").origin.y == two.style.table.leading + 2 * two.style.table_pad);
  CHECK(two.run("beta").origin.x == two.run("alpha").origin.x);
  const Flowed one({table_with({{{paragraph("alpha")}}})});
  CHECK(one.tags.nodes[one.galley.rows[1].items[0].tag].role == TagRole::TD);
}

TEST_CASE("notes, links and places in cells come with their row, whatever block they are in") {
  Flowed f;
  Block marked = paragraph(Inlines{text("alpha"), note_mark(0)});
  Block code = code_block("code();");
  std::get<CodeBlock>(code.content).info.label = "lst:x";
  f.flow({table_with({{{list({item({marked})})}, {code}}}), paragraph("beta")}, {note({paragraph("the note")})});
  CHECK(f.galley.rows[1].notes.size() == 1);
  CHECK(f.galley.rows[1].links.size() == 1);
  REQUIRE(f.galley.rows[1].places.size() >= 1);
  bool found = false;
  for (const NamedPlace& place : f.galley.rows[1].places) found = found || place.name == "one#lst:x";
  CHECK(found);
}

TEST_CASE("a picture in a cell is scaled to its column; a heading is no running head") {
  const Flowed f({table_with({{{heading(2, "Alpha")}, {paragraph("beta")}}})});
  CHECK(f.galley.rows[1].section.empty());
  CHECK(f.run("Alpha").size == f.style.table.size);
}

TEST_CASE("a row of blocks that is higher than most is cut into slices; the text stays whole") {
  std::string code;
  for (int i = 0; i < 70; ++i) code += "line" + std::to_string(i) + "();\n";
  code.pop_back();
  const Flowed f({table_with({{{paragraph(words(150))}, {code_block(code)}, {bullets({"alpha", "beta"})}}})});
  CHECK(f.galley.rows.size() > 40);
  std::string shown;
  for (const GalleyRow& row : f.galley.rows)
    for (std::size_t i = row.part_ends.empty() ? 0 : row.part_ends[0]; row.part_ends.size() > 1 && i < row.part_ends[1]; ++i)
      shown += std::get<GlyphRun>(row.items[i].content).text;
  std::string expected = "head" + code;
  std::erase(expected, '\n');
  CHECK(shown == expected);
  for (std::size_t i = 2; i < f.galley.rows.size(); ++i) CHECK(f.galley.rows[i].height <= f.style.leading * f.style.lines / 2);
}

TEST_CASE("a head of any height up to half a page is whole; a higher one is told and not repeated") {
  const auto with_head = [](std::size_t count) {
    Block made = table_with({{{paragraph("a")}, {paragraph("b")}}});
    std::get<Table>(made.content).head.cells[0] = cell({paragraph(words(count))});
    std::get<Table>(made.content).head.cells[1] = cell({code_block(code_lines(3)), paragraph("end")});
    return made;
  };
  const Flowed high({with_head(100)});
  CHECK(high.galley.rows.size() == 2);
  CHECK(high.galley.groups[0].top_continued == high.galley.rows[0].height);
  CHECK(told(high.sink).empty());
  const Flowed higher({with_head(600)});
  CHECK(higher.galley.groups[0].top_continued == higher.style.table_pad);
  CHECK(told(higher.sink) == std::vector<std::string>{"table-head"});
}

TEST_CASE("tables made at random lose and double no word, and keep to the measure") {
  std::mt19937 random(20261124);
  for (int trial = 0; trial < 60; ++trial) {
    std::size_t next = 0;
    const auto word = [&] { return "w" + std::to_string(next++) + "x"; };
    const auto text_of_words = [&](std::size_t count) {
      std::string out;
      for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + word();
      return out;
    };
    std::vector<std::vector<Blocks>> rows(1 + random() % 5);
    const std::size_t columns = 1 + random() % 5;
    for (auto& row : rows) {
      row.resize(columns);
      for (Blocks& blocks : row)
        for (std::size_t n = random() % 3; n > 0; --n) switch (random() % 4) {
            case 0:
              blocks.push_back(bullets({text_of_words(1 + random() % 9), text_of_words(2)}));
              break;
            case 1:
              blocks.push_back(code_block(text_of_words(1 + random() % 4) + "\n" + text_of_words(2)));
              break;
            case 2:
              blocks.push_back(alert(AlertKind::Tip, {paragraph(text_of_words(1 + random() % 20))}));
              break;
            default:
              blocks.push_back(paragraph(text_of_words(1 + random() % (trial % 3 == 0 ? 300 : 30))));
          }
    }
    const Flowed f({table_with(std::move(rows))});
    std::string all;
    for (const GalleyRow& row : f.galley.rows) {
      all += text_of(row.items) + " ";
      for (const FrameItem& item : row.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
          // The space at a line's end, which is not seen, may stand outside.
          const Length ink = run->text.ends_with(' ') ? Length::raw(run->glyphs.back().x) : run->width;
          const Point end = run->turn == Turn::Left ? Point{run->origin.x, run->origin.y - ink} : Point{run->origin.x + ink, run->origin.y};
          CHECK(run->origin.x >= Length{});
          CHECK(end.x <= f.style.measure + Length::pt(3));
          CHECK(run->origin.y <= row.height);
          INFO("'" << run->text << "' ends at " << end.y.points());
          CHECK(end.y > -Length::pt(0.1));  // the tolerance of the audit: letter spaces are rounded
        }
    }
    INFO("trial " << trial);
    for (std::size_t w = 0; w < next; ++w) {
      const std::string wanted = "w" + std::to_string(w) + "x";
      const std::size_t at = all.find(wanted);
      REQUIRE(at != std::string::npos);
      CHECK(all.find(wanted, at + 1) == std::string::npos);
    }
    // The same input, the same rows.
    Flowed again;
    again.flow(f.document.blocks);
    REQUIRE(again.galley.rows.size() == f.galley.rows.size());
    for (std::size_t i = 0; i < f.galley.rows.size(); ++i) CHECK(again.galley.rows[i].height == f.galley.rows[i].height);
  }
}
