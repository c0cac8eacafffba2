// Entities for characters that no output may carry, such as &#xFFFE;: what they stand for is U+FFFD.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// The bytes of the first such entity from `from` on.
std::optional<std::pair<std::size_t, std::size_t>> lost_entity_in(std::string_view text, std::size_t from);

// Tells those of a chapter (`invalid-text`); code has no entities.
void report_lost_entities(const SyntaxNode& places, const SourceText& source, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
