#include "preflight/rules/report.h"

#include <catch2/catch.hpp>

#include "made_rules.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

PreflightReport report_of(std::vector<Finding> findings, Counted counted = Counted::Pages) {
  return {"a.pdf", "own", RuleTable(kMadeKinds), counted, 20, std::move(findings)};
}

Finding large(Place place, double value) {
  return {MadeRule::Large, Severity::Error, std::move(place), plain_number(value) + " pt", "at most 10 pt", (value - 10) / 10};
}

}  // namespace

TEST_CASE("a report without findings is its sums") {
  CHECK(preflight_text(report_of({})) == "a.pdf for own: 20 pages, 0 errors and 0 warnings (rules broken)\n");
  CHECK(preflight_json(report_of({})).empty());
  CHECK(report_of({}).is_clean());
}

TEST_CASE("findings are told rule by rule and page by page, and of rules one is counted once") {
  const PreflightReport report = report_of({large(7, 12), {MadeRule::Plain, Severity::Warning, 0, "x", "", 0}, large(3, 11)});
  CHECK(preflight_text(report) ==
        "a.pdf: warning[plain]: it is there: x\n"
        "a.pdf: page 3: error[large]: it is too large: 11 pt, must be at most 10 pt\n"
        "a.pdf: page 7: error[large]: it is too large: 12 pt, must be at most 10 pt\n"
        "a.pdf for own: 20 pages, 1 error and 1 warning (rules broken)\n");
  CHECK_FALSE(report.is_clean());
  CHECK(report_of({{MadeRule::Plain, Severity::Warning, 0, "x", "", 0}}).is_clean());
}

TEST_CASE("of a rule that is broken in many places the first three are told, and of the rest the worst") {
  std::vector<Finding> findings;
  for (int page = 1; page <= 8; ++page) findings.push_back(large(page, page == 6 ? 30 : 11));
  const std::string text = preflight_text(report_of(findings));
  CHECK(text.find("page 3: error[large]") != std::string::npos);
  CHECK(text.find("page 4: error[large]") == std::string::npos);
  CHECK(text.find("a.pdf: pages 4-8: error[large]: the same on 5 more pages, the worst 30 pt on page 6\n") != std::string::npos);
  findings.resize(4);  // a line that would stand for one
  CHECK(preflight_text(report_of(findings)).find("page 4: error[large]") != std::string::npos);
}

TEST_CASE("places in files are told by line and column as far as they are known, the rest by files") {
  std::vector<Finding> findings = {large({"a.xhtml", {3, 4}}, 11), large({"b.xhtml", {5, 0}}, 11), large({"c.xhtml", {}}, 11)};
  const std::string few = preflight_text(report_of(findings, Counted::Files));
  CHECK(few.find("a.pdf: a.xhtml:3:4: error[large]") != std::string::npos);
  CHECK(few.find("a.pdf: b.xhtml:5: error[large]") != std::string::npos);
  CHECK(few.find("a.pdf: c.xhtml: error[large]") != std::string::npos);
  CHECK(few.ends_with("20 files, 1 error and 0 warnings (rules broken)\n"));
  for (const char* name : {"d", "e", "f", "g"}) findings.push_back(large({name, {}}, 11));
  CHECK(preflight_text(report_of(findings, Counted::Files)).find("a.pdf: d, e, 2 more files: error[large]: the same in 4 more places") !=
        std::string::npos);
}

TEST_CASE("JSON is a line for each finding, its texts escaped") {
  CHECK(preflight_json(report_of({{MadeRule::Plain, Severity::Warning, 2, "\"x\"\n", "", 0}})) ==
        "{\"file\":\"a.pdf\",\"page\":2,\"severity\":\"warning\",\"rule\":\"plain\",\"message\":\"it is there: \\\"x\\\"\\u000a\","
        "\"measured\":\"\\\"x\\\"\\u000a\",\"limit\":\"\"}\n");
  const std::string in_file = preflight_json(report_of({large({"a.xhtml", {3, 4}}, 11)}, Counted::Files));
  CHECK(in_file.find("\"entry\":\"a.xhtml\",\"line\":3,\"column\":4") != std::string::npos);
}

TEST_CASE("page numbers in a row are a range") {
  CHECK(page_ranges({}).empty());
  CHECK(page_ranges({7}) == "7");
  CHECK(page_ranges({1, 2, 3, 5, 8, 9}) == "1-3, 5, 8-9");
}
