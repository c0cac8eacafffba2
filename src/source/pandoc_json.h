// pandoc's JSON (pandoc-types 1.22) as SyntaxNodes.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "source/syntax.h"

namespace nbpublish {

// Reads what reader.lua made: one Div per chapter, in order. Elements pandoc's gfm reader never makes
// become UnknownBlock and UnknownInline with their name and whatever text they hold. An Error
// (Internal) if it is not such JSON or nested more deeply than simdjson reads; an Environment error if it says that it is
// of a version that we don't know.
Result<std::vector<SyntaxNode>> read_pandoc_json(std::string_view json);

}  // namespace nbpublish
