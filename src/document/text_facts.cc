#include "document/text_facts.h"

#include "base/overloaded.h"
#include "document/anchors.h"
#include "document/href.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

void add_named(const Block& block, std::vector<PlaceFact>& named) {
  const auto count = [&](PlaceKind kind, const std::string& label, const Inlines& caption) {
    if (!label.empty() || !caption.empty()) named.push_back({kind, label});
  };
  std::visit(overloaded{[&](const Figure& figure) { count(PlaceKind::Figure, figure.label, figure.caption); },
                        [&](const Table& table) { count(PlaceKind::Table, table.label, table.caption); },
                        [&](const CodeBlock& code) { count(PlaceKind::Listing, code.info.label, code.caption); },
                        [&](const Heading& heading) {
                          if (!heading.anchor.empty()) named.push_back({PlaceKind::Heading, heading.anchor, plain_text(heading.children)});
                        },
                        [](const auto&) {}},
             block.content);
}

// The label that a link means, if labels of the whole book are meant; empty for others.
std::string wanted_label(const Inline& inl) {
  const auto* link = as<Link>(inl);
  const auto* raw = link ? std::get_if<RawTarget>(&link->target) : nullptr;
  if (!raw) return {};
  const std::string label = percent_decode(split_href(clean_href(raw->href)).fragment);
  return is_book_wide(label) ? label : std::string();
}

}  // namespace

TextFacts facts_of(const Document& document) {
  TextFacts facts;
  facts.file = document.file;
  facts.label = document.front.label;
  facts.title = plain_text(document.title);
  facts.anchors = anchors_of(document);
  facts.title_anchors = title_anchors_of(document);
  if (!facts.label.empty()) facts.labels.push_back({facts.label, document.front.label_span});
  for_each_block(document, [&](const Block& block) {
    add_named(block, facts.named);
    if (const std::string* anchor = anchor_of(block); anchor && is_book_wide(*anchor)) facts.labels.push_back({*anchor, block.span});
    if (const auto* figure = as<Figure>(block); figure && !figure->component.empty()) facts.components.insert(figure->component);
  });
  for_each_inline(document, [&](const Inline& inl, const Block&) {
    if (std::string label = wanted_label(inl); !label.empty()) facts.wanted.insert(std::move(label));
  });
  return facts;
}

}  // namespace nbpublish
