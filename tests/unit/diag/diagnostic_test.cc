#include "diag/diagnostic.h"

#include <catch2/catch.hpp>

#include "diag/nearest.h"
#include "diag/render.h"

using namespace nbpublish;

TEST_CASE("a diagnostic shows its line with a caret and its hint") {
  DiagnosticSink sink;
  sink.report(DiagCode::UnresolvedReference, "a.md", {2, 5, 2, 8}, "no label 'fig:heap'", "did you mean 'fig:heaps'?");
  SourceLines source([](const std::string&) { return std::optional<std::string>("one\r\nsee fig\r\n"); });
  CHECK(render_human(sink.all()[0], &source) ==
        "a.md:2:5: error[unresolved-reference]: no label 'fig:heap'\n"
        "  see fig\n"
        "      ^\n"
        "  hint: did you mean 'fig:heaps'?\n");
}

TEST_CASE("a long line is shown as a window around the column") {
  DiagnosticSink sink;
  sink.report(DiagCode::RawHtml, "a.md", {1, 301, 1, 301}, "x");
  SourceLines source([](const std::string&) { return std::optional<std::string>(std::string(300, 'a') + "!" + std::string(300, 'b')); });
  const std::string text = render_human(sink.all()[0], &source);
  const std::size_t caret_line = text.rfind("\n", text.size() - 2) + 1;
  const std::size_t shown = text.find("  …");
  REQUIRE(shown != std::string::npos);
  // 2 blanks and the ellipsis (3 bytes) stand before the window; the caret is one column after 1 + 40 characters.
  CHECK(text.size() - caret_line == 2 + 41 + 2);
  CHECK(text.find('!') - shown == 2 + 3 + 40);
}

TEST_CASE("what an author wrote cannot move a terminal's cursor or turn its line around") {
  DiagnosticSink sink;
  sink.report(DiagCode::RawHtml, "a\x1b.md", {}, "<\x1b[2J\xE2\x80\xAE\nx>", "not \a");
  CHECK(render_human(sink.all()[0], nullptr) == "a\u241B.md: warning[raw-html]: <\u241B[2J\uFFFD x>\n  hint: not \u2407\n");
}

TEST_CASE("words of the author's that a message shows do not break its line") {
  DiagnosticSink sink;
  sink.report(DiagCode::StyleSheet, "a.css", {}, "url(a\nb) leads\r\nout", "a\thint");
  CHECK(sink.all()[0].message == "url(a b) leads  out");
  CHECK(sink.all()[0].hint == "a hint");
}

TEST_CASE("an unknown name is refused with those there are and the nearest") {
  const Error error = unknown_name("edition", "prnt", {"print", "screen"});
  CHECK(error.kind == ErrorKind::Usage);
  CHECK(error.message == "there is no edition 'prnt'; there are: print, screen");
  CHECK(error.hint == "did you mean 'print'?");
  std::vector<std::string> many;
  for (int i = 1; i <= 50'000; ++i) many.push_back("v" + std::to_string(i));
  CHECK(unknown_name("volume", "x", many).message.size() < 200);
  CHECK(unknown_name("volume", "x", many).message.ends_with("v20 and 49980 more"));
  CHECK(unknown_name("volume", "x", {}).message == "there is no volume 'x'");
}

TEST_CASE("strict turns warnings into errors, notes stay") {
  DiagnosticSink sink;
  sink.report(DiagCode::RawHtml, "a.md", {}, "x");
  sink.report(DiagCode::LooseLine, "a.md", {}, "y");
  sink.promote_warnings();
  CHECK(sink.count(Severity::Error) == 1);
  CHECK(sink.count(Severity::Note) == 1);
}

TEST_CASE("the nearest name is found, a far one is not") {
  CHECK(nearest_name("volum-1", {"volume-1", "volume-2"}) == "volume-1");
  CHECK(nearest_name("xyz", {"volume-1"}).empty());
  CHECK(nearest_name("one", {"two", "ten"}).empty());
  CHECK(nearest_name("fig:heap", {"fig:lungs"}).empty());
  CHECK(nearest_name("status", {"stauts", "status", "statue"}) == "status");
  CHECK(nearest_name("stauts", {"statue", "status"}) == "status");
  CHECK(nearest_name("abcdef", {"cdef", "abcdefgh", "bcdefg"}) == "cdef");
  CHECK(nearest_name("", {"a"}).empty());
}

TEST_CASE("JSON escapes what must be escaped") {
  const Diagnostic d{DiagCode::RawHtml, Severity::Warning, "a\".md", {1, 2, 3, 4}, "tab\there", ""};
  CHECK(
      render_json(d) ==
      R"({"file":"a\".md","line":1,"column":2,"endLine":3,"endColumn":4,"severity":"warning","code":"raw-html","message":"tab\u0009here","hint":""})");
}

TEST_CASE("a sink takes a hundred thousand findings, says that there were more, and keeps errors beyond") {
  DiagnosticSink sink;
  for (std::uint32_t i = 1; i <= 300'000; ++i) sink.report(DiagCode::OverfullLine, "a.md", {i, 1, i, 1}, "x");
  REQUIRE(sink.all().size() == 100'001);
  CHECK(sink.all()[99'999].message == "x");
  CHECK(sink.all()[100'000].message == "more findings like these are left out");
  CHECK(sink.all()[100'000].span.line == 100'001);
  sink.report(DiagCode::LimitExceeded, "a.md", {3, 1, 3, 1}, "y");
  CHECK(sink.all().back().message == "y");
  CHECK(sink.count(Severity::Error) == 1);
}
