// Patterns and shadings (ISO 32000-1, 8.7).
#include <utility>

#include "preflight/image_ink.h"
#include "preflight/page_interpreter.h"

namespace nbpublish {
namespace {

constexpr int kTiling = 1, kShading = 2;
constexpr int kUncoloured = 2;

bool is_whole(QPDFObjectHandle object, int value) { return object.isInteger() && object.getIntValue() == value; }

// A function-based or mesh shading's dictionary is a stream's.
QPDFObjectHandle dictionary_of(QPDFObjectHandle object) { return object.isStream() ? object.getDict() : object; }

}  // namespace

void PageInterpreter::paint_pattern(const PaintColour& used, const PageBox& area) {
  // A copy, for it is part of the state, which changes below.
  const PaintColour colour = used;  // NOLINT(performance-unnecessary-copy-initialization)
  QPDFObjectHandle pattern = colour.pattern;
  if (!pattern.isInitialized()) return;
  QPDFObjectHandle dictionary = dictionary_of(pattern);
  if (!dictionary.isDictionary()) return;
  const GraphicsState state = state_;
  if (is_whole(dictionary.getKey("/PatternType"), kShading)) {
    if (dictionary.getKey("/ExtGState").isDictionary()) apply_parameters(dictionary.getKey("/ExtGState"));
    note_shading(dictionary.getKey("/Shading"));
    state_ = state;
    return;
  }
  if (!pattern.isStream() || !is_whole(dictionary.getKey("/PatternType"), kTiling)) return;
  if (!patterns_.insert(pattern.getObjGen()).second) return;
  // One tile, placed by the page's or form's matrix and not the current one (8.7.3.1).
  const bool was_measured = std::exchange(is_measured_, false);
  state_.ctm = base_;
  state_.clip = PageBox::everything();  // where the tile is repeated, not where it lies
  if (is_whole(dictionary.getKey("/PaintType"), kUncoloured) && colour.space->base)
    state_.fill = state_.stroke = {colour.space->base, colour.components, {}};
  draw_form(pattern, pdf_matrix_of(dictionary.getKey("/Matrix"), {}));
  is_measured_ = was_measured;
  state_ = state;
  cover(area, false, "a fill");
}

void PageInterpreter::paint_shading(const Operands& o) {
  QPDFObjectHandle shading = resource("/Shading", last_name(o));
  if (state_.clip.is_empty()) return;
  note_shading(shading);
  PageBox box = box_of(dictionary_of(shading).isDictionary() ? dictionary_of(shading).getKey("/BBox") : shading);
  if (!box.is_empty()) box = state_.ctm.box(box.x0, box.y0, box.x1, box.y1);
  cover(box.is_empty() ? state_.clip : box, false, "a shading");
}

void PageInterpreter::note_shading(QPDFObjectHandle shading) {
  QPDFObjectHandle dictionary = dictionary_of(shading);
  if (!dictionary.isDictionary()) return;
  const ColourSpacePtr space = space_of(dictionary.getKey("/ColorSpace"));
  record_.use_space(*space, PaintPlace::Shading);
  if (!has_inks(*space)) return;
  if (const auto ink = ink_of_shading(dictionary, *space)) keep_most(record_.facts().most_ink, *ink, "a shading");
  else add_word(record_.facts().unknown_ink, "a shading");
}

}  // namespace nbpublish
