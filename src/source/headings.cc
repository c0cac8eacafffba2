#include "source/headings.h"

#include <string>
#include <string_view>

#include "base/utf8.h"
#include "document/anchors.h"
#include "source/inline_builder.h"
#include "source/prose.h"

namespace nbpublish {
namespace {

// Letters and digits in lower case: what two titles must have in common to be the same.
std::string bare_title(std::string_view text) {
  std::string bare;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (is_prose_digit(c) || is_prose_letter(c)) append_utf8(bare, c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return bare;
}

// The level-1 heading that stands for the title: the first heading, before any of another level.
std::size_t title_heading(const Document& document) {
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Heading* heading = as<Heading>(document.blocks[i]);
    if (heading != nullptr) return heading->level == 1 ? i : document.blocks.size();
  }
  return document.blocks.size();
}

void settle_title(Document& document) {
  document.title = plain_inlines(document.front.title, document.front.title_span);
  const std::size_t index = title_heading(document);
  if (index == document.blocks.size()) return;
  Block& block = document.blocks[index];
  Heading& heading = std::get<Heading>(block.content);
  const Inlines written = heading.children;
  const std::string label = take_given_anchor(heading.children);
  const std::string text = plain_text(heading.children);
  if (document.front.title.empty()) {
    document.title = std::move(heading.children);
    document.front.title = text;
    document.front.title_span = block.span;
  } else if (bare_title(text) != bare_title(plain_text(document.title))) {
    heading.children = written;
    return;
  }
  if (!label.empty()) document.front.label = label, document.front.label_span = block.span;
  document.blocks.erase(document.blocks.begin() + static_cast<std::ptrdiff_t>(index));
}

}  // namespace

void settle_headings(Document& document, DiagnosticSink& diagnostics) {
  settle_title(document);
  int before = 1;
  edit_each_block(document, [&](Block& block) {
    Heading* heading = std::get_if<Heading>(&block.content);
    if (heading == nullptr) return;
    if (heading->level == 1) {
      diagnostics.report(DiagCode::ExtraH1, document.file, block.span,
                         "a level-1 heading inside a chapter is set as level 2", "write ## instead of #");
      heading->level = 2;
    }
    if (heading->level > before + 1)
      diagnostics.report(
          DiagCode::HeadingSkipped, document.file, block.span,
          "a level-" + std::to_string(heading->level) + " heading follows level " + std::to_string(before));
    before = heading->level;
  });
}

}  // namespace nbpublish
