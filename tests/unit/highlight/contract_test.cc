// What highlight.h promises for every language and every input.
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "base/utf8.h"
#include "highlight/highlight.h"
#include "samples.h"

using namespace nbpublish;

namespace {

std::set<std::uint32_t> character_starts(std::string_view text) {
  std::set<std::uint32_t> starts;
  for (std::size_t pos = 0; pos < text.size(); next_code_point(text, pos)) starts.insert(static_cast<std::uint32_t>(pos));
  starts.insert(static_cast<std::uint32_t>(text.size()));
  return starts;
}

// Empty if the line's tokens are in order, touch each other, cover the text and cut no character.
std::string fault_of(const HighlightedLine& line) {
  const std::set<std::uint32_t> starts = character_starts(line.text);
  std::uint32_t done = 0;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    const Token& token = line.tokens[i];
    if (token.begin != done || token.end <= token.begin) return "gap, overlap or empty token: " + line.text;
    if (!starts.contains(token.begin)) return "a token cuts a character: " + line.text;
    if (i > 0 && line.tokens[i - 1].kind == token.kind) return "neighbours of one kind: " + line.text;
    done = token.end;
  }
  return done == line.text.size() ? "" : "not covered: " + line.text;
}

std::string joined(const std::vector<HighlightedLine>& lines) {
  std::string text;
  for (const HighlightedLine& line : lines) text += (&line == &lines.front() ? "" : "\n") + line.text;
  return text;
}

std::string without_line_end_returns(std::string text) {
  for (std::size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos;) text.erase(at, 1), ++at;
  return text;
}

// What is wrong with how `code` is read, or nothing.
std::string fault_of(const std::string& code, std::string_view language) {
  const auto lines = highlight(code, language);
  for (const HighlightedLine& line : lines)
    if (const std::string fault = fault_of(line); !fault.empty()) return std::string(language) + ": " + fault;
  const bool is_changed = code.find('\x1b') == std::string::npos && joined(lines) != without_line_end_returns(code);
  return is_changed ? std::string(language) + " changed the text: " + code : "";
}

// A few deletions, swaps, insertions of marks that open something, bytes that are not UTF-8.
std::string mutated(std::string code, std::mt19937& random) {
  static const std::vector<std::string> kMarks{"`",    "${",       "\"", "'", "/*", "\\", "\n",   "<",     "\"\"\"", "<<X\n", "$((", "|\n",
                                               "\xC3", "\xF0\x9F", "{",  "}", "(",  ")",  "\r\n", "\x1b[", "#",      ":",     "\t"};
  for (int i = 0; i < 6; ++i) {
    const std::size_t at = random() % code.size();
    switch (random() % 3) {
      case 0:
        code.erase(at, random() % 40);
        break;
      case 1:
        code.insert(at, kMarks[random() % kMarks.size()]);
        break;
      default:
        code[at] = static_cast<char>(random());
        break;
    }
    if (code.empty()) code = "x";
  }
  return code;
}

}  // namespace

TEST_CASE("tokens cover each line on character boundaries, whatever the text") {
  std::mt19937 random(20240607);
  for (const std::string_view language : test::languages()) {
    CHECK(fault_of(std::string(test::sample()), language) == "");
    for (int i = 0; i < 150; ++i) CHECK(fault_of(mutated(std::string(test::sample()), random), language) == "");
  }
}

TEST_CASE("every prefix of a sample can be read") {
  const std::string code(test::sample());
  for (const std::string_view language : test::languages())
    for (std::size_t end = 0; end < code.size(); end += 3) CHECK(fault_of(code.substr(0, end), language) == "");
}

TEST_CASE("there is one line more than line feeds, without carriage returns") {
  CHECK(highlight("", "js").size() == 1);
  CHECK(highlight("", "js")[0].tokens.empty());
  CHECK(highlight("a\n", "js").size() == 2);
  const auto lines = highlight("a = 1;\r\n\r\nb", "js");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].text == "a = 1;");
  CHECK(lines[1].text.empty());
}

TEST_CASE("an unknown language is plain and says so") {
  CHECK_FALSE(knows_language("cobol"));
  const auto lines = highlight("const x = 1;", "cobol");
  REQUIRE(lines[0].tokens.size() == 1);
  CHECK(lines[0].tokens[0].kind == TokenKind::Plain);
}

TEST_CASE("the book's fence words are known") {
  for (const std::string_view word :
       {"js", "javascript", "jsx",     "mjs",     "cjs",           "ts",           "typescript", "tsx",    "json",       "jsonc",  "bash",
        "sh", "zsh",        "shell",   "console", "shell-session", "shellsession", "env",        "dotenv", "dockerfile", "docker", "python",
        "py", "c",          "cpp",     "c++",     "yaml",          "yml",          "diff",       "html",   "css",        "text",   "txt",
        "",   "ascii",      "mermaid", "ansi",    "output",        "stdout"})
    CHECK(knows_language(word));
}

TEST_CASE("punctuation is kept apart for break points") {
  const auto lines = highlight("f(a, b)", "js");
  REQUIRE(lines[0].tokens.size() == 6);
  CHECK(lines[0].tokens[1].kind == TokenKind::Punctuation);
  CHECK(lines[0].tokens[3].kind == TokenKind::Punctuation);
  CHECK(lines[0].tokens[3].end - lines[0].tokens[3].begin == 1);
}

TEST_CASE("each kind but plain ones has a class of its own in the ebook") {
  std::set<std::string_view> classes;
  for (int kind = 0; kind <= static_cast<int>(TokenKind::AnsiInverse); ++kind)
    if (const auto name = css_class(static_cast<TokenKind>(kind)); !name.empty()) CHECK(classes.insert(name).second);
  CHECK(classes.size() == 14);
  CHECK(css_class(TokenKind::Keyword) == "kw");
  CHECK(css_class(TokenKind::Plain).empty());
}
