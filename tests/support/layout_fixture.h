// What a layout function needs, with the repository's own style and fonts.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "layout/inline/context.h"
#include "layout/inline/word_items.h"
#include "platform/file_system.h"
#include "style/read_style.h"
#include "support/places.h"
#include "support/simple_text.h"

namespace nbpublish::testing {

template <class T>
T value_or_throw(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

inline Style project_style(std::string_view name = "six-by-nine") {
  DiagnosticSink sink;
  Style style = value_or_throw(read_style(RealFileSystem(), {{source_path("styles"), ""}}, name, sink));
  if (!sink.all().empty()) throw std::runtime_error(sink.all().front().message);
  return style;
}

// Change style, pages and pictures before the context is used.
struct LayoutFixture {
  LayoutFixture() = default;
  LayoutFixture(const LayoutFixture&) = delete;  // the context refers to the rest
  LayoutFixture& operator=(const LayoutFixture&) = delete;

  Style style = project_style();
  Shaper shaper{project_fonts()};
  Hyphenator hyphenator = value_or_throw(Hyphenator::load("en-US"));
  WordItems word_items;
  PageNumbers pages;
  PictureTable pictures;
  TagTree tags;
  DiagnosticSink sink;
  LayoutContext context{style, shaper, hyphenator, word_items, pages, pictures, tags, sink, "chapters/one.md", "one"};

  Length lines(double count) const { return style.leading.scaled(count); }
};

// The text of the items that are content, in their order; artifacts are left out.
inline std::string text_of(const std::vector<FrameItem>& items) {
  std::string out;
  for (const FrameItem& item : items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content); run != nullptr && item.tag != kArtifact) out += run->text;
  return out;
}
inline std::string text_of(const PageItems& items) { return text_of(items.all()); }

// The text of all runs, artifacts too.
inline std::string all_text_of(const std::vector<FrameItem>& items) {
  std::string out;
  for (const FrameItem& item : items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) out += run->text;
  return out;
}
inline std::string all_text_of(const PageItems& items) { return all_text_of(items.all()); }

}  // namespace nbpublish::testing
