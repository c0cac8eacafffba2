#include "preflight/rules/finding.h"

#include <catch2/catch.hpp>

#include "made_rules.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("a limit by pages is that of the first step that reaches so far, and above all steps the last one's") {
  const OutletRule rule = *made_rules()[MadeRule::ByPages];
  CHECK(rule.limit_for(1) == 27);
  CHECK(rule.limit_for(100) == 27);
  CHECK(rule.limit_for(101) == 36);
  CHECK(rule.limit_for(5000) == 36);
  CHECK(OutletRule().limit_for(1) == 0);
}

TEST_CASE("numbers pass up to the limit and a hair beyond it, and what does not says by how much") {
  const OutletRules rules = made_rules();
  Findings findings(rules, 200);
  CHECK(findings.limit(MadeRule::ByPages) == 36);
  findings.at_most(MadeRule::Large, 1, 10, "");
  findings.at_most(MadeRule::Large, 1, 10 * (1 + kSlack), "");
  findings.at_least(MadeRule::ByPages, 1, 36 * (1 - kSlack), "");
  CHECK(findings.take().empty());
  findings.at_most(MadeRule::Large, 3, 15, "wide");
  findings.at_least(MadeRule::ByPages, 4, 27, "");
  const std::vector<Finding> found = findings.take();
  REQUIRE(found.size() == 2);
  CHECK(found[0].rule == RuleNumber(MadeRule::Large));
  CHECK(found[0].place.page == 3);
  CHECK(found[0].measured == "15 pt (wide)");
  CHECK(found[0].limit == "at most 10 pt");
  CHECK(found[0].excess == Approx(0.5));
  CHECK(found[1].measured == "27 pt");
  CHECK(found[1].limit == "at least 36 pt");
  CHECK(found[1].excess == Approx(0.25));
}

TEST_CASE("a rule that the outlet does not have finds nothing and has no limit") {
  OutletRules rules = made_rules();
  for (auto& rule : rules.rules) rule.reset();
  Findings findings(rules, 10);
  findings.add(MadeRule::Plain, 1, "x");
  findings.at_most(MadeRule::Large, 1, 1e9, "");
  findings.at_least(MadeRule::ByPages, 1, 0, "");
  CHECK_FALSE(findings.limit(MadeRule::Large));
  CHECK(findings.take().empty());
}

TEST_CASE("of one rule so many findings are kept, and the others' are not touched") {
  const OutletRules rules = made_rules();
  Findings findings(rules, 10);
  for (std::size_t i = 0; i < kMostFindingsOfRule + 5; ++i) findings.add(MadeRule::Plain, 1, "x");
  findings.at_most(MadeRule::Large, 1, 11, "");
  CHECK(findings.take().size() == kMostFindingsOfRule + 1);
}

TEST_CASE("an entry's name is one line of text, whatever the archive calls it") {
  const OutletRules rules = made_rules();
  Findings findings(rules, 0);
  findings.add(MadeRule::Plain, {"a\nb\x1b\xFF", {3, 4}}, "x");
  CHECK(findings.take().front().place.entry == "a b\u241b\uFFFD");
}

TEST_CASE("strict rules make errors of warnings, and no rules") {
  OutletRules rules = made_rules();
  rules.rules[1].reset();
  rules.make_strict();
  CHECK(rules[MadeRule::Plain]->severity == Severity::Error);
  CHECK_FALSE(rules[MadeRule::Large]);
}

TEST_CASE("numbers have at most two decimals, and no zero that says nothing") {
  CHECK(plain_number(7) == "7");
  CHECK(plain_number(0.4) == "0.4");
  CHECK(plain_number(10) == "10");
  CHECK(plain_number(0.126) == "0.13");
  CHECK(plain_number(-0.001) == "0");
  CHECK(plain_number(-1.5) == "-1.5");
}
