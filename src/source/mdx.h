// MDX on its way to Markdown.
#pragma once

#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "source/component.h"
#include "source/source_text.h"

namespace nbpublish {

// Takes out of `source` what Markdown does not know, outside code:
// - import and export lines and comments {/* */}: silently;
// - a self-closing component alone on its lines: replaced by component_mark(i) for the i-th returned;
// - other components' tags: their children stay as text (`undeclared-component`);
// - {" "} and other string literals: replaced by their text; other expressions stay (`mdx-expression`).
// Positions in `source` stay those of the file.
std::vector<MdxComponent> take_out_mdx(SourceText& source, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
