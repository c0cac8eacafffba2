// A set of four volumes and everything its covers are drawn from.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cover/wrap_cover.h"
#include "support/layout_fixture.h"
#include "support/places.h"

namespace nbpublish::test {

using namespace nbpublish::testing;

inline CoverRules installed_rules(std::string_view outlet) {
  DiagnosticSink sink;
  CoverRules rules = value_or_throw(read_cover_rules(RealFileSystem(), source_path("outlets/covers"), outlet, sink));
  CHECK(sink.all().empty());
  return rules;
}

struct CoverFixture {
  explicit CoverFixture(std::string_view outlet = "kdp") : rules(installed_rules(outlet)) {
    book.manifest = "book.toml";
    book.meta.title = "NodeBook";
    book.meta.authors = {"Ada Lovelace", "Charles Babbage"};
    book.meta.publisher = "Analytical Press";
    const char* titles[] = {"Runtime Basics", "Building with Node", "Performance and Debugging", "Production"};
    for (int number = 1; number <= 4; ++number) {
      Volume volume;
      volume.key = "volume-" + std::to_string(number);
      volume.number = number;
      volume.title = titles[number - 1];
      volume.identifiers["print"] = "isbn:9780306406157";
      volume.print_isbn = "978-0-306-40615-7";
      volume.description = "One turn of the event loop, from the first timer to the last callback.";
      book.volumes.push_back(std::move(volume));
    }
  }

  WrapCover draw(std::size_t volume, int pages) {
    WrapInput input;
    input.book = &book;
    input.volume = &book.volumes[volume];
    input.style = &style;
    input.fonts = &project_fonts();
    input.art = art;
    input.pages = pages;
    input.rules = &rules;
    input.paper = value_or_throw(rules.paper(""));
    return draw_wrap(input, sink);
  }

  // "code message" of each diagnostic.
  std::vector<std::string> complaints() const {
    std::vector<std::string> lines;
    for (const Diagnostic& d : sink.all()) lines.push_back(std::string(word_of(d.code)) + " " + d.message);
    return lines;
  }

  Book book;
  Style style = project_style();
  CoverRules rules;
  PicturePtr art;
  DiagnosticSink sink;
};

inline const std::vector<FrameItem>& items_of(const WrapCover& cover) { return cover.volume.parts.at(0).pages.at(0).items.all(); }

inline std::vector<GlyphRun> runs_of(const WrapCover& cover) {
  std::vector<GlyphRun> runs;
  for (const FrameItem& item : items_of(cover))
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) runs.push_back(*run);
  return runs;
}

// Where the letters of a run may have ink: from descender to ascender, without a space at the end, whichever way it is turned.
inline Rect ink_of(const GlyphRun& run) {
  const FontMetrics& m = project_fonts().metrics(run.font);
  const Length up = run.size.scaled(m.cap_height * 1.06), down = run.size.scaled(-m.descender);
  const Length along = run.width - (run.text.ends_with(' ') ? run.size.scaled(m.space) : Length{});
  if (run.turn == Turn::Right) return {run.origin.x - down, run.origin.y, up + down, along};
  return {run.origin.x, run.origin.y - up, along, up + down};
}

// Lengths are rounded one by one.
inline bool is_inside(const Rect& inner, const Rect& outer) {
  constexpr Length kRounding = Length::pt(0.01);
  return inner.x >= outer.x - kRounding && inner.y >= outer.y - kRounding && inner.right() <= outer.right() + kRounding &&
         inner.bottom() <= outer.bottom() + kRounding;
}

// A picture that is never decoded.
inline PicturePtr raster(std::uint32_t width, std::uint32_t height) {
  return std::make_shared<const Picture>(Picture{PictureKind::Png, "", width, height, {}});
}

}  // namespace nbpublish::test
