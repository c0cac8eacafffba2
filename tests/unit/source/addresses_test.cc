// Addresses in the text, and characters that no output may carry.
#include <catch2/catch.hpp>

#include "document/walk.h"
#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// "words -> address" of each link, and the whole text.
std::string links(const ReadResult& result) {
  std::string out;
  for_each_inline(result.document, [&](const Inline& inl, const Block&) {
    if (const auto* link = as<Link>(inl)) out += plain_text(link->children) + " -> " + std::get<RawTarget>(link->target).href + "\n";
  });
  return out;
}

std::string text_of(const ReadResult& result) {
  std::string out;
  for_each_block(result.document,
                 [&](const Block& block) { inline_lists_of(block, [&](const Inlines& list) { out += plain_text(list); }); });
  return out;
}

}  // namespace

TEST_CASE("a bare address ends before the marks of its sentence") {
  const auto link = [](std::string text) {
    const ReadResult result = read("# T\n\n" + std::move(text) + "\n");
    CHECK(complaints(result) == "");
    return links(result);
  };
  const std::string plain = "https://x.org/q -> https://x.org/q\n";
  for (const char* text :
       {"https://x.org/q", "\"https://x.org/q\"", "'https://x.org/q'", "(https://x.org/q)", "https://x.org/q.", "\"https://x.org/q\".",
        "(\"https://x.org/q\")", "“https://x.org/q”", "«https://x.org/q»", "‘https://x.org/q’,", "„https://x.org/q“", "*https://x.org/q*",
        "https://x.org/q…", "（https://x.org/q）", "\"https://x.org/q\"—and"}) {
    INFO(text);
    CHECK(link(text) == plain);
  }
  CHECK(link("https://x.org/a_(b)") == "https://x.org/a_(b) -> https://x.org/a_(b)\n");
  CHECK(link("https://x.org/~u/*s*, www.x.org and \"ann@x.org\"") ==
        "https://x.org/~u/*s -> https://x.org/~u/*s\nwww.x.org -> http://www.x.org\nann@x.org -> "
        "mailto:ann@x.org\n");
  CHECK(text_of(read("# T\n\n\"https://x.org/q\", (https://x.org/a_(b)).\n")) == "“https://x.org/q”, (https://x.org/a_(b)).");
  CHECK(link("https://x.org/a_b_c?x=1&y=*z#[k]") == "https://x.org/a_b_c?x=1&y=*z#[k] -> https://x.org/a_b_c?x=1&y=*z#[k]\n");
}

TEST_CASE("addresses as the words of links keep their places") {
  const ReadResult result = read("# T\n\nSee [https://x.org/a](https://x.org/b) *and* ![www.x.org](a.png) x `y`.\n");
  CHECK(complaints(result) == "");
  CHECK(links(result) == "https://x.org/a -> https://x.org/b\n");
  const auto& children = as<Paragraph>(result.document.blocks[0])->children;
  CHECK(children[1].span == SourceSpan{3, 5, 3, 38, FileName("a.md")});
  CHECK(children.back().span == SourceSpan{3, 71, 3, 71, FileName("a.md")});
  CHECK(links(read("# T\n\n<a href=\"https://x.org/b\">https://x.org/a</a>\n")) == "https://x.org/a -> https://x.org/b\n");
}

TEST_CASE("entities for no characters go the way these go") {
  const ReadResult text = read("# T\n\na &#xFFFE; b &#xFDD0; `&#xFFFE;` &#x1FFFF; &#65;\n");
  CHECK(text_of(text) == "a \uFFFD b \uFFFD &#xFFFE; \uFFFD A");
  CHECK(complaints(text) == "3:3 invalid-text\n3:14 invalid-text\n3:34 invalid-text\n");
  const ReadResult parts = read(
      "---\ntitle: \"a\\uFFFEb\"\nshort: \"c&#xFFFF;\"\n---\n\n[l](https://x.org/&#xFFFE; \"t&#xFFFE;\") "
      "![i&#xFFFE;](a.png)\n\n<p title=\"&#xFFFE;\">x &#xFFFE;</p>\n");
  CHECK(complaints(parts) ==
        "2:8 invalid-text\n3:8 invalid-text\n6:19 invalid-text\n6:30 invalid-text\n6:44 invalid-text\n8:11 "
        "invalid-text\n8:23 invalid-text\n");
  const std::string all = dump(parts.document);
  CHECK(all.find("\uFFFE") == std::string::npos);
  CHECK(all.find("\uFFFF") == std::string::npos);
}
