// Colours and drawings of the covers, by the number of the volume.
#pragma once

#include "output/epub/cover_canvas.h"

namespace nbpublish {

// CIELAB lightness 30 (ground), 62 (mid) and 80 (light) in four hues, so that the set is one family and can
// be told apart in gray by nothing but its numerals. Light on ground is above 6:1, white above 9:1.
struct CoverColours {
  Rgb ground, mid, light;
};
CoverColours cover_colours(int volume);

// One drawing per volume (loop, threads, flame graph, pulse; from volume 5 again from the first) in the
// given rectangle of pixels.
void draw_motif(CoverCanvas& canvas, int volume, double x, double y, double width, double height);

}  // namespace nbpublish
