// Text runs for tests of what comes after layout: shaped by HarfBuzz, one line, no kerning tricks.
#pragma once

#include <hb.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "frame/frame.h"
#include "platform/file_system.h"
#include "support/places.h"
#include "text/font_library.h"

namespace nbpublish::testing {

// The repository's fonts, loaded once for a test program.
inline const FontLibrary& project_fonts() {
  static const FontLibrary library = [] {
    auto loaded = FontLibrary::load(RealFileSystem(), source_path("fonts"));
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(*loaded);
  }();
  return library;
}

// Clusters as HarfBuzz gives them: a ligature is one glyph for several bytes.
inline GlyphRun text_run(FontId font, Length size, Point origin, const std::string& text, ColourRole colour = ColourRole::Text) {
  const FontLibrary& fonts = project_fonts();
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(fonts.hb_font(font), buffer, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
  GlyphRun run{.font = font, .colour = colour, .size = size, .origin = origin, .width = {}, .glyphs = {}, .clusters = {}, .text = text};
  const auto scaled = [&](int units) { return size.scaled(units, fonts.units_per_em(font)); };
  for (unsigned i = 0; i < count; ++i) {
    run.glyphs.push_back({infos[i].codepoint, static_cast<std::int32_t>((run.width + scaled(positions[i].x_offset)).units()),
                          static_cast<std::int32_t>(-scaled(positions[i].y_offset).units())});
    run.width += scaled(positions[i].x_advance);
    const std::size_t end = i + 1 < count ? infos[i + 1].cluster : text.size();
    run.clusters.push_back({static_cast<std::uint16_t>(end - infos[i].cluster), 1});
  }
  hb_buffer_destroy(buffer);
  return run;
}

// Every role black but these: enough to see which one was used.
inline Theme test_theme() {
  Theme theme;
  theme.colours[static_cast<std::size_t>(ColourRole::Paper)] = {255, 255, 255};
  theme.colours[static_cast<std::size_t>(ColourRole::Link)] = {0, 0, 255};
  theme.colours[static_cast<std::size_t>(ColourRole::CodeGround)] = {255, 0, 0};
  return theme;
}

}  // namespace nbpublish::testing
