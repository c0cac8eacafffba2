#include "document/labels.h"

#include <fmt/format.h>

#include <map>

#include "document/anchors.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

struct Place {
  const Document* document = nullptr;
  SourceSpan span;
};

}  // namespace

bool is_book_wide(std::string_view anchor) { return anchor.find(':') != std::string_view::npos; }

void report_shared_labels(const std::vector<const Document*>& documents, DiagnosticSink& diagnostics) {
  std::map<std::string, Place> first;
  const auto claim = [&](const Document& document, const std::string& label, SourceSpan span) {
    const auto [at, is_new] = first.try_emplace(label, Place{&document, span});
    if (is_new || at->second.document == &document) return;
    diagnostics.report(DiagCode::DuplicateLabel, document.file, span,
                       fmt::format("the label '{}' is already used in {}:{}", label, at->second.document->file, at->second.span.line),
                       "give one of the two another name; links lead to the first");
  };
  for (const Document* document : documents) {
    if (!document->front.label.empty()) claim(*document, document->front.label, document->front.label_span);
    for_each_block(*document, [&](const Block& block) {
      if (const std::string* anchor = anchor_of(block); anchor && is_book_wide(*anchor)) claim(*document, *anchor, block.span);
    });
  }
}

}  // namespace nbpublish
