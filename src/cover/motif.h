// The drawing of a cover: what a volume is about, in a few strokes.
#pragma once

#include "book/book.h"
#include "cover/cover_sheet.h"

namespace nbpublish {

// The manifest's, else by the volume's number: loop, threads, flame graph, pulse, and again from the first.
CoverMotif cover_motif(const Volume& volume);

// Draws it as large as goes into the box.
void draw_motif(CoverSheet& sheet, CoverMotif motif, const Rect& box);

}  // namespace nbpublish
