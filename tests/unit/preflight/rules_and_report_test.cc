// The outlets' files, and how findings are told.
#include <catch2/catch.hpp>

#include "support/places.h"
#include "unit/preflight/made_pdf.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// The first complaint about a rules file with this text, "line:column message (hint)".
std::string complaint(const std::string& text) {
  MemoryFileSystem disk;
  REQUIRE(disk.write_file("outlets/own.toml", text));
  DiagnosticSink sink;
  const auto rules = read_pdf_rules(disk, "outlets", "own", sink);
  if (rules) return "";
  CHECK(rules.error().kind == ErrorKind::Input);
  REQUIRE_FALSE(sink.all().empty());
  const Diagnostic& d = sink.all().front();
  CHECK(d.code == DiagCode::OutletRules);
  CHECK(d.file == "outlets/own.toml");
  return std::to_string(d.span.line) + ":" + std::to_string(d.span.column) + " " + d.message + (d.hint.empty() ? "" : " (" + d.hint + ")");
}

const std::string kRest = "source = \"x\"\nchecked = 2026-11-26\n";

Finding small_text(int page, double size) {
  return {Rule::TextSize, Severity::Error, page, plain_number(size) + " pt", "at least 7 pt", (7 - size) / 7};
}

}  // namespace

TEST_CASE("the outlets that come with the program can be read") {
  for (const std::string name : {"kdp", "ingram", "lulu", "screen"}) {
    DiagnosticSink sink;
    const auto rules = read_pdf_rules(RealFileSystem(), source_path("outlets"), name, sink);
    REQUIRE(rules);
    CHECK(rules->name == name);
    CHECK_FALSE(rules->title.empty());
    CHECK((*rules)[Rule::FontEmbedded]->severity == Severity::Error);
    for (const auto& rule : rules->rules)
      if (rule) CHECK(rule->checked.size() == std::string("2026-11-26").size());
  }
}

TEST_CASE("inner margins depend on pages") {
  DiagnosticSink sink;
  const auto rules = read_pdf_rules(RealFileSystem(), source_path("outlets"), "kdp", sink);
  REQUIRE(rules);
  const OutletRule& inner = *(*rules)[Rule::InnerMargin];
  CHECK(inner.limit_for(24) == 27);
  CHECK(inner.limit_for(150) == 27);
  CHECK(inner.limit_for(151) == 36);
  CHECK(inner.limit_for(5000) == 63);
}

TEST_CASE("mistakes in a rules file are told at their line") {
  CHECK(complaint("name = \"T\"\n[rgb]\nseverity = \"error\"\n" + kRest).empty());
  CHECK(complaint("[rgb]\nseverity = \"error\"\n" + kRest) == "1:1 missing key 'name'");
  CHECK(complaint("name = \"T\"\n[rgb\n").starts_with("2:5 not valid TOML"));
  CHECK(complaint("name = \"T\"\n[rbg]\nseverity = \"error\"\n") == "2:2 unknown key 'rbg' (did you mean 'rgb'?)");
  CHECK(complaint("name = \"T\"\n[rgb]\nseverity = \"fatal\"\n" + kRest) ==
        "3:12 'rgb.severity' must be \"error\" or \"warning\" (a rule that is not to be checked is left out "
        "of the file)");
  CHECK(complaint("name = \"T\"\n[rgb]\nseverity = \"error\"\nlimit = 3\n" + kRest) ==
        "4:9 'rgb.limit' has no meaning: the rule has no limit");
  CHECK(complaint("name = \"T\"\n[rgb]\nseverity = \"error\"\nchecked = 2026-11-26\n") == "2:1 missing key 'rgb.source'");
  CHECK(complaint("name = \"T\"\n[rgb]\nseverity = \"error\"\nsource = \"x\"\nchecked = \"today\"\n") ==
        "5:11 'rgb.checked' must be a date such as 2026-11-26, not a string");
  CHECK(complaint("name = \"T\"\n[text-size]\nseverity = \"error\"\nlimit = \"7\"\n" + kRest) ==
        "4:9 'text-size.limit' must be a number, not a string");
  CHECK(complaint("name = \"T\"\n[text-size]\nseverity = \"error\"\n" + kRest) == "2:1 missing key 'text-size.limit'");
  CHECK(complaint("name = \"T\"\n[inner-margin]\nseverity = \"error\"\nlimit = [[300, 27], [150, 36]]\n" + kRest) ==
        "4:21 'inner-margin.limit': page counts must ascend");
  CHECK(complaint("name = \"T\"\n[inner-margin]\nseverity = \"error\"\nlimit = 27\n" + kRest) ==
        "4:9 'inner-margin.limit' must be a list of [pages, limit], not a whole number");
}

