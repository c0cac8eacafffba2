// What an outlet (a print shop) asks of a cover, read from outlets/covers/NAME.toml.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "base/result.h"
#include "diag/diagnostic.h"
#include "platform/file_system.h"

namespace nbpublish {

struct CoverPaper {
  double caliper = 0;     // inches a page, half the thickness of a leaf
  bool confirmed = true;  // false: the figure is not the outlet's own
  SourceSpan span;        // of the caliper, in CoverRules::file
};

// Every number comes with its source and the day it was checked; both stay in the file, for people.
struct CoverRules {
  std::string file;                    // "outlets/covers/kdp.toml", for complaints
  std::string title;                   // "Amazon KDP, paperback"
  Length bleed;                        // beyond the trimmed edge
  Length safe_zone;                    // no words nearer to a trimmed edge
  Length spine_clearance;              // nor words on the spine nearer to a fold
  Length spine_allowance;              // of the spine, beside its pages
  int spine_text_pages = 0;            // fewer: no words on the spine
  Size barcode_panel;                  // at the lower right of the back
  Length barcode_clearance;            // of the panel, from the trimmed edge and the spine
  bool outlet_prints_barcode = false;  // the panel is left empty
  double total_ink = 0;                // percent, the inks of one colour together
  double resolution = 0;               // pixels an inch that a picture needs
  std::string usual_paper;             // a key of papers
  std::map<std::string, CoverPaper> papers;

  // The paper of that name, the usual one for ""; for "cream" a sort of it, "cream-50", if there is no other. A Usage error with the names
  // there are.
  Result<CoverPaper> paper(std::string_view name) const;
};

// Reads `<name>.toml` in `folder`. What is wrong inside the file is told as `outlet-rules` diagnostics at line and column,
// and is an Input error as well: no cover is made by half its rules. A name without a file is a Usage error.
Result<CoverRules> read_cover_rules(const FileSystem& files, const std::filesystem::path& folder, std::string_view name,
                                    DiagnosticSink& diagnostics);

}  // namespace nbpublish
