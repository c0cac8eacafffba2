#include "document/index_term.h"

#include "base/overloaded.h"
#include "base/utf8.h"

namespace nbpublish {
namespace {

void append_term(std::string& out, const Inlines& inlines) {
  for (const Inline& inl : inlines)
    std::visit(overloaded{[&](const Text& text) { out += text.text; }, [&](const Code& code) { out += '`' + code.text + '`'; },
                          [&](const InlineImage& image) { out += image.alt; }, [&](const SoftBreak&) { out += ' '; },
                          [&](const LineBreak&) { out += ' '; }, [&](const NoteReference&) {},
                          [&](const auto& span) { append_term(out, span.children); }},
               inl.content);
}

// No-break spaces are blanks here: "Node.js 22" is one term however it is written.
std::string with_single_blanks(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const bool blank = c == U' ' || c == 0x00A0;
    if (!blank) append_utf8(out, c);
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// The parts between marks that stand outside backquotes; without the empty ones.
std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts(1);
  bool in_code = false;
  for (const char c : text) {
    if (c == '`') in_code = !in_code;
    if (c == mark && !in_code) parts.emplace_back();
    else parts.back() += c;
  }
  for (std::string& part : parts) part = with_single_blanks(part);
  std::erase(parts, "");
  return parts;
}

}  // namespace

std::string term_of(const Inlines& inlines) {
  std::string out;
  append_term(out, inlines);
  return with_single_blanks(out);
}

Inlines inlines_of_term(std::string_view term, SourceSpan span) {
  Inlines out;
  while (!term.empty()) {
    const std::size_t open = term.find('`');
    const std::size_t close = open == term.npos ? term.npos : term.find('`', open + 1);
    const std::size_t plain = close == term.npos ? term.size() : open;
    if (plain > 0) out.push_back({span, Text{std::string(term.substr(0, plain))}});
    if (close != term.npos) out.push_back({span, Code{std::string(term.substr(open + 1, close - open - 1))}});
    term.remove_prefix(close == term.npos ? term.size() : close + 1);
  }
  return out;
}

std::string plain_term(std::string_view term) { return plain_text(inlines_of_term(term)); }

std::vector<std::string> levels_of(std::string_view entry) { return split(entry, '!'); }

std::vector<std::string> references_of(std::string_view list) { return split(list, ';'); }

}  // namespace nbpublish
