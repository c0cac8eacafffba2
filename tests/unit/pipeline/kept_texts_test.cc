#include "pipeline/kept_texts.h"

#include <catch2/catch.hpp>

#include <optional>

#include "document/walk.h"
#include "fuzz/pandoc_of_cmark.h"
#include "pipeline/stage_values.h"
#include "platform/file_system.h"

using namespace nbpublish;

namespace {

class CountedPandoc final : public ProcessRunner {
 public:
  int runs = 0;
  [[nodiscard]] Result<ProcessOutput> run(const ProcessRequest& request) override {
    ++runs;
    return pandoc_.run(request);
  }

 private:
  fuzz::CmarkAsPandoc pandoc_;
};

struct Reading {
  MemoryFileSystem files;
  Store store{files, "/cache", {}};
  CountedPandoc pandoc;
  std::vector<IndexTerm> terms;
  PlacedDiagram diagram{DiagramState::Drawn, "How A leads to B.", ""};

  std::vector<ReadText> read(const std::vector<std::string>& texts, Store* from) {
    const ReadPlan plan{{}, terms, from, pandoc};
    std::vector<GivenText> given;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::string name = "c" + std::to_string(i);
      given.push_back({{name + ".md", name, "", texts[i]}, true, true});
    }
    auto started = start_texts(std::move(given), plan);
    REQUIRE(started);
    std::size_t fences = 0;
    for (const StartedText& text : *started) fences += text.fences.size();
    auto finished = finish_texts(std::move(*started), std::vector(fences, diagram), plan);
    REQUIRE(finished);
    return std::move(*finished);
  }
  // As a run with the store does; it is what one without gives.
  std::vector<ReadText> read(const std::vector<std::string>& texts) {
    std::vector<ReadText> warm = read(texts, &store);
    const int runs = pandoc.runs;
    const std::vector<ReadText> cold = read(texts, nullptr);
    pandoc.runs = runs;
    for (std::size_t i = 0; i < texts.size(); ++i) CHECK(encode(warm[i]) == encode(cold[i]));
    return warm;
  }
};

const std::string kWithFault = "# T\n\n## A {#fig:x}\n\n## B {#fig:x}\n\n```klingon\na\n```\n";
const std::string kWithDiagram = "# T\n\n```mermaid\ngraph TD\n```\n\n## Terms\n\nAn *event loop*.\n";

std::size_t marks_in(const ReadText& text) {
  std::size_t marks = 0;
  for_each_inline(unpack(text.document), [&](const Inline& inl, const Block&) { marks += as<IndexMark>(inl) != nullptr; });
  return marks;
}

std::optional<Figure> figure_of(const ReadText& text) {
  const Document document = unpack(text.document);
  const auto* figure = as<Figure>(document.blocks.front());
  return figure == nullptr ? std::nullopt : std::optional(*figure);
}

}  // namespace

TEST_CASE("a text that is known is not read again, and what was said of it is said again") {
  Reading r;
  const std::vector<ReadText> first = r.read({kWithFault, kWithDiagram});
  CHECK(r.pandoc.runs == 1);
  REQUIRE(first[0].review.all().size() == 2);
  const std::vector<ReadText> second = r.read({kWithFault, kWithDiagram});
  CHECK(r.pandoc.runs == 1);
  REQUIRE(second[0].review.all().size() == 2);
  CHECK(second[0].review.all()[0].code == DiagCode::DuplicateLabel);
  CHECK(second[0].review.all()[1].code == DiagCode::UnknownLanguage);
  CHECK(second[0].facts.labels.size() == first[0].facts.labels.size());
}

TEST_CASE("of an edited book only what was edited is read") {
  Reading r;
  r.read({kWithFault, kWithDiagram});
  const std::vector<ReadText> edited = r.read({kWithFault, kWithDiagram + "\nMore.\n"});
  CHECK(r.pandoc.runs == 2);
  CHECK(unpack(edited[1].document).blocks.size() == 4);
}

TEST_CASE("other terms, and other drawings, are put in without reading again") {
  Reading r;
  CHECK(marks_in(r.read({kWithDiagram})[0]) == 0);
  r.terms = {{"event loop", {"event loop"}}};
  CHECK(marks_in(r.read({kWithDiagram})[0]) == 1);
  r.diagram.title = "Another title.";
  REQUIRE(figure_of(r.read({kWithDiagram})[0]));
  CHECK(figure_of(r.read({kWithDiagram})[0])->alt == "Another title.");
  r.diagram = {};
  CHECK_FALSE(figure_of(r.read({kWithDiagram})[0]));
  CHECK(r.pandoc.runs == 1);
}

TEST_CASE("what pandoc leaves out today it may read tomorrow") {
  Reading r;
  const std::string deep(400, '>');
  CHECK(r.read({deep + " a\n"}, &r.store)[0].is_left_out);
  const int runs = r.pandoc.runs;
  CHECK(r.read({deep + " a\n"}, &r.store)[0].is_left_out);
  CHECK(r.pandoc.runs == runs);
  CHECK(r.files.list_directory("/cache")->empty());
}
