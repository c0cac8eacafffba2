#include <catch2/catch.hpp>

#include "made_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using enum FaultCode;

namespace {

// A paragraph of one run in this weight, inside `parent`.
std::size_t strong(const std::string& text, int weight = 600, TagRole parent = TagRole::Sect) {
  MadeVolume made;
  made.page();
  const TagId tag = made.add(TagRole::P, parent == TagRole::Sect ? kRootTag : made.add(parent));
  made.put(tag, made.run(text, {}, made.baseline(2), made.face("Block Serif", weight)));
  made.paragraph(3, 4);
  return made.count(StrongParagraph);
}

// A name on two lines, in a paragraph or a cell.
MadeVolume broken(const std::string& before, const std::string& after, TagRole block = TagRole::P) {
  MadeVolume made;
  made.page();
  const TagId text = made.add(block), code = made.tags().add(text, TagRole::Code, made.nodes);
  made.put(text, "call ", 1);
  made.put_code(code, before, 1);
  made.put_code(code, after, 2);
  made.put(text, "here", 2, ems(15));
  return made;
}

}  // namespace

TEST_CASE("a line of strong words alone is a heading that nobody marked") {
  CHECK(strong("A label") == 1);
  CHECK(strong("A label", 400) == 0);
  CHECK(strong("A sentence.") == 0);
  CHECK(strong(std::string(60, 'x')) == 1);
  CHECK(strong(std::string(61, 'x')) == 0);
  CHECK(strong("A label", 600, TagRole::LBody) == 0);
  CHECK(strong("A label", 600, TagRole::Div) == 0);
  CHECK(strong("A label", 600, TagRole::TD) == 0);
}

TEST_CASE("strong words that begin a paragraph, or go on below, are none") {
  MadeVolume made;
  made.page();
  const TagId run_in = made.add(TagRole::P);
  made.put(run_in, made.run("A label ", {}, made.baseline(1), made.face("Block Serif", 600)));
  made.put(run_in, "and text", 1, ems(8));
  const TagId two_lines = made.add(TagRole::P);
  for (const int line : {2, 3}) made.put(two_lines, made.run("A label", {}, made.baseline(line), made.face("Block Serif", 600)));
  CHECK(made.count(StrongParagraph) == 0);
}

TEST_CASE("a name of code is not broken if it is under 28 characters") {
  CHECK(broken("stream", ".pipeline()").count(BrokenName) == 1);
  CHECK(broken("stream", ".pipeline()").rhythm().name_breaks == 1);
  CHECK(broken("npm ", "install").count(BrokenName) == 0);
  CHECK(broken("npm ", "install").rhythm().name_breaks == 0);
  for (const Fault& fault : broken("npm install a", ".js").audit().faults)
    if (fault.code == BrokenName) CHECK(fault.detail == "\"a.js\"");
  CHECK(broken("npm install a", ".js").count(BrokenName) == 1);
  const std::string fourteen(14, 'x');
  CHECK(broken(fourteen, fourteen.substr(1)).count(BrokenName) == 1);
  CHECK(broken(fourteen, fourteen).count(BrokenName) == 0);
  CHECK(broken(fourteen, fourteen).rhythm().name_breaks == 1);
  CHECK(broken("stream", ".pipeline()", TagRole::TD).count(BrokenName) == 0);  // columns are narrow
}

TEST_CASE("two names at a line's end and the next line's beginning are not one") {
  MadeVolume made;
  made.page();
  const TagId text = made.add(TagRole::P);
  for (const int line : {1, 2}) made.put_code(made.tags().add(text, TagRole::Code, made.nodes), "name", line);
  CHECK(made.rhythm().name_breaks == 0);
}
