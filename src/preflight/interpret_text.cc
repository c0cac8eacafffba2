// Text (ISO 32000-1, 9.3 and 9.4).
#include <utility>

#include "preflight/page_interpreter.h"

namespace nbpublish {
namespace {

// How far letters reach above the baseline, in sizes. Fonts' own bounding boxes are often far too large. At
// the foot the baseline counts, as it does for a designer: folios, which stand lowest, have no descenders.
constexpr double kAscent = 0.7;
constexpr double kThousandth = 0.001;  // TJ's numbers and the glyph space that sizes are meant for
constexpr unsigned kSpace = 32;

enum RenderingMode { kInvisible = 3, kOnlyClip = 7 };
bool fills(int mode) { return mode == 0 || mode == 2 || mode == 4 || mode == 6; }
bool strokes(int mode) { return mode == 1 || mode == 2 || mode == 5 || mode == 6; }

}  // namespace

void PageInterpreter::begin_text(const Operands&) { text_matrix_ = line_matrix_ = {}; }
void PageInterpreter::set_char_space(const Operands& o) { state_.text.char_space = number(o, 0); }
void PageInterpreter::set_word_space(const Operands& o) { state_.text.word_space = number(o, 0); }
void PageInterpreter::set_stretch(const Operands& o) { state_.text.stretch = number(o, 0) / 100; }
void PageInterpreter::set_leading(const Operands& o) { state_.text.leading = number(o, 0); }
void PageInterpreter::set_mode(const Operands& o) { state_.text.mode = static_cast<int>(number(o, 0)); }
void PageInterpreter::set_rise(const Operands& o) { state_.text.rise = number(o, 0); }

void PageInterpreter::set_font(const Operands& o) {
  QPDFObjectHandle font = resource("/Font", o.size() == 2 ? o[0].text : "");
  state_.text.font = font.isDictionary() ? &cache_.fonts.get(font) : nullptr;
  state_.text.size = number(o, 1);
}

void PageInterpreter::move_line(double x, double y) {
  line_matrix_ = PdfMatrix{1, 0, 0, 1, x, y}.then(line_matrix_);
  text_matrix_ = line_matrix_;
}

void PageInterpreter::move_text(const Operands& o) { move_line(number(o, 0), number(o, 1)); }

void PageInterpreter::move_text_with_leading(const Operands& o) {
  state_.text.leading = -number(o, 1);
  move_text(o);
}

void PageInterpreter::set_text_matrix(const Operands& o) {
  text_matrix_ = line_matrix_ = {number(o, 0), number(o, 1), number(o, 2), number(o, 3), number(o, 4), number(o, 5)};
}

void PageInterpreter::next_line(const Operands&) { move_line(0, -state_.text.leading); }
void PageInterpreter::show(const Operands& o) { show_glyphs(o); }

void PageInterpreter::show_on_next_line(const Operands& o) {
  next_line(o);
  show_glyphs(o);
}

void PageInterpreter::show_with_spaces(const Operands& o) {
  state_.text.word_space = number(o, 0);
  state_.text.char_space = number(o, 1);
  next_line(o);
  show_glyphs({o.begin() + std::min<std::ptrdiff_t>(2, std::ssize(o)), o.end()});
}

// Whether it can be seen.
bool PageInterpreter::note_text() {
  const TextState& text = state_.text;
  if (text.mode == kInvisible || text.mode == kOnlyClip) return false;
  bool is_visible = false;
  if (fills(text.mode) && record_.paint(state_.fill, "text")) is_visible = true, record_.text(state_.fill);
  if (strokes(text.mode) && record_.paint(state_.stroke, "text")) is_visible = true, record_.text(state_.stroke);
  if (text.font->is_type3) look_at_glyphs(*text.font);
  return is_visible;
}

void PageInterpreter::show_glyphs(const Operands& o) {
  TextState& text = state_.text;
  if (!text.font) return;
  const PdfFont& font = *text.font;
  const double per_unit = font.matrix.a * text.size;
  double x = 0, begin = 0, end = 0;  // in text space; of what is not a space
  bool has_ink = false;
  for (const Operand& operand : o) {
    if (operand.kind == Operand::Kind::Number) x -= operand.number * kThousandth * text.size * text.stretch;
    if (operand.kind != Operand::Kind::String) continue;
    const std::string& bytes = operand.text;
    const std::size_t step = font.has_wide_codes ? 2 : 1;
    for (std::size_t i = 0; i + step <= bytes.size(); i += step) {
      unsigned code = static_cast<unsigned char>(bytes[i]);
      if (step == 2) code = code << 8 | static_cast<unsigned char>(bytes[i + 1]);
      const bool is_space = code == kSpace && step == 1;
      const double advance = font.width(code) * per_unit * text.stretch;
      if (!is_space && !has_ink) begin = end = x, has_ink = true;
      if (!is_space) begin = std::min({begin, x, x + advance}), end = std::max({end, x, x + advance});
      x += advance + (text.char_space + (is_space ? text.word_space : 0)) * text.stretch;
    }
  }
  const PdfMatrix to_page = text_matrix_.then(state_.ctm);
  text_matrix_ = PdfMatrix{1, 0, 0, 1, x, 0}.then(text_matrix_);
  if (!has_ink) return;
  const PageBox box = to_page.box(begin, text.rise, end, text.rise + kAscent * text.size);
  if (box.inside(state_.clip).is_empty() || !note_text()) return;
  cover(box, true, "text");
  PdfPageFacts& facts = record_.facts();
  facts.fonts.insert(font.index);
  // A Type 3 font's size says something only together with its matrix.
  const double size = std::abs(text.size) * to_page.y_scale() * std::abs(font.matrix.d) / kThousandth;
  if (!facts.least_text || size < facts.least_text->value) keep_least(facts.least_text, size, "text");
}

// The glyphs are little content streams: their colours and pictures are the page's.
void PageInterpreter::look_at_glyphs(const PdfFont& font) {
  if (!cache_.type3_fonts.insert(font.dictionary.getObjGen()).second) return;
  QPDFObjectHandle dictionary = font.dictionary, glyphs = dictionary.getKey("/CharProcs");
  if (!glyphs.isDictionary()) return;
  const double size = state_.text.size;
  const PdfMatrix placed = font.matrix.then({size, 0, 0, size, 0, 0}).then(text_matrix_);
  const bool was_measured = std::exchange(is_measured_, false);
  const PdfMatrix text_matrix = text_matrix_, line_matrix = line_matrix_;
  QPDFObjectHandle outer = resources_;
  if (dictionary.getKey("/Resources").isDictionary()) resources_ = dictionary.getKey("/Resources");
  for (const std::string& name : glyphs.getKeys())
    if (glyphs.getKey(name).isStream()) draw_form(glyphs.getKey(name), placed);
  resources_ = outer;
  text_matrix_ = text_matrix, line_matrix_ = line_matrix;
  is_measured_ = was_measured;
}

}  // namespace nbpublish