TEST_CASE("an outlet without a file is wrong use") {
  MemoryFileSystem disk;
  REQUIRE(disk.write_file("outlets/kdp.toml", ""));
  REQUIRE(disk.write_file("outlets/lulu.toml", ""));
  DiagnosticSink sink;
  for (const std::string name : {"kpd", "../outlets/kdp", ""}) {
    const auto rules = read_pdf_rules(disk, "outlets", name, sink);
    REQUIRE_FALSE(rules);
    CHECK(rules.error().kind == ErrorKind::Usage);
    CHECK(rules.error().hint == "there are rules for kdp, lulu");
  }
}

TEST_CASE("page numbers are drawn together") {
  CHECK(page_ranges({3}) == "3");
  CHECK(page_ranges({3, 4, 5, 7, 9, 10}) == "3-5, 7, 9-10");
}

TEST_CASE("a rule that many pages break is summed up") {
  PreflightReport report{"a.pdf", "kdp", pdf_rules(), Counted::Pages, 40, {}};
  for (int page = 2; page <= 12; ++page) report.findings.push_back(small_text(page, page == 9 ? 5.1 : 6));
  report.findings.push_back({Rule::Title, Severity::Warning, 0, "none", "", 0});
  report.findings.push_back(small_text(20, 6));
  CHECK(preflight_text(report) ==
        "a.pdf: warning[title]: the file has no title: none\n"
        "a.pdf: page 2: error[text-size]: text is set too small: 6 pt, must be at least 7 pt\n"
        "a.pdf: page 3: error[text-size]: text is set too small: 6 pt, must be at least 7 pt\n"
        "a.pdf: page 4: error[text-size]: text is set too small: 6 pt, must be at least 7 pt\n"
        "a.pdf: pages 5-12, 20: error[text-size]: the same on 9 more pages, the worst 5.1 pt on page 9\n"
        "a.pdf for kdp: 40 pages, 1 error and 1 warning (rules broken)\n");
  CHECK_FALSE(report.is_clean());
}

TEST_CASE("four findings are told in full") {
  PreflightReport report{"a.pdf",        "kdp", pdf_rules(),
                         Counted::Pages, 40,    {small_text(1, 6), small_text(2, 6), small_text(3, 6), small_text(8, 6)}};
  CHECK(preflight_text(report).find("page 8: error") != std::string::npos);
}

TEST_CASE("findings as JSON") {
  PreflightReport report{"a \"b\".pdf",  "kdp", pdf_rules(),
                         Counted::Pages, 2,     {small_text(2, 6), {Rule::Title, Severity::Warning, 0, "none", "", 0}}};
  CHECK(preflight_json(report) ==
        "{\"file\":\"a "
        "\\\"b\\\".pdf\",\"page\":2,\"severity\":\"error\",\"rule\":\"text-size\",\"message\":\"text is set "
        "too small: 6 pt, "
        "must be at least 7 pt\",\"measured\":\"6 pt\",\"limit\":\"at least 7 pt\"}\n"
        "{\"file\":\"a "
        "\\\"b\\\".pdf\",\"page\":0,\"severity\":\"warning\",\"rule\":\"title\",\"message\":\"the file has "
        "no title: none\","
        "\"measured\":\"none\",\"limit\":\"\"}\n");
}

TEST_CASE("a rule that the outlet does not have is not checked") {
  MadePdf pdf;
  pdf.version = "1.7";
  OutletRules rules(pdf_rules());
  const auto report = preflight(pdf.bytes(), "made.pdf", rules);
  REQUIRE(report);
  CHECK(report->findings.empty());
  CHECK(report->is_clean());
}
