// The text form of a Document: a line per node, indented by depth, its span first.
#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/overloaded.h"
#include "base/utf8.h"
#include "document/document.h"
#include "document/kinds.h"
#include "document/list_numbers.h"

namespace nbpublish {
namespace {

// What cannot be told from its neighbours on a screen is written as \u{...}: odd spaces, controls, joiners.
bool is_invisible(char32_t c) {
  constexpr std::uint32_t kHidden = U_GC_C_MASK | U_GC_Z_MASK;
  return c != U' ' && (U_MASK(u_charType(static_cast<UChar32>(c))) & kHidden) != 0;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (c == U'"' || c == U'\\') out += '\\', out += static_cast<char>(c);
    else if (c == U'\t') out += "\\t";
    else if (c == U'\n') out += "\\n";
    else if (is_invisible(c)) out += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c));
    else append_utf8(out, c);
  }
  return out + '"';
}

// " name="value"", or nothing if the value is empty.
std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? std::string() : fmt::format(" {}={}", name, quoted(value));
}

std::string attributes(const LinkTarget& target) {
  return std::visit(overloaded{[](const RawTarget& raw) { return " raw=" + quoted(raw.href); },
                               [](const ExternalTarget& external) { return " url=" + quoted(external.url); },
                               [](const InternalTarget& internal) {
                                 return " chapter=" + quoted(internal.chapter) + attribute("anchor", internal.anchor);
                               }},
                    target);
}

// In as many decimals as tell two lengths apart, and no more.
std::string points(Length length) {
  std::string text = fmt::format("{:.5f}", length.points());
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text + "pt";
}

std::string height_attribute(Length height) { return height.is_zero() ? std::string() : " height=" + points(height); }

// Per mille of the measure, or points.
std::string attributes(const FigureWidth& width) {
  if (width == FigureWidth{}) return {};
  return " width=" + (width.of_measure != 0 ? std::to_string(width.of_measure) + "/1000" : points(width.length));
}

std::string attributes(const FenceInfo& info) {
  std::string out = attribute("language", info.language) + attribute("title", info.title) + attribute("label", info.label);
  for (const auto& [first, last] : info.marked) out += fmt::format(" marked={}-{}", first, last);
  if (info.line_numbers) out += fmt::format(" line-numbers={}", info.first_line);
  return out;
}

std::string attributes(const IndexMark& mark) {
  std::string out;
  for (const std::string& level : mark.entry) out += attribute("entry", level);
  for (const std::string& entry : mark.see) out += attribute("see", entry);
  for (const std::string& entry : mark.see_also) out += attribute("see-also", entry);
  return out + (mark.main ? " main" : "") + attribute("anchor", mark.anchor);
}

std::string attributes(const Inline& inl) {
  return std::visit(
      overloaded{
          [](const Text& text) { return " " + quoted(text.text); }, [](const Code& code) { return " " + quoted(code.text); },
          [](const Link& link) { return attributes(link.target) + attribute("title", link.title) + attribute("page", word_of(link.page)); },
          [](const InlineImage& image) {
            return " source=" + quoted(image.source) + attribute("alt", image.alt) + attributes(image.width) +
                   height_attribute(image.height);
          },
          [](const IndexMark& mark) { return attributes(mark); },
          [](const NoteReference& reference) { return fmt::format(" mark={}", reference.note + 1); },
          [](const auto&) { return std::string(); }},
      inl.content);
}

std::string attributes(const List& list) {
  const std::string kind = " " + std::string(word_of(list.numbering)) + (is_numbered(list) ? fmt::format(" start={}", list.start) : "");
  return kind + (list.reversed ? " reversed" : "") + (list.parenthesis ? " parenthesis" : "") + (list.tight ? " tight" : " loose");
}

std::string attributes(const Table& table) {
  std::string columns;
  for (const ColumnAlignment alignment : table.columns) columns += (columns.empty() ? "" : ",") + std::string(word_of(alignment));
  return fmt::format(" columns={}", columns) + attribute("label", table.label) + attribute("number", table.number);
}

std::string attributes(const Block& block) {
  return std::visit(
      overloaded{[](const Heading& heading) { return fmt::format(" level={}", heading.level) + attribute("anchor", heading.anchor); },
                 [](const CodeBlock& code) {
                   return attributes(code.info) + attribute("number", code.number) +
                          fmt::format(" first-line={}", place_of_line(code, 0).line);
                 },
                 [](const List& list) { return attributes(list); }, [](const Table& table) { return attributes(table); },
                 [](const Alert& alert) { return " " + std::string(word_of(alert.kind)); },
                 [](const Figure& figure) {
                   return " source=" + quoted(figure.source) + attribute("alt", figure.alt) + attribute("description", figure.description) +
                          attribute("label", figure.label) + attribute("number", figure.number) + attribute("component", figure.component) +
                          attribute("url", figure.online_url) + attributes(figure.width) + height_attribute(figure.height) +
                          (figure.link == LinkTarget{} ? "" : attributes(figure.link));
                 },
                 [](const Component& component) {
                   return " name=" + quoted(component.name) + attribute("title", component.title) + attribute("url", component.online_url);
                 },
                 [](const auto&) { return std::string(); }},
      block.content);
}

