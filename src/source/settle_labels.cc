#include "source/settle_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "document/block_lists.h"
#include "document/places.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

constexpr std::size_t kLongestLabel = 60;  // characters

// The strong words taken out of Strong, with the places around them; none if there is anything else.
std::optional<Inlines> words_of_label(const Inlines& words) {
  Inlines label;
  bool has_words = false;
  for (const Inline& word : words) {
    const auto* text = as<Text>(word);
    if (const auto* strong = as<Strong>(word)) {
      has_words = true;
      label.insert(label.end(), strong->children.begin(), strong->children.end());
    } else if (is_place(word) || (text != nullptr && text->text.find_first_not_of(' ') == std::string::npos)) {
      label.push_back(word);
    } else {
      return std::nullopt;
    }
  }
  return has_words ? std::optional(label) : std::nullopt;
}

// Takes blanks, and a colon or dash, from the end of the last words.
void drop_end(Inlines& words) {
  const auto last = std::find_if(words.rbegin(), words.rend(), [](const Inline& word) { return !is_place(word); });
  if (last == words.rend()) return;
  auto* text = std::get_if<Text>(&last->content);
  if (text == nullptr) return;
  for (const std::string_view end : {" ", ":", "\u2013", "\u2014", "\u00A0", " "})
    while (text->text.ends_with(end)) text->text.erase(text->text.size() - end.size());
}

bool is_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with('!') || text.ends_with("\u2026"); }

// The words of a heading that a block stands for, if it does.
std::optional<Inlines> label_of(const Block& block) {
  const auto* paragraph = as<Paragraph>(block);
  std::optional<Inlines> words = paragraph == nullptr ? std::nullopt : words_of_label(paragraph->children);
  if (!words) return std::nullopt;
  const std::string text = plain_text(*words);
  if (count_code_points(text) > kLongestLabel || is_sentence(text)) return std::nullopt;
  drop_end(*words);
  return plain_text(*words).empty() ? std::nullopt : words;
}

// In one list, and in what is folded in it; true if there was one. Other headings and labels below one make it no heading.
void settle_list(Blocks& blocks, std::size_t& count, SourceSpan& first) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (auto* details = std::get_if<Details>(&blocks[i].content)) settle_list(details->blocks, count, first);
    std::optional<Inlines> words = label_of(blocks[i]);
    if (!words || i + 1 == blocks.size() || as<Heading>(blocks[i + 1]) || as<ThematicBreak>(blocks[i + 1]) || label_of(blocks[i + 1]))
      continue;
    if (count++ == 0) first = blocks[i].span;
    blocks[i].content = Heading{4, std::move(*words), {}};
  }
}

void take_out_strong(Inlines& words) {
  Inlines out;
  for (Inline& word : words) {
    std::visit(
        [](auto& content) {
          if constexpr (requires { content.children; }) take_out_strong(content.children);
        },
        word.content);
    if (auto* strong = std::get_if<Strong>(&word.content)) std::ranges::move(strong->children, std::back_inserter(out));
    else out.push_back(std::move(word));
  }
  words = std::move(out);
}

}  // namespace

void settle_labels(Document& document, DiagnosticSink& diagnostics) {
  std::size_t count = 0;
  SourceSpan first;
  settle_list(document.blocks, count, first);
  if (count > 0)
    diagnostics.report(DiagCode::LabelAsHeading, document.file, first,
                       fmt::format("{} of strong words alone {} set as headings",
                                   count == 1 ? "a paragraph" : fmt::format("{} paragraphs", count), count == 1 ? "is" : "are"),
                       "write #### instead of **");
}

void settle_strong_headings(Document& document) {
  edit_each_block(document, [](Block& block) {
    if (auto* heading = std::get_if<Heading>(&block.content)) take_out_strong(heading->children);
  });
}

void drop_needless_breaks(Document& document) {
  const auto is_break = [](const Block& block) { return as<ThematicBreak>(block) != nullptr; };
  Blocks kept;
  for (Block& block : document.blocks) {
    const bool parts_nothing = kept.empty() || as<Heading>(kept.back()) || is_break(kept.back());
    if (is_break(block) && parts_nothing) continue;
    if (as<Heading>(block) && !kept.empty() && is_break(kept.back())) kept.pop_back();
    kept.push_back(std::move(block));
  }
  if (!kept.empty() && is_break(kept.back())) kept.pop_back();
  document.blocks = std::move(kept);
}

}  // namespace nbpublish
