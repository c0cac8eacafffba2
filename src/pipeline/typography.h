// Typography: what typesetting needs of the program itself and of the book's styles.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "book/edition.h"
#include "pipeline/publish.h"
#include "pipeline/resources.h"
#include "style/style.h"
#include "text/font_library.h"

namespace nbpublish {

struct Typography {
  ResourcePaths paths;
  Style style;                          // the book's
  std::map<std::string, Style> others;  // of editions that have a style of their own, by name
  FontLibrary fonts;

  const Style& style_of(const Edition& edition) const {
    const auto other = others.find(edition.style);
    return other == others.end() ? style : other->second;
  }
};

// An Input error if a style cannot be used; its mistakes, at their places, are diagnostics.
Result<Typography> load_typography(const Book& book, const std::vector<Edition>& editions, const std::filesystem::path& root, Environment env,
                                   DiagnosticSink& diagnostics);

// Looks at the style that the manifest names; its families are left to publishing, which has the fonts at hand.
void check_book_style(const Book& book, const std::filesystem::path& root, Environment env, DiagnosticSink& diagnostics);

}  // namespace nbpublish
