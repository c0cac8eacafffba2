// Frame items as operators.
#include "output/pdf/content_writer.h"

#include <catch2/catch.hpp>

#include "support/simple_text.h"
#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

struct Written {
  GlyphTables tables{project_fonts()};
  ColourOperators colours{test_theme(), std::nullopt};
  GlyphUse used;
  ContentWriter writer{colours, tables, used};

  Written() { writer.begin({0_pt, 100_pt}); }
};

FontId mono() { return project_fonts().find("JetBrains Mono", 400, false); }

GlyphRun code_run(const std::string& text, Point at) { return text_run(mono(), 10_pt, at, text); }

// Two bytes a glyph.
std::string codes(const GlyphRun& run) {
  std::string out = "(";
  for (const Glyph& glyph : run.glyphs) {
    append_string_byte(out, static_cast<unsigned char>(glyph.id >> 8));
    append_string_byte(out, static_cast<unsigned char>(glyph.id & 0xFF));
  }
  return out + ")";
}
std::string face_name() { return "/F" + std::to_string(mono()); }

}  // namespace

TEST_CASE("runs of one line follow each other without a new place") {
  Written w;
  const GlyphRun first = code_run("ab", {10_pt, 40_pt}), second = code_run("cd", {22_pt, 40_pt}), below = code_run("e", {12_pt, 52_pt});
  w.writer.draw(first);
  w.writer.draw(second);
  w.writer.draw(below);
  CHECK(w.writer.take() == "BT\n0 0 0 rg\n" + face_name() + " 10 Tf\n10 60 Td\n" + codes(first) + "Tj\n" + codes(second) +
                               "Tj\n2 -12 Td\n" + codes(below) + "Tj\nET\n");
  CHECK(w.used.faces().size() == 1);
  CHECK(w.used.faces()[0].glyphs.size() == 5);
}

TEST_CASE("a glyph that stands apart is moved by thousandths of the em, others stay") {
  Written w;
  GlyphRun run = code_run("abc", {0_pt, 100_pt});
  run.glyphs[1].x += static_cast<std::int32_t>((1_pt).units());
  run.glyphs[2].x += static_cast<std::int32_t>((1.02_pt).units());  // two thousandths more: not worth a move
  w.writer.draw(run);
  const std::string content = w.writer.take();
  CHECK(content.find("[(") != std::string::npos);
  CHECK(content.find(")-100(") != std::string::npos);
  CHECK(content.find("]TJ\n") != std::string::npos);
  CHECK(content.find(")-2(") == std::string::npos);
}

TEST_CASE("what a glyph does not say by itself stands beside it") {
  Written w;
  GlyphRun run = code_run("a-b", {0_pt, 10_pt});
  run.text = "a\u00ADb";
  run.clusters[1].bytes = 2;
  w.writer.draw(run);
  const std::string content = w.writer.take();
  CHECK(content.find("Tj\n/Span << /ActualText <feff00ad> >> BDC\n(") != std::string::npos);
  CHECK(content.find("Tj\nEMC\n(") != std::string::npos);
}

TEST_CASE("turned text runs along a line of its own") {
  Written w;
  GlyphRun run = code_run("ab", {30_pt, 40_pt});
  run.turn = Turn::Left;
  w.writer.draw(run);
  w.writer.draw(code_run("c", {10_pt, 40_pt}));
  const std::string content = w.writer.take();
  CHECK(content.find("0 1 -1 0 30 60 Tm\n" + codes(run) + "Tj\nET\nBT\n10 60 Td\n") != std::string::npos);
}

TEST_CASE("rectangles and paths are drawn from the origin, y upward, with what changes of colours and lines") {
  Written w;
  w.writer.begin({10_pt, 100_pt});
  w.writer.draw(Fill{{10_pt, 20_pt, 30_pt, 5_pt}, ColourRole::CodeGround});
  w.writer.draw(Fill{{10_pt, 30_pt, 30_pt, 5_pt}, ColourRole::CodeGround});
  Path path;
  path.segments = {{PathSegment::Kind::Move, {Point{10_pt, 50_pt}}}, {PathSegment::Kind::Line, {Point{40_pt, 50_pt}}}};
  path.width = 0.5_pt;
  w.writer.draw(path);
  path.dash_off = 2_pt;
  w.writer.draw(path);
  w.writer.draw(path);
  CHECK(w.writer.take() ==
        "1 0 0 rg\n0 75 30 5 re f\n0 65 30 5 re f\n0 0 0 RG\n0.5 w 0 J [] 0 d\n0 50 m\n30 50 l\nS\n"
        "0.5 w 1 J [0 2] 0 d\n0 50 m\n30 50 l\nS\n0 50 m\n30 50 l\nS\n");
}

TEST_CASE("colours of a press are black ink") {
  const ColourOperators gray(test_theme(), Ink::Gray), process(test_theme(), Ink::Process);
  CHECK(gray.fill(ColourRole::Text) == "0 g\n");
  CHECK(gray.stroke(ColourRole::Paper) == "1 G\n");
  CHECK(process.fill(ColourRole::Text) == "0 0 0 1 k\n");
}
