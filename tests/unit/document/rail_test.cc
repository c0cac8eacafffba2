// Chains of steps in plain text.
#include "document/rail.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

using Strings = std::vector<std::string>;

// Each step as "arrow|owner|words".
Strings steps_of(std::string text, FenceInfo info = {}) {
  CodeBlock code;
  code.info = std::move(info);
  code.text = std::move(text);
  Strings out;
  for (const RailStep& step : rail_steps(code))
    out.push_back(code.text.substr(step.begin, step.owner - step.begin) + "|" + code.text.substr(step.owner, step.words - step.owner) +
                  "|" + code.text.substr(step.words, step.end - step.words));
  return out;
}

FenceInfo of_language(std::string language) {
  FenceInfo info;
  info.language = std::move(language);
  return info;
}

}  // namespace

TEST_CASE("lines behind the first that begin with an arrow are the steps of a chain") {
  CHECK(steps_of("socket.write(data)\n-> libuv: uv_write\n-> kernel: TCP send buffer\n-> the wire") ==
        Strings{"||socket.write(data)", "-> |libuv: |uv_write", "-> |kernel: |TCP send buffer", "-> ||the wire"});
  CHECK(steps_of("JS: write\n  ->C++: a\n  ->  b", of_language("text")) == Strings{"|JS: |write", "  ->|C++: |a", "  ->  ||b"});
}

TEST_CASE("an owner is one word before a colon and a blank") {
  for (const char* line : {"-> if cached: return", "-> node:fs", "-> 10: ten", "-> kernel:", "-> : a", "-> averyverylongowner: a"})
    CHECK(steps_of(std::string("a\n") + line)[1] == "-> ||" + std::string(line).substr(3));
}

TEST_CASE("what is no chain stays code") {
  for (const char* text : {"", "a", "-> a\n-> b", "a\n-> b\nc", "a\n\n-> b", "a\n-> b\n  -> c", "a\n->", "a\n->\tb", "a\n-> \x1b[1mb"})
    CHECK(steps_of(text).empty());
  CHECK(steps_of("a\n-> b", of_language("js")).empty());
  FenceInfo titled;
  titled.title = "a.txt";
  CHECK(steps_of("a\n-> b", titled).empty());
  FenceInfo marked;
  marked.marked = {{1, 1}};
  CHECK(steps_of("a\n-> b", marked).empty());
  FenceInfo numbered;
  numbered.line_numbers = true;
  CHECK(steps_of("a\n-> b", numbered).empty());
}