class Dumper {
 public:
  std::string dump(const Document& document) {
    file_ = FileName(document.file);
    out_ = "document " + quoted(document.file) + attribute("chapter", document.chapter) + '\n';
    ++depth_;
    front_matter(document.front);
    list("title", document.title);
    list("short-title", document.short_title);
    list("standfirst", document.standfirst);
    blocks(document.blocks);
    for (const Note& note : document.notes) {
      line("note", note.span, attribute("name", note.name));
      nested(note.blocks);
    }
    return std::move(out_);
  }

 private:
  void line(std::string_view kind, SourceSpan span, std::string_view rest) {
    out_ += fmt::format("{:{}}{} @{}{}:{}-{}:{}{}\n", "", depth_ * 2, kind, other_file(span), span.line, span.column, span.end_line,
                        span.end_column, rest);
  }
  // "other.md:", or nothing in the document's own file.
  std::string other_file(const SourceSpan& span) const {
    return span.file == file_ || !span.file.is_known() ? std::string() : span.file.text() + ":";
  }
  // A part without a position of its own: "title", "caption", "row".
  void part(std::string_view kind, std::string_view rest = {}) { out_ += fmt::format("{:{}}{}{}\n", "", depth_ * 2, kind, rest); }

  void front_matter(const FrontMatter& front) {
    std::string tags;
    for (const std::string& tag : front.tags) tags += (tags.empty() ? "" : ",") + tag;
    part("front-matter", attribute("title", front.title) + attribute("short", front.short_title) +
                             attribute("standfirst", front.standfirst) + attribute("excerpt", front.excerpt) +
                             attribute("category", front.category) + attribute("author", front.author) + attribute("date", front.date) +
                             attribute("label", front.label) + attribute("tags", tags) + (front.published ? "" : " unpublished"));
  }

  void blocks(const Blocks& all) {
    for (const Block& block : all) {
      line(kind_of(block), block.span, attributes(block));
      ++depth_;
      std::visit([&](const auto& content) { children(content); }, block.content);
      --depth_;
    }
  }
  void nested(const Blocks& all) {
    ++depth_;
    blocks(all);
    --depth_;
  }

  void inlines(const Inlines& all) {
    for (const Inline& inl : all) {
      line(kind_of(inl), inl.span, attributes(inl));
      ++depth_;
      std::visit(
          [&](const auto& content) {
            if constexpr (requires { content.children; }) inlines(content.children);
          },
          inl.content);
      --depth_;
    }
  }
  // A named list of inlines, left out if it is empty.
  void list(std::string_view name, const Inlines& all) {
    if (all.empty()) return;
    part(name);
    ++depth_;
    inlines(all);
    --depth_;
  }

  void children(const Paragraph& paragraph) { inlines(paragraph.children); }
  void children(const Heading& heading) { inlines(heading.children); }
  void children(const Alert& alert) { blocks(alert.blocks); }
  void children(const Figure& figure) { list("caption", figure.caption); }
  void children(const ThematicBreak&) {}
  void children(const Component&) {}
  void children(const CodeBlock& code) {
    list("caption", code.caption);
    const SourceSpan first = place_of_line(code, 0);
    for (std::size_t begin = 0, index = 0; begin <= code.text.size(); ++index) {
      const std::size_t end = std::min(code.text.find('\n', begin), code.text.size());
      const SourceSpan place = place_of_line(code, index);
      const bool is_below =
          code.lines.empty() || (place.line == first.line + index && place.column == first.column && place.file == first.file);
      part("line ", quoted(std::string_view(code.text).substr(begin, end - begin)) +
                        (is_below ? "" : fmt::format(" @{}{}:{}", other_file(place), place.line, place.column)));
      begin = end + 1;
    }
  }
  void children(const List& items) {
    for (const ListItem& item : items.items) {
      const std::string number = item.number ? fmt::format(" number={}", *item.number) : "";
      line("item", item.span, number + (!item.checked ? "" : *item.checked ? " checked" : " unchecked"));
      nested(item.blocks);
    }
  }
  void children(const Quote& quote) {
    blocks(quote.blocks);
    list("attribution", quote.attribution);
  }
  void children(const Table& table) {
    list("caption", table.caption);
    row("head", table.head);
    for (const TableRow& each : table.rows) row("row", each);
  }
  void row(std::string_view name, const TableRow& cells) {
    part(name);
    ++depth_;
    for (const TableCell& cell : cells.cells) {
      line("cell", cell.span, "");
      nested(cell.blocks);
    }
    --depth_;
  }
  void children(const Details& details) {
    list("summary", details.summary);
    blocks(details.blocks);
  }

  std::string out_;
  FileName file_;  // the document's own
  int depth_ = 0;
};

}  // namespace

std::string dump(const Document& document) { return Dumper().dump(document); }

}  // namespace nbpublish
