#include "pipeline/place_diagrams.h"

#include <catch2/catch.hpp>

#include "document/walk.h"
#include "pipeline/draw_fences.h"
#include "small_book.h"
#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

constexpr std::string_view kDrawing =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>How A leads to B.</title><desc>A → B.</desc></svg>)";
// As it comes from Mermaid where the diagram says nothing.
constexpr std::string_view kOfLabels =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>Flowchart: A, B.</title></svg>)";

Block fence(const std::string& text, const std::string& caption = "") {
  Block block = code_block(text, "mermaid");
  auto& code = std::get<CodeBlock>(block.content);
  if (!caption.empty()) code.caption = {{{}, Text{caption}}};
  code.info.label = "fig:life";
  code.lines = {{11, 1, 11, 9}, {12, 1, 12, 9}, {13, 1, 13, 9}};
  block.span = {10, 1, 14, 3};
  return block;
}

struct Placing : SmallBook {
  Document document;
  DiagramPictures placed;
  std::vector<std::string> asked;
  DiagramPlan plan;

  explicit Placing(Blocks blocks) : document(document_of(std::move(blocks))) {}  // chapters/one.md
  void answer(DrawnDiagram with) {
    plan.draw = [this, with](const std::vector<std::string>& texts) -> Result<std::vector<DrawnDiagram>> {
      asked = texts;
      return std::vector<DrawnDiagram>(texts.size(), with);
    };
  }
  void place() {
    const std::vector<DiagramFence> fences = fences_of(document);
    std::vector<const DiagramFence*> wanted;
    for (const DiagramFence& fence : fences) wanted.push_back(&fence);
    DrawnFences drawn = draw_fences(wanted, "/book", plan, files, sink);
    placed = std::move(drawn.diagrams);
    place_diagrams(document, drawn.places, sink);
  }
};

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("a stored drawing is the figure, whatever could draw another") {
  Placing p({fence("graph TD", "The life of an object.")});
  const std::string name = stored_diagram_name("graph TD");
  CHECK(name.starts_with("diagrams/"));
  p.write("chapters/" + name, std::string(kDrawing));
  p.answer({"", "must not be asked", 0});
  p.place();
  CHECK(p.asked.empty());
  CHECK(p.sink.all().empty());
  const auto* figure = as<Figure>(p.document.blocks.front());
  REQUIRE(figure != nullptr);
  CHECK(figure->source == name);
  CHECK(figure->alt == "How A leads to B.");
  CHECK(figure->description == "A → B.");
  CHECK(plain_text(figure->caption) == "The life of an object.");
  CHECK(figure->label == "fig:life");
  CHECK(p.placed.pictures.at("chapters/" + name) != nullptr);
  CHECK(p.placed.drawn.empty());
}

TEST_CASE("what is not stored is drawn, lists and notes included") {
  Placing p({fence("graph TD"), list({item({fence("graph LR")})})});
  p.answer({std::string(kDrawing), "", 0});
  p.place();
  CHECK(p.asked == std::vector<std::string>{"graph TD", "graph LR"});
  CHECK(p.placed.drawn.size() == 2);
  CHECK(p.placed.drawn.begin()->second == kDrawing);
  std::size_t figures = 0;
  for_each_block(p.document, [&](const Block& block) { figures += as<Figure>(block) != nullptr; });
  CHECK(figures == 2);
}

TEST_CASE("a caption that only says that source stands here is none of a drawing") {
  Placing p({fence("graph TD", "Flowchart, as Mermaid source")});
  p.answer({std::string(kDrawing), "", 0});
  p.place();
  CHECK(as<Figure>(p.document.blocks.front())->caption.empty());
}

TEST_CASE("drawings are made anew on demand") {
  Placing p({fence("graph TD")});
  p.write("chapters/" + stored_diagram_name("graph TD"), std::string(kDrawing));
  p.answer({std::string(kDrawing), "", 0});
  p.plan.redraw = true;
  p.place();
  CHECK(p.asked.size() == 1);
  CHECK(p.placed.drawn.size() == 1);
}

TEST_CASE("what Mermaid cannot read is an error at its line, and its words stand in its place") {
  Placing p({fence("graph TD\n  A -- B")});
  p.answer({"", "Parse error on line 2:\nand more", 2});
  p.place();
  CHECK(told_places(p.sink) == Told{"chapters/one.md:12 mermaid-syntax"});
  CHECK(p.sink.all()[0].message == "the Mermaid diagram cannot be drawn: Parse error on line 2:");
  REQUIRE(as<Figure>(p.document.blocks.front()) != nullptr);
  CHECK(as<Figure>(p.document.blocks.front())->alt == "Flowchart. The drawing is missing.");
}

