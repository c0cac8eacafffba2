#include "document/labels.h"

#include <catch2/catch.hpp>

#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Document labelled(const std::string& file, const std::string& anchor, std::uint32_t line) {
  Document document;
  document.file = file;
  document.blocks = {heading(2, {text("A")}, {line, 1, line, 9})};
  std::get<Heading>(document.blocks[0].content).anchor = anchor;
  return document;
}

}  // namespace

TEST_CASE("a label of two chapters is reported at the later one") {
  const TextFacts a = facts_of(labelled("a.md", "sec:x", 3)), b = facts_of(labelled("b.md", "sec:x", 7));
  DiagnosticSink sink;
  report_shared_labels({&a, &b}, sink);
  REQUIRE(sink.all().size() == 1);
  const Diagnostic& told = sink.all()[0];
  CHECK(told.code == DiagCode::DuplicateLabel);
  CHECK(told.file == "b.md");
  CHECK(told.span == SourceSpan{7, 1, 7, 9, FileName("b.md")});
  CHECK(told.message == "the label 'sec:x' is already used in a.md:3");
}

TEST_CASE("a chapter's label counts, anchors of one chapter alone do not") {
  Document first = labelled("a.md", "plain", 3);
  first.front.label = "ch:a";
  const TextFacts a = facts_of(first), b = facts_of(labelled("b.md", "plain", 7)), c = facts_of(labelled("c.md", "ch:a", 9));
  DiagnosticSink sink;
  report_shared_labels({&a, &b}, sink);
  CHECK(sink.all().empty());
  report_shared_labels({&a, &b, &c}, sink);
  REQUIRE(sink.all().size() == 1);
  CHECK(sink.all()[0].file == "c.md");
}
