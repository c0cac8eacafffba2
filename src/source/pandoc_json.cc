#include "source/pandoc_json.h"

#include <simdjson.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace nbpublish {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

std::string string_of(element value) { return std::string(value.get_string().value()); }
// Entities may have stood for characters that no output may carry.
std::string text_of(element value) { return sanitise(value.get_string().value()); }
// By value: a range-for would keep a reference into the result that is gone.
array array_of(element value) { return value.get_array().value(); }
element item(element list, std::size_t index) { return list.at(index).value(); }
std::string_view tag(element node) { return node["t"].get_string().value(); }
element content(element node) { return node["c"].value(); }

// simdjson_error travels out of these functions to read_pandoc_json.
class JsonReader {
 public:
  std::vector<SyntaxNode> blocks(element list) {
    std::vector<SyntaxNode> nodes;
    for (const element node : array_of(list)) nodes.push_back(block(node));
    return nodes;
  }

 private:
  static SyntaxNode make(SyntaxKind kind) { return {.kind = kind}; }

  SyntaxNode block(element node) {
    const std::string_view name = tag(node);
    if (name == "Para" || name == "Plain") return parent(SyntaxKind::Paragraph, inlines(content(node)));
    if (name == "Header") return heading(content(node));
    if (name == "CodeBlock") return code_block(content(node));
    if (name == "RawBlock") return with_text(SyntaxKind::HtmlBlock, string_of(item(content(node), 1)));
    if (name == "BulletList") return list(content(node));
    if (name == "OrderedList") return ordered_list(content(node));
    if (name == "BlockQuote") return parent(SyntaxKind::Quote, blocks(content(node)));
    if (name == "HorizontalRule") return make(SyntaxKind::ThematicBreak);
    if (name == "Table") return table(content(node));
    if (name == "Div") return parent(SyntaxKind::UnknownBlock, blocks(item(content(node), 1)), "Div");
    return parent(SyntaxKind::UnknownBlock, {}, std::string(name));
  }

  static SyntaxNode parent(SyntaxKind kind, std::vector<SyntaxNode> children, std::string info = {}) {
    SyntaxNode node = make(kind);
    node.children = std::move(children);
    node.info = std::move(info);
    return node;
  }

  static SyntaxNode with_text(SyntaxKind kind, std::string text) {
    SyntaxNode node = make(kind);
    node.text = std::move(text);
    return node;
  }

  SyntaxNode heading(element c) {
    SyntaxNode node = parent(SyntaxKind::Heading, inlines(item(c, 2)));
    node.level = static_cast<int>(item(c, 0).get_int64().value());
    return node;
  }

  SyntaxNode code_block(element c) {
    SyntaxNode node = with_text(SyntaxKind::CodeBlock, string_of(item(c, 1)));
    for (const element name : array_of(item(item(c, 0), 1)))
      if (node.info.empty()) node.info = string_of(name);
    return node;
  }

  SyntaxNode list(element items) {
    SyntaxNode node = make(SyntaxKind::List);
    node.tight = true;
    node.level = 1;
    for (const element entry : array_of(items)) {
      node.children.push_back(parent(SyntaxKind::Item, blocks(entry)));
      take_task_box(node.children.back());
      for (const element child : array_of(entry))
        if (tag(child) == "Para") node.tight = false;
    }
    return node;
  }

  // The box of a task stands before its text, as it was written.
  static void take_task_box(SyntaxNode& entry) {
    if (entry.children.empty() || entry.children[0].kind != SyntaxKind::Paragraph) return;
    std::vector<SyntaxNode>& first = entry.children[0].children;
    if (first.empty() || first[0].kind != SyntaxKind::Text) return;
    for (const auto& [box, checked] : {std::pair<std::string_view, int>{"[ ] ", 0}, {"[x] ", 1}, {"[X] ", 1}}) {
      if (!first[0].text.starts_with(box)) continue;
      entry.checked = checked;
      first[0].text.erase(0, box.size());
      if (first[0].text.empty()) first.erase(first.begin());
      return;
    }
  }

  SyntaxNode ordered_list(element c) {
    SyntaxNode node = list(item(c, 1));
    node.ordered = true;
    node.level = static_cast<int>(item(item(c, 0), 0).get_int64().value());
    node.parenthesis = tag(item(item(c, 0), 2)) == "OneParen";
    return node;
  }

