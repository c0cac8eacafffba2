#include "fuzz/chapter_reading.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/walk.h"
#include "fuzz/fuzz.h"
#include "fuzz/pandoc_of_cmark.h"
#include "source/read_chapter.h"

namespace nbpublish::fuzz {
namespace {

ReadResult read(std::string_view bytes, const std::string& file) {
  CmarkAsPandoc pandoc;
  ReadOptions options;
  options.figures["Drawn"] = {"drawn.png", "What it *shows*", ""};
  auto results = read_chapters({{file, "key", "https://example.org/online", std::string(bytes)}}, options, pandoc);
  must(results.has_value() && results->size() == 1, "every chapter gives a result");
  return std::move(results->front());
}

bool is_clean(std::string_view text) { return sanitise(text) == text; }

}  // namespace

void must_be_whole(const Document& document, std::size_t lines) {
  for_each_block(document, [&](const Block& block) {
    must(block.span.line <= lines && block.span.end_line <= lines, "blocks stand in the file");
    if (const auto* figure = as<Figure>(block)) must(is_clean(figure->alt), "alternative texts are UTF-8");
  });
  for_each_inline(document, [&](const Inline& inl, const Block&) {
    must(inl.span.line <= lines && inl.span.end_line <= lines, "inlines stand in the file");
    if (const auto* text = as<Text>(inl)) must(is_clean(text->text), "texts are UTF-8");
    if (const auto* reference = as<NoteReference>(inl)) must(reference->note < document.notes.size(), "notes are there");
  });
}

void read_chapter_twice(std::string_view bytes, const std::string& file) {
  const ReadResult first = read(bytes, file), second = read(bytes, file);
  // CR ends lines only where nothing else does.
  const char line_end = bytes.find('\n') == bytes.npos ? '\r' : '\n';
  must_be_inside(first.diagnostics, bytes, line_end);
  const auto lines = std::ranges::count(bytes, line_end) + 1;
  must_be_whole(first.document, static_cast<std::size_t>(lines));
  must(dump(first.document) == dump(second.document), "two readings give the same document");
  must(told(first.diagnostics) == told(second.diagnostics), "two readings tell the same");
}

}  // namespace nbpublish::fuzz
