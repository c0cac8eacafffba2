// Building GlyphRuns from shaped text.
#pragma once

#include <string_view>
#include <vector>

#include "frame/frame.h"
#include "text/shaper.h"

namespace nbpublish {

// Appends `run` (bytes [text_begin, text_end) of the shaped `text`) at `x` from the target's origin and returns its advance.
// The run's font must be the target's. `tracking` is added after every cluster.
Length append_shaped(GlyphRun& target, const ShapedRun& run, std::string_view text, std::size_t text_begin, std::size_t text_end, Length x,
                     unsigned units_per_em, Length tracking = {});

// A text of one direction in one look as runs, several where fallback faces are needed, in the order of the text; origin of all at (x, y).
std::vector<GlyphRun> directed_runs(Shaper& shaper, FontId font, Features features, Length size, ColourRole colour, std::string_view text,
                                    Point origin, bool right_to_left);
// The sum of their widths.
Length width_of(const std::vector<GlyphRun>& runs);

// The same of any text, each run in the place that its direction gives it.
std::vector<GlyphRun> glyph_runs(Shaper& shaper, FontId font, Features features, Length size, ColourRole colour, std::string_view text,
                                 Point origin);

}  // namespace nbpublish
