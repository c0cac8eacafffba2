#include <catch2/catch.hpp>

#include "made_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;
using enum FaultCode;

namespace {

// A paragraph whose lines are set with these word spaces; a last line follows.
Audit spaced(const std::vector<double>& spaces, const std::string& text = "ab cd ef") {
  MadeVolume made;
  made.page();
  const TagId tag = made.add(TagRole::P);
  double line = 1;
  for (const double space : spaces) made.put(tag, made.run(text + " ", {}, made.baseline(line++), made.face(), 10_pt, ems(space)));
  made.put(tag, "the end.", line);
  return made.audit();
}

Audit lines(const std::vector<std::string>& texts) {
  MadeVolume made;
  made.page();
  const TagId tag = made.add(TagRole::P);
  for (std::size_t i = 0; i < texts.size(); ++i) made.put(tag, texts[i], static_cast<double>(i) + 1);
  return made.audit();
}

}  // namespace

TEST_CASE("word spaces are measured against the face's own") {
  CHECK(spaced({1, 2.1, 1}).count(LooseSpace) == 1);
  CHECK(spaced({1, 1.9, 1}).count(LooseSpace) == 0);
  CHECK(spaced({1, 0.7, 1}).count(TightSpace) == 1);
  CHECK(spaced({1, 0.8, 1}).count(TightSpace) == 0);
  CHECK(spaced({1, 1, 1}).looked_at[static_cast<std::size_t>(LooseSpace)] == 3);
}

TEST_CASE("a share of loose lines is allowed") {
  Audit audit = spaced({3});
  CHECK(audit.is_over(LooseSpace));
  audit.looked_at[static_cast<std::size_t>(LooseSpace)] = 200;
  CHECK_FALSE(audit.is_over(LooseSpace));
  audit.looked_at[static_cast<std::size_t>(LooseSpace)] = 199;
  CHECK(audit.is_over(LooseSpace));
}

TEST_CASE("the last line and the space at a line's end are not measured") {
  MadeVolume made;
  made.page();
  const TagId tag = made.add(TagRole::P);
  made.put(tag, made.run("abcd ", {}, made.baseline(1), made.face(), 10_pt, ems(4)));
  made.put(tag, made.run("ab cd", {}, made.baseline(2), made.face(), 10_pt, ems(4)));
  CHECK(made.count(LooseSpace) == 0);
}

TEST_CASE("spaces in code are not word spaces") {
  MadeVolume made;
  made.page();
  const TagId tag = made.add(TagRole::P);
  made.put(tag, made.run("ab cd", {}, made.baseline(1), made.face("Block Mono"), 10_pt, ems(4)));
  made.put(tag, "the end.", 2);
  CHECK(made.count(LooseSpace) == 0);
}

TEST_CASE("three loose lines in a row are one fault, two are none") {
  CHECK(spaced({1.5, 1.5, 1, 1.5}).count(LooseLines) == 0);
  CHECK(spaced({1.5, 1.5, 1.5, 1.5}).count(LooseLines) == 1);
}

TEST_CASE("four wide gaps below each other make a river") {
  CHECK(spaced({1.3, 1.3, 1.3, 1.3}, "abcd ef").count(River) == 1);
  CHECK(spaced({1.3, 1.3, 1.3}, "abcd ef").count(River) == 0);
  CHECK(spaced({1, 1, 1, 1}, "abcd ef").count(River) == 0);
  CHECK(spaced({1.3, 1.3, 1.8, 1.8}, "abcd ef").count(River) == 1);  // middles 2.5 apart
  CHECK(spaced({1.3, 1.3, 2, 2}, "abcd ef").count(River) == 0);      // 3.5 apart
}

TEST_CASE("three hyphens in a row make a ladder, whoever wrote them") {
  CHECK(lines({"an exam\u00AD", "ple of di\u00AD", "viding well-", "known."}).count(HyphenLadder) == 1);
  CHECK(lines({"an exam\u00AD", "ple of di\u00AD", "viding", "words."}).count(HyphenLadder) == 0);
}

TEST_CASE("no word is divided in headings, contents and code") {
  for (const TagRole role : {TagRole::H2, TagRole::TocItem}) {
    MadeVolume made;
    made.page();
    const TagId tag = made.add(role);
    made.put(tag, "an exam\u00AD", 1);
    made.put(tag, "ple", 2);
    CHECK(made.count(MisplacedHyphen) == 1);
  }
  CHECK(lines({"an exam\u00AD", "ple of it."}).count(MisplacedHyphen) == 0);
}

TEST_CASE("a paragraph's last line is long enough and more than a word-part") {
  CHECK(lines({"some text here", "a"}).count(ShortLastLine) == 1);
  CHECK(lines({"some text here", "so."}).count(ShortLastLine) == 0);
  CHECK(lines({"some text exam\u00AD", "ple."}).count(ShortLastLine) == 1);
  CHECK(lines({"some text exam\u00AD", "ple too."}).count(ShortLastLine) == 0);
  CHECK(lines({"a"}).count(ShortLastLine) == 0);
}

TEST_CASE("equal words don't stand below each other three times") {
  CHECK(lines({"the one is", "the two are", "the end."}).count(StackedWords) == 1);
  CHECK(lines({"is the", "are the", "and the", "end."}).count(StackedWords) == 1);
  CHECK(lines({"the one is", "the two are", "an end."}).count(StackedWords) == 0);
}

TEST_CASE("a line that ends early although its spaces are stretched is ragged, not loose") {
  CHECK(spaced({1.9, 1.5, 1.9}).count(RaggedLine) == 1);
  CHECK(spaced({1.9, 1.5, 1.9}).count(LooseSpace) == 0);
  CHECK(spaced({1.5, 1, 1.5}).count(RaggedLine) == 0);
}
