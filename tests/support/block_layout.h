// What a layout function needs, with the fonts and the style made for tests: every glyph is 10 wide.
#pragma once

#include "support/blocks.h"
#include "support/layout_fixture.h"
#include "support/places.h"

namespace nbpublish::testing {

inline const FontLibrary& block_fonts() {
  static const FontLibrary library = value_or_throw(FontLibrary::load(RealFileSystem(), test_path("fonts")));
  return library;
}

inline const Style& block_style() {
  static const Style style = [] {
    DiagnosticSink sink;
    Style read = value_or_throw(read_style(RealFileSystem(), {{test_path("styles"), ""}}, "block", sink));
    if (!sink.all().empty()) throw std::runtime_error(sink.all().front().message);
    return read;
  }();
  return style;
}

// Loading takes time, and what a hyphenator remembers changes no result.
inline Hyphenator& english() {
  static Hyphenator hyphenator = value_or_throw(Hyphenator::load("en-US"));
  return hyphenator;
}

// Change style, pages and pictures before the context is used.
struct BlockLayout {
  BlockLayout() = default;
  BlockLayout(const BlockLayout&) = delete;  // the context refers to the rest
  BlockLayout& operator=(const BlockLayout&) = delete;

  Style style = block_style();
  Shaper shaper{block_fonts()};
  Hyphenator& hyphenator = english();
  WordItems word_items;
  PageNumbers pages;
  PictureTable pictures;
  TagTree tags;
  DiagnosticSink sink;
  LayoutContext context{style, shaper, hyphenator, word_items, pages, pictures, tags, sink, "chapters/one.md", "one"};
};

constexpr Length ems(double count) { return Length::pt(10 * count); }

// A complaint as "word line:column".
inline std::string told(const Diagnostic& diagnostic) {
  return std::string(word_of(diagnostic.code)) + " " + std::to_string(diagnostic.span.line) + ":" + std::to_string(diagnostic.span.column);
}
inline std::vector<std::string> told(const DiagnosticSink& sink) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : sink.all()) all.push_back(told(diagnostic));
  return all;
}

// The items that are of one kind.
template <class T>
std::vector<T> all_of_kind(const std::vector<FrameItem>& items) {
  std::vector<T> found;
  for (const FrameItem& item : items)
    if (const T* content = std::get_if<T>(&item.content)) found.push_back(*content);
  return found;
}
template <class T>
std::vector<T> all_of_kind(const SharedList<FrameItem>& items) {
  return all_of_kind<T>(items.all());
}

}  // namespace nbpublish::testing
