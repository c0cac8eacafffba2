#include "source/mermaid.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("a diagram says itself what it shows by accTitle or accDescr at a line's begin") {
  CHECK(has_alternative_text("graph TD\n  accTitle: How A leads to B\n  A --> B"));
  CHECK(has_alternative_text("sequenceDiagram\naccDescr {\n  several lines\n}"));
  CHECK_FALSE(has_alternative_text("graph TD\n  A[see accTitle: there] --> B"));
  CHECK_FALSE(has_alternative_text(""));
}

TEST_CASE("what it says is its title, else its description on one line") {
  CHECK(alternative_text("graph TD\n  accDescr: Two nodes\n  accTitle : How A leads to B\n  A --> B") == "How A leads to B");
  CHECK(alternative_text("graph TD\naccDescr: Two nodes") == "Two nodes");
  CHECK(alternative_text("sequenceDiagram\naccDescr {\n  several lines\n}").empty());
  CHECK(alternative_text("graph TD\n  A --> B").empty());
}

TEST_CASE("words made of labels begin with the kind of the diagram") {
  CHECK(is_made_of_labels("Flowchart: A, B.", "graph TD"));
  CHECK(is_made_of_labels("Flowchart.", "%% a comment\nflowchart LR"));
  CHECK(is_made_of_labels("Diagram: 1, 2.", "gantt"));
  CHECK_FALSE(is_made_of_labels("Flowcharts compared", "graph TD"));
  CHECK_FALSE(is_made_of_labels("How A leads to B.", "graph TD"));
}
