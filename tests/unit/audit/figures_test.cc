#include <catch2/catch.hpp>

#include "made_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;
using enum FaultCode;

namespace {

struct FigurePages : MadeVolume {
  TagId div, figure;
  explicit FigurePages(const std::string& alt = "a square") {
    page();
    div = add(TagRole::Div);
    figure = tags().add(div, TagRole::Figure, nodes);
    tags().nodes[figure].alt = alt;
    last().items.push_back({figure, nodes, 0, 0, PlacedPicture{nullptr, {60_pt, 60_pt, 20_pt, 20_pt}}});
  }
};

}  // namespace

TEST_CASE("a caption stands with its figure") {
  FigurePages made;
  const TagId caption = made.tags().add(made.div, TagRole::Caption, made.nodes);
  made.put(caption, "Figure 1", 5);
  CHECK(made.count(PartedCaption) == 0);
  made.page();
  made.put(caption, "goes on", 1);
  CHECK(made.count(PartedCaption) == 1);
}

namespace {

// A table of a head and rows on two pages.
struct TablePages : MadeVolume {
  TagId table = add(TagRole::Table), caption = add(TagRole::Caption, table), head = 0;
  explicit TablePages(bool caption_before = false) {
    page();
    put(caption, "Table 1", 1);
    if (caption_before) page();
    head = add(TagRole::TH, tags().add(tags().add(table, TagRole::THead), TagRole::TR));
    put(head, "Head", 2);
    cell(3);
    page();
    cell(3);
  }
  void cell(int line) { put(add(TagRole::TD, tags().add(table, TagRole::TR)), "cell", line); }
};

}  // namespace

TEST_CASE("a caption stands with its table's beginning") {
  CHECK(TablePages().count(PartedCaption) == 0);
  CHECK(TablePages(true).count(PartedCaption) == 1);
}

TEST_CASE("a table that goes on repeats its head") {
  TablePages made;
  CHECK(made.count(MissingTableHead) == 1);
  FrameItem head = made.put(kArtifact, "Head", 2);
  made.last().items.edit().back().node = made.tags().nodes[made.head].node;
  CHECK(made.count(MissingTableHead) == 0);
}

TEST_CASE("a figure stands on its first reference's spread or later") {
  const auto early = [](int reference_page) {
    FigurePages made;
    Figure figure;
    figure.label = "fig:square";
    made.document.blocks.push_back({made.nodes, {}, figure});
    made.with_document = true;
    made.last().destinations.push_back({"one#fig:square", {}});
    while (static_cast<int>(made.part().pages.size()) < 4) made.page();
    // The figure moves to page 2, a verso; 3 faces it.
    std::swap(made.part().pages[0].items, made.part().pages[1].items);
    std::swap(made.part().pages[0].destinations, made.part().pages[1].destinations);
    made.part().pages[static_cast<std::size_t>(reference_page - 1)].links.push_back(
        {{}, InternalTarget{"one", "fig:square"}, made.add(TagRole::Link), "Figure 1"});
    return made.count(EarlyFigure);
  };
  CHECK(early(1) == 0);
  CHECK(early(3) == 0);
  CHECK(early(4) == 1);
}

TEST_CASE("every figure has an alternative text that says something") {
  CHECK(FigurePages().count(AltText) == 0);
  CHECK(FigurePages("").count(AltText) == 1);
  CHECK(FigurePages("images/heap-2.SVG").count(AltText) == 1);
  CHECK(FigurePages("the file heap.svg").count(AltText) == 0);
  CHECK(FigurePages(std::string(250, 'a')).count(AltText) == 0);
  CHECK(FigurePages(std::string(251, 'a')).count(AltText) == 1);
}

namespace {

MadeVolume black_on_white() {
  MadeVolume made;
  for (Rgb& colour : made.style.light.colours) colour = {0, 0, 0};
  for (const ColourRole ground : {ColourRole::Paper, ColourRole::CodeGround, ColourRole::MarkedGround, ColourRole::AddedGround,
                                  ColourRole::RemovedGround, ColourRole::HeadGround})
    made.style.light.colours[static_cast<std::size_t>(ground)] = {255, 255, 255};
  made.page();
  return made;
}

}  // namespace

TEST_CASE("the theme's colours have a contrast of 7 on their grounds") {
  MadeVolume made = black_on_white();
  CHECK(made.count(LowContrast) == 0);
  made.style.light.colours[static_cast<std::size_t>(ColourRole::Keyword)] = {0x59, 0x59, 0x59};  // 7.0
  CHECK(made.count(LowContrast) == 0);
  made.style.light.colours[static_cast<std::size_t>(ColourRole::Keyword)] = {0x5B, 0x5B, 0x5B};
  CHECK(made.count(LowContrast) == 3);  // on paper, code and marked lines
  for (const Fault& fault : made.audit().faults)
    if (fault.code == LowContrast) CHECK(fault.page.empty());
}

TEST_CASE("text is measured on the ground it stands on") {
  MadeVolume made = black_on_white();
  made.last().items.push_back({kArtifact, 0, 0, 0, Fill{{50_pt, 40_pt, 200_pt, 12_pt}, ColourRole::AlertCaution}});
  GlyphRun run = made.run("Caution", {}, made.baseline(1), made.face());
  run.colour = ColourRole::Paper;
  made.put(made.add(TagRole::P), run);
  CHECK(made.count(LowContrast) == 0);
  run.origin.y = made.baseline(3);
  made.put(made.add(TagRole::P), run);  // white on paper
  CHECK(made.count(LowContrast) == 1);
}
