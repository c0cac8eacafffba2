#include "document/index.h"

#include <catch2/catch.hpp>

#include "document/index_order.h"
#include "document/index_term.h"
#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

struct Mark {
  std::string words, entry = {}, see = {}, see_also = {};
  std::uint32_t line = 1;
};

Document marked(const std::string& chapter, const std::vector<Mark>& marks) {
  Document document;
  document.file = chapter + ".md";
  document.chapter = chapter;
  for (const Mark& mark : marks) {
    IndexMark made{inlines_of_term(mark.words), levels_of(mark.entry), references_of(mark.see), references_of(mark.see_also), false, ""};
    document.blocks.push_back(paragraph({{{mark.line, 1, mark.line, 5}, std::move(made)}}));
  }
  assign_index_anchors(document);
  return document;
}

void print(std::string& out, const std::vector<IndexEntry>& entries, const std::string& indent) {
  for (const IndexEntry& entry : entries) {
    out += indent + entry.term;
    for (const IndexPlace& place : entry.places) out += " " + place.target.chapter + "#" + place.target.anchor;
    for (const std::string& see : entry.see) out += " see=" + see;
    for (const std::string& see : entry.see_also) out += " also=" + see;
    out += "\n";
    print(out, entry.children, indent + "  ");
  }
}

std::string print(const BookIndex& index) {
  std::string out;
  for (const IndexGroup& group : index) {
    out += "[" + group.heading + "]\n";
    print(out, group.entries, "");
  }
  return out;
}

struct Collected {
  DiagnosticSink sink;
  BookIndex index;
  Collected(const std::vector<Document>& documents, const std::vector<IndexReference>& references = {},
            const std::string& language = "en-US") {
    std::vector<const Document*> pointers;
    for (const Document& document : documents) pointers.push_back(&document);
    index = collect_index(pointers, references, language, sink);
  }
};

}  // namespace

TEST_CASE("marks become entries under letters, in the order of the alphabet") {
  const Collected c({marked("a", {{"zone"}, {"buffer"}, {"Atomics"}, {"buffer"}}), marked("b", {{"buffer"}})});
  CHECK(c.sink.all().empty());
  CHECK(print(c.index) == "[A]\nAtomics a#ix.3\n[B]\nbuffer a#ix.2 a#ix.4 b#ix.1\n[Z]\nzone a#ix.1\n");
}

TEST_CASE("levels make sub-entries, and a parent needs no place of its own") {
  const Collected c({marked("a", {{"x", "streams!readable"}, {"y", "streams!pausing"}, {"z", "streams!readable!flowing"}})});
  CHECK(print(c.index) == "[S]\nstreams\n  pausing a#ix.2\n  readable a#ix.1\n    flowing a#ix.3\n");
}

TEST_CASE("case makes no second entry; the small letter stays") {
  const Collected c({marked("a", {{"Backpressure"}, {"backpressure"}, {"V8"}})});
  CHECK(print(c.index) == "[B]\nbackpressure a#ix.1 a#ix.2\n[V]\nV8 a#ix.3\n");
  const Collected code({marked("a", {{"`Buffer`"}, {"`buffer`"}, {"buffer"}})});
  CHECK(code.index.size() == 1);
  CHECK(code.index[0].entries.size() == 3);
}

TEST_CASE("code sorts without its punctuation, numbers by their value") {
  const Collected c({marked("a", {{"`.read()`"}, {"read-ahead"}, {"ready"}, {"`--inspect`"}, {"HTTP/10"}, {"HTTP/2"}, {"404"}, {"`=>`"}})});
  CHECK(print(c.index) ==
        "[Symbols]\n`=>` a#ix.8\n[Numbers]\n404 a#ix.7\n[H]\nHTTP/2 a#ix.6\nHTTP/10 a#ix.5\n[I]\n`--inspect` "
        "a#ix.4\n"
        "[R]\n`.read()` a#ix.1\nread-ahead a#ix.2\nready a#ix.3\n");
}

TEST_CASE("the order is the language's") {
  const std::vector<Document> documents{marked("a", {{"zoom"}, {"ärger"}, {"argon"}})};
  CHECK(print(Collected(documents, {}, "de").index) == "[A]\närger a#ix.2\nargon a#ix.3\n[Z]\nzoom a#ix.1\n");
  CHECK(print(Collected(documents, {}, "sv").index) == "[A]\nargon a#ix.3\n[Z]\nzoom a#ix.1\n[Ä]\närger a#ix.2\n");
  CHECK_FALSE(Collected(documents, {}, "no such tag").index.empty());
}

TEST_CASE("a mark with `see` is no place; `seealso` is one") {
  const Collected c({marked("a", {{"loop", "", "event loop"}, {"event loop", "", "", "streams!readable"}, {"r", "streams!readable"}})});
  CHECK(c.sink.all().empty());
  CHECK(print(c.index) ==
        "[E]\nevent loop a#ix.1 also=streams!readable\n[L]\nloop see=event loop\n[S]\nstreams\n  readable "
        "a#ix.2\n");
  CHECK(EntryAnchors(c.index).of("Event Loop") == c.index[0].entries[0].anchor);
  CHECK(EntryAnchors(c.index).of("streams!readable") == c.index[2].entries[0].children[0].anchor);
  CHECK(EntryAnchors(c.index).of("streams!writable").empty());
}

