// Hostile files: a diagnostic, quickly, and pandoc is not even asked.
#include <catch2/catch.hpp>

#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

class NoPandoc : public ProcessRunner {
 public:
  Result<ProcessOutput> run(const ProcessRequest&) override {
    FAIL("pandoc was started");
    return fail(ErrorKind::Environment, "");
  }
};

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

std::string refused(std::string text, std::string file = "a.md") {
  NoPandoc pandoc;
  const auto result = read_chapters({source_file(std::move(text), std::move(file))}, {}, pandoc);
  REQUIRE(result);
  CHECK(result->front().document.blocks.empty());
  return complaints(result->front());
}

}  // namespace

TEST_CASE("limits: size of the file, its lines and their number") {
  CHECK(refused(repeated("word ", 2'000'000)) == "0:0 limit-exceeded\n");
  CHECK(refused("a\n\n" + std::string(150'000, '_')) == "3:1 limit-exceeded\n");
  CHECK(refused(repeated("a\n", 60'000)) == "0:0 limit-exceeded\n");
}

TEST_CASE("limits: nests of quotes and lists") {
  CHECK(refused(std::string(50'000, '>')) == "1:1 limit-exceeded\n");
  CHECK(refused("x\n\n" + repeated("> ", 200) + "a") == "3:1 limit-exceeded\n");
  CHECK(refused(repeated("- ", 200) + "a") == "1:1 limit-exceeded\n");
  std::string stairs;
  for (int i = 0; i < 150; ++i) stairs += std::string(static_cast<std::size_t>(2 * i), ' ') + "- a\n";
  CHECK(refused(stairs) == "0:0 limit-exceeded\n");
}

TEST_CASE("limits: nests of inlines, large tables") {
  CHECK(refused(repeated("![", 100) + "a" + repeated("](b)", 100)) == "0:0 limit-exceeded\n");
  CHECK(refused(repeated("|", 1000)) == "1:1 limit-exceeded\n");
  CHECK(refused(repeated("|a", 100) + "|\n" + repeated("|-", 100) + "|\n" + repeated(repeated("|a", 100) + "|\n", 600)) ==
        "0:0 limit-exceeded\n");
}

TEST_CASE("limits: notes that would be written out again and again") {
  CHECK(refused(repeated("x[^1] ", 1000) + "\n\n[^1]: " + repeated("word ", 1000)) == "0:0 limit-exceeded\n");
}

TEST_CASE("footnotes that refer to themselves don't hang pandoc") {
  const ReadResult result = read("x[^1]\n\n[^1]: a[^2] b[^1]\n[^2]: c[^1]\n");
  CHECK(result.document.notes.size() == 1);
  CHECK(complaints(result).find("3:8 unread-block") != std::string::npos);
}

TEST_CASE("a long rule and a deep but honest nest are read") {
  CHECK(read("a\n\n" + repeated("- ", 300) + "\n\nb\n").document.blocks.size() == 3);
  CHECK(complaints(read(repeated("> ", 60) + "a\n")).empty());
}

TEST_CASE("unclosed and stray tags end fast") {
  const ReadResult result = read(repeated("<div>", 5000) + "\n\n" + repeated("<b>x", 2000) + "\n\n" + repeated("</i>", 2000));
  CHECK(result.diagnostics.all().size() <= 1001);
  CHECK(result.document.blocks.size() == 1);
  CHECK(read(repeated("<Foo>", 3000), "a.mdx").diagnostics.all().size() <= 1001);
  CHECK(read(repeated("{", 3000), "a.mdx").document.blocks.size() == 1);
}

TEST_CASE("bytes that are no text") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  const ReadResult result = read(bytes + "\n\n\xED\xA0\x80 \xC0\xAF **b\n");
  CHECK(complaints(result).find("invalid-text") != std::string::npos);
}

TEST_CASE("limits: what pandoc would read for minutes, at its line") {
  CHECK(refused("x\n\n" + repeated("[a](#b) ", 3'000)) == "3:1 limit-exceeded\n");
  CHECK(refused("x\n\n" + repeated("![a](b) ", 3'000)) == "3:1 limit-exceeded\n");
  CHECK(refused("x\n\n| a |\n|---|\n| " + repeated("[a](#b) ", 3'000) + " |\n") == "5:1 limit-exceeded\n");
  CHECK(refused("x\n\n" + repeated("**a", 20'000)) == "3:1 limit-exceeded\n");
  CHECK(refused("x\n\n" + repeated("~~a~~ ", 15'000)) == "3:1 limit-exceeded\n");
  CHECK(refused("x\n\na" + repeated("\u0301", 20'000)) == "3:1 limit-exceeded\n");
  CHECK(refused("x\n\n```\n" + std::string(50'000, '\t') + "\n```\n") == "4:1 limit-exceeded\n");
  CHECK(refused("x\n\n" + repeated("[a]: b\n", 30'000)).find("limit-exceeded") != std::string::npos);
  CHECK(refused(repeated(repeated("[", 60) + "\n", 30'000)).find("limit-exceeded") != std::string::npos);
  CHECK(refused(repeated(repeated("> ", 90) + "a\n\n", 11'000)).find("limit-exceeded") != std::string::npos);
  CHECK(refused(repeated(repeated("سلام ", 1'000) + "\n\n", 220)).find("limit-exceeded") != std::string::npos);
}

TEST_CASE("limits: endless addresses, ten thousand headings") {
  CHECK(refused("x\n\nhttps://example.org" + repeated("/a", 20'000)) == "3:1 limit-exceeded\n");
  CHECK(refused("x\n\n[a](https://example.org" + repeated("/a", 20'000) + ")") == "3:1 limit-exceeded\n");
  CHECK(refused(repeated("## S\n", 10'100)) == "10001:1 limit-exceeded\n");
  CHECK(refused(repeated("> a\n\n", 10'100)) == "20001:1 limit-exceeded\n");
}

TEST_CASE("limits: a megabyte of prose, a paragraph of ten thousand words and a list of links are read") {
  const auto read_all = [](std::string text) { return complaints(read(std::move(text))); };
  CHECK(read_all(
            repeated("A word or two of prose, as it stands in any book on any subject. And another, as they follow one another there.\n\n",
                     9'200))
            .empty());
  CHECK(read_all(repeated("سلام سلام سلام سلام سلام سلام سلام سلام سلام سلام سلام سلام\n\n", 9'000)).empty());
  CHECK(read_all(repeated("some words, ", 5'000)).empty());
  CHECK(read_all(repeated("- [a](#b)\n", 2'000)).empty());
  CHECK(read_all("## " + repeated("word ", 500) + "\n\nx\n").empty());
}

TEST_CASE("limits: endless texts of the front matter are cut at their line") {
  const ReadResult result =
      read("---\ntitle: " + repeated("a ", 5'000) + "\nshort: b\nstandfirst: " + repeated("c ", 5'000) + "\n---\n\nx\n");
  CHECK(complaints(result) == "2:8 limit-exceeded\n4:13 limit-exceeded\n");
  CHECK(plain_text(result.document.title).size() < 500);
}

TEST_CASE("limits: definitions that links would write out again and again") {
  CHECK(refused("# T\n\n[a]: /" + std::string(2000, 'x') + "\n\n" + repeated("[a] ", 1000)) == "3:1 limit-exceeded\n");
  CHECK(refused("# T\n\n[a]: /x\n  \"" + std::string(2000, 'x') + "\"\n\n" + repeated("![b][a] ", 1000)) == "3:1 limit-exceeded\n");
  CHECK(refused("> [a\n> b]: /" + std::string(2000, 'x') + "\n\n" + repeated("[A  b] ", 1000)) == "1:1 limit-exceeded\n");
  CHECK(refused("[a\\]]: /" + std::string(2000, 'x') + "\n\n" + repeated("[a\\]] ", 1000)) == "1:1 limit-exceeded\n");
  CHECK(refused(repeated("x[^1] ", 1000) + "\n\n[^1]: [a](https://x.org/" + std::string(9000, 'x') + ")\n") == "0:0 limit-exceeded\n");
  // A chapter's own.
  std::string honest = "# T\n\n";
  for (int i = 0; i < 200; ++i)
    honest += repeated("[n" + std::to_string(i) + "] ", 20) + "\n\n[n" + std::to_string(i) + "]: https://example.org/" +
              std::string(100, 'x') + "\n\n";
  CHECK(complaints(read(honest)) == "");
}
