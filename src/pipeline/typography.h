// Typography: what typesetting needs of the program itself and of the book's styles.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "book/book.h"
#include "book/edition.h"
#include "diag/diagnostic.h"
#include "figure/svg_fonts.h"
#include "pipeline/environment.h"
#include "pipeline/resources.h"
#include "style/style.h"
#include "text/font_library.h"

namespace nbpublish {

struct Typography {
  ResourcePaths paths;
  Style style;                          // the book's
  std::map<std::string, Style> others;  // of editions that have a style of their own, by name
  FontLibrary fonts;
  Hash128 dictionary;  // of hyphenation; zero if it cannot be read

  const Style& style_of(const Edition& edition) const {
    const auto other = others.find(edition.style);
    return other == others.end() ? style : other->second;
  }
};

// An Input error if a style cannot be used; its mistakes, at their places, are diagnostics. An Environment error if the machine cannot
// read one, or lacks fonts.
Result<Typography> load_typography(const Book& book, const std::vector<Edition>& editions, const std::filesystem::path& root,
                                   Environment env, DiagnosticSink& diagnostics);

std::vector<FontEntry> entries_of(const FontLibrary& fonts);

// The faces of text in drawings, wherever the machine keeps its own.
SvgFonts drawing_fonts(const Style& style, const std::vector<FontEntry>& entries, const std::filesystem::path& folder);

// Style and faces of drawings for commands that make no pages. The program's own style stands in for one with mistakes; without the
// program's fonts there are none. An Environment error if the machine cannot read the style.
struct DrawingSetup {
  Style style;
  SvgFonts fonts;
};
Result<DrawingSetup> drawing_setup(const Book& book, const std::filesystem::path& root, Environment env);

// Looks at the style that the manifest names; its families are left to publishing, which has the fonts at hand. Mistakes are told; an
// Environment error if the machine cannot read its files.
Status check_book_style(const Book& book, const std::filesystem::path& root, Environment env, DiagnosticSink& diagnostics);

}  // namespace nbpublish
