#include <catch2/catch.hpp>

#include "flowed.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("a paragraph is set in lines of the grid") {
  const Flowed f({paragraph(words(90))});
  REQUIRE(f.galley.rows.size() >= 3);
  for (const GalleyRow& row : f.galley.rows) {
    CHECK(row.height == f.style.leading);
    CHECK(row.space_before == 0);
  }
  CHECK(f.height() == Approx(static_cast<double>(f.galley.rows.size())));
  CHECK(f.baseline("one two") == Approx(1));
}

TEST_CASE("a paragraph's first and last line have company") {
  const Flowed f({paragraph(words(160))});
  const auto& rows = f.galley.rows;
  CHECK(rows[1].break_cost == kBreakForbidden);
  CHECK(rows.back().break_cost == kBreakForbidden);
  REQUIRE(rows.size() > 5);
  CHECK(rows[2].break_cost == kBreakPair);
  CHECK(rows[3].break_cost == kBreakFree);
  CHECK(rows[rows.size() - 2].break_cost == kBreakPair);
}

TEST_CASE("paragraphs after paragraphs are indented and have no white between") {
  const Flowed f({paragraph("alpha."), paragraph("beta."), paragraph("gamma:"), paragraph("delta.")});
  CHECK(f.run("alpha").origin.x == Length{});
  for (const char* later : {"beta", "gamma", "delta"}) CHECK(f.run(later).origin.x == f.style.indent);
  CHECK(f.height() == Approx(4));
}

TEST_CASE("no indent after what interrupts the text") {
  const auto indent_after = [](Block block) {
    const Flowed f({paragraph("alpha."), std::move(block), paragraph("omega.")});
    return f.run("omega").origin.x;
  };
  CHECK(indent_after(heading(2, "Heading")) == Length{});
  CHECK(indent_after(heading(3, "Heading")) == Length{});
  CHECK(indent_after(heading(4, "Heading")) == Length{});
  CHECK(indent_after(code_block(code_lines(3))) == Length{});
  CHECK(indent_after(table({{"head"}, {"cell"}})) == Length{});
  CHECK(indent_after(alert(AlertKind::Note, {paragraph("beware.")})) == Length{});
  CHECK(indent_after(quote({paragraph("said.")})) == Length{});
  CHECK(indent_after({0, {}, ThematicBreak{}}) == Length{});
  Figure figure;
  figure.source = figure.alt = "missing.png";
  CHECK(indent_after({0, {}, figure}) == Length{});
  CHECK(indent_after({0, {}, Component{"Widget", "Widget", ""}}) == Length{});
}

TEST_CASE("no indent where a sentence goes on after a list") {
  const Flowed f({paragraph("alpha:"), bullets({"one"}), paragraph("and so on."), bullets({"two"}), paragraph("Omega.")});
  CHECK(f.run("and so on").origin.x == Length{});
  CHECK(f.run("Omega").origin.x == f.style.indent);
}

TEST_CASE("an empty paragraph leaves nothing") {
  const Flowed f({paragraph("alpha."), paragraph(""), paragraph("beta.")});
  CHECK(f.height() == Approx(2));
}

TEST_CASE("a hard line break ends a line") {
  const Flowed f({paragraph(Inlines{text("alpha"), {{}, LineBreak{}}, text("beta")})});
  CHECK(f.galley.rows.size() == 2);
  CHECK(f.run("beta").origin.x == Length{});
}

TEST_CASE("a long paragraph asks for company only at its ends") {
  const Flowed f({paragraph(words(120))});
  const auto& rows = f.galley.rows;
  REQUIRE(rows.size() > 5);
  for (std::size_t i = 2; i + 1 < rows.size(); ++i) CHECK(rows[i].break_cost < kBreakBad);
}

TEST_CASE("a quotation stands in from both sides with a line around it") {
  const Flowed f({paragraph("alpha."), quote({paragraph("quoted " + words(40))}), paragraph("omega.")});
  CHECK(f.run("quoted").origin.x == f.style.quote_indent);
  CHECK(f.lines_between("alpha", "quoted") == Approx(1));
  const std::size_t last = f.find("omega") - 1;
  CHECK(f.row_of_text("omega").space_before == 1);
  for (std::size_t r = f.find("quoted"); r <= last; ++r)
    for (const FrameItem& item : f.galley.rows[r].items)
      if (const auto* run = std::get_if<GlyphRun>(&item.content))
        CHECK(run->origin.x + run->width <= f.style.measure - f.style.quote_indent + f.style.hang_limit + Length::pt(0.1));
}

