#include "pipeline/review_document.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "document/code_places.h"
#include "document/walk.h"
#include "highlight/highlight.h"

namespace nbpublish {
namespace {

// More of one listing say nothing new.
constexpr std::size_t kMostEscapes = 50;

void report_escapes(const CodeBlock& code, const Block& block, const std::string& file, DiagnosticSink& diagnostics) {
  const std::vector<OddEscape> escapes = odd_escapes(code.text, code.info.language);
  CodePlaces places(code, block);
  for (std::size_t i = 0; i < std::min(escapes.size(), kMostEscapes); ++i) {
    const OddEscape& escape = escapes[i];
    const std::string sequence = sanitise(std::string_view(code.text).substr(escape.at, escape.length));
    diagnostics.report(DiagCode::ControlCharacter, file, places.of(escape.at),
                       escape.is_shown ? "U+001B is a control character and is set as \u241B"
                                       : "the terminal sequence '" + sequence + "' draws nothing and is left out",
                       escape.is_shown ? "delete it, or write it as an escape such as \\x1B" : "delete it from the listing");
  }
  if (escapes.size() > kMostEscapes)
    diagnostics.report(DiagCode::ControlCharacter, file, block.span,
                       std::to_string(escapes.size() - kMostEscapes) + " more escape characters stand in this listing");
}

void review(const CodeBlock& code, const Block& block, const std::string& file, DiagnosticSink& diagnostics) {
  const std::string& language = code.info.language;
  if (!language.empty() && language != "mermaid" && language != "math" && !knows_language(language))
    diagnostics.report(DiagCode::UnknownLanguage, file, block.span, "'" + language + "' has no highlighter; the code is set plain",
                       "write the language's usual name, or `text` for code that is meant to be plain");
  report_escapes(code, block, file, diagnostics);
}

}  // namespace

void review_document(const Document& document, DiagnosticSink& diagnostics) {
  const bool has_text = std::ranges::any_of(document.blocks, [](const Block& block) { return as<Heading>(block) == nullptr; });
  if (!has_text)
    diagnostics.report(DiagCode::EmptyChapter, document.file, {}, "the chapter has no text", "give it the status `planned` until it has");
  for_each_block(document, [&](const Block& block) {
    if (const auto* code = as<CodeBlock>(block)) review(*code, block, document.file, diagnostics);
  });
}

}  // namespace nbpublish
