// Short ways to write a document.
#pragma once

#include "document/document.h"
#include "document/ids.h"

namespace nbpublish::testing {

inline Inline text(std::string value) { return {{}, Text{std::move(value)}}; }
inline Inline code(std::string value) { return {{}, Code{std::move(value)}}; }
inline Inline note_mark(std::uint32_t note) { return {{}, NoteReference{note}}; }
inline Inline link_to(LinkTarget target, std::string value) { return {{}, Link{std::move(target), "", {text(std::move(value))}}}; }
inline Inline link_to(std::string href, Inlines children, SourceSpan span = {}) {
  return {span, Link{RawTarget{std::move(href)}, "", std::move(children)}};
}

inline Block paragraph(Inlines children) { return {0, {}, Paragraph{std::move(children)}}; }
inline Block paragraph(std::string value) { return paragraph(Inlines{text(std::move(value))}); }
inline Block heading(int level, std::string value, std::string anchor = "here") {
  return {0, {}, Heading{level, {text(std::move(value))}, std::move(anchor)}};
}
inline Block heading(int level, Inlines children, SourceSpan span = {}) { return {0, span, Heading{level, std::move(children), ""}}; }
inline Block code_block(std::string body, std::string language = "") {
  CodeBlock block;
  block.info.language = std::move(language);
  block.text = std::move(body);
  return {0, {}, std::move(block)};
}
inline Block alert(AlertKind kind, Blocks blocks) { return {0, {}, Alert{kind, std::move(blocks)}}; }
inline Block quote(Blocks blocks, Inlines attribution = {}) { return {0, {}, Quote{std::move(blocks), std::move(attribution)}}; }
inline ListItem item(Blocks blocks, std::optional<bool> checked = std::nullopt) { return {0, {}, checked, std::move(blocks)}; }
inline Block list(std::vector<ListItem> items, ListNumbering numbering = ListNumbering::Bullet, std::int32_t start = 1) {
  List made;
  made.numbering = numbering;
  made.start = start;
  made.items = std::move(items);
  return {0, {}, std::move(made)};
}
inline Block bullets(const std::vector<std::string>& items) {
  std::vector<ListItem> made;
  for (const std::string& value : items) made.push_back(item({paragraph(value)}));
  return list(std::move(made));
}
inline Block bullet_list(std::vector<Blocks> items) {
  std::vector<ListItem> made;
  for (Blocks& blocks : items) made.push_back(item(std::move(blocks)));
  return list(std::move(made));
}
// A table of one-paragraph cells; the first row is the head.
inline Block table(const std::vector<std::vector<std::string>>& rows) {
  Table made;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    TableRow row;
    for (const std::string& cell : rows[r]) row.cells.push_back({0, {}, {paragraph(cell)}});
    if (r == 0) made.head = std::move(row);
    else made.rows.push_back(std::move(row));
  }
  made.columns.assign(made.head.cells.size(), ColumnAlignment::Default);
  return {0, {}, std::move(made)};
}
inline Note note(Blocks blocks) { return {0, {}, "n", std::move(blocks)}; }

// `count` words that can be set in any width: "one two three ...", a full stop at the end.
inline std::string words(std::size_t count) {
  static constexpr std::string_view kWords[] = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + std::string(kWords[i % 10]);
  return out + ".";
}
inline std::string code_lines(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : "\n") + ("line" + std::to_string(i + 1) + "();");
  return out;
}

inline Document document_of(Blocks blocks, std::vector<Note> notes = {}) {
  Document made;
  made.file = "chapters/one.md";
  made.chapter = "one";
  made.title = {text("A Title")};
  made.blocks = std::move(blocks);
  made.notes = std::move(notes);
  assign_ids(made);
  return made;
}

}  // namespace nbpublish::testing
