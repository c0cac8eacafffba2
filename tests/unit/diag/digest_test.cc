#include "diag/digest.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace nbpublish;

namespace {

struct Told {
  DiagnosticSink sink;
  SourceLines lines{[](const std::string&) { return std::optional<std::string>("a line\n"); }};

  std::string digest() {
    std::vector<const Diagnostic*> all;
    for (const Diagnostic& d : sink.all()) all.push_back(&d);
    return render_digest(all, lines);
  }
};

}  // namespace

TEST_CASE("a warning that is the only one of its kind is shown whole") {
  Told told;
  told.sink.report(DiagCode::RawHtml, "a.md", {1, 3, 1, 3}, "<div> is not supported", "leave it out");
  CHECK(told.digest() ==
        "a.md:1:3: warning[raw-html]: <div> is not supported\n"
        "  a line\n"
        "    ^\n"
        "  hint: leave it out\n");
}

TEST_CASE("like warnings are one line with their count and the first places, at the first one's place among the others") {
  Told told;
  told.sink.report(DiagCode::MissingAltText, "a.md", {9, 1, 9, 1}, "no alt", "describe it");
  told.sink.report(DiagCode::RawHtml, "a.md", {2, 1, 2, 1}, "<x>");
  told.sink.report(DiagCode::MissingAltText, "a.md", {12, 4, 12, 4}, "no alt", "describe it");
  told.sink.report(DiagCode::MissingAltText, "b.md", {3, 1, 3, 1}, "no alt", "describe it");
  CHECK(told.digest() ==
        "a.md:9:1: warning[missing-alt-text]: no alt; 2 like it: :12:4, b.md:3:1\n"
        "  hint: describe it\n"
        "a.md:2:1: warning[raw-html]: <x>\n"
        "  \n"
        "  ^\n");
}

TEST_CASE("advice that is not for all of a kind is not given to all") {
  Told told;
  told.sink.report(DiagCode::RawHtml, "a.md", {}, "<x>", "write y");
  told.sink.report(DiagCode::RawHtml, "b.md", {}, "<z>", "write w");
  CHECK(told.digest() == "a.md: warning[raw-html]: <x>; 1 like it: b.md\n");
}

TEST_CASE("three errors of a kind are shown whole, the rest in one line") {
  Told told;
  for (std::uint32_t i = 1; i <= 9; ++i)
    told.sink.report(DiagCode::UnresolvedReference, "a.md", {i, 1, i, 1}, "no label " + std::to_string(i));
  const std::string text = told.digest();
  CHECK(text.find("a.md:3:1: error[unresolved-reference]: no label 3\n") != std::string::npos);
  CHECK(text.find("no label 4") == std::string::npos);
  CHECK(text.ends_with("6 more error[unresolved-reference]: a.md:4:1, :5:1, :6:1, :7:1, ...\n"));
}

TEST_CASE("however many findings there are, a kind takes a few lines") {
  Told told;
  for (std::uint32_t i = 1; i <= 20'000; ++i) {
    told.sink.report(DiagCode::OverfullLine, "a.md", {i, 1, i, 1}, "too wide");
    told.sink.report(DiagCode::UnresolvedReference, "a.md", {i, 1, i, 1}, "no label");
  }
  const std::string text = told.digest();
  CHECK(std::ranges::count(text, '\n') < 12);
  CHECK(text.find(" like it: ") != std::string::npos);
}

TEST_CASE("strictness makes errors of warnings, and of their kinds") {
  Told told;
  for (std::uint32_t i = 1; i <= 5; ++i) told.sink.report(DiagCode::RawHtml, "a.md", {i, 1, i, 1}, "<x>");
  told.sink.promote_warnings();
  CHECK(told.digest().find("2 more error[raw-html]: a.md:4:1, :5:1\n") != std::string::npos);
}

TEST_CASE("counts are in words") {
  CHECK(render_counts(0, 0).empty());
  CHECK(render_counts(1, 0) == "1 error, 0 warnings");
  CHECK(render_counts(0, 36) == "0 errors, 36 warnings");
}
