// ParagraphText: inlines flattened to one string with spans of one look each; the first step of a paragraph.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_counts.h"
#include "document/ink.h"
#include "layout/inline/context.h"
#include "text/bidi.h"

namespace nbpublish {

// How a span looks.
struct InlineStyle {
  FontId font = 0;
  Features features = Features::Text;
  Length size;
  ColourRole colour = ColourRole::Text;
  Length raise;           // of the baseline, upward
  bool code = false;      // breaks by code's rules, spaces don't stretch
  bool keyboard = false;  // drawn in a rounded frame, never broken
  bool strikeout = false;
  bool underline = false;
  bool italic = false;
};

// Where a stretch of a span stands in the source.
struct TextSource {
  std::uint32_t offset = 0;  // bytes from the span's begin
  SourceSpan span;
  std::uint32_t ink = 0;  // bytes of the inlines' plain text before it, blanks not counted
};

// A stretch of the paragraph's text with one look, tag and link.
struct TextSpan {
  std::uint32_t begin = 0, end = 0;  // bytes of ParagraphText::text
  InlineStyle style;
  TagId tag = kArtifact;            // leaf
  std::int32_t link = -1;           // index into links
  std::int32_t note = -1;           // the note whose mark this is
  std::int32_t picture = -1;        // index into pictures; the text is U+FFFC
  NodeId node = 0;                  // the block it comes from, if that is another than the paragraph's
  std::vector<TextSource> sources;  // of the inlines that run together in it
};
struct TextLink {
  LinkTarget target;
  TagId tag = kArtifact;  // the Link node
  std::string description;
};

// A place that the index leads to.
struct TextPlace {
  std::uint32_t at = 0;  // byte of the text that follows it
  std::string name;      // destination_name()
};

struct TextPicture {
  PicturePtr picture;
  Size size;
  std::uint32_t of_measure = 0;  // thousandths, where the author asked for a part of it: `size` is then that of the page's
};

// The text holds '\n' only where a line must end.
struct ParagraphText {
  std::string text;
  std::vector<TextSpan> spans;  // cover the text, in order
  std::vector<TextLink> links;
  std::vector<TextPicture> pictures;
  std::vector<TextPlace> places;  // in order
  BidiLevels directions;
  ByteCounts<is_ink> ink;  // of the text
};
// Where byte `at` of the text stands: the character's own place if the inline that it comes from was set as it is
// written, else that inline's; `block` if that has none.
SourceSpan source_at(const ParagraphText& text, const TextSpan& span, std::uint32_t at, SourceSpan block);

// How much of its block's plain text stands before byte `at`, as FrameItem::text_begin counts it. What the tool adds (marks of
// notes, "page 214") counts nothing.
std::uint32_t ink_before(const ParagraphText& text, const TextSpan& span, std::uint32_t at);

// Finds what is known of a whole text alone: its directions (code is left to right, whatever is around it) and its ink.
void finish_text(ParagraphText& text);

// The base look of a paragraph.
struct BaseStyle {
  TextStyle text;
  ColourRole colour = ColourRole::Text;
  Features features = Features::Text;
  std::optional<Length> code_size;  // of inline code; else matched by x-height to the text
  Length most_picture{};            // what a picture in a line may be high, if the author asks for it; else it is as high as the line
};

// `text` with pictures that fit the measure; nothing if all do as they are.
std::optional<ParagraphText> with_fitted_pictures(const ParagraphText& text, Length measure);

// Whether a link in `chapter` says on which page its target is.
bool prints_page(const Link& link, const std::string& chapter, const Style& style);

// Adds the tags of the spans below `parent`. With one plain span `parent` itself is the leaf.
ParagraphText flatten(LayoutContext& context, const Inlines& inlines, const BaseStyle& base, TagId parent);

// Plain text in one look, for furniture, labels and numbers.
ParagraphText flatten_plain(LayoutContext& context, std::string text, const BaseStyle& base, TagId tag);

}  // namespace nbpublish
