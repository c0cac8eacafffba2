#include <catch2/catch.hpp>

#include "made_rules.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

const std::string kRest = "source = \"x\"\nchecked = 2026-11-26\n";

struct Reading {
  MemoryFileSystem disk;
  DiagnosticSink sink;
  Result<OutletRules> rules = fail(ErrorKind::Internal, "not read");

  explicit Reading(const std::string& text, std::string_view name = "own") {
    REQUIRE(disk.write_file("outlets/own.toml", text));
    rules = read_outlet_rules(disk, {"outlets", "outlets", "PDF", RuleTable(kMadeKinds)}, name, sink);
  }
  // The first complaint.
  std::string complaint() const {
    CHECK_FALSE(rules);
    if (sink.all().empty()) return "";
    const Diagnostic& first = sink.all().front();
    return std::to_string(first.span.line) + " " + first.message;
  }
};

}  // namespace

TEST_CASE("an outlet's file says of each rule how severe it is and where its limit lies") {
  const Reading read("name = \"Own\"\n[large]\nseverity = \"error\"\nlimit = 9.5\n" + kRest +
                     "[by-pages]\nseverity = \"warning\"\nlimit = [[100, 27], [300, 36]]\n" + kRest);
  REQUIRE(read.rules);
  const OutletRules& rules = *read.rules;
  CHECK(rules.name == "own");
  CHECK(rules.title == "Own");
  CHECK_FALSE(rules[MadeRule::Plain]);
  CHECK(rules[MadeRule::Large]->severity == Severity::Error);
  CHECK(rules[MadeRule::Large]->limit_for(1) == 9.5);
  CHECK(rules[MadeRule::Large]->source == "x");
  CHECK(rules[MadeRule::Large]->checked == "2026-11-26");
  CHECK(rules[MadeRule::ByPages]->limit_for(200) == 36);
}

TEST_CASE("a file is not read by half: each mistake is told at its line, and there are no rules") {
  const std::string name = "name = \"Own\"\n";
  CHECK(Reading("[plain]\nseverity = \"error\"\n" + kRest).complaint() == "1 missing key 'name'");
  CHECK(Reading(name + "[plain]\nseverity = \"fatal\"\n" + kRest).complaint() == "3 'plain.severity' must be \"error\" or \"warning\"");
  CHECK(Reading(name + "[plain]\nseverity = \"error\"\nlimit = 1\n" + kRest).complaint() ==
        "4 'plain.limit' has no meaning: the rule has no limit");
  CHECK(Reading(name + "[large]\nseverity = \"error\"\n" + kRest).complaint() == "2 missing key 'large.limit'");
  CHECK(Reading(name + "[by-pages]\nseverity = \"error\"\nlimit = [[300, 36], [100, 27]]\n" + kRest).complaint() ==
        "4 'by-pages.limit': page counts must ascend");
  CHECK_FALSE(Reading(name + "[unheard]\nseverity = \"error\"\n" + kRest).complaint().empty());
  CHECK_FALSE(Reading(name + "[plain\n").complaint().empty());
}

TEST_CASE("an outlet without a file is told with those that have one, and no name leads elsewhere") {
  for (const char* name : {"none", "../outlets/own", ""}) {
    const Reading read("name = \"Own\"\n", name);
    REQUIRE_FALSE(read.rules);
    CHECK(read.rules.error().kind == ErrorKind::Usage);
    CHECK(read.rules.error().hint == "there are rules for own");
  }
}
