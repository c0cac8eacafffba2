// Code that is kept from pandoc, and comes back.
#include "source/code_apart.h"

#include <catch2/catch.hpp>

#include "reading.h"
#include "source/cmark_tree.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

const std::string kCode =
    "const first = await readFile(path, { encoding: 'utf8' });\n"
    "\n"
    "\tif (first === '') throw new Error(`empty: ${path}`);  // &amp; <b>\n"
    "  ~~~ ``` [x]: y\n"
    "console.log('long enough to be kept apart');\n";

std::string fenced(const std::string& fence = "```", const std::string& indent = "") {
  std::string out = indent + fence + " js title=\"a.js\"\n";
  for (std::size_t from = 0; from < kCode.size();) {
    const std::size_t feed = kCode.find('\n', from);
    out += indent + kCode.substr(from, feed + 1 - from);
    from = feed + 1;
  }
  return out + indent + fence + "\n";
}

// The text with words that let all code go to pandoc, and with others as long.
std::string read_whole(const std::string& text) { return dump_of(read(text + "\n\nThe nbpublish-code- is read.\n")); }
std::string read_apart(const std::string& text) {
  std::string dump = dump_of(read(text + "\n\nThe nbpublish_kode- is read.\n"));
  const std::size_t at = dump.find("nbpublish_kode-");
  return at == dump.npos ? dump : dump.replace(at, 15, "nbpublish-code-");
}

SyntaxNode parsed(const std::string& text) {
  const SourceText source(text, FileName("a.md"));
  return syntax_of(CmarkDocument(source.text()), source);
}
std::size_t kept_apart(const std::string& text) { return code_apart(parsed(text), SourceText(text)).size(); }

}  // namespace

TEST_CASE("code that is kept from pandoc is read as if it had been there") {
  const std::string list = "- item\n\n" + fenced("```", "  ");
  const std::string long_fence = fenced("~~~~~"), indented = fenced("```", "   "), backticks = fenced("````");
  for (const std::string& block :
       {fenced(), long_fence, indented, backticks, list, "> " + kCode + "\n" + fenced(), "<div>\n" + fenced() + "\n</div>\n",
        "<!-- a\n" + fenced() + "-->\n" + fenced(), "```\n" + kCode, "words\n" + fenced() + "words\n" + fenced()}) {
    const std::string text = "# T\n\n" + block;
    INFO(text);
    CHECK(read_apart(text) == read_whole(text));
  }
}

TEST_CASE("long fenced code outside of lists and quotations is kept from pandoc") {
  CHECK(kept_apart(fenced() + "\nwords\n\n" + fenced("~~~")) == 2);
  CHECK(kept_apart("```\nshort\n```\n") == 0);
  CHECK(kept_apart("- item\n\n" + fenced("```", "  ")) == 0);
  CHECK(kept_apart("```\n" + kCode) == 0);                    // nobody closed it
  CHECK(kept_apart("words\n\n    " + kCode) == 0);            // not fenced
  CHECK(kept_apart(fenced() + "\nnbpublish-code-0\n") == 0);  // the text has the word
}

TEST_CASE("code comes back in its order, or the chapter is read whole") {
  const auto back = [](const std::string& text, std::vector<CodeApart> code) {
    SyntaxNode tree = parsed(text);
    for (SyntaxNode& block : tree.children)
      if (block.text.ends_with('\n')) block.text.pop_back();  // as pandoc has it
    const bool is_back = put_code_back(tree, std::move(code));
    return is_back ? tree.children.front().text : "none";
  };
  const std::string block = "```\nnbpublish-code-0\n```\n";
  CHECK(back(block, {{0, 0, "let x;\n"}}) == "let x;");
  CHECK(back(block, {{0, 0, "let x;\n\n"}}) == "let x;\n");
  CHECK(back("<div>\n" + block, {{0, 0, "let x;\n"}}) == "none");
  CHECK(back(block, {{0, 0, "let x;\n"}, {0, 0, "let y;\n"}}) == "none");
}
