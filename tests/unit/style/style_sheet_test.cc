#include "style/style_sheet.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

using namespace nbpublish;

namespace {

// What is left of a sheet, and "line:column" of each complaint.
struct Cleaned {
  std::string css, places;
};
Cleaned cleaned(const std::string& css) {
  DiagnosticSink sink;
  Cleaned out{without_loading(css, "styles/m/epub.css", sink), {}};
  for (const Diagnostic& d : sink.all()) {
    CHECK(d.code == DiagCode::StyleSheet);
    CHECK(d.severity == Severity::Error);
    CHECK(d.file == "styles/m/epub.css");
    out.places += (out.places.empty() ? "" : " ") + std::to_string(d.span.line) + ":" + std::to_string(d.span.column);
  }
  return out;
}

void check_clean(const std::string& css) {
  const Cleaned out = cleaned(css);
  CHECK(out.css == css);
  CHECK(out.places.empty());
}

}  // namespace

TEST_CASE("a sheet that loads nothing stays byte for byte") {
  check_clean("");
  check_clean("p { color: red } /* url(x) */ h1::before { content: \"url(http://e/x) \\2002\\\" ;}\" }\n");
  check_clean("@namespace epub url(http://www.idpf.org/2007/ops);\n@media print { p { margin: 0 } }\n");
  check_clean(".url { clip-path: url(#a); mask: url( '#b' ) }\n");
  check_clean("a[href^=\"http://\"]::after { content: attr(href) }\n");
  check_clean("@font-face { font-family: X; src: local(Arial) }");
  std::ifstream file(testing::source_path("styles/six-by-nine/epub.css"));
  check_clean({std::istreambuf_iterator<char>(file), {}});
}

TEST_CASE("what would load something is left out, and told at its place") {
  Cleaned out = cleaned("@import url(\"http://e/x.css\");\np { color: red }\n");
  CHECK(out.css == "\np { color: red }\n");
  CHECK(out.places == "1:1");
  out = cleaned("p { color: red; background: url(file:///etc/passwd) no-repeat; margin: 0 }\nh1 { background: URL( 'pic.png' ) }\nq{a:b}");
  CHECK(out.css == "p { color: red; margin: 0 }\nh1 {}\nq{a:b}");
  CHECK(out.places == "1:29 2:18");
  out = cleaned("@font-face { font-family: X; src: url(x.woff) }");
  CHECK(out.css == "@font-face { font-family: X;}");
  out = cleaned("p { background: image-set(\"a.png\" 1x); list-style: src('b') } i { cursor: url(data:image/png;base64,AA;BB) }");
  CHECK(out.css == "p {} i {}");
  CHECK(out.places == "1:17 1:52 1:75");
  out = cleaned("é { x: 1 }\n@media all { p { x: url(y); z: 1 } }");
  CHECK(out.css == "é { x: 1 }\n@media all { p { z: 1 } }");
  CHECK(out.places == "2:21");
}

TEST_CASE("escapes, comments and odd ends hide nothing") {
  CHECK(cleaned("p { a: u\\72l(x) }").css == "p {}");
  CHECK(cleaned("p { a: \\000075 rl(x) }").css == "p {}");
  CHECK(cleaned("@\\69mport 'x';p{}").css == "p{}");
  CHECK(cleaned("@IMPORT/**/'x';p{}").css == "p{}");
  CHECK(cleaned("p { a: url(x").css == "p {");
  CHECK(cleaned("@import 'x'").css == "");
  CHECK(cleaned("@import 'x' { p { } } q{}").css == " q{}");
  CHECK(cleaned("p { a: url(x\\)y) ; b: c }").css == "p { b: c }");
  CHECK(cleaned("p { a: '\n; b: url(x) }").css == "p { a: '\n;}");
  CHECK(cleaned("p { mask: url(#a'); b: url(x) '}").css == "p { mask: url(#a');");
  CHECK(cleaned("p { a: '\r; b: url(x) '}").css == "p { a: '\r;");
  CHECK(cleaned("p { a: '\\\r\n \" '; b: url(x) }").css == "p { a: '\\\r\n \" ';}");
  CHECK(cleaned("@namespace url(x'); p { b: url(y) '}").css == "@namespace url(x'); p {");
  CHECK(cleaned("p { a: url(x'y); b: c }").css == "p { b: c }");
  CHECK(cleaned("p { a: b\\").places.empty());
  CHECK(cleaned("@").places.empty());
}

TEST_CASE("bytes that are no text are told") {
  DiagnosticSink sink;
  CHECK(without_loading("p { a: \xFF }", "e.css", sink) == "p { a: \uFFFD }");
  REQUIRE(sink.all().size() == 1);
  CHECK(sink.all()[0].code == DiagCode::InvalidText);
}
