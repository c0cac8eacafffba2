// The wrap: the printed cover of a volume as one page, from its final page count and an outlet's rules.
#pragma once

#include "book/book.h"
#include "cover/wrap_geometry.h"
#include "figure/figure.h"
#include "frame/frame.h"
#include "style/style.h"

namespace nbpublish {

struct WrapInput {
  const Book* book = nullptr;
  const Volume* volume = nullptr;
  const Style* style = nullptr;  // its page is the trimmed size, its faces the cover's
  const FontLibrary* fonts = nullptr;
  PicturePtr art;  // the manifest's cover picture; null: none
  int pages = 0;   // of the whole volume, as it is printed
  const CoverRules* rules = nullptr;
  CoverPaper paper;
  bool early_access = false;
};

struct WrapCover {
  PagedVolume volume;  // one page of the trimmed wrap; what bleeds has coordinates outside it
  Theme theme;         // of this cover, in RGB; its black is pure and is to be printed in black ink alone
  WrapGeometry geometry;
};

// Draws the wrap. Told of are a picture that does not fill the front (cover-shape), words that don't fit (cover-text), a barcode
// that is missing (cover-barcode), and a paper whose caliper is not the outlet's own (cover-paper).
WrapCover draw_wrap(const WrapInput& input, DiagnosticSink& diagnostics);

// The path of the picture that the manifest gives for the volume's cover; empty: none.
const std::string& cover_path(const Book& book, const Volume& volume);

}  // namespace nbpublish
