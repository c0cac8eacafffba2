// ContentWriter: frame items as operators of a content stream (ISO 32000-1, 7.8.2).
// By hand and not by Cairo: a page of text is a few operators a line, which Cairo takes twenty times as long to write; and the
// codes of glyphs are ours, see note [glyph codes].
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "frame/frame.h"
#include "output/pdf/glyph_tables.h"
#include "output/pdf/glyph_use.h"
#include "output/pdf/pdf_syntax.h"
#include "output/pdf/print_ink.h"

namespace nbpublish {

// The operators that set the colours of a theme, on a screen or in the inks of a press.
class ColourOperators {
 public:
  ColourOperators(const Theme& theme, std::optional<Ink> ink);
  const std::string& fill(ColourRole role) const { return fill_[static_cast<std::size_t>(role)]; }
  const std::string& stroke(ColourRole role) const { return stroke_[static_cast<std::size_t>(role)]; }

 private:
  std::array<std::string, kColourRoleCount> fill_, stroke_;
};

// Where a page's coordinates stand in those of its content: `left` at 0, y upward from `bottom`.
struct ContentOrigin {
  Length left, bottom;
};

// note [letter fit]: between glyphs stands by how many thousandths of the em the next one is moved from where the font's advances put it;
// less than three are left out and come with the next, as Cairo does it.
class ContentWriter {
 public:
  // Borrows all. Faces and glyphs that are shown are noted in `used`.
  ContentWriter(const ColourOperators& colours, const GlyphTables& tables, GlyphUse& used)
      : colours_(colours), tables_(tables), used_(used) {}

  // Colour, font and dashes are those of an empty page again, as behind Q.
  void begin(ContentOrigin origin);
  void draw(const GlyphRun& run);
  void draw(const Fill& fill);
  void draw(const Path& path);
  // A form with this name in the page's resources, at its size.
  void draw_form(std::string_view name, const Rect& rect);
  void begin_artifact();
  void begin_marked(std::size_t mcid);
  void end_marked();
  void operators(std::string_view text);
  std::string take();

 private:
  struct Place {  // in thousandths
    std::int64_t x = 0, y = 0;
    friend bool operator==(const Place&, const Place&) = default;
  };

  const ColourOperators& colours_;
  const GlyphTables& tables_;
  GlyphUse& used_;
  std::string out_;
  ContentOrigin origin_;
  const std::string* fill_ = nullptr;
  const std::string* stroke_ = nullptr;
  std::string line_style_;  // what has been set of width, dashes and caps

  bool in_text_ = false, is_turned_ = false;
  int font_ = -1;
  std::int64_t size_ = 0;  // thousandths
  Place line_;             // where the line of text begins: what Td counts from
  std::int64_t pen_ = 0;   // behind the last glyph, in units of a Length from the origin
  bool in_array_ = false, in_string_ = false, has_moves_ = false;
  std::size_t array_begin_ = 0;  // of the operand that is being written

  std::int64_t x_of(Length x) const { return thousandths(x - origin_.left); }
  std::int64_t y_of(Length y) const { return thousandths(origin_.bottom - y); }
  void numbers(std::initializer_list<std::int64_t> values);
  void use_fill(ColourRole role);
  void use_font(FontId font, Length size);
  void begin_text();
  void end_text();
  void show_glyphs(const GlyphRun& run, const GlyphTable& face);
  void show_glyph(const GlyphTable& face, std::uint32_t glyph, std::int64_t x, std::int64_t y);
  void move_to(std::int64_t x, std::int64_t y);
  void end_array();
};

}  // namespace nbpublish
