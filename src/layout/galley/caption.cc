#include "layout/galley/caption.h"

#include <string>

#include "layout/galley/rows.h"
#include "layout/inline/display_text.h"

namespace nbpublish {

Inlines caption_words(std::string_view word, std::string_view number, const Inlines& caption) {
  Inlines words;
  if (!number.empty()) words.push_back({{}, Strong{{{{}, Text{std::string(word) + " " + std::string(number)}}}}});
  if (!number.empty() && !caption.empty()) words.push_back({{}, Text{"\u2003"}});
  words.insert(words.end(), caption.begin(), caption.end());
  return words;
}

Length add_caption(LayoutContext& context, const Inlines& words, const Block& block, const CaptionRules& rules, Galley& galley) {
  if (words.empty()) return {};
  const TextStyle& look = context.style.caption;
  const TagId tag = context.tags.add(rules.parent, TagRole::Caption, block.id);
  const ParagraphText text = flatten(context, words, {look, ColourRole::Text, Features::Text, {}}, tag);
  const Length drop = baseline_drop(context.style, look);
  const std::size_t first = galley.rows.size();
  for (SetLine& line : set_paragraph(context, text, display_rules(rules.measure, Alignment::Ragged, block))) {
    galley.rows.push_back(row_of(std::move(line), look.leading, drop, rules.left));
    galley.rows.back().group = rules.group;
  }
  keep_whole(galley.rows, first, galley.rows.size());
  return look.leading * static_cast<std::int64_t>(galley.rows.size() - first);
}

}  // namespace nbpublish
