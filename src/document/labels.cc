#include "document/labels.h"

#include <fmt/format.h>

#include <map>

namespace nbpublish {
namespace {

struct Place {
  const TextFacts* text = nullptr;
  SourceSpan span;
};

}  // namespace

void report_shared_labels(const std::vector<const TextFacts*>& texts, DiagnosticSink& diagnostics) {
  std::map<std::string, Place> first;
  for (const TextFacts* text : texts)
    for (const LabelPlace& place : text->labels) {
      const auto [at, is_new] = first.try_emplace(place.label, Place{text, place.span});
      if (is_new || at->second.text == text) continue;
      diagnostics.report(DiagCode::DuplicateLabel, text->file, place.span,
                         fmt::format("the label '{}' is already used in {}:{}", place.label, at->second.text->file, at->second.span.line),
                         "give one of the two another name; links lead to the first");
    }
}

}  // namespace nbpublish
