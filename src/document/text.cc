// The text of a document without its markup.
#include <unicode/uchar.h>

#include "base/overloaded.h"
#include "base/utf8.h"
#include "document/document.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

void append_text(std::string& out, const Inlines& inlines) {
  for (const Inline& inl : inlines)
    std::visit(overloaded{[&](const Text& text) { out += text.text; }, [&](const Code& code) { out += code.text; },
                          [&](const InlineImage& image) { out += image.alt; }, [&](const SoftBreak&) { out += ' '; },
                          [&](const LineBreak&) { out += ' '; }, [&](const NoteReference&) {},
                          [&](const auto& span) { append_text(out, span.children); }},
               inl.content);
}

// A word holds at least one letter or digit: dashes and bullets between spaces are none.
std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, pos));
    if (u_isUWhiteSpace(c)) in_word = false;
    else if (!in_word && u_isalnum(c)) in_word = true, ++words;
  }
  return words;
}

}  // namespace

std::string plain_text(const Inlines& inlines) {
  std::string out;
  append_text(out, inlines);
  return out;
}

std::size_t count_words(const Document& document) {
  std::size_t words = 0;
  for_each_block(document,
                 [&](const Block& block) { inline_lists_of(block, [&](const Inlines& list) { words += count_words(plain_text(list)); }); });
  return words;
}

}  // namespace nbpublish
