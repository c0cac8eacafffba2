// Volumes made by hand, in the style and fonts of the tests: a line holds 20 letters of 10, a page 10 lines of 12.
#pragma once

#include "audit/audit.h"
#include "audit/rhythm.h"
#include "base/utf8.h"
#include "support/block_layout.h"

namespace nbpublish::testing {

struct MadeVolume {
  PagedVolume volume;
  Style style = block_style();
  const FontLibrary& fonts = block_fonts();
  Document document;
  bool with_document = false;
  NodeId nodes = 0;

  MadeVolume() {
    volume.trim = {style.trim_width, style.trim_height};
    volume.parts.push_back({"one", {}, {}, {}});
    document.chapter = "one";
    document.file = "chapters/one.md";
  }

  PagedPart& part() { return volume.parts.front(); }
  TagTree& tags() { return part().tags; }
  Page& last() { return part().pages.back(); }
  Page& page() {
    Page made;
    made.label = std::to_string(part().pages.size() + 1);
    part().pages.push_back(std::move(made));
    return last();
  }
  // A block with a node of its own.
  TagId add(TagRole role, TagId parent = kRootTag) { return tags().add(parent, role, ++nodes); }

  FontId face(std::string_view family = "Block Serif", int weight = 400) const { return fonts.find(family, weight, false); }
  // Letters of 10, spaces of `space`.
  GlyphRun run(const std::string& text, Length x, Length y, FontId font, Length size = ems(1), Length space = ems(1)) const {
    GlyphRun made;
    made.font = font;
    made.size = size;
    made.origin = {style.inner_margin(1) + x, y};
    made.text = text;
    for (std::size_t pos = 0; pos < text.size();) {
      const std::size_t from = pos;
      const char32_t c = next_code_point(text, pos);
      made.glyphs.push_back({1, static_cast<std::int32_t>(made.width.units()), 0});
      made.clusters.push_back({static_cast<std::uint16_t>(pos - from), 1});
      made.width += c == ' ' ? space : size;
    }
    return made;
  }
  Length baseline(double line) const { return style.top + style.leading.scaled(line) - style.baseline_drop; }

  // One line on grid line `line` (from 1) of the last page. Items of a tag have its node.
  FrameItem& put(TagId tag, const std::string& text, double line, Length x = {}) { return put(tag, run(text, x, baseline(line), face())); }
  FrameItem& put(TagId tag, GlyphRun run) {
    last().items.push_back({tag, tag == kArtifact ? NodeId{0} : tags().nodes[tag].node, 0, 0, std::move(run)});
    return last().items.edit().back();
  }
  FrameItem& put_code(TagId tag, const std::string& text, double line) {
    return put(tag, run(text, ems(1), baseline(line), face("Block Mono")));
  }
  // Lines of one letter each, from grid line `from` to `to`.
  TagId paragraph(int from, int to, TagId tag = kArtifact) {
    if (tag == kArtifact) tag = add(TagRole::P);
    for (int line = from; line <= to; ++line) put(tag, "text goes on here", line);
    return tag;
  }
  // The leaf of a listing's code.
  TagId listing() {
    const TagId div = add(TagRole::Div);
    const NodeId node = tags().nodes[div].node;
    return tags().add(tags().add(div, TagRole::P, node), TagRole::Code, node);
  }
  // A block that the document knows, with what it is there.
  TagId add(TagRole role, decltype(Block::content) source, TagId parent = kRootTag) {
    with_document = true;
    const TagId tag = add(role, parent);
    document.blocks.push_back({nodes, {static_cast<std::uint32_t>(nodes), 1, static_cast<std::uint32_t>(nodes), 2}, std::move(source)});
    return tag;
  }
  // The paragraph of a new item of a list.
  TagId item(TagId list) { return add(TagRole::P, tags().add(tags().add(list, TagRole::LI), TagRole::LBody)); }
  // An alert with its label on grid line `line` and a line of text below it.
  TagId alert(AlertKind kind, double line) {
    const TagId div = add(TagRole::Div, Alert{kind, {}});
    const NodeId node = nodes;
    put(tags().add(tags().add(div, TagRole::P, node), TagRole::Span, node), "NOTE", line);
    put(add(TagRole::P, div), "what to know", line + 1);
    return div;
  }
  void rule(double line) {
    last().items.push_back({kArtifact, 0, 0, 0, Fill{{style.inner_margin(1), baseline(line), ems(20), Length::pt(1)}}});
  }
  void furnish(const std::string& head) {
    last().furniture.push_back({kArtifact, 0, 0, 0, run(last().label, {}, Length::pt(20), face("Block Sans"))});
    if (!head.empty()) last().furniture.push_back({kArtifact, 0, 0, 0, run(head, ems(4), Length::pt(20), face("Block Sans"))});
  }

  AuditInput input() const {
    AuditInput made{volume, style, fonts, {}};
    if (with_document) made.documents.emplace("one", &document);
    return made;
  }
  Audit audit() const { return audit_volume(input()); }
  Rhythm rhythm() const {
    const AuditInput made = input();
    return measure_rhythm(AuditView(made));
  }
  std::size_t count(FaultCode code) const { return audit().count(code); }
};

// Pages of so many lines each; the last one is the chapter's.
inline MadeVolume of_depths(const std::vector<int>& depths) {
  MadeVolume made;
  for (const int depth : depths) {
    made.page();
    made.paragraph(1, depth);
  }
  return made;
}

}  // namespace nbpublish::testing