TEST_CASE("a reference to no entry is dropped, and told at its mark if it has one") {
  const Collected c({marked("a", {{"loop", "", "event lop", "", 4}, {"event loop"}})},
                    {{"shape", "hidden class", "book.toml", {9, 1, 9, 8}}, {"turn", "event loop", "book.toml", {}}});
  CHECK(print(c.index) == "[E]\nevent loop a#ix.1\n[T]\nturn see=event loop\n");
  REQUIRE(c.sink.all().size() == 1);
  CHECK(c.sink.all()[0].code == DiagCode::IndexMark);
  CHECK(c.sink.all()[0].span.line == 4);
  CHECK(c.sink.all()[0].message == "the index has no entry 'event lop'");
  CHECK(c.sink.all()[0].hint == "did you mean 'event loop'?");
}

TEST_CASE("a way of references that ends nowhere is dropped whole, a circle too") {
  const Collected c({marked("a", {{"loop"}, {"round", "", "about", "", 7}, {"about", "", "round", "", 8}})},
                    {{"t0", "t1", "book.toml", {}},
                     {"t1", "t2", "book.toml", {}},
                     {"a", "b", "book.toml", {}},
                     {"b", "a", "book.toml", {}},
                     {"to", "on", "book.toml", {}},
                     {"on", "loop", "book.toml", {}}});
  CHECK(print(c.index) == "[L]\nloop a#ix.1\n[O]\non see=loop\n[T]\nto see=on\n");
  REQUIRE(c.sink.all().size() == 2);
  CHECK(c.sink.all()[0].message == "in the index, 'about' leads to no place in the text");
  CHECK(c.sink.all()[0].span.line == 7);
}

TEST_CASE("an entry inside another, and one that holds others, are places to lead to") {
  const Collected c(
      {marked("a", {{"r", "streams!readable"}})},
      {{"flow", "streams", "book.toml", {}}, {"pull!read", "streams!readable", "book.toml", {}}, {"up", "pull", "book.toml", {}}});
  CHECK(c.sink.all().empty());
  CHECK(print(c.index) ==
        "[F]\nflow see=streams\n[P]\npull\n  read see=streams!readable\n[S]\nstreams\n  readable a#ix.1\n[U]\nup see=pull\n");
}

TEST_CASE("the manifest's references are told once: dead ends, circles, and ways that are too long") {
  const auto at = [](std::string term, std::string target, std::uint32_t line) {
    return IndexReference{std::move(term), std::move(target), "book.toml", {line, 1, line, 1}};
  };
  const std::vector<IndexReference> references = {at("t0", "t1", 1),   at("t1", "t2", 2), at("t2", "gone", 3),    at("a", "B", 4),
                                                  at("b", "c", 5),     at("c", "a", 6),   at("s", "s", 7),        at("to", "on", 8),
                                                  at("on", "loop", 9), at("c2", "a", 10), at("other", "gone", 11)};
  const Collected c({marked("a", {{"loop"}})}, references);
  DiagnosticSink sink;
  report_dead_references(references, {&c.index}, sink);
  std::string told;
  for (const Diagnostic& d : sink.all()) told += std::to_string(d.span.line) + " " + d.message + "\n";
  CHECK(told ==
        "3 no index of the book has an entry 'gone'\n4 in the index, 'a' leads back to itself through 'B'\n7 in the index, 's' leads back "
        "to itself through 's'\n"
        "8 in the index, 'on' only leads on to 'loop'\n11 no index of the book has an entry 'gone'\n");
}

TEST_CASE("a way of twenty thousand references is followed in time") {
  std::vector<IndexReference> references;
  for (int i = 0; i < 20'000; ++i) references.push_back({"t" + std::to_string(i), "t" + std::to_string(i + 1), "book.toml", {}});
  const Collected dead({marked("a", {{"loop"}})}, references);
  CHECK(print(dead.index) == "[L]\nloop a#ix.1\n");
  DiagnosticSink sink;
  report_dead_references(references, {&dead.index}, sink);
  CHECK(sink.all().size() == 1);
  references.push_back({"t20000", "loop", "book.toml", {}});
  const Collected alive({marked("a", {{"loop"}})}, references);
  const EntryAnchors anchors(alive.index);
  for (const IndexReference& reference : references) REQUIRE_FALSE(anchors.of(reference.target).empty());
}

TEST_CASE("a mark in the chapter's title leads to its beginning") {
  Document document = marked("a", {});
  document.title = {{{}, IndexMark{{}, {"loops"}, {}, {}, false, ""}}, text("Loops")};
  CHECK(print(Collected({document}).index) == "[L]\nloops a#\n");
}

TEST_CASE("anchors of marks step aside for the author's") {
  Document document = marked("a", {{"one"}});
  document.blocks.insert(document.blocks.begin(), heading(2, {text("A")}));
  std::get<Heading>(document.blocks[0].content).anchor = "ix.1";
  std::get<IndexMark>(std::get<Paragraph>(document.blocks[1].content).children[0].content).anchor.clear();
  assign_index_anchors(document);
  CHECK(print(Collected({document}).index) == "[O]\none a#ix.2\n");
}

TEST_CASE("terms are written with code in backquotes and levels parted by '!'") {
  CHECK(term_of({text("the "), code("a!b"), text("\u00A0 call")}) == "the `a!b` call");
  CHECK(levels_of("a! `b!c` !") == std::vector<std::string>{"a", "`b!c`"});
  CHECK(references_of("a!b; c") == std::vector<std::string>{"a!b", "c"});
  CHECK(plain_term("the `read()` call") == "the read() call");
  CHECK(plain_term("one ` alone") == "one ` alone");
}
