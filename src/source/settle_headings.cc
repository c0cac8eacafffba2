#include "source/settle_headings.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "document/anchors.h"
#include "document/blank.h"
#include "document/block_lists.h"
#include "document/places.h"
#include "document/sentences.h"
#include "document/walk.h"
#include "source/prose.h"
#include "source/settle_labels.h"
#include "source/settle_places.h"
#include "source/titles.h"

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

bool is_picture_or_blank(const Inline& inl) {
  if (const auto* link = as<Link>(inl)) return std::ranges::all_of(link->children, is_picture_or_blank);
  const auto* text = as<Text>(inl);
  return as<InlineImage>(inl) || is_place(inl) || as<SoftBreak>(inl) || as<LineBreak>(inl) ||
         (text && text->text.find_first_not_of(' ') == std::string::npos);
}

// A logo, a line of badges, a rule: what may stand above a title.
bool is_decoration(const Block& block) {
  if (const auto* paragraph = as<Paragraph>(block)) return std::ranges::all_of(paragraph->children, is_picture_or_blank);
  return as<Figure>(block) || as<ThematicBreak>(block);
}

// The heading that may stand for the title: the first, if it is of level 1 or nothing is said before it.
std::size_t title_heading(const Document& document) {
  bool begins = true;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (const Heading* heading = as<Heading>(document.blocks[i]))
      return heading->level == 1 || (begins && !plain_text(heading->children).empty()) ? i : document.blocks.size();
    begins = begins && is_decoration(document.blocks[i]);
  }
  return document.blocks.size();
}

// Below a title that was written with more than one # the others go up with it, as far as there is room.
void raise_headings(Document& document) {
  int highest = 0;
  edit_each_block(document, [&](Block& block) {
    if (const Heading* heading = as<Heading>(block); heading && (highest == 0 || heading->level < highest)) highest = heading->level;
  });
  const int up = std::max(0, highest - 2);
  edit_each_block(document, [&](Block& block) {
    if (Heading* heading = std::get_if<Heading>(&block.content)) heading->level -= up;
  });
}

// An opener has no foot for notes.
void drop_notes(Document& document, DiagnosticSink& diagnostics) {
  std::erase_if(document.title, [&](const Inline& inl) {
    const bool note = as<NoteReference>(inl) != nullptr;
    if (note)
      diagnostics.report(DiagCode::UnreadBlock, document.file, inl.span, "a footnote in a chapter's title is left out",
                         "refer to it from the text");
    return note;
  });
}

// GitHub counts the title's H1 among the headings: those that follow with the same words have a number.
void name_headings_like(const std::string& slug, Document& document) {
  std::size_t count = 0;
  edit_each_block(document, [&](Block& block) {
    auto* heading = std::get_if<Heading>(&block.content);
    if (heading == nullptr) return;
    Inlines words = heading->children;
    if (take_given_anchor(words).empty() && slug_of(plain_text(words)) == slug) heading->anchor = slug + "-" + std::to_string(++count);
  });
}

// The pictures of a title that is nothing else: they stand below the opener, whose words are what they show.
Blocks take_pictures_of_title(Inlines& title, SourceSpan span) {
  Blocks figures;
  bool has_words = false;
  walk_detail::inlines(title, [&](const Inline& inl) {
    if (const auto* picture = as<InlineImage>(inl))
      figures.push_back({.span = span, .content = Figure{picture->source, picture->alt, {}, {}, {}}});
    else if (const auto* text = as<Text>(inl)) has_words = has_words || !is_blank(text->text);
    else has_words = has_words || as<Code>(inl) != nullptr;
  });
  if (has_words || figures.empty()) return {};
  title = {{span, Text{plain_text(title)}}};
  return figures;
}

// A title that shows nothing is none.
Inlines read_visible_title(const std::string& text, SourceSpan span, Document& document, DiagnosticSink& diagnostics) {
  Inlines words = read_title(text, span, document.file, diagnostics);
  take_places(words);
  if (words.empty() || !is_blank(words)) return words;
  diagnostics.report(DiagCode::EmptyHeading, document.file, span, "the title has no words", "write them, or leave the key out");
  return {};
}

