#include "output/pdf/content_writer.h"

#include <fmt/format.h>

#include <cstdlib>
#include <utility>

namespace nbpublish {
namespace {

constexpr std::int64_t kUnits = Length::kPerPoint;

// Of a number that is not negative or is, to the nearest.
constexpr std::int64_t rounded(std::int64_t numerator, std::int64_t denominator) {
  return (numerator + (numerator < 0 ? -denominator / 2 : denominator / 2)) / denominator;
}

constexpr std::int64_t units_of(std::int64_t thousandths) { return rounded(thousandths * kUnits, 1000); }

// Eight bits as a number from 0 to 1 with four decimals.
std::string component(std::uint8_t value) {
  const std::string text = fmt::format("{:.4f}", value / 255.0);
  const std::size_t last = text.find_last_not_of('0');
  return text.substr(0, text[last] == '.' ? last : last + 1);
}

// Not nothing, nor what is drawn with another character's glyph.
bool is_character(std::string_view text) { return !text.empty() && text != "\u00AD" && text != "\u00A0"; }

std::string screen_colour(const Rgb& c, const char* name) {
  return fmt::format("{} {} {} {}\n", component(c.r), component(c.g), component(c.b), name);
}

}  // namespace

ColourOperators::ColourOperators(const Theme& theme, std::optional<Ink> ink) {
  for (std::size_t i = 0; i < kColourRoleCount; ++i) {
    const Rgb c = theme.colours[i];
    const InkComponents components{c.r / 255.0, c.g / 255.0, c.b / 255.0};
    fill_[i] = ink ? PrintInk(*ink).colour(components, false) + '\n' : screen_colour(c, "rg");
    stroke_[i] = ink ? PrintInk(*ink).colour(components, true) + '\n' : screen_colour(c, "RG");
  }
}

void ContentWriter::begin(ContentOrigin origin) {
  origin_ = origin;
  fill_ = stroke_ = nullptr;
  line_style_.clear();
  font_ = -1;
  size_ = 0;
}

void ContentWriter::numbers(std::initializer_list<std::int64_t> values) {
  for (const std::int64_t value : values) {
    append_thousandths(out_, value);
    out_ += ' ';
  }
}

void ContentWriter::use_fill(ColourRole role) {
  const std::string& wanted = colours_.fill(role);
  if (fill_ != nullptr && *fill_ == wanted) return;
  fill_ = &wanted;
  out_ += wanted;
}

void ContentWriter::draw(const Fill& fill) {
  end_text();
  use_fill(fill.colour);
  const std::int64_t left = x_of(fill.rect.x), bottom = y_of(fill.rect.bottom());
  numbers({left, bottom, x_of(fill.rect.right()) - left, y_of(fill.rect.y) - bottom});
  out_ += "re f\n";
}

void ContentWriter::draw(const Path& path) {
  end_text();
  if (path.filled) use_fill(path.colour);
  else {
    const std::string& colour = colours_.stroke(path.colour);
    if (stroke_ == nullptr || *stroke_ != colour) out_ += colour;
    stroke_ = &colour;
    // A dash of no length is a dot: round caps make it as wide as the stroke.
    const bool dashed = !path.dash_on.is_zero() || !path.dash_off.is_zero();
    std::string style = pdf_number(path.width) + (dashed && path.dash_on.is_zero() ? " w 1 J [" : " w 0 J [");
    if (dashed) style += pdf_number(path.dash_on) + ' ' + pdf_number(path.dash_off);
    style += "] 0 d\n";
    if (style != line_style_) out_ += style;
    line_style_ = std::move(style);
  }
  for (const PathSegment& segment : path.segments) {
    const auto& p = segment.points;
    switch (segment.kind) {
      case PathSegment::Kind::Move:
        numbers({x_of(p[0].x), y_of(p[0].y)});
        out_ += "m\n";
        break;
      case PathSegment::Kind::Line:
        numbers({x_of(p[0].x), y_of(p[0].y)});
        out_ += "l\n";
        break;
      case PathSegment::Kind::Curve:
        numbers({x_of(p[0].x), y_of(p[0].y), x_of(p[1].x), y_of(p[1].y), x_of(p[2].x), y_of(p[2].y)});
        out_ += "c\n";
        break;
      case PathSegment::Kind::Close:
        out_ += "h\n";
        break;
    }
  }
  out_ += path.filled ? "f\n" : "S\n";
}

void ContentWriter::draw_form(std::string_view name, const Rect& rect) {
  end_text();
  out_ += "q 1 0 0 1 ";
  numbers({x_of(rect.x), y_of(rect.bottom())});
  fmt::format_to(std::back_inserter(out_), "cm /{} Do Q\n", name);
}

void ContentWriter::begin_artifact() {
  end_text();
  out_ += "/Artifact BMC\n";
}

void ContentWriter::begin_marked(std::size_t mcid) {
  end_text();
  fmt::format_to(std::back_inserter(out_), "/Span << /MCID {} >> BDC\n", mcid);
}

void ContentWriter::end_marked() {
  end_text();
  out_ += "EMC\n";
}

void ContentWriter::operators(std::string_view text) {
  end_text();
  out_ += text;
}

std::string ContentWriter::take() {
  end_text();
  return std::exchange(out_, {});
}

void ContentWriter::draw(const GlyphRun& run) {
  if (run.glyphs.empty()) return;
  const GlyphTable& face = tables_.of(run.font);
  if (run.turn == Turn::None) {
    if (is_turned_) end_text();
    begin_text();
    use_fill(run.colour);
    use_font(run.font, run.size);
    return show_glyphs(run, face);
  }
  // Along a line of its own, from its origin.
  end_text();
  begin_text();
  use_fill(run.colour);
  use_font(run.font, run.size);
  out_ += run.turn == Turn::Left ? "0 1 -1 0 " : "0 -1 1 0 ";
  numbers({x_of(run.origin.x), y_of(run.origin.y)});
  out_ += "Tm\n";
  is_turned_ = true;
  GlyphRun along = run;
  along.origin = {origin_.left, origin_.bottom};
  show_glyphs(along, face);
}

void ContentWriter::begin_text() {
  if (in_text_) return;
  out_ += "BT\n";
  in_text_ = true;
  line_ = {};
  pen_ = 0;
}

void ContentWriter::end_text() {
  if (!in_text_) return;
  end_array();
  out_ += "ET\n";
  in_text_ = is_turned_ = false;
}

void ContentWriter::use_font(FontId font, Length size) {
  const std::int64_t wanted = thousandths(size);
  if (font_ == font && size_ == wanted) return;
  font_ = font;
  size_ = wanted;
  fmt::format_to(std::back_inserter(out_), "/F{} ", font);
  append_thousandths(out_, size_);
  out_ += " Tf\n";
}

// A cluster that says what its one glyph says needs no more; what any other says stands beside it as ActualText (14.9.4).
void ContentWriter::show_glyphs(const GlyphRun& run, const GlyphTable& face) {
  const std::string_view text = run.text;
  std::size_t byte = 0, glyph = 0;
  for (const GlyphCluster& cluster : run.clusters) {
    const std::string_view says = text.substr(byte, cluster.bytes);
    const bool plain = (cluster.bytes == 0 && cluster.glyphs == 0) ||
                       (cluster.glyphs == 1 && cluster.bytes != 0 && face.text(run.glyphs[glyph].id) == says);
    if (!plain) {
      if (cluster.glyphs == 1 && is_character(says) && face.text(run.glyphs[glyph].id).empty())
        used_.say(run.font, run.glyphs[glyph].id, says);
      end_array();
      fmt::format_to(std::back_inserter(out_), "/Span << /ActualText {} >> BDC\n", pdf_hex_text(says));
    }
    for (std::size_t i = 0; i < cluster.glyphs; ++i) {
      const Glyph& g = run.glyphs[glyph + i];
      show_glyph(face, g.id, (run.origin.x - origin_.left).units() + g.x, (origin_.bottom - run.origin.y).units() - g.y);
    }
    if (!plain) {
      end_array();
      out_ += "EMC\n";
    }
    byte += cluster.bytes;
    glyph += cluster.glyphs;
  }
  end_array();
}

// note [letter fit]
void ContentWriter::show_glyph(const GlyphTable& face, std::uint32_t glyph, std::int64_t x, std::int64_t y) {
  constexpr std::int64_t kLeastMove = 3, kFarthestMove = 20'000;  // thousandths of the em
  const std::int64_t em = std::max<std::int64_t>(size_, 1);
  std::int64_t move = rounded((pen_ - x) * 1'000'000, em * kUnits);
  if (rounded(y * 1000, kUnits) != line_.y || std::abs(move) > kFarthestMove) {
    move_to(rounded(x * 1000, kUnits), rounded(y * 1000, kUnits));
    move = 0;
  }
  if (std::abs(move) < kLeastMove) move = 0;
  if (!in_array_) {
    in_array_ = true;
    array_begin_ = out_.size();
    has_moves_ = false;
  }
  if (move != 0) {
    if (in_string_) out_ += ')';
    in_string_ = false;
    fmt::format_to(std::back_inserter(out_), "{}", move);
    has_moves_ = true;
    pen_ -= rounded(move * em * kUnits, 1'000'000);
  }
  if (!in_string_) out_ += '(';
  in_string_ = true;
  append_string_byte(out_, static_cast<unsigned char>(glyph >> 8));
  append_string_byte(out_, static_cast<unsigned char>(glyph & 0xFF));
  pen_ += rounded(face.advance(glyph) * em * kUnits, face.units_per_em() * 1000);
  used_.add(static_cast<FontId>(font_), glyph);
}

void ContentWriter::move_to(std::int64_t x, std::int64_t y) {
  end_array();
  numbers({x - line_.x, y - line_.y});
  out_ += "Td\n";
  line_ = {x, y};
  pen_ = units_of(x);
}

void ContentWriter::end_array() {
  if (!in_array_) return;
  if (in_string_) out_ += ')';
  if (has_moves_) {
    out_.insert(array_begin_, 1, '[');
    out_ += "]TJ\n";
  } else {
    out_ += "Tj\n";
  }
  in_array_ = in_string_ = false;
}

}  // namespace nbpublish
