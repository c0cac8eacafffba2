#include "document/text_limits.h"

#include <catch2/catch.hpp>

#include "document/walk.h"
#include "support/blocks.h"

using namespace nbpublish;

namespace {

std::string repeated(std::string_view unit, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += unit;
  return text;
}

Block block(std::uint32_t line, auto content) {
  Block made;
  made.span = {line, 1, line, 9};
  made.content = std::move(content);
  return made;
}
Inlines words(std::string text) { return {Inline{{}, Text{std::move(text)}}}; }

// "line message" of each complaint.
std::string cut(Document& document) {
  DiagnosticSink diagnostics;
  cut_long_texts(document, diagnostics);
  std::string list;
  for (const Diagnostic& d : diagnostics.all()) {
    CHECK(d.code == DiagCode::LimitExceeded);
    list += std::to_string(d.span.line) + " " + d.message + "\n";
  }
  return list;
}

}  // namespace

TEST_CASE("paragraphs of ten thousand words and headings of five hundred are set as they are") {
  Document document;
  document.blocks.push_back(block(1, Heading{2, words(repeated("word ", 500)), ""}));
  document.blocks.push_back(block(3, Paragraph{words(repeated("word ", 10'000))}));
  document.blocks.push_back(block(5, Paragraph{words(repeated("漢字かな", 5'000))}));
  document.blocks.push_back(block(7, Paragraph{words("https://example.org/" + repeated("path/", 1'500))}));
  const std::string before = dump(document);
  CHECK(cut(document).empty());
  CHECK(dump(document) == before);
}

TEST_CASE("of longer ones the beginning is set, told at their line") {
  Document document;
  document.blocks.push_back(block(1, Heading{2, words(repeated("word ", 1'001)), ""}));
  document.blocks.push_back(block(3, Paragraph{words(repeated("word ", 20'001))}));
  document.blocks.push_back(block(5, Paragraph{words(repeated("x", 10'001))}));
  document.blocks.push_back(block(7, Paragraph{words(repeated("漢", 100'000))}));
  CHECK(cut(document) ==
        "1 the heading has 1001 words; 1000 are the most\n"
        "3 the paragraph has 20001 words; 20000 are the most\n"
        "5 the paragraph has a word of 10001 characters; 10000 are the most\n"
        "7 the paragraph has 300000 bytes; 262144 are the most\n");
  for (const Block& b : document.blocks)
    inline_lists_of(b, [](const Inlines& list) {
      const std::string text = plain_text(list);
      CHECK(text.size() < 500);
      CHECK(text.size() > 200);
      CHECK(text.ends_with("…"));
    });
}

TEST_CASE("captions, sources, summaries, descriptions and titles have the limit of titles, wherever they stand") {
  const std::string endless = repeated("word ", 2'000);
  Figure figure;
  figure.caption = words(endless);
  figure.alt = endless;
  CodeBlock code;
  code.caption = words(endless);
  code.info.title = endless;
  Table table;
  table.caption = words(endless);
  Component component;
  component.title = endless;
  Quote quote;
  quote.attribution = words(endless);
  quote.blocks.push_back(block(6, Paragraph{{Inline{{6, 3, 6, 9}, InlineImage{"a.png", repeated("word ", 2'000)}}}}));
  Details details;
  details.summary = words(endless);
  Document document;
  document.blocks.push_back(block(1, figure));
  document.blocks.push_back(block(2, code));
  document.blocks.push_back(block(3, table));
  document.blocks.push_back(block(4, component));
  document.blocks.push_back(block(5, quote));
  document.notes.push_back({0, {}, "a", {block(8, details)}});
  CHECK(cut(document) ==
        "1 the caption has 2000 words; 1000 are the most\n"
        "1 the description of the picture has 2000 words; 1000 are the most\n"
        "2 the caption has 2000 words; 1000 are the most\n"
        "2 the title has 2000 words; 1000 are the most\n"
        "3 the caption has 2000 words; 1000 are the most\n"
        "4 the title has 2000 words; 1000 are the most\n"
        "5 the source of the quotation has 2000 words; 1000 are the most\n"
        "6 the description of the picture has 2000 words; 1000 are the most\n"
        "8 the summary has 2000 words; 1000 are the most\n");
  CHECK(dump(document).size() < 6'000);
}

TEST_CASE("the words of a link are no chapter") {
  Document document;
  document.blocks.push_back(
      block(1, Paragraph{{Inline{{1, 4, 1, 9}, Link{ExternalTarget{"https://example.org"}, "", words(repeated("word ", 301))}}}}));
  CHECK(cut(document) == "1 the link has 301 words; 300 are the most\n");
  CHECK(plain_text(as<Paragraph>(document.blocks[0])->children).size() < 500);
}

TEST_CASE("a line of code is cut alone") {
  CodeBlock code;
  for (std::uint32_t line = 11; line <= 15; ++line) code.lines.push_back({line, 1, line, 9});
  code.text = "first\n" + repeated("é", 30'000) + "\nthird\n" + repeated("x", 20'000) + "\n" + repeated("y", 20'001);
  Document document;
  document.blocks.push_back(block(10, code));
  CHECK(cut(document) ==
        "12 the line of code has 60000 bytes; 20000 are the most\n"
        "15 the line of code has 20001 bytes; 20000 are the most\n");
  CHECK(as<CodeBlock>(document.blocks[0])->text ==
        "first\n" + repeated("é", 200) + "…\nthird\n" + repeated("x", 20'000) + "\n" + repeated("y", 400) + "…");
}
