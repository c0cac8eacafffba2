// A paragraph set and read back, on 20 ems with the block font unless a test says otherwise.
#pragma once

#include "layout/inline/paragraph.h"
#include "support/block_layout.h"

namespace nbpublish::testing {

using Strings = std::vector<std::string>;

// What is copied from a line; "~" for the soft hyphen that stands for a drawn one.
inline std::string line_text(const SetLine& line) {
  std::string out;
  for (const FrameItem& item : line.items)
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) out += run->text;
  for (std::size_t at; (at = out.find("\u00AD")) != std::string::npos;) out.replace(at, 2, "~");
  return out;
}

template <class Layout>
struct SetTextWith : Layout {
  ParagraphRules rules;
  ParagraphText text;
  std::vector<SetLine> lines;

  const std::vector<SetLine>& set_text(const Inlines& inlines) {
    const TagId tag = this->tags.add(kRootTag, TagRole::P);
    text = flatten(this->context, inlines, {this->style.text, ColourRole::Text, Features::Text, {}}, tag);
    return lines = set_paragraph(this->context, text, rules);
  }
  Strings set(const Inlines& inlines) {
    Strings out;
    for (const SetLine& line : set_text(inlines)) out.push_back(line_text(line));
    return out;
  }
  Strings set(std::string words) { return set(Inlines{testing::text(std::move(words))}); }
  Strings set_on(double measure, const Inlines& inlines) {
    rules.measure = ems(measure);
    return set(inlines);
  }
  Strings set_on(double measure, std::string words) { return set_on(measure, Inlines{testing::text(std::move(words))}); }
};

struct SetText : SetTextWith<BlockLayout> {
  explicit SetText(Alignment alignment = Alignment::Ragged) {
    rules.measure = style.measure;
    rules.alignment = alignment;
    rules.source = {90, 1, 90, 1};
  }
};

// The same with the repository's own fonts and style.
struct SetInBook : SetTextWith<LayoutFixture> {
  SetInBook() { rules.measure = style.measure; }
};

inline Inline at(std::uint32_t line, std::uint32_t column, Inline inl) {
  inl.span = {line, column, line, column + 1};
  return inl;
}
inline Inline emphasis(std::string value) { return {{}, Emphasis{{text(std::move(value))}}}; }
inline Inline strong(std::string value) { return {{}, Strong{{text(std::move(value))}}}; }
inline Inline key(std::string value) { return {{}, Keyboard{{text(std::move(value))}}}; }
inline Inline struck(Inlines children) { return {{}, Strikeout{std::move(children)}}; }
inline Inline line_break() { return {{}, LineBreak{}}; }
inline Inline soft_break() { return {{}, SoftBreak{}}; }
inline Inline web_link(Inlines children) { return {{}, Link{ExternalTarget{"https://example.org/"}, "", std::move(children)}}; }

inline bool is_near(Length a, Length b) { return abs(a - b) <= Length::pt(0.02); }

}  // namespace nbpublish::testing
