// What a chapter may be at most, so that hostile input costs a diagnostic and no time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "source/cmark_document.h"
#include "source/read_options.h"
#include "source/source_text.h"

namespace nbpublish {

// Characters of one kind that are told: more of one chapter say nothing new.
inline constexpr std::size_t kMostTold = 200;

struct LimitBreach {
  SourceSpan span;
  std::string message;
};

std::optional<LimitBreach> check_size(std::string_view bytes, const ReadOptions& options);
// Before cmark-gfm, which takes quadratic time on long lines, runs of `>` and tables of many columns.
std::optional<LimitBreach> check_lines(const SourceText& source, const ReadOptions& options);
// On what cmark-gfm found, before pandoc, which is slower on deep nests and large tables.
std::optional<LimitBreach> check_shape(const MarkdownShape& shape, const ReadOptions& options);
// On the note text that pandoc would write out, once for each reference.
std::optional<LimitBreach> check_notes(std::size_t expanded_bytes);

}  // namespace nbpublish
