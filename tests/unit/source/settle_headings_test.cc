// Headings: those without words, those in HTML, and the places that links may lead to.
#include <catch2/catch.hpp>

#include "document/anchors.h"
#include "document/places.h"
#include "document/walk.h"
#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// "2:Words" of each heading.
std::string headings(const ReadResult& result) {
  std::string out;
  for_each_block(result.document, [&](const Block& block) {
    if (const auto* heading = as<Heading>(block)) out += std::to_string(heading->level) + ":" + plain_text(heading->children) + "\n";
  });
  return out;
}

// Every anchor of the chapter with the words of the block that holds it.
std::string places(ReadResult result) {
  assign_anchors(result.document, result.diagnostics);
  std::string out;
  for_each_inline(result.document, [&](const Inline& inl, const Block& block) {
    if (const std::string* name = name_of_place(inl)) {
      out += *name + "=";
      inline_lists_of(block, [&](const Inlines& list) { out += plain_text(list); });
      out += "\n";
    }
  });
  return out;
}

}  // namespace

TEST_CASE("a heading that shows nothing is left out and told") {
  for (const char* empty : {"##", "## <!-- c -->", "## &nbsp;", "## \u200B", "## \u00AD\u2060", "##  ##", "<h2></h2>", "<h2> &#8203; </h2>",
                            "## <span></span>", "## ****<b></b>"}) {
    INFO(empty);
    const ReadResult result = read(std::string("# T\n\nText.\n\n") + empty + "\n\nMore.\n");
    const bool is_rule = std::string_view(empty) == "## ****<b></b>";
    if (!is_rule) CHECK(headings(result) == "");
    if (!is_rule) CHECK(complaints(result) == "5:1 empty-heading\n");
  }
  CHECK(complaints(read("# T\n\n> ##\n\n- ##\n\n<details>\n<summary>s</summary>\n\n## \n\n</details>\n")) ==
        "3:3 empty-heading\n5:3 empty-heading\n10:1 empty-heading\n");
}

TEST_CASE("a heading without words keeps its places and its picture") {
  const ReadResult labelled = read("# T\n\n## {#here}\n\nMore.\n");
  CHECK(headings(labelled) == "");
  CHECK(places(labelled) == "here=More.\n");
  CHECK(complaints(labelled) == "3:1 empty-heading\n");
  CHECK(places(read("# T\n\n## <a id=\"here\"></a>\n\nMore.\n")) == "here=More.\n");
  const ReadResult picture = read("# T\n\n## ![](a.png)\n\nMore.\n");
  CHECK(complaints(picture) == "3:1 empty-heading\n3:4 missing-alt-text\n");
  REQUIRE(as<Figure>(picture.document.blocks.at(0)) != nullptr);
  CHECK(as<Figure>(picture.document.blocks[0])->source == "a.png");
  CHECK(headings(read("# T\n\n## ![A gear](a.png)\n\nMore.\n")) == "2:A gear\n");
}

TEST_CASE("an empty title is none") {
  const ReadResult hash = read("#\n\nMore.\n");
  CHECK(complaints(hash) == "1:1 empty-heading\n");
  CHECK(plain_text(hash.document.title) == "");
  const ReadResult front = read("---\ntitle: \"&nbsp;<!-- x -->\"\n---\n\n# Mine\n\nMore.\n");
  CHECK(complaints(front) == "2:8 empty-heading\n");
  CHECK(plain_text(front.document.title) == "Mine");
  CHECK(plain_text(read("---\ntitle: \"\"\n---\n\n# Mine\n\nMore.\n").document.title) == "Mine");
}

TEST_CASE("headings in HTML are headings") {
  const ReadResult readme = read(
      "<h1 align=\"center\">\n  The <em>book</em>\n</h1>\n\n<h2 id=\"x\">First "
      "<code>a</code></h2>\n\ntext\n\n<h3>\n\nSecond\n\n</h3>\n\ntext\n");
  CHECK(complaints(readme) == "");
  CHECK(plain_text(readme.document.title) == "The book");
  CHECK(headings(readme) == "2:First a\n3:Second\n");
  CHECK(places(readme) == "x=First a\n");
  CHECK(headings(read("# T\n\n- <h3>In a list</h3>\n\n> <h2>In a quote</h2>\n")) == "3:In a list\n2:In a quote\n");
}

