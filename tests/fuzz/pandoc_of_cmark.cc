#include "fuzz/pandoc_of_cmark.h"

#include <cstdio>
#include <sstream>
#include <string_view>

#include "source/cmark_tree.h"

namespace nbpublish::fuzz {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    char escape[8];
    if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') {
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      out += escape;
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string element(std::string_view tag, std::string_view content = {}) {
  std::string out = R"({"t":")" + std::string(tag) + '"';
  if (!content.empty()) out += R"(,"c":)" + std::string(content);
  return out + '}';
}

// Values between brackets.
template <class... Part>
std::string array(const Part&... parts) {
  std::string out;
  ((out += (out.empty() ? "" : ",") + std::string(parts)), ...);
  return '[' + out + ']';
}

constexpr std::string_view kNoAttributes = R"(["",[],[]])";

class Writer {
 public:
  explicit Writer(const SyntaxNode& root) {
    for (const SyntaxNode& child : root.children)
      if (child.kind == SyntaxKind::NoteDefinition) definitions_.push_back(&child);
  }

  std::string list(const std::vector<SyntaxNode>& nodes) {
    std::string out;
    for (const SyntaxNode& node : nodes) {
      if (node.kind == SyntaxKind::NoteDefinition) continue;
      out += (out.empty() ? "" : ",") + of(node);
    }
    return '[' + out + ']';
  }

 private:
  std::string of(const SyntaxNode& node) {
    switch (node.kind) {
      case SyntaxKind::Paragraph:
        return element("Para", list(node.children));
      case SyntaxKind::Heading:
        return element("Header", array(std::to_string(node.level), kNoAttributes, list(node.children)));
      case SyntaxKind::CodeBlock:
        return element("CodeBlock", array(kNoAttributes, quoted(node.text)));
      case SyntaxKind::HtmlBlock:
        return element("RawBlock", array(R"("html")", quoted(node.text)));
      case SyntaxKind::List:
        return list_of(node);
      case SyntaxKind::Quote:
        return element("BlockQuote", list(node.children));
      case SyntaxKind::Table:
        return table(node);
      case SyntaxKind::ThematicBreak:
        return element("HorizontalRule");
      case SyntaxKind::Text:
        return element("Str", quoted(node.text));
      case SyntaxKind::SoftBreak:
        return element("SoftBreak");
      case SyntaxKind::LineBreak:
        return element("LineBreak");
      case SyntaxKind::Code:
        return element("Code", array(kNoAttributes, quoted(node.text)));
      case SyntaxKind::HtmlInline:
        return element("RawInline", array(R"("html")", quoted(node.text)));
      case SyntaxKind::Emphasis:
        return element("Emph", list(node.children));
      case SyntaxKind::Strong:
        return element("Strong", list(node.children));
      case SyntaxKind::Strikeout:
        return element("Strikeout", list(node.children));
      case SyntaxKind::Link:
        return element("Link", target(node));
      case SyntaxKind::Image:
        return element("Image", target(node));
      case SyntaxKind::NoteReference:
        return note(node);
      default:
        return element("Null");
    }
  }

  std::string target(const SyntaxNode& node) {
    return array(kNoAttributes, list(node.children), array(quoted(node.href), quoted(node.title)));
  }

  std::string list_of(const SyntaxNode& node) {
    std::string items;
    for (const SyntaxNode& item : node.children) items += (items.empty() ? "" : ",") + list(item.children);
    items = '[' + items + ']';
    if (!node.ordered) return element("BulletList", items);
    const std::string_view delimiter = node.parenthesis ? "OneParen" : "Period";
    return element("OrderedList", array(array(std::to_string(node.level), element("Decimal"), element(delimiter)), items));
  }

  static std::string_view alignment(ColumnAlignment column) {
    switch (column) {
      case ColumnAlignment::Left:
        return "AlignLeft";
      case ColumnAlignment::Center:
        return "AlignCenter";
      case ColumnAlignment::Right:
        return "AlignRight";
      default:
        return "AlignDefault";
    }
  }

  std::string row(const SyntaxNode& node) {
    std::string cells;
    for (const SyntaxNode& cell : node.children) {
      const std::string blocks = array(element("Plain", list(cell.children)));
      cells += (cells.empty() ? "" : ",") + array(kNoAttributes, element("AlignDefault"), "1", "1", blocks);
    }
    return array(kNoAttributes, '[' + cells + ']');
  }

  std::string table(const SyntaxNode& node) {
    std::string columns, rows;
    for (const ColumnAlignment column : node.columns)
      columns += (columns.empty() ? "" : ",") + array(element(alignment(column)), element("ColWidthDefault"));
    for (std::size_t i = 1; i < node.children.size(); ++i) rows += (rows.empty() ? "" : ",") + row(node.children[i]);
    const std::string head = node.children.empty() ? "[]" : array(row(node.children[0]));
    return element("Table", array(kNoAttributes, "[null,[]]", '[' + columns + ']', array(kNoAttributes, head),
                                  array(array(kNoAttributes, "0", "[]", '[' + rows + ']')), array(kNoAttributes, "[]")));
  }

  // pandoc repeats the note at each reference to it; one inside of itself has no blocks.
  std::string note(const SyntaxNode& node) {
    const auto number = static_cast<std::size_t>(node.level);
    if (is_in_note_ || number < 1 || number > definitions_.size()) return element("Note", "[]");
    is_in_note_ = true;
    const std::string blocks = list(definitions_[number - 1]->children);
    is_in_note_ = false;
    return element("Note", blocks);
  }

  std::vector<const SyntaxNode*> definitions_;
  bool is_in_note_ = false;
};

}  // namespace

std::string pandoc_json_of(const std::vector<SyntaxNode>& chapters) {
  std::string blocks;
  for (const SyntaxNode& chapter : chapters)
    blocks += (blocks.empty() ? "" : ",") + element("Div", array(kNoAttributes, Writer(chapter).list(chapter.children)));
  return R"({"pandoc-api-version":[1,22,2],"meta":{},"blocks":[)" + blocks + "]}";
}

// The lengths of the texts on the first line, then the texts (source/pandoc.cc).
Result<ProcessOutput> CmarkAsPandoc::run(const ProcessRequest& request) {
  const std::size_t end = request.input.find('\n');
  std::istringstream lengths(request.input.substr(0, end));
  std::vector<SyntaxNode> chapters;
  std::size_t at = end + 1;
  for (std::size_t length = 0; lengths >> length; at += length) {
    const std::string text = request.input.substr(at, length);
    chapters.push_back(syntax_of(CmarkDocument(text), SourceText(text)));
  }
  ProcessOutput output;
  output.out = pandoc_json_of(chapters);
  return output;
}

}  // namespace nbpublish::fuzz