  // [attr, caption, columns, [attr, head rows], [[attr, n, head rows, rows]], foot]
  SyntaxNode table(element c) {
    SyntaxNode node = make(SyntaxKind::Table);
    for (const element column : array_of(item(c, 2))) node.columns.push_back(alignment(item(column, 0)));
    add_rows(node, item(item(c, 3), 1));
    for (const element body : array_of(item(c, 4))) add_rows(node, item(body, 3));
    return node;
  }

  static ColumnAlignment alignment(element value) {
    const std::string_view name = tag(value);
    if (name == "AlignLeft") return ColumnAlignment::Left;
    if (name == "AlignRight") return ColumnAlignment::Right;
    if (name == "AlignCenter") return ColumnAlignment::Center;
    return ColumnAlignment::Default;
  }

  void add_rows(SyntaxNode& table, element rows) {
    for (const element row : array_of(rows)) {
      SyntaxNode& node = table.children.emplace_back(make(SyntaxKind::Row));
      for (const element cell : array_of(item(row, 1))) {
        SyntaxNode& made = node.children.emplace_back(make(SyntaxKind::Cell));
        // A cell of a pipe table holds one line of inlines.
        for (SyntaxNode& inner : blocks(item(cell, 4))) std::ranges::move(inner.children, std::back_inserter(made.children));
      }
    }
  }

  std::vector<SyntaxNode> inlines(element list) {
    std::vector<SyntaxNode> nodes;
    for (const element node : array_of(list)) add_inline(nodes, node);
    return nodes;
  }

  void add_inline(std::vector<SyntaxNode>& list, element node) {
    const std::string_view name = tag(node);
    if (name == "Str") return append_text(list, text_of(content(node)));
    if (name == "Space") return append_text(list, " ");
    list.push_back(markup(name, node));
  }

  SyntaxNode markup(std::string_view name, element node) {
    if (name == "SoftBreak") return make(SyntaxKind::SoftBreak);
    if (name == "LineBreak") return make(SyntaxKind::LineBreak);
    if (name == "Code") return with_text(SyntaxKind::Code, string_of(item(content(node), 1)));
    if (name == "RawInline") return with_text(SyntaxKind::HtmlInline, string_of(item(content(node), 1)));
    if (name == "Emph") return parent(SyntaxKind::Emphasis, inlines(content(node)));
    if (name == "Strong") return parent(SyntaxKind::Strong, inlines(content(node)));
    if (name == "Strikeout") return parent(SyntaxKind::Strikeout, inlines(content(node)));
    if (name == "Link") return target(SyntaxKind::Link, content(node));
    if (name == "Image") return target(SyntaxKind::Image, content(node));
    if (name == "Note") return parent(SyntaxKind::NoteReference, blocks(content(node)));
    if (name == "Span") return parent(SyntaxKind::UnknownInline, inlines(item(content(node), 1)), "Span");
    return parent(SyntaxKind::UnknownInline, {}, std::string(name));
  }

  // [attr, inlines, [address, title]]
  SyntaxNode target(SyntaxKind kind, element c) {
    SyntaxNode node = parent(kind, inlines(item(c, 1)));
    node.href = text_of(item(item(c, 2), 0));
    node.title = text_of(item(item(c, 2), 1));
    return node;
  }
};

// pandoc-types 1.22 (pandoc 2.11 to 2.19) and 1.23 (pandoc 3).
bool is_known_version(element version) {
  const array numbers = array_of(version);
  if (numbers.size() < 2) return false;
  const std::int64_t major = numbers.at(0).get_int64().value(), minor = numbers.at(1).get_int64().value();
  return major == 1 && (minor == 22 || minor == 23);
}

}  // namespace

Result<std::vector<SyntaxNode>> read_pandoc_json(std::string_view json) {
  try {
    simdjson::dom::parser parser;
    const element document = parser.parse(json.data(), json.size()).value();
    if (element version; document["pandoc-api-version"].get(version) == simdjson::SUCCESS && !is_known_version(version))
      return fail(ErrorKind::Environment, "pandoc's answer is of a version that is not known: " + simdjson::minify(version),
                  "pandoc 2.11 to 3 are read");
    std::vector<SyntaxNode> chapters = JsonReader().blocks(document["blocks"].value());
    for (SyntaxNode& chapter : chapters) {
      if (chapter.kind != SyntaxKind::UnknownBlock || chapter.info != "Div")
        return fail(ErrorKind::Internal, "pandoc answered something that is no list of chapters");
      chapter.kind = SyntaxKind::Document;
      chapter.info.clear();
    }
    return chapters;
  } catch (const simdjson::simdjson_error& error) {
    return fail(ErrorKind::Internal, std::string("pandoc's answer cannot be read: ") + error.what());
  }
}

}  // namespace nbpublish
