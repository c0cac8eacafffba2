#include "document/anchors.h"

#include <catch2/catch.hpp>

#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::string anchor(const Document& document, std::size_t block) { return as<Heading>(document.blocks[block])->anchor; }

}  // namespace

TEST_CASE("slugs are GitHub's") {
  CHECK(slug_of("fs.promises & FileHandle") == "fspromises--filehandle");
  CHECK(slug_of("  What's `new` in v22?  ") == "whats-new-in-v22");
  CHECK(slug_of("snake_case and kebab-case") == "snake_case-and-kebab-case");
  CHECK(slug_of("Über Größe") == "über-größe");
  CHECK(slug_of("Rocket \U0001F680 fast") == "rocket--fast");
  CHECK(slug_of("!?") == "");
}

TEST_CASE("a spaced hyphen that became a dash keeps GitHub's slug") {
  CHECK(slug_of("Buffers - a tour") == "buffers---a-tour");
  CHECK(slug_of("Buffers\u00A0\u2013 a tour") == "buffers---a-tour");
  CHECK(slug_of("1\u20132") == "12");
}

TEST_CASE("equal headings are told apart, empty ones get a name") {
  Document document;
  document.blocks = {heading(2, {text("Setup")}), heading(2, {text("Setup")}), heading(2, {text("Setup 1")}), heading(3, {text("…")})};
  DiagnosticSink sink;
  assign_anchors(document, sink);
  CHECK(anchor(document, 0) == "setup");
  CHECK(anchor(document, 1) == "setup-1");
  CHECK(anchor(document, 2) == "setup-1-1");
  CHECK(anchor(document, 3) == "section");
  CHECK(sink.all().empty());
}

TEST_CASE("a given anchor is taken off the text and comes before made ones") {
  Document document;
  document.blocks = {heading(2, {text("Heap")}), heading(2, {text("The "), code("heap"), text(" {#he"), text("ap}")})};
  DiagnosticSink sink;
  assign_anchors(document, sink);
  CHECK(anchor(document, 0) == "heap-1");
  CHECK(anchor(document, 1) == "heap");
  CHECK(plain_text(as<Heading>(document.blocks[1])->children) == "The heap");
}

TEST_CASE("a label used twice is reported where it comes the second time") {
  Document document;
  document.file = "a.md";
  document.blocks = {{0, {3, 1, 3, 9}, Figure{"a.png", "", {}, "fig:a", ""}}, heading(2, {text("A {#fig:a}")}, {7, 1, 7, 9})};
  DiagnosticSink sink;
  assign_anchors(document, sink);
  REQUIRE(sink.all().size() == 1);
  CHECK(sink.all()[0].code == DiagCode::DuplicateLabel);
  CHECK(sink.all()[0].span.line == 7);
  CHECK(sink.all()[0].message == "the label 'fig:a' is already used in line 3");
  CHECK(anchor(document, 1) == "a");
  CHECK(anchors_of(document) == std::set<std::string>{"a", "fig:a"});
}

TEST_CASE("braces that are no anchor stay in the heading") {
  for (const std::string kept : {"Objects {}", "A {#b c}", "{#} x", "a {#}"}) {
    Document document;
    document.blocks = {heading(2, {text(kept)})};
    DiagnosticSink sink;
    assign_anchors(document, sink);
    CHECK(plain_text(as<Heading>(document.blocks[0])->children) == kept);
  }
}

TEST_CASE("anchors with a colon are the whole book's") {
  CHECK(is_book_wide("fig:heap"));
  CHECK_FALSE(is_book_wide("the-heap"));
}
