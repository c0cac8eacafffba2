#include "document/text_facts.h"

#include <catch2/catch.hpp>

#include <random>

#include "document/anchors.h"
#include "document/captions.h"
#include "support/blocks.h"
#include "support/random_document.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Block figure(std::string label, std::string caption, std::string component = "") {
  Figure made;
  made.label = std::move(label);
  if (!caption.empty()) made.caption = {text(std::move(caption))};
  made.component = std::move(component);
  return {0, {7, 1, 7, 9}, std::move(made)};
}

Document with(Blocks blocks) {
  Document document;
  document.file = "a.md";
  document.blocks = std::move(blocks);
  return document;
}

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("a text has the labels of the whole book, its own first, and wants those that its links mean") {
  Document document = with(
      {heading(2, "Two", "two"), figure("fig:a", ""),
       paragraph(Inlines{link_to("#fig:b", {}), link_to("b.md#lst%3Ac", {}), link_to("#plain", {}), link_to("https://x.org/#a", {})})});
  document.front.label = "ch:one";
  const TextFacts facts = facts_of(document);
  REQUIRE(facts.labels.size() == 2);
  CHECK(facts.labels[0].label == "ch:one");
  CHECK(facts.labels[1].label == "fig:a");
  CHECK(facts.labels[1].span.line == 7);
  CHECK(facts.wanted == Names{"fig:b", "lst:c"});
  CHECK(facts.anchors == Names{"fig:a", "two"});
}

TEST_CASE("captions are counted from where the text before has stopped, labelled or not") {
  const TextFacts facts = facts_of(with({figure("", "Alone."), figure("fig:a", "A."), figure("", ""), table({{"a"}, {"b"}})}));
  CaptionCounters counters{3, 1, 0};
  CHECK(counters_after(facts, counters).figures == 5);
  CHECK(names_of(facts, "2", counters) == PlaceNames{{"fig:a", "Figure\u00A02.5"}});
  CHECK(counters.figures == 5);
  CHECK(counters.tables == 1);
}

TEST_CASE("a text says which components' figures it shows") {
  CHECK(facts_of(with({figure("", "", "BufferGrowth"), figure("", "")})).components == Names{"BufferGrowth"});
}

TEST_CASE("names are the same, made of a text or of what is known of it") {
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    std::vector<std::uint8_t> bytes(random() % 200);
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random());
    Document document = random_document(bytes.data(), bytes.size());
    DiagnosticSink sink;
    assign_anchors(document, sink);
    CaptionCounters known, counted;
    const PlaceNames names = names_of(facts_of(document), "4", known);
    number_captions(document, "4", counted);
    CHECK(names == names_of(document));
    CHECK(known.figures == counted.figures);
    CHECK(known.tables == counted.tables);
    CHECK(known.listings == counted.listings);
  }
}
