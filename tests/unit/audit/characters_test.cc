#include <catch2/catch.hpp>

#include "made_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;
using enum FaultCode;

namespace {

std::size_t in_prose(FaultCode code, const std::string& text) {
  MadeVolume made;
  made.page();
  made.put(made.add(TagRole::P), text, 1);
  return made.count(code);
}

std::size_t in_code(FaultCode code, const std::string& text, const std::string& source = {}) {
  MadeVolume made;
  made.page();
  made.put_code(made.listing(), text, 1);
  if (!source.empty()) {
    CodeBlock block;
    block.text = source;
    made.document.blocks.push_back({made.nodes, {}, block});
    made.with_document = true;
  }
  return made.count(code);
}

}  // namespace

TEST_CASE("a hyphen between spaces is no dash") {
  CHECK(in_prose(SpacedHyphen, "one - two - three") == 2);
  CHECK(in_prose(SpacedHyphen, "one \u2013 two, well-known, -1") == 0);
  CHECK(in_code(SpacedHyphen, "a - b") == 0);
}

TEST_CASE("a hyphen over a line end is seen") {
  MadeVolume made;
  made.page();
  const TagId tag = made.add(TagRole::P);
  made.put(tag, "one - ", 1);
  made.put(tag, "two", 2);
  CHECK(made.count(SpacedHyphen) == 1);
}

TEST_CASE("quotation marks are curly in prose and straight in code") {
  CHECK(in_prose(StraightQuote, "it's") == 1);
  CHECK(in_prose(StraightQuote, "\"so\"") == 1);
  CHECK(in_prose(StraightQuote, "it\u2019s \u201Cso\u201D") == 0);
  CHECK(in_code(StraightQuote, "'a'") == 0);
  CHECK(in_code(CurlyQuoteInCode, "\u2018a\u2019") == 1);
  CHECK(in_code(CurlyQuoteInCode, "'a'") == 0);
  CHECK(in_code(CurlyQuoteInCode, "\u2018a\u2019", "\u2018a\u2019") == 0);  // as its author wrote it
  CHECK(in_code(CurlyQuoteInCode, "\u2018a\u2019", "'a'") == 1);
}

TEST_CASE("markup is not printed as it stands") {
  for (const char* text :
       {"[!NOTE] so", "**bold**", "a [link](there", "one<br>two", "a {props.name} b", "a&nbsp;b", "a[^1]", "<Chart />"}) {
    CAPTURE(text);
    CHECK(in_prose(LiteralMarkup, text) == 1);
    CHECK(in_code(LiteralMarkup, text) == 0);
  }
  CHECK(in_prose(LiteralMarkup, "2 < 3, a * b, {} and [1] & [2]; R&D") == 0);
  CHECK(in_code(LiteralMarkup, "graph TD  A --> B") == 1);
  CHECK(in_code(LiteralMarkup, "sequenceDiagram") == 1);
  CHECK(in_code(LiteralMarkup, "const graph = 1;") == 0);
}

TEST_CASE("common characters don't come from fallback faces") {
  MadeVolume made;
  made.page();
  const TagId tag = made.add(TagRole::P);
  made.put(tag, made.run("\u2713", {}, made.baseline(1), made.face("Block Signs")));
  CHECK(made.count(WrongFace) == 0);
  made.put(tag, made.run("12", {}, made.baseline(2), made.face("Block Signs")));
  CHECK(made.count(WrongFace) == 2);
}

TEST_CASE("boxes and replacement characters are found") {
  MadeVolume made;
  made.page();
  const TagId tag = made.add(TagRole::P);
  made.put(tag, "fine", 1);
  CHECK(made.count(MissingGlyphDrawn) == 0);
  GlyphRun box = made.run("x", {}, made.baseline(2), made.face());
  box.glyphs.front().id = 0;
  made.put(tag, box);
  CHECK(made.count(MissingGlyphDrawn) == 1);
  made.put(tag, "a \uFFFD", 3);
  CHECK(made.count(Replacement) == 1);
  made.with_document = true;
  made.document.blocks.push_back({99, {}, Paragraph{{{{}, Text{"a \uFFFD"}}}}});
  CHECK(made.count(Replacement) == 0);  // its author was told
}

TEST_CASE("sizes are those of the style, told once a page") {
  MadeVolume made;
  made.style.code_size = 0.9;
  made.page();
  const TagId tag = made.add(TagRole::P);
  made.put(tag, made.run("a", {}, made.baseline(1), made.face(), 10_pt));
  made.put(tag, made.run("b", {}, made.baseline(2), made.face(), 9_pt));
  made.put(tag, made.run("c", {}, made.baseline(3), made.face(), 20_pt));
  CHECK(made.count(WrongSize) == 0);
  made.put(tag, made.run("d", {}, made.baseline(4), made.face(), 11_pt));
  made.put(tag, made.run("e", {}, made.baseline(5), made.face(), 11_pt));
  CHECK(made.count(WrongSize) == 1);
  made.put(made.listing(), made.run("f", {}, made.baseline(6), made.face(), 7.5_pt));  // a diagram that was too wide
  CHECK(made.count(WrongSize) == 1);
  made.put(made.listing(), made.run("g", {}, made.baseline(7), made.face(), 6.9_pt));
  CHECK(made.count(WrongSize) == 2);
}

TEST_CASE("families are the style's") {
  MadeVolume made;
  made.style.family_sans = made.style.family_serif;
  made.page();
  made.put(made.add(TagRole::P), made.run("a", {}, made.baseline(1), made.face("Block Sans")));
  CHECK(made.count(WrongFamily) == 1);
}
