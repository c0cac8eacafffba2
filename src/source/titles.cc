#include "source/titles.h"

#include "document/text_limits.h"
#include "source/cmark_tree.h"

namespace nbpublish {

Inlines read_line(std::string_view text, SourceSpan span, InlineBuilder& builder) {
  if (text.empty()) return {};
  builder.report_lost_entities(text, span);
  const std::string line = builder.with_mathematics_as_code(text, span);
  if (auto syntax = syntax_of_line(line, span, builder.notes().names_in(line))) {
    builder.notes().complete(*syntax);
    return builder.leaf(*syntax);
  }
  builder.report(DiagCode::LimitExceeded, span, "emphasis and links are nested too deeply in this line");
  return {{span, Text{std::string(text)}}};
}

Inlines read_title(std::string_view text, SourceSpan span, const std::string& file, DiagnosticSink& diagnostics) {
  if (const std::string found = too_long(text, kTitleLimit); !found.empty()) {
    diagnostics.report(DiagCode::LimitExceeded, file, span, "the title has " + found, "only its beginning is set");
    return {{span, Text{beginning_of(text)}}};
  }
  NoteCollector none([](const std::vector<SyntaxNode>&) { return Blocks(); });
  InlineBuilder builder(file, none, diagnostics);
  return read_line(text, span, builder);
}

}  // namespace nbpublish
