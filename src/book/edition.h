// Edition: one of the files that a volume's layout becomes: for a print shop, for screens in light or dark.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace nbpublish {

enum class EditionKind : std::uint8_t { Print, Screen };

// What a print edition's file conforms to (ISO 15930).
enum class PrintStandard : std::uint8_t { X1a2001, X1a2003, X4 };

// [editions.NAME] of the manifest.
struct Edition {
  std::string name;  // "screen-dark": in the file's name, and what --edition takes
  EditionKind kind = EditionKind::Screen;
  std::string style;                                // empty: the book's
  bool dark = false;                                // Screen
  PrintStandard standard = PrintStandard::X1a2001;  // Print, and all below
  std::vector<std::string> outlets;                 // whose rules the file must keep: "kdp"
  std::string paper;                                // decides the output intent and, with the outlet, the spine; empty: the usual one
  bool tabs = false;                                // at the fore edge, one for each topic: the file bleeds
  bool crop_marks = false;
  SourceSpan span;  // of its table; nowhere for one that the manifest does not name
};

// What there is where the manifest names none. The first two are what `--pdf` makes.
const std::vector<Edition>& usual_editions();
inline constexpr std::size_t kEditionsMadeUnasked = 2;

}  // namespace nbpublish
