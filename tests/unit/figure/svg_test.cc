#include <catch2/catch.hpp>

#include "figure/figure.h"
#include "pictures.h"

using namespace nbpublish;
using Catch::Contains;

namespace {

std::string svg(const std::string& content, const std::string& attributes = "viewBox='0 0 40 30'") {
  return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " + attributes + ">" + content + "</svg>";
}

Picture picture(const std::string& bytes) {
  const auto result = read_picture(bytes);
  INFO(bytes.substr(0, 300));
  INFO((result ? "" : result.error().message));
  REQUIRE(result.has_value());
  return **result;
}
std::string cleaned(const std::string& content) { return picture(svg(content)).bytes; }

std::string refusal(const std::string& bytes) {
  const auto result = read_picture(bytes);
  INFO(bytes.substr(0, 300));
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().kind == ErrorKind::Input);
  return result.error().message;
}
std::string refused(const std::string& content) { return refusal(svg(content)); }

void check_size(const std::string& attributes, double width, double height) {
  const Size size = picture(svg("<rect width='1' height='1'/>", attributes)).natural_size;
  INFO(attributes);
  CHECK(size.width.points() == Approx(width));
  CHECK(size.height.points() == Approx(height));
}

}  // namespace

TEST_CASE("SVG: natural size from width and height, else the viewBox") {
  check_size("viewBox='0 0 40 20'", 30, 15);
  check_size("width='100%' height='100%' viewBox='0 0 40 20'", 30, 15);
  check_size("width='80' viewBox='0 0 40 20'", 60, 30);
  check_size("height='10px' viewBox='0 0 40 20'", 15, 7.5);
  check_size("width='100pt' height='2in'", 100, 144);
  check_size("width='25.4mm' height='2.54cm' viewBox='0 0 4 4'", 72, 72);
  CHECK_THAT(refusal(svg("", "")), Contains("neither a viewBox"));
  CHECK_THAT(refusal(svg("", "viewBox='0 0 1e9 1'")), Contains("large"));
  CHECK_THAT(refusal(svg("", "viewBox='0 0 0 0'")), Contains("neither a viewBox"));
}

TEST_CASE("SVG: a viewBox is added, so that the drawing scales") {
  CHECK_THAT(picture(svg("<g/>", "width='40' height='30pt'")).bytes, Contains("viewBox=\"0 0 40 40\""));
}

TEST_CASE("SVG: a missing namespace is supplied, a prefix accepted") {
  CHECK_THAT(picture("<svg viewBox='0 0 4 4'><path d='M0 0h4'/></svg>").bytes,
             Contains("xmlns=\"http://www.w3.org/2000/svg\"") && Contains("<path"));
  CHECK_THAT(picture("<s:svg xmlns:s='http://www.w3.org/2000/svg' viewBox='0 0 4 4'><s:g/></s:svg>").bytes, Contains("<s:g"));
}

TEST_CASE("SVG: text keeps its spaces, its entities and its language") {
  CHECK_THAT(cleaned("<text xml:space='preserve'>a <tspan>b</tspan> <tspan>&lt;é&#x2192;</tspan></text>"),
             Contains("xml:space=\"preserve\">a <tspan>b</tspan> <tspan>&lt;é→</tspan>"));
}

TEST_CASE("SVG: scripts, events, links and animation are taken out") {
  const std::string clean = cleaned(
      "<script>alert(1)</script><rect onclick='x()' width='1'/><a xlink:href='javascript:x()' "
      "href='http://x'><text>t</text></a>"
      "<animate attributeName='href'/><g xml:base='http://x/'/><metadata><a/></metadata>"
      "<x:script xmlns:x='http://www.w3.org/2000/svg'>y</x:script>");
  for (const char* word : {"script", "onclick", "href", "animate", "base", "metadata", "alert"})
    CHECK_THAT(clean, !Contains(std::string(word) + "=") && !Contains("<" + std::string(word)) && !Contains("alert"));
  CHECK_THAT(clean, Contains("<text>t</text>"));
}

