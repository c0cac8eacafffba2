// PageInterpreter: follows a page's content as a printer would, forms, patterns and glyphs of Type 3 fonts
// included, and writes down what is painted. Every optional layer counts as shown. Annotations are not
// painted.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "preflight/content_reader.h"
#include "preflight/graphics_state.h"
#include "preflight/page_recorder.h"
#include "preflight/page_tree.h"

namespace nbpublish {

// What is kept from page to page: fonts, decoded forms, measured pictures.
struct InterpreterCache {
  InterpreterCache(DocumentFacts& document, Budget& budget_left) : budget(budget_left), fonts(document, budget_left) {}

  Budget& budget;
  FontTable fonts;
  std::map<QPDFObjGen, std::string> forms;
  std::size_t form_bytes = 0;
  std::map<QPDFObjGen, std::optional<double>> image_inks;
  std::map<QPDFObjGen, ColourSpacePtr> spaces;
  std::set<QPDFObjGen> type3_fonts;  // whose glyphs were looked at
};

class PageInterpreter {
 public:
  PageInterpreter(InterpreterCache& cache, PdfPageFacts& facts) : cache_(cache), record_(facts) {}

  // Fills the facts, whose boxes are there. Throws LimitPassed, std::runtime_error and qpdf's exceptions.
  void interpret_page(const PageSource& source);

 private:
  using Handler = void (PageInterpreter::*)(const Operands&);
  static const std::map<std::string_view, Handler>& handlers();

  // interpret_state.cc: 8.4.4, 8.4.5
  void save(const Operands&);
  void restore(const Operands&);
  void concatenate(const Operands& o);
  void set_line_width(const Operands& o);
  void set_parameters(const Operands& o);
  void apply_parameters(QPDFObjectHandle parameters);

  // interpret_colour.cc: 8.6.8
  template <PaintColour GraphicsState::*colour, ColourFamily family>
  void set_device_colour(const Operands& o);
  template <PaintColour GraphicsState::*colour>
  void set_space(const Operands& o);
  template <PaintColour GraphicsState::*colour>
  void set_colour(const Operands& o);
  ColourSpacePtr space_of(QPDFObjectHandle object);

  // interpret_path.cc: 8.5
  void move_or_line(const Operands& o);
  void curve(const Operands& o);
  void short_curve(const Operands& o);
  void rectangle(const Operands& o);
  void clip(const Operands&);
  void end_path(const Operands&);
  void fill(const Operands& o);
  void stroke(const Operands& o);
  void fill_and_stroke(const Operands& o);
  void add_point(double x, double y);
  void paint_fill();
  void paint_stroke();

  // interpret_text.cc: 9.3, 9.4
  void begin_text(const Operands&);
  void set_char_space(const Operands& o);
  void set_word_space(const Operands& o);
  void set_stretch(const Operands& o);
  void set_leading(const Operands& o);
  void set_font(const Operands& o);
  void set_mode(const Operands& o);
  void set_rise(const Operands& o);
  void move_text(const Operands& o);
  void move_text_with_leading(const Operands& o);
  void set_text_matrix(const Operands& o);
  void next_line(const Operands&);
  void show(const Operands& o);
  void show_on_next_line(const Operands& o);
  void show_with_spaces(const Operands& o);
  void move_line(double x, double y);
  bool note_text();
  void show_glyphs(const Operands& o);
  void look_at_glyphs(const PdfFont& font);

  // interpret_objects.cc: 8.8, 8.9, 8.10
  void draw_object(const Operands& o);
  void inline_image(const Operands& o);
  void draw_image(QPDFObjectHandle image);
  void note_pixels(QPDFObjectHandle dictionary, bool is_one_bit);
  void note_image_ink(QPDFObjectHandle image, const ColourSpace& space);
  void draw_form(QPDFObjectHandle form, const PdfMatrix& placed);
  void run_stream(QPDFObjectHandle stream, QPDFObjectHandle resources);
  void run_content(const std::string& content);

  // interpret_patterns.cc: 8.7
  void paint_pattern(const PaintColour& colour, const PageBox& area);
  void paint_shading(const Operands& o);
  void note_shading(QPDFObjectHandle shading);

  static double number(const Operands& o, std::size_t i);
  static std::string last_name(const Operands& o);
  QPDFObjectHandle resource(const char* category, const std::string& name);
  void cover(const PageBox& box, bool is_text, std::string_view what);

  InterpreterCache& cache_;
  PageRecorder record_;
  QPDFObjectHandle resources_;
  GraphicsState state_;
  std::vector<GraphicsState> saved_;
  PdfMatrix base_;                 // of the content stream that patterns are placed by
  std::vector<QPDFObjGen> open_;   // forms, patterns and fonts that are being drawn
  std::set<QPDFObjGen> patterns_;  // tiles drawn on this page
  bool is_measured_ = true;        // false inside tiles and glyphs, whose places are not theirs

  PageBox path_;
  PdfMatrix text_matrix_, line_matrix_;
  bool is_one_rectangle_ = false, clips_ = false;
  double bar_ = 0, bar_length_ = 0;  // of that rectangle: its smaller and its larger side
};

}  // namespace nbpublish
