// Listings as a reader sees them: without the lines that are for tools, titles from comments.
#include "source/settle_listings.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

CodeBlock settled(std::string language, std::string text, std::string title = {}, FenceInfo info = {}) {
  CodeBlock code;
  code.info = std::move(info);
  code.info.language = std::move(language);
  code.info.title = std::move(title);
  code.text = std::move(text);
  const auto count = static_cast<std::uint32_t>(std::ranges::count(code.text, '\n')) + 1;
  for (std::uint32_t line = 11; line < 11 + count; ++line) code.lines.push_back({line, 1, line, 9});
  Document document;
  document.blocks.push_back({0, {}, std::move(code)});
  settle_listings(document);
  return std::get<CodeBlock>(document.blocks.front().content);
}

// The numbers of the source's lines that are left.
std::vector<std::uint32_t> places(const CodeBlock& code) {
  std::vector<std::uint32_t> lines;
  for (const SourceSpan& place : code.lines) lines.push_back(place.line);
  return lines;
}

using Lines = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("Twoslash's lines are for tools, and the places of the others stay theirs") {
  const CodeBlock code = settled("ts", "// @noErrors\nconst a = 1;\n  // @log: it is 1\nconst b = a;\n//    ^?\nlast();");
  CHECK(code.text == "const a = 1;\nconst b = a;\nlast();");
  CHECK(places(code) == Lines{12, 14, 16});
  CHECK(settled("js", "// @errors: 2304 2552\na").text == "a");
  CHECK(settled("tsx", "// @filename: a.tsx\na").text == "a");
  // Not what compilers and readers read, nor other languages.
  for (const char* text : {"// @ts-ignore\na", "// @param x\na", "// @log in first\na", "a // @noErrors", "// @returns: x\na"})
    CHECK(settled("ts", text).text == text);
  CHECK(settled("go", "// @noErrors\na").text == "// @noErrors\na");
}

TEST_CASE("what Twoslash cuts away is not printed") {
  CHECK(settled("ts", "import x from 'x'\n// ---cut---\n\nx();\n").text == "x();");
  CHECK(settled("js", "a\n// ---cut-before---\nb\n// ---cut-after---\nc").text == "b");
  const CodeBlock code = settled("js", "a\n// ---cut-start---\nb\n// ---cut-end---\nc");
  CHECK(code.text == "a\nc");
  CHECK(places(code) == Lines{11, 15});
  // A listing of which nothing is left stays.
  CHECK(settled("js", "a\n// ---cut---").text == "a\n// ---cut---");
}

TEST_CASE("marks go with their lines") {
  FenceInfo info;
  info.marked = {{2, 3}, {1, 1}, {5, 9}};
  const CodeBlock code = settled("ts", "// @noErrors\na\n// @log: x\nb\nc", {}, info);
  CHECK(code.text == "a\nb\nc");
  CHECK(code.info.marked == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{1, 1}, {3, 3}});
}

TEST_CASE("a first line that is a file's name becomes the title") {
  struct Row {
    const char* language;
    const char* first;
    const char* title;
  };
  const Row rows[] = {{"js", "// src/server.js", "src/server.js"},
                      {"python", "# config.py", "config.py"},
                      {"yaml", "# .github/ci.yml", ".github/ci.yml"},
                      {"css", "/* page.css */", "page.css"},
                      {"html", "<!-- index.html -->", "index.html"},
                      {"dockerfile", "# Dockerfile", "Dockerfile"},
                      {"sql", "-- schema.sql", "schema.sql"},
                      {"js", "// Node.js", ""},
                      {"js", "// example.com", ""},
                      {"js", "// the server.js of all", ""},
                      {"python", "// config.py", ""},
                      {"text", "# config.py", ""},
                      {"", "// a.js", ""}};
  for (const Row& row : rows) {
    const CodeBlock code = settled(row.language, std::string(row.first) + "\n\nnext");
    INFO(row.language << " " << row.first);
    CHECK(code.info.title == row.title);
    CHECK(code.text == (*row.title == '\0' ? std::string(row.first) + "\n\nnext" : "next"));
    if (*row.title != '\0') CHECK(places(code) == Lines{13});
  }
  CHECK(settled("js", "// alone.js").text == "// alone.js");
}

TEST_CASE("a first line that repeats the title is left out; another name stays") {
  CHECK(settled("js", "// own.js\na", "own.js").text == "a");
  CHECK(settled("js", "// other.js\na", "own.js").text == "// other.js\na");
  CHECK(settled("js", "// the story\na", "the story").text == "a");
  // Numbers are those of the file.
  FenceInfo info;
  info.line_numbers = true;
  info.marked = {{3, 3}};
  const CodeBlock code = settled("js", "// own.js\n\na", "own.js", info);
  CHECK(code.info.first_line == 3);
  CHECK(code.info.marked == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{1, 1}});
}
