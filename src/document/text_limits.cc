#include "document/text_limits.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostShown = 400;  // bytes of what is too long

// Scripts that are written without spaces, pictures and symbols: a line may end nearly anywhere.
bool breaks_anywhere(char32_t c) { return (c >= 0x0E00 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800) || c >= 0x2E80; }

struct TextLength {
  std::size_t words = 0, longest_word = 0;
};

TextLength length_of(std::string_view text) {
  TextLength length;
  std::size_t word = 0;
  bool in_word = false;
  for (std::size_t pos = 0; pos < text.size();) {
    if (is_markdown_space(text[pos])) {
      in_word = false, word = 0, ++pos;
      continue;
    }
    const char32_t c = next_code_point(text, pos);
    if (!in_word) ++length.words;
    in_word = true;
    word = breaks_anywhere(c) ? 0 : word + 1;
    length.longest_word = std::max(length.longest_word, word);
  }
  return length;
}

std::string_view first_bytes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

class Cutter {
 public:
  Cutter(std::string_view file, DiagnosticSink& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  void cut(Block& block) {
    std::visit([&](auto& content) { cut(content, block.span); }, block.content);
    walk_detail::inlines_of(block, [&](Inline& inl) {
      if (auto* image = std::get_if<InlineImage>(&inl.content)) cut(image->alt, "the description of the picture", inl.span);
      if (auto* link = std::get_if<Link>(&inl.content)) cut(link->children, "the link", kLinkLimit, inl.span);
    });
  }

 private:
  std::string_view file_;
  DiagnosticSink& diagnostics_;

  // True if something was told.
  bool tell(std::string_view text, std::string_view what, const TextLimit& limit, SourceSpan place) {
    const std::string found = too_long(text, limit);
    if (found.empty()) return false;
    diagnostics_.report(DiagCode::LimitExceeded, file_, place, fmt::format("{} has {}", what, found), "only its beginning is set");
    return true;
  }
  void cut(std::string& text, std::string_view what, SourceSpan place) {
    if (tell(text, what, kTitleLimit, place)) text = beginning_of(text);
  }
  void cut(Inlines& list, std::string_view what, const TextLimit& limit, SourceSpan place) {
    const std::string text = plain_text(list);
    if (tell(text, what, limit, place)) list = {Inline{place, Text{beginning_of(text)}}};
  }

  void cut(Paragraph& p, SourceSpan place) { cut(p.children, "the paragraph", kParagraphLimit, place); }
  void cut(Heading& h, SourceSpan place) { cut(h.children, "the heading", kTitleLimit, place); }
  void cut(Quote& q, SourceSpan place) { cut(q.attribution, "the source of the quotation", kTitleLimit, place); }
  void cut(Table& t, SourceSpan place) { cut(t.caption, "the caption", kTitleLimit, place); }
  void cut(Details& d, SourceSpan place) { cut(d.summary, "the summary", kTitleLimit, place); }
  void cut(Component& c, SourceSpan place) { cut(c.title, "the title", place); }
  void cut(Figure& f, SourceSpan place) {
    cut(f.caption, "the caption", kTitleLimit, place);
    cut(f.alt, "the description of the picture", place);
  }
  void cut(CodeBlock& code, SourceSpan place) {
    cut(code.caption, "the caption", kTitleLimit, place);
    cut(code.info.title, "the title", place);
    cut_lines(code);
  }
  void cut(List&, SourceSpan) {}
  void cut(Alert&, SourceSpan) {}
  void cut(ThematicBreak&, SourceSpan) {}

  void cut_lines(CodeBlock& code) {
    std::string kept;
    std::size_t from = 0;  // of what is not in `kept`
    for (std::size_t begin = 0, end = 0, index = 0; begin <= code.text.size(); begin = end + 1, ++index) {
      end = std::min(code.text.find('\n', begin), code.text.size());
      if (end - begin <= kMostInCodeLine) continue;
      const std::uint32_t number = place_of_line(code, index).line;
      diagnostics_.report(DiagCode::LimitExceeded, file_, {number, 1, number, 1},
                          fmt::format("the line of code has {} bytes; {} are the most", end - begin, kMostInCodeLine),
                          "only its beginning is set");
      const std::string_view text = code.text;
      kept += text.substr(from, begin - from);
      kept += first_bytes(text.substr(begin), kMostShown);
      kept += "…";
      from = end;
    }
    if (from > 0) code.text = kept + code.text.substr(from);
  }
};

}  // namespace

std::string too_long(std::string_view text, const TextLimit& limit) {
  const std::size_t shortest = std::min(2 * limit.words, kMostInWord);
  if (text.size() < shortest) return {};
  const TextLength length = length_of(text);
  if (length.words > limit.words) return fmt::format("{} words; {} are the most", length.words, limit.words);
  if (length.longest_word > kMostInWord) return fmt::format("a word of {} characters; {} are the most", length.longest_word, kMostInWord);
  if (text.size() > limit.bytes) return fmt::format("{} bytes; {} are the most", text.size(), limit.bytes);
  return {};
}

std::string beginning_of(std::string_view text) {
  std::string_view begin = first_bytes(text, kMostShown);
  if (const std::size_t space = begin.find_last_of(' '); space != begin.npos && space > kMostShown / 2) begin = begin.substr(0, space);
  return std::string(begin) + "…";
}

void cut_long_texts(Document& document, DiagnosticSink& diagnostics) {
  Cutter cutter(document.file, diagnostics);
  edit_each_block(document, [&](Block& block) { cutter.cut(block); });
}

}  // namespace nbpublish
