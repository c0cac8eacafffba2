#include "pipeline/review_document.h"

#include "highlight/highlight.h"

namespace nbpublish {
namespace {

void review(const CodeBlock& code, const Block& block, const std::string& file, DiagnosticSink& diagnostics) {
  const std::string& language = code.info.language;
  if (language == "mermaid")
    diagnostics.report(DiagCode::MermaidAsCode, file, block.span,
                       "the Mermaid diagram is printed as its source",
                       "store it as a picture and name that, with a text for those who cannot see it");
  else if (!language.empty() && !knows_language(language))
    diagnostics.report(DiagCode::UnknownLanguage, file, block.span,
                       "'" + language + "' has no highlighter; the code is set plain",
                       "write the language's usual name, or `text` for code that is meant to be plain");
}

}  // namespace

void review_document(const Document& document, DiagnosticSink& diagnostics) {
  if (document.blocks.empty())
    diagnostics.report(DiagCode::EmptyChapter, document.file, {}, "the chapter has no text",
                       "give it the status `planned` until it has");
  for_each_block(document, [&](const Block& block) {
    if (const auto* code = as<CodeBlock>(block)) review(*code, block, document.file, diagnostics);
  });
}

}  // namespace nbpublish