TEST_CASE("SVG: other vocabularies and programs' notes are taken out") {
  const std::string clean = cleaned(
      "<i:view xmlns:i='http://inkscape'/><meta xmlns='http://www.w3.org/1999/xhtml' "
      "content='0;url=http://x'/>"
      "<rect xmlns:i='http://inkscape' i:file='C:\\(x)\\a.svg' width='1'/>");
  CHECK_THAT(clean, !Contains("view>") && !Contains("<meta") && !Contains("C:"));
  CHECK_THAT(clean, Contains("<rect"));
}

TEST_CASE("SVG: references outside are refused, wherever they stand") {
  for (const char* content :
       {"<image href='http://x/a.png'/>", "<image xlink:href='file:///etc/passwd'/>", "<use href='other.svg#a'/>",
        "<image href='data:image/svg+xml;base64,PHN2Zy8+'/>", "<rect fill='url(http://x/#g)'/>", "<rect style='fill: URL( \"//x/g\" )'/>",
        "<style>@import 'x.css';</style>", "<style>@IMPORT url(#a);</style>", "<style>a{fill:u/**/rl(http://x)}</style>",
        "<style>@imp@font-face{}ort 'x';</style>", "<style>/*a*/<![CDATA[b{fill:url(x)}]]></style>", "<rect fill='\\75rl(http://x)'/>",
        "<style>a{background:image-set(\"http://x\" 1x)}</style>", "<filter id='f'><feImage href='/a.png'/></filter>"}) {
    INFO(content);
    CHECK_THAT(refused(content), Contains("outside"));
  }
  CHECK_THAT(refused("<style>a{fill:\\75rl(x)}</style>"), Contains("backslash"));
}

TEST_CASE("SVG: fragments and style sheets stay, @font-face goes") {
  const std::string clean = cleaned(
      "<defs><linearGradient id='g'/></defs><style>/* c */ @font-face { src: url(http://x/a.woff) } .a { "
      "fill: url(#g) }</style>"
      "<rect class='a' fill='url(\"#g\")' width='1' height='1'/><use href='#g'/>");
  CHECK_THAT(clean, Contains(".a { fill: url(#g) }") && Contains("href=\"#g\"") && !Contains("font-face"));
}

TEST_CASE("SVG: what a style sheet loses joins nothing to what it would have lost") {
  for (const char* sheet : {"a{}//**/* b{} ", "a{}/@font-face{}* b{} ", "a{}/@font-face{}/**/* b{} "}) {
    INFO(sheet);
    CHECK_THAT(cleaned("<style>" + std::string(sheet) + "</style>"), Contains("/ * b{}"));
  }
  CHECK_THAT(cleaned("<style>@fo@font-face{}nt-@font-face{}face{}</style>"), !Contains("@font-face"));
  CHECK_THAT(cleaned("<style>p/**/.x{fill:re/* */d}</style>"), Contains("p.x{fill:red}"));
}

TEST_CASE("SVG: embedded pictures are checked like others") {
  const auto image = [](const std::string& bytes) {
    return "<image width='4' height='4' href='data:image/png;base64," + test::base64(bytes) + "'/>";
  };
  CHECK_THAT(cleaned(image(test::make_png(7, 5))), Contains("data:image/png"));
  CHECK_THAT(refused(image(test::png_header(60000, 60000))), Contains("60000 x 60000"));
  CHECK_THAT(refused(image("no picture")), Contains("embedded"));
}

TEST_CASE("SVG: HTML labels are refused unless a switch has a fallback") {
  CHECK_THAT(refused("<foreignObject><p/></foreignObject>"), Contains("foreignObject"));
  CHECK_THAT(cleaned("<switch><foreignObject><p/></foreignObject><text>label</text></switch>"),
             Contains("<text>label</text>") && !Contains("foreignObject"));
}

TEST_CASE("SVG: a plain DOCTYPE is dropped, entities are refused") {
  const std::string doctype = "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/svg11.dtd'>";
  CHECK_THAT(picture("<?xml version='1.0'?>" + doctype + svg("<g/>")).bytes, !Contains("DOCTYPE"));
  std::string laughs = "<!DOCTYPE svg [<!ENTITY a0 'ha'>";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY a" + std::to_string(i) + " '" + before + before + "'>";
  }
  CHECK_THAT(refusal(laughs + "]>" + svg("<text>&a29;</text>")), Contains("entities"));
}

