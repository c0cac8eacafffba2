// What is opened and never closed.
#include <catch2/catch.hpp>

#include "document/walk.h"
#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// All words that are left, code too, blocks parted by a line.
std::string words(const ReadResult& result) {
  std::string out;
  for_each_block(result.document, [&](const Block& block) {
    inline_lists_of(block, [&](const Inlines& list) { out += plain_text(list) + "\n"; });
    if (const auto* code = as<CodeBlock>(block)) out += code->text + "\n";
  });
  return out;
}

}  // namespace

TEST_CASE("unclosed: a comment hides the rest of its container and is told at its line") {
  const ReadResult chapter = read("# T\n\nSeen.\n\n<!-- TODO: later\n\n## Next\n\nBody `x`.\n");
  CHECK(words(chapter) == "Seen.\n");
  CHECK(complaints(chapter) == "5:1 unclosed-markup\n");

  const ReadResult list = read("# T\n\n- a\n\n  <!-- b\n\n  c\n\nSeen.\n");
  CHECK(words(list) == "a\nSeen.\n");
  CHECK(complaints(list) == "5:3 unclosed-markup\n");

  const ReadResult quote = read("# T\n\n> [!NOTE]\n> a\n>\n> <!-- b\n> c\n\nSeen.\n");
  CHECK(words(quote) == "a\nSeen.\n");
  CHECK(complaints(quote) == "6:3 unclosed-markup\n");

  // An end that comes later closes it; so does the end of another comment, which is told.
  CHECK(complaints(read("# T\n\n<!-- a\n\nb\n\n-->\n\nSeen.\n")) == "");
  const ReadResult two = read("# T\n\n<!-- a\n\nb\n\n<!-- c -->\n\nSeen.\n");
  CHECK(words(two) == "Seen.\n");
  CHECK(complaints(two) == "3:1 unclosed-markup\n");
  CHECK(complaints(read("# T\n\na <!-- b <!-- c --> d\n")) == "3:3 unclosed-markup\n");
}

TEST_CASE("unclosed: declarations and the like") {
  for (const char* begin : {"<?php echo 1;", "<![CDATA[ x", "<!DOCTYPE html"}) {
    const ReadResult result = read(std::string("# T\n\nSeen.\n\n") + begin + "\n\n## Next\n");
    CHECK(words(result) == "Seen.\n");
    CHECK(complaints(result) == "5:1 unclosed-markup\n");
  }
}

TEST_CASE("unclosed: elements") {
  const ReadResult script = read("# T\n\nSeen.\n\n<script>\nif (a < b) alert(\"<b>\");\n\n## Next\n");
  CHECK(words(script) == "Seen.\n");
  CHECK(complaints(script) == "5:1 raw-html\n5:1 unclosed-markup\n");
  CHECK(words(read("# T\n\n<style>\nb > i { }\n</style>\n\nSeen.\n")) == "Seen.\n");

  const ReadResult pre = read("# T\n\n<pre>\na\n\nb\n");
  CHECK(words(pre) == "\na\n\nb\n" + std::string());
  CHECK(complaints(pre) == "3:1 unclosed-markup\n");

  CHECK(complaints(read("# T\n\n<details>\n<summary>S</summary>\n\ntext\n")) == "3:1 unclosed-markup\n");
  CHECK(complaints(read("# T\n\n<h2>S\n\n- a\n")) == "3:1 unclosed-markup\n");
  CHECK(complaints(read("# T\n\n<table>\n<tr><td>a</td></tr>\n\ntext\n")) == "3:1 unclosed-markup\n");
}

TEST_CASE("unclosed: fences") {
  CHECK(complaints(read("# T\n\n```js\na\n\n## Next\n")) == "3:1 unclosed-markup\n");
  CHECK(complaints(read("# T\n\n~~~~\na\n~~~\n")) == "3:1 unclosed-markup\n");
  CHECK(complaints(read("# T\n\n- x\n\n  ```js\n  a\n\ny\n")) == "5:3 unclosed-markup\n");
  CHECK(complaints(read("# T\n\n> ```js\n> a\n\ny\n")) == "3:3 unclosed-markup\n");
  CHECK(complaints(read("# T\n\n```js\na\n```\n\n> ```js\n> a\n> ````\n\n- ~~~\n  b\n  ~~~\n\n      ```\n      c\n")) == "");
  CHECK(complaints(read("# T\n\n```\n")) == "3:1 unclosed-markup\n");
}

TEST_CASE("unclosed: a comment in a paragraph is printed, and told") {
  const ReadResult result = read("# T\n\nSeen <!-- b\n\nc -->\n");
  CHECK(words(result) == "Seen <!-- b\nc -->\n");
  CHECK(complaints(result) == "3:6 unclosed-markup\n");
  CHECK(complaints(read("# T\n\nA \\<!-- b, and `<!--`\n")) == "");
}

TEST_CASE("unclosed: in MDX") {
  CHECK(words(read("# T\n\nSeen.\n\n<!-- a {b}\n\n<C />\n", "a.mdx")) == "Seen.\n");
  CHECK(complaints(read("# T\n\nSeen.\n\n<!-- a {b}\n\n<C />\n", "a.mdx")) == "5:1 unclosed-markup\n");
  CHECK(complaints(read("# T\n\nSeen.\n\n{/* a\n\nb\n", "a.mdx")) == "5:1 mdx-expression\n");
}