TEST_CASE("paragraphs of a quotation are indented like those of the text") {
  const Flowed f({quote({paragraph("alpha."), paragraph("beta.")})});
  CHECK(f.run("beta").origin.x == f.style.quote_indent + f.style.indent);
}

TEST_CASE("an attribution stands flush right on its own line, after a dash, with the quotation") {
  const Flowed f({quote({paragraph("alpha.")}, {text("Ada Example")})});
  const GlyphRun& run = f.run("Ada Example");
  CHECK(run.text.starts_with("—"));
  CHECK(abs(run.origin.x + run.width - (f.style.measure - f.style.quote_indent)) < Length::pt(0.1));
  CHECK(f.row_of_text("Ada Example").break_cost == kBreakForbidden);
  CHECK(f.lines_between("alpha", "Ada") == Approx(0));
}

TEST_CASE("a section break is a line of three centred dots, a line above and below") {
  const Flowed f({paragraph("alpha."), {0, {}, ThematicBreak{}}, paragraph("omega.")});
  CHECK(f.height() == Approx(5));
  const GalleyRow& row = f.galley.rows[1];
  CHECK(all_text_of(row.items).find("·") != std::string::npos);
  CHECK(text_of(row.items).empty());  // decoration, not content
  CHECK(row.break_cost == kBreakForbidden);
  CHECK(f.galley.rows[2].break_cost == kBreakForbidden);
  CHECK(f.run("·").origin.x > f.style.measure / 3);
}

TEST_CASE("a folded part is open on paper: its summary in strong text, then what it holds") {
  const Flowed f({paragraph("alpha."), {0, {}, Details{{text("The summary")}, {paragraph("the inside")}}}, paragraph("omega.")});
  const GlyphRun& summary = f.run("The summary");
  CHECK(project_fonts().entry(summary.font).weight == f.style.strong_weight);
  CHECK(f.lines_between("alpha", "The summary") == Approx(1));
  CHECK(f.lines_between("The summary", "the inside") == Approx(0));
  CHECK(f.run("the inside").origin.x == Length{});
  CHECK(f.row_of_text("the inside").break_cost == kBreakForbidden);
  CHECK(f.lines_between("the inside", "omega") == Approx(1));
}

TEST_CASE("a line of strong words is a heading to its author: it stays with what follows") {
  const auto strong = [](std::string words) { return Inline{{}, Strong{{text(std::move(words))}}}; };
  const Flowed label({paragraph("alpha."), paragraph(Inlines{strong("The Goal")}), paragraph("omega.")});
  CHECK(label.row_of_text("Goal").break_cost == kBreakFree);
  CHECK(label.row_of_text("omega").break_cost >= kBreakBad);
  const Flowed emphatic({paragraph("alpha."), paragraph(Inlines{strong("The goal"), text(" is near.")}), paragraph("omega.")});
  CHECK(emphatic.row_of_text("omega").break_cost == kBreakFree);
}

TEST_CASE("the entries of a glossary begin at the margin, and the rest of them stands in") {
  LayoutFixture f;
  const auto strong = [](std::string term) { return Inline{{}, Strong{{text(std::move(term))}}}; };
  std::string words;
  for (int i = 0; i < 30; ++i) words += " explained";
  const Document document = document_of(
      {paragraph(Inlines{strong("Term."), text(words)}), paragraph("More" + words), paragraph(Inlines{strong("Another."), text(words)})});
  const auto lefts = [&](bool has_entries) {
    std::vector<double> out;
    for (const GalleyRow& row : flow_document(f.context, document, has_entries).rows)
      out.push_back(std::round(std::get<GlyphRun>(row.items.front().content).origin.x.points()));
    return out;
  };
  const std::vector<double> entries = lefts(true), plain = lefts(false);
  const double indent = f.style.indent.points();
  REQUIRE(entries.size() > 6);
  CHECK(std::count(entries.begin(), entries.end(), 0) == 2);
  CHECK(entries.front() == 0);
  CHECK(std::count(entries.begin(), entries.end(), indent) == static_cast<std::ptrdiff_t>(entries.size()) - 2);
  CHECK(std::count(plain.begin(), plain.end(), indent) == 2);  // the paragraphs that follow another
}