void settle_title(Document& document, const SourceFile& file, DiagnosticSink& diagnostics) {
  FrontMatter& front = document.front;
  const bool is_given = !file.title.empty();
  document.title = is_given ? read_visible_title(file.title, {}, document, diagnostics)
                            : read_visible_title(front.title, front.title_span, document, diagnostics);
  if (!is_given && document.title.empty()) front.title.clear();
  const std::size_t index = title_heading(document);
  if (index == document.blocks.size()) return;
  Block& block = document.blocks[index];
  Heading& heading = std::get<Heading>(block.content);
  const Inlines written = heading.children;
  const std::vector<std::string> places = take_places(heading.children);
  const std::string label = take_given_anchor(heading.children);
  const std::string text = plain_text(heading.children);
  Blocks kept = take_pictures_of_title(heading.children, block.span);
  const int level = heading.level;
  // A heading of another level is the first section's unless the chapter has no other title, or that very one.
  const bool is_section = level > 1 && is_given && bare_title(text) != bare_title(plain_text(document.title));
  if (front.title.empty() && !is_section) {
    if (!is_given) document.title = std::move(heading.children);
    front.title = text;
    front.title_span = block.span;
  } else if (is_section || bare_title(text) != bare_title(front.title)) {
    heading.children = written;
    return;
  }
  if (!label.empty()) front.label = label, front.label_span = block.span;
  // The title stands on the opener; its places and pictures on what follows.
  Paragraph names;
  for (const std::string& name : places) names.children.push_back(place(block.span, name));
  if (!places.empty()) kept.insert(kept.begin(), Block{.span = block.span, .content = std::move(names)});
  const auto at = document.blocks.erase(document.blocks.begin() + static_cast<std::ptrdiff_t>(index));
  document.blocks.insert(at, std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()));
  if (level > 1) raise_headings(document);
  name_headings_like(slug_of(text), document);
}

void settle_words(Document& document, const SourceFile& file, DiagnosticSink& diagnostics) {
  const FrontMatter& front = document.front;
  settle_title(document, file, diagnostics);
  drop_notes(document, diagnostics);
  if (document.title.empty()) document.title = read_title(file.name, {}, document.file, diagnostics);
  // A short title belongs to the title that it shortens.
  const bool is_own = file.title.empty() && file.short_title.empty();
  const std::string& short_title = is_own ? front.short_title : file.short_title;
  document.short_title =
      read_title(short_title, short_title == front.short_title ? front.short_span : SourceSpan{}, document.file, diagnostics);
  const std::string excerpt = short_excerpt(front.excerpt);
  document.standfirst =
      read_title(front.standfirst.empty() ? excerpt : front.standfirst, front.standfirst_span, document.file, diagnostics);
}

// A heading that shows nothing is left out: no list of contents could name it. Its places stay, and so does a picture.
void settle_empty_headings(Document& document, DiagnosticSink& diagnostics) {
  const auto settle = [&](Block& block) {
    const auto* heading = as<Heading>(block);
    if (heading == nullptr) return false;
    Inlines words = heading->children;
    const std::string label = take_given_anchor(words);
    if (!is_blank(words)) return false;
    Inlines kept;
    if (!label.empty()) kept.push_back(place(block.span, label));
    walk_detail::inlines(words, [&](const Inline& inl) {
      if (is_place(inl) || as<InlineImage>(inl) != nullptr || as<NoteReference>(inl) != nullptr) kept.push_back(inl);
    });
    const bool is_picture = std::ranges::any_of(kept, [](const Inline& inl) { return as<InlineImage>(inl) != nullptr; });
    diagnostics.report(
        DiagCode::EmptyHeading, document.file, block.span,
        is_picture ? "a heading without words is set as the picture that it holds" : "a heading without words is left out",
        is_picture ? "give the picture an alternative text, or the heading words" : "write its words, or take its marks out");
    const auto* picture = kept.size() == 1 ? as<InlineImage>(kept.front()) : nullptr;
    if (picture != nullptr) block.content = Figure{picture->source, picture->alt, {}, {}, {}};
    else block.content = Paragraph{std::move(kept)};
    return true;
  };
  edit_each_list(document, [&](Blocks& list) {
    std::erase_if(list,
                  [&](Block& block) { return settle(block) && as<Paragraph>(block) != nullptr && as<Paragraph>(block)->children.empty(); });
  });
}

}  // namespace

void settle_headings(Document& document, const SourceFile& file, DiagnosticSink& diagnostics) {
  settle_places(document);
  settle_empty_headings(document, diagnostics);
  settle_places(document);
  settle_words(document, file, diagnostics);
  settle_places(document);
  settle_strong_headings(document);
  int before = 1;
  edit_each_block(document, [&](Block& block) {
    Heading* heading = std::get_if<Heading>(&block.content);
    if (heading == nullptr) return;
    if (heading->level == 1) {
      diagnostics.report(DiagCode::ExtraH1, document.file, block.span, "a level-1 heading inside a chapter is set as level 2",
                         "write ## instead of #");
      heading->level = 2;
    }
    if (heading->level > before + 1)
      diagnostics.report(DiagCode::HeadingSkipped, document.file, block.span,
                         "a level-" + std::to_string(heading->level) + " heading follows level " + std::to_string(before));
    before = heading->level;
  });
  // Behind the levels: a label is none that the author skipped.
  settle_labels(document, diagnostics);
  drop_needless_breaks(document);
}

}  // namespace nbpublish