TEST_CASE("SVG: references that multiply are refused before they are drawn") {
  std::string content = "<g id='a0'><path d='M0 0h1'/></g>";
  for (int level = 1; level < 12; ++level) {
    content += "<g id='a" + std::to_string(level) + "'>";
    for (int i = 0; i < 10; ++i) content += "<use href='#a" + std::to_string(level - 1) + "'/>";
    content += "</g>";
  }
  CHECK_THAT(refused(content + "<use href='#a11'/>"), Contains("elements"));
}

TEST_CASE("SVG: references in a circle do no harm") {
  const auto result = read_picture(svg("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>"));
  CHECK((result || result.error().kind == ErrorKind::Input));
}

TEST_CASE("SVG: deep nesting is refused, in dropped elements too") {
  const auto nested = [](std::size_t depth) {
    std::string content;
    for (std::size_t i = 0; i < depth; ++i) content += "<g>";
    for (std::size_t i = 0; i < depth; ++i) content += "</g>";
    return content;
  };
  CHECK_THAT(cleaned(nested(100)), Contains("<g>"));
  CHECK_THAT(refused(nested(300)), Contains("nested"));
  CHECK_THAT(refused("<script>" + nested(200'000) + "</script>"), Contains("nested"));
}

TEST_CASE("SVG: broken XML says where") {
  CHECK_THAT(refusal("<svg viewBox='0 0 1 1'><g></svg>"), Contains("well-formed") && Contains("byte"));
  CHECK_THAT(refused("<text>\xC3\x28</text>"), Contains("cannot be read"));
}

TEST_CASE("SVG: what was cleaned is clean") {
  const std::string once = cleaned("<style>.a { fill: red }</style><rect class='a' width='4' height='4' onload='x'/>");
  CHECK(picture(once).bytes == once);
}

TEST_CASE("an SVG says what it shows") {
  const Picture p = picture(svg("<title>A\n  title</title><desc>More</desc><rect width='3' height='3'/>"));
  CHECK(p.title == "A title");
  CHECK(p.description == "More");
}

TEST_CASE("the smallest lettering is measured at the natural size, as far as attributes tell") {
  const auto lettering = [](const std::string& content, const std::string& attributes = "viewBox='0 0 40 30' width='20pt' height='15pt'") {
    return picture(svg(content, attributes)).lettering.points();
  };
  CHECK(lettering("<g font-size='20'><text>a</text><text font-size='16'>b<tspan font-size='14px'>c</tspan></text></g>") == Approx(7));
  CHECK(lettering("<g font-size='2'/><text font-size='16'>b</text>") == Approx(8));
  CHECK(lettering("<rect width='3' height='3'/>") == 0);
  CHECK(lettering("<text>a</text>") == 0);
  CHECK(lettering("<style>text{font-size:9px}</style><text font-size='16'>a</text>") == 0);
  CHECK(lettering("<g transform='scale(2)'><text font-size='16'>a</text></g>") == 0);
  CHECK(lettering("<g transform='translate(2 3)'><text font-size='16'>a</text></g>") == Approx(8));
}

TEST_CASE("A drawing whose dashes no PDF can hold is refused") {
  const auto dashed = [](int count, const std::string& before, const std::string& after) {
    std::string dashes;
    for (int i = 0; i < count; ++i) dashes += i % 2 == 0 ? "1, " : "2 ";
    return read_picture("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>" + before + dashes + after + "</svg>");
  };
  CHECK(dashed(1000, "<path d='M0 0h9' stroke='red' stroke-dasharray='", "'/>"));
  for (const auto& [before, after] : {std::pair{"<path d='M0 0h9' stroke-dasharray='", "'/>"},
                                      {"<path d='M0 0h9' style='stroke-dasharray:", "'/>"},
                                      {"<style>path{stroke-dasharray:", "}</style>"}}) {
    const auto refused = dashed(1001, before, after);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "a stroke-dasharray of the SVG has more than 1000 numbers");
  }
}
