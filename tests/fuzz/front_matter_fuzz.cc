// YAML front matter.
#include <algorithm>

#include "document/front_matter.h"
#include "fuzz/fuzz.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  DiagnosticSink diagnostics;
  const FrontMatterResult result = read_front_matter(text, "a.md", diagnostics);
  must(result.body_offset <= size, "the body begins in the file");
  const auto line = 1 + std::ranges::count(text.substr(0, result.body_offset), '\n');
  must(result.body_offset == size || result.body_line == line, "the body's line is that of its offset");
  must_be_inside(diagnostics, text);
  for (const SourceSpan& span : {result.front.title_span, result.front.short_span, result.front.standfirst_span, result.front.label_span})
    must(span.line <= result.body_line, "values stand in the front matter");
  return 0;
}
