// The stores' files, and how findings in files are told.
#include <catch2/catch.hpp>

#include "support/places.h"
#include "unit/preflight_epub/made_epub.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Finding broken_link(const std::string& file, Spot spot) { return {EpubRule::Link, Severity::Error, {file, spot}, "'x'", "", 0}; }

Finding large(const std::string& file, double size) {
  return {EpubRule::ContentSize, Severity::Warning, {file, 0}, plain_number(size) + " MB", "at most 10 MB", (size - 10) / 10};
}

}  // namespace

TEST_CASE("the stores that come with the program can be read") {
  std::vector<bool> is_used(epub_rules().size());
  for (const std::string name : {"apple", "google", "kindle", "kobo"}) {
    DiagnosticSink sink;
    const auto rules = read_epub_rules(RealFileSystem(), source_path("outlets"), name, sink);
    REQUIRE(rules);
    CHECK(rules->name == name);
    CHECK_FALSE(rules->title.empty());
    CHECK((*rules)[EpubRule::Link]->severity == Severity::Error);
    for (std::size_t i = 0; i < rules->rules.size(); ++i) is_used[i] = is_used[i] || rules->rules[i];
  }
  for (std::size_t i = 0; i < is_used.size(); ++i) {
    INFO(epub_rules()[i].word);
    CHECK(is_used[i]);
  }
}

TEST_CASE("a store that there is not, and an outlet for PDFs") {
  for (const std::string name : {"kdp", "../kdp", ""}) {
    DiagnosticSink sink;
    const auto rules = read_epub_rules(RealFileSystem(), source_path("outlets"), name, sink);
    REQUIRE_FALSE(rules);
    CHECK(rules.error().kind == ErrorKind::Usage);
    CHECK(rules.error().message == "there are no rules for EPUB files of the outlet '" + name + "'");
    CHECK(rules.error().hint == "there are rules for apple, google, kindle, kobo");
  }
}

TEST_CASE("mistakes in a store's file are told at their line") {
  MemoryFileSystem disk;
  REQUIRE(disk.write_file("outlets/ebooks/own.toml", "name = \"T\"\n[linc]\nseverity = \"error\"\n"));
  DiagnosticSink sink;
  CHECK_FALSE(read_epub_rules(disk, "outlets", "own", sink));
  REQUIRE_FALSE(sink.all().empty());
  CHECK(sink.all().front().file == "outlets/ebooks/own.toml");
  CHECK(sink.all().front().message == "unknown key 'linc'");
}

TEST_CASE("a rule broken in many places is summed up") {
  PreflightReport report{"a.epub", "kobo", epub_rules(), Counted::Files, 9, {}};
  for (int line = 1; line <= 4; ++line) report.findings.push_back(broken_link("b.xhtml", {line, 5}));
  for (const char* file : {"a", "c", "d", "e"}) report.findings.push_back(broken_link(file, 7));
  for (int i = 1; i <= 6; ++i) report.findings.push_back(large(std::string(1, static_cast<char>('f' + i)), 10 + i));
  CHECK(preflight_text(report) ==
        "a.epub: g: warning[content-size]: a file of text is too large: 11 MB, must be at most 10 MB\n"
        "a.epub: h: warning[content-size]: a file of text is too large: 12 MB, must be at most 10 MB\n"
        "a.epub: i: warning[content-size]: a file of text is too large: 13 MB, must be at most 10 MB\n"
        "a.epub: j, k, l: warning[content-size]: the same in 3 more places, the worst 16 MB in l\n"
        "a.epub: b.xhtml:1:5: error[link]: a link leads nowhere: 'x'\n"
        "a.epub: b.xhtml:2:5: error[link]: a link leads nowhere: 'x'\n"
        "a.epub: b.xhtml:3:5: error[link]: a link leads nowhere: 'x'\n"
        "a.epub: a, b.xhtml, 3 more files: error[link]: the same in 5 more places\n"
        "a.epub for kobo: 9 files, 1 error and 1 warning (rules broken)\n");
}

TEST_CASE("findings in files as JSON") {
  PreflightReport report{"a.epub", "kobo", epub_rules(), Counted::Files, 9, {broken_link("b \"c\".xhtml", {3, 14})}};
  CHECK(preflight_json(report) ==
        "{\"file\":\"a.epub\",\"entry\":\"b "
        "\\\"c\\\".xhtml\",\"line\":3,\"column\":14,\"severity\":\"error\",\"rule\":\"link\","
        "\"message\":\"a link leads nowhere: 'x'\",\"measured\":\"'x'\",\"limit\":\"\"}\n");
}

TEST_CASE("names out of the archive never reach a terminal as they are") {
  MadeEpub epub;
  epub.zip.entries.push_back({"EPUB/\x1b[31m\xff\n.txt", "x"});
  for (const Finding& finding : findings_of(epub)) CHECK(finding.place.entry == "EPUB/\u241B[31m\uFFFD .txt");
}

TEST_CASE("a finding in a file has the column of its element") {
  MadeEpub epub;
  for (const Finding& finding : findings_of(epub.chapter("<p><i/><form/></p>"))) {
    CHECK(finding.place.spot.line == 5);
    CHECK(finding.place.spot.column == 8);
  }
}
