// Preflight of an EPUB: whether a store will take it. Any EPUB, whoever made it.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "preflight/epub/epub_rule.h"
#include "preflight/rules/report.h"

namespace nbpublish {

// Apple and Google take 2 GB, which is more than any other store.
inline constexpr std::size_t kEpubMostFileBytes = 2'000'000'000;

// Checks the bytes of an EPUB 2 or 3 against a store's rules. `file` is what errors and the report call it.
// An archive that is damaged, made to do harm or beyond epub_limits.h, and a book without a readable package
// document, is an Input error. Nothing of the archive is written to disk, nothing outside of it is read; time
// and memory are bounded by epub_limits.h.
Result<PreflightReport> preflight_epub(std::string_view epub, std::string_view file, const OutletRules& rules);

}  // namespace nbpublish
