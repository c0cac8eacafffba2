// YAML front matter, read by libyaml under limits.
#pragma once

#include <string_view>

#include "document/document.h"

namespace nbpublish {

struct FrontMatterResult {
  FrontMatter front;
  std::uint32_t body_line = 1;  // source line where the Markdown begins
  std::size_t body_offset = 0;  // the same place in bytes
  std::string status{};         // "ready", "review", "draft" or "planned"; empty if it says nothing of it
};

// Reads the `---` block at the beginning of `source` (BOM and CRLF allowed). Aliases and anchors are
// refused, unknown keys ignored, values of the wrong type and broken YAML are `front-matter`
// diagnostics at their line; in every case the body can be read on.
FrontMatterResult read_front_matter(std::string_view source, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