TEST_CASE("where nothing can be drawn, every fence that is not stored says why, and what it says of itself stands there") {
  Placing p({fence("graph TD\n  accTitle: How A leads to B", "The way."), fence("graph LR")});
  p.write("chapters/" + stored_diagram_name("graph LR"), std::string(kDrawing));
  p.plan.draw = [](const auto&) -> Result<std::vector<DrawnDiagram>> {
    return fail(ErrorKind::Environment, "cannot start chromium", "install it");
  };
  p.place();
  CHECK(told_places(p.sink) == Told{"chapters/one.md:10 mermaid-not-drawn"});
  CHECK(p.sink.all()[0].message.find("cannot start chromium") != std::string::npos);
  CHECK(p.sink.all()[0].hint.find("chapters/diagrams/") != std::string::npos);
  REQUIRE(as<Figure>(p.document.blocks[0]) != nullptr);
  const Figure& instead = *as<Figure>(p.document.blocks[0]);
  CHECK(instead.alt == "Flowchart: How A leads to B. The drawing is missing.");
  CHECK(plain_text(instead.caption) == "The way.");
  // Known to be missing: nobody looks for its file again.
  REQUIRE(p.placed.pictures.contains("chapters/" + instead.source));
  CHECK(p.placed.pictures.at("chapters/" + instead.source) == nullptr);
  CHECK(as<Figure>(p.document.blocks[1]) != nullptr);
}

TEST_CASE("without a way to draw nothing is said of what is not stored") {
  Placing p({fence("graph TD")});
  p.place();
  CHECK(p.sink.all().empty());
  CHECK(as<CodeBlock>(p.document.blocks.front()) != nullptr);
}

TEST_CASE("a stored drawing that is damaged is told of and drawn again") {
  Placing p({fence("graph TD")});
  p.write("chapters/" + stored_diagram_name("graph TD"), "<svg");
  p.answer({std::string(kDrawing), "", 0});
  p.place();
  CHECK(told_places(p.sink) == Told{"chapters/one.md:10 image-unreadable"});
  CHECK(as<Figure>(p.document.blocks.front()) != nullptr);
}

TEST_CASE("a drawing that says nothing of itself is told of") {
  Placing p({fence("graph TD")});
  p.answer({R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>)", "", 0});
  p.place();
  CHECK(told_places(p.sink) == Told{"chapters/one.md:10 missing-alt-text"});
}

TEST_CASE("alternative text that is made of labels has the nearest heading before it, with a warning") {
  Placing p({heading(2, "The compiler"), fence("graph TD\n  A --> B"), list({item({heading(3, "Inside"), fence("graph LR\n  A --> B")})})});
  p.answer({std::string(kOfLabels), "", 0});
  p.place();
  std::vector<std::string> alts;
  for_each_block(p.document, [&](const Block& block) {
    if (const auto* figure = as<Figure>(block)) alts.push_back(figure->alt);
  });
  CHECK(alts == std::vector<std::string>{"The compiler. Flowchart: A, B.", "Inside. Flowchart: A, B."});
  CHECK(told_places(p.sink) == Told{"chapters/one.md:10 missing-alt-text", "chapters/one.md:10 missing-alt-text"});
}

TEST_CASE("a diagram that says what it shows is taken at its word") {
  Placing p({heading(2, "The compiler"), fence("graph TD\n  accTitle: Flowchart: how A leads to B\n  A --> B")});
  p.answer({R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>Flowchart: how A leads to B</title></svg>)", "", 0});
  p.place();
  CHECK(as<Figure>(p.document.blocks.back())->alt == "Flowchart: how A leads to B");
  CHECK(p.sink.all().empty());
}

TEST_CASE("a stored drawing may bring a title that an author wrote") {
  Placing p({heading(2, "The compiler"), fence("graph TD")});
  p.write("chapters/" + stored_diagram_name("graph TD"),
          R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>How A leads to B</title></svg>)");
  p.place();
  CHECK(as<Figure>(p.document.blocks.back())->alt == "How A leads to B");
  CHECK(p.sink.all().empty());
}

TEST_CASE("a heading that would make the alternative too long is left out") {
  Placing p({heading(2, std::string(240, 'a')), fence("graph TD")});
  p.answer({std::string(kOfLabels), "", 0});
  p.place();
  CHECK(as<Figure>(p.document.blocks.back())->alt == "Flowchart: A, B.");
}
