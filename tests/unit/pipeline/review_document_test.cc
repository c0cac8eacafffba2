#include "pipeline/review_document.h"

#include <catch2/catch.hpp>

#include "small_book.h"
#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::vector<std::string> told_of(Blocks blocks) {
  DiagnosticSink sink;
  review_document(document_of(std::move(blocks)), sink);
  return told_places(sink);
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("a chapter without text is a warning") {
  CHECK(told_of({}) == Told{"chapters/one.md:0 empty-chapter"});
  CHECK(told_of({heading(2, "Nothing but this")}) == Told{"chapters/one.md:0 empty-chapter"});
  CHECK(told_of({paragraph("words")}).empty());
}

TEST_CASE("a language without a highlighter is a warning, wherever the code stands") {
  CHECK(told_of({code_block("x", "cobol")}) == Told{"chapters/one.md:0 unknown-language"});
  CHECK(told_of({list({item({code_block("x", "cobol")})})}) == Told{"chapters/one.md:0 unknown-language"});
}

TEST_CASE("the book's languages, and code without one, are silent") {
  for (const char* language :
       {"", "js", "javascript", "ts", "json", "sh", "bash", "console", "env", "dockerfile", "python", "c", "cpp", "yaml", "text", "ansi"}) {
    INFO(language);
    CHECK(told_of({code_block("x", language)}).empty());
  }
}

TEST_CASE("a diagram is no code without a highlighter") { CHECK(told_of({code_block("graph TD", "mermaid")}).empty()); }
