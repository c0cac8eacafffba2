// Paragraphs, run-in headings, quotations and section breaks.
#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "document/places.h"
#include "layout/flow/galley_builder.h"

namespace nbpublish {
namespace {

// A paragraph that ends in a colon, or in a dash, introduces what follows and stays with it.
bool is_lead_in(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '*')) text.remove_suffix(1);
  return text.ends_with(':') || text.ends_with("–");
}

bool begins_lower(std::string_view text) {
  std::size_t pos = 0;
  return !text.empty() && u_islower(static_cast<UChar32>(next_code_point(text, pos))) != 0;
}

// Nothing but strong words: authors put such paragraphs above others as headings.
bool is_label(const Inlines& words) {
  return !words.empty() && std::all_of(words.begin(), words.end(), [](const Inline& word) {
    const auto* text = std::get_if<Text>(&word.content);
    return std::holds_alternative<Strong>(word.content) || is_place(word) ||
           (text != nullptr && text->text.find_first_not_of(' ') == std::string::npos);
  });
}

bool begins_strong(const Inlines& words) {
  const auto first = std::find_if(words.begin(), words.end(), [](const Inline& word) { return !is_place(word); });
  return first != words.end() && std::holds_alternative<Strong>(first->content);
}

// Joins two flattened texts into one line of thought.
ParagraphText joined(ParagraphText a, ParagraphText b) {
  const auto offset = static_cast<std::uint32_t>(a.text.size());
  const auto links = static_cast<std::int32_t>(a.links.size()), pictures = static_cast<std::int32_t>(a.pictures.size());
  for (TextSpan& span : b.spans) {
    span.begin += offset;
    span.end += offset;
    if (span.link >= 0) span.link += links;
    if (span.picture >= 0) span.picture += pictures;
    a.spans.push_back(std::move(span));
  }
  for (TextPlace& place : b.places) a.places.push_back({place.at + offset, std::move(place.name)});
  a.text += b.text;
  std::move(b.links.begin(), b.links.end(), std::back_inserter(a.links));
  std::move(b.pictures.begin(), b.pictures.end(), std::back_inserter(a.pictures));
  finish_text(a);
  return a;
}

}  // namespace

void GalleyBuilder::add(const Paragraph& p, const Block& block, const FlowScope& scope) {
  const TagId tag = context_.tags.add(scope.parent, TagRole::P, block.id);
  const ParagraphText text = flatten(context_, p.children, base(scope), tag);
  if (text.text.empty()) return void(add_text(text, block, scope, {}, alignment(scope)));
  const bool follows_text =
      previous_ == Previous::Paragraph || previous_ == Previous::LeadIn || (previous_ == Previous::List && !begins_lower(text.text));
  const bool indent = follows_text && !scope.is_small_matter();
  const int white = previous_ == Previous::Paragraph && (scope.list_depth > 0 || scope.cell) ? 1 : 0;
  const bool is_entry = scope.has_entries && scope.group < 0 && !scope.is_small_matter();
  FlowScope inner = scope;
  if (is_entry) inner.left += style_.indent, inner.measure -= style_.indent;
  const bool hangs = is_entry && begins_strong(p.children);
  const Length first_indent = hangs ? Length{} - style_.indent : indent && !is_entry ? style_.indent : Length{};
  const std::size_t first = add_text(text, block, inner, first_indent, alignment(scope));
  begin_block(first, white);
  const bool lead_in = is_lead_in(text.text);
  const bool is_short_label = galley_.rows.size() == first + 1 && is_label(p.children);
  end_block(lead_in ? Previous::LeadIn : Previous::Paragraph, 0);
  if (is_short_label) pending_cost_ = kBreakBad;
}

void GalleyBuilder::add_run_in(const Heading& h, const Block& heading, const Paragraph& p, const Block& block, const FlowScope& scope) {
  const TextStyle& look = h.level == 5 ? style_.h5 : style_.h6;
  const TagId heading_tag = context_.tags.add(scope.parent, h.level == 5 ? TagRole::H5 : TagRole::H6, heading.id);
  const TagId tag = context_.tags.add(scope.parent, TagRole::P, block.id);
  Inlines words = h.children;
  const std::string plain = plain_text(words);
  const bool closed = !plain.empty() && std::string_view(".!?:").find(plain.back()) != std::string_view::npos;
  words.push_back({heading.span, Text{closed ? "\u2003" : ".\u2003"}});
  ParagraphText before = flatten(context_, words, {look, ColourRole::Text, Features::Text, {}}, heading_tag);
  for (TextSpan& span : before.spans) span.node = heading.id;
  const ParagraphText text = joined(std::move(before), flatten(context_, p.children, base(scope), tag));
  pending_places_.push_back(context_.chapter + "#" + h.anchor);
  const std::size_t first = add_text(text, block, scope, {}, alignment(scope));
  begin_block(first, h.level == 5 ? 1 : 0);
  end_block(is_lead_in(text.text) ? Previous::LeadIn : Previous::Paragraph, 0);
}

void GalleyBuilder::add(const Quote& q, const Block& block, const FlowScope& scope) {
  FlowScope inner = scope;
  inner.left += style_.quote_indent;
  inner.measure -= 2 * style_.quote_indent;
  inner.parent = context_.tags.add(scope.parent, TagRole::BlockQuote, block.id);
  pending_space_ = std::max(pending_space_, 1);
  previous_ = Previous::Other;
  add_blocks(q.blocks, inner);
  if (!q.attribution.empty()) {
    Inlines words{{block.span, Text{"— "}}};
    words.insert(words.end(), q.attribution.begin(), q.attribution.end());
    const ParagraphText text = flatten(context_, words, base(inner), context_.tags.add(inner.parent, TagRole::P, block.id));
    pending_keep_ = true;
    pending_space_ = 0;
    begin_block(add_text(text, block, inner, {}, Alignment::Right), 0);
  }
  end_block(Previous::Other, 1);
}

// A line of three centred dots; never first or last on a page.
void GalleyBuilder::add(const ThematicBreak&, const Block& block, const FlowScope& scope) {
  const ParagraphText text = flatten_plain(context_, "·\u2003·\u2003·", base(scope), kArtifact);
  const std::size_t first = add_text(text, block, scope, {}, Alignment::Centered);
  pending_keep_ = true;
  begin_block(first, 1);
  end_block(Previous::Other, 1);
  pending_keep_ = true;
}

}  // namespace nbpublish
