#include "pipeline/review_document.h"

#include <algorithm>

#include "highlight/highlight.h"

namespace nbpublish {
namespace {

void review(const CodeBlock& code, const Block& block, const std::string& file, DiagnosticSink& diagnostics) {
  const std::string& language = code.info.language;
  if (!language.empty() && language != "mermaid" && language != "math" && !knows_language(language))
    diagnostics.report(DiagCode::UnknownLanguage, file, block.span,
                       "'" + language + "' has no highlighter; the code is set plain",
                       "write the language's usual name, or `text` for code that is meant to be plain");
}

}  // namespace

void review_document(const Document& document, DiagnosticSink& diagnostics) {
  const bool has_text = std::ranges::any_of(document.blocks, [](const Block& block) { return as<Heading>(block) == nullptr; });
  if (!has_text)
    diagnostics.report(DiagCode::EmptyChapter, document.file, {}, "the chapter has no text",
                       "give it the status `planned` until it has");
  for_each_block(document, [&](const Block& block) {
    if (const auto* code = as<CodeBlock>(block)) review(*code, block, document.file, diagnostics);
  });
}

}  // namespace nbpublish