TEST_CASE("a title that is a picture") {
  const ReadResult result = read("<h1 align=\"center\">\n  <img src=\"logo.png\" alt=\"The Book\">\n</h1>\n\nx\n");
  CHECK(plain_text(result.document.title) == "The Book");
  CHECK(as<Text>(result.document.title.at(0)) != nullptr);
  REQUIRE(as<Figure>(result.document.blocks.at(0)) != nullptr);
  CHECK(as<Figure>(result.document.blocks[0])->source == "logo.png");
}

TEST_CASE("ids of HTML are places") {
  CHECK(places(read("# T\n\n<a id=\"a\"></a>\n\n## H\n\n<a name=\"b\"></a>\n## I\n\nx <a id=\"c\"></a> y "
                    "<span id=\"d\">z</span>\n")) == "a=H\nb=I\nc=x y z\nd=x y z\n");
  CHECK(places(read("# T\n\n## <a id=\"a\"></a>H\n\n- <a id=\"b\"></a>item\n\n| <a id=\"c\"></a>h "
                    "|\n|---|\n| <sup id=\"d\">1</sup> |\n")) == "a=H\nb=item\nc=h\nd=1\n");
  CHECK(places(read("# T\n\n<div id=\"a\">\n\nwords\n\n</div>\n\n<p id=\"b\">more</p>\n\n<ul id=\"u\"><li "
                    "id=\"l\">one</li></ul>\n")) == "a=words\nb=more\nu=\nl=one\n");
  CHECK(places(read("# T\n\n<details id=\"a\"><summary id=\"b\">S</summary>\n\nwords\n\n</details>\n")) == "b=S\na=words\n");
  CHECK(places(read("# T\n\n<table id=\"t\"><tr id=\"r\"><td id=\"c\">x</td></tr></table>\n")) == "t=\nr=x\nc=x\n");
  CHECK(places(read("# T\n\n<a id=\"a\"></a>\n![A gear](a.png)\n\n<a id=\"b\"></a>\n\n```\ncode\n```\n\n<a "
                    "id=\"end\"></a>\n")) == "a=\nb=\nend=\n");
  CHECK(places(read("# T\n\nwords\n\n<a name=\"end\"/>\n")) == "end=words\n");
  CHECK(complaints(read("# T\n\n<a id=\"a\"></a>x <a id=\"b\">y</a> <span id=\"c\"/> <a name=\"d\">z\n")) == "");
  // Of two the first counts.
  ReadResult twice = read("# T\n\n<a id=\"a\"></a>x\n\n<a id=\"a\"></a>y\n");
  CHECK(places(twice) == "a=x\n=y\n");
  assign_anchors(twice.document, twice.diagnostics);
  CHECK(complaints(twice.diagnostics) == "5:1 duplicate-label\n");
}

TEST_CASE("what links may call a chapter") {
  using Names = std::vector<std::string>;
  const auto names = [](std::string text) { return title_anchors_of(read(std::move(text)).document); };
  CHECK(names("# The first chapter\n\nx\n").front() == "the-first-chapter");
  CHECK(names("---\ntitle: From the front\n---\n\nx\n").front() == "from-the-front");
  CHECK(names("# Title {#ch:t}\n\nx\n") == Names{"ch:t", "title", "title"});
  CHECK(places(read("# <a id=\"top\"></a>Title\n\nx\n")) == "top=x\n");
  CHECK(places(read("<a id=\"top\"></a>\n\n# Title\n\nx\n")) == "top=x\n");
  ReadResult same = read("# Intro\n\n## Intro\n\nx\n");
  assign_anchors(same.document, same.diagnostics);
  CHECK(as<Heading>(same.document.blocks[0])->anchor == "intro-1");
  ReadResult other = read("---\ntitle: Intro\n---\n\nw\n\n## Intro\n\nx\n");
  assign_anchors(other.document, other.diagnostics);
  CHECK(as<Heading>(other.document.blocks.at(1))->anchor == "intro");
}
