#include "document/mark_terms.h"

#include <catch2/catch.hpp>

#include "document/walk.h"
#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Inline emphasis(Inlines children) { return {{}, Emphasis{std::move(children)}}; }
Inline strong(Inlines children) { return {{}, Strong{std::move(children)}}; }

// The blocks that hold a mark, as "block:entry", the title being block "title".
std::vector<std::string> marks(Document document, const std::vector<IndexTerm>& terms) {
  mark_terms(document, terms);
  std::vector<std::string> out;
  const auto note = [&](const std::string& where, const Inline& inl) {
    const auto* mark = as<IndexMark>(inl);
    if (mark == nullptr) return;
    std::string entry;
    for (const std::string& level : mark->entry) entry += (entry.empty() ? "" : "!") + level;
    out.push_back(where + ":" + entry);
  };
  for (const Inline& inl : document.title) note("title", inl);
  for (std::size_t i = 0; i < document.blocks.size(); ++i)
    walk_detail::inlines_of(document.blocks[i], [&](const Inline& inl) { note(std::to_string(i), inl); });
  return out;
}

using Marks = std::vector<std::string>;
const std::vector<IndexTerm> kTerms = {{"event loop", {"event loop", "loop of events"}},
                                       {"streams!readable", {"readable stream"}},
                                       {"`fs.read()`", {"`fs.read()`"}},
                                       {"memory", {"memory"}}};

}  // namespace

TEST_CASE("the first emphasis that is the term defines it") {
  Document document;
  document.blocks = {paragraph({text("an event loop")}), paragraph({text("an "), emphasis({text("event loop")})}),
                     paragraph({emphasis({text("event loop")})})};
  CHECK(marks(document, kTerms) == Marks{"1:event loop"});
}

TEST_CASE("case, article, plural and other names of the term do not count") {
  for (const std::string words : {"Event Loop", "the event loop", "event loops", "An event loop.", "loops of events", "loop of events"}) {
    INFO(words);
    Document document;
    document.blocks = {paragraph({strong({text(words)})})};
    const bool plural_inside = words == "loops of events";
    CHECK(marks(document, kTerms) == (plural_inside ? Marks{} : Marks{"0:event loop"}));
  }
}

TEST_CASE("an emphasis with more in it than the term defines nothing") {
  Document document;
  document.blocks = {paragraph({emphasis({text("never block the event loop")})})};
  CHECK(marks(document, kTerms) == Marks{});
}

TEST_CASE("the title or else the first heading that holds the term is a place") {
  Document document;
  document.blocks = {heading(2, {text("How the event loop starts")}), heading(3, {text("The event loop, again")})};
  CHECK(marks(document, kTerms) == Marks{"0:event loop"});
  document.title = {text("Event Loops")};
  CHECK(marks(document, kTerms) == Marks{"title:event loop"});
}

TEST_CASE("parts of words are no term") {
  Document document;
  document.blocks = {heading(2, {text("Memoryless")}), heading(2, {text("In-memory, memories")})};
  CHECK(marks(document, kTerms) == Marks{"1:memory"});
}

TEST_CASE("code terms are found as code, terms with levels by their words") {
  Document document;
  document.blocks = {heading(2, {text("What "), code("fs.read()"), text(" does")}), heading(2, {text("Readable streams")})};
  CHECK(marks(document, kTerms) == Marks{"0:`fs.read()`", "1:streams!readable"});
}

TEST_CASE("the words stay as they are") {
  Document document;
  document.blocks = {heading(2, {text("The event loop")}), paragraph({emphasis({text("event loop")})})};
  mark_terms(document, kTerms);
  CHECK(plain_text(as<Heading>(document.blocks[0])->children) == "The event loop");
  CHECK(plain_text(as<Paragraph>(document.blocks[1])->children) == "event loop");
}
