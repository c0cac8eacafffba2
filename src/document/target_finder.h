// TargetFinder: what the address of a link means in the book.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "document/document.h"

namespace nbpublish {

class ChapterLookup;  // document/chapter_lookup.h
struct ChapterAddress;
struct KnownAnchors;  // of a chapter

// For the links of one chapter. What is wrong with an address is told at its link.
class TargetFinder {
 public:
  // Borrows all three; the document's anchors are taken as they are now.
  TargetFinder(const Document& document, const ChapterLookup& lookup, DiagnosticSink& diagnostics);

  // What `href`, without what browsers skip (clean_href()), leads to: ExternalTarget or InternalTarget, whatever volume that is in;
  // RawTarget if nothing is there. Nothing if no book may carry the address.
  std::optional<LinkTarget> find_target(const std::string& href, SourceSpan span);

 private:
  LinkTarget on_web(const std::string& href, SourceSpan span);
  LinkTarget in_this_chapter(const std::string& href, SourceSpan span);
  LinkTarget by_path(const std::string& href, SourceSpan span);
  LinkTarget in_chapter(const ChapterAddress& chapter, std::string_view fragment, SourceSpan span);
  std::optional<std::string> anchor_for(std::string_view wanted, const KnownAnchors& known, SourceSpan span);
  void report_missing_file(const std::string& wanted, const std::string& path, SourceSpan span);
  std::nullopt_t forbid(const std::string& href, SourceSpan span);
  bool may_hint() { return hints_left_-- > 0; }

  const Document& document_;
  const ChapterLookup& lookup_;
  const std::set<std::string> anchors_;           // of the document
  const std::vector<std::string> title_anchors_;  // of the document
  DiagnosticSink& diagnostics_;
  int hints_left_;
};

}  // namespace nbpublish
