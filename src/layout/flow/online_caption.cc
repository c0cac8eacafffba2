// The way to what runs online alone: below a figure that stands for it, and at the end of a chapter, with a QR code.
#include <string>

#include "document/href.h"
#include "figure/qr_code.h"
#include "layout/flow/galley_builder.h"
#include "layout/galley/caption.h"

namespace nbpublish {
namespace {

// What a reader types: browsers know the scheme.
std::string without_scheme(const std::string& url) {
  const std::size_t at = url.find("://");
  return at == std::string::npos ? url : url.substr(at + 3);
}

}  // namespace

Inline link_to_online(const std::string& url, SourceSpan span) {
  return {span, Link{ExternalTarget{url}, "", {{span, Text{without_scheme(url)}}}}};
}

void GalleyBuilder::add_online_caption(const Figure& f, const Block& block, const FlowScope& scope) {
  const auto code = qr_code(encode_url(f.online_url));  // an address too long for a code is printed all the same
  const Size size = code ? (*code)->natural_size : Size{};
  FlowScope words = scope;
  words.text = style_.caption;
  if (code) words.measure -= size.width + style_.component_pad;
  const std::size_t first = galley_.rows.size();
  Length height = add_caption(context_, caption_words("Figure", f.number, f.caption), block,
                              {words.left, words.measure, words.group, words.parent}, galley_);
  const Inlines address{{block.span, Text{"Runs in the online edition: "}}, link_to_online(f.online_url, block.span)};
  const std::size_t link = add_text(flatten(context_, address, base(words), context_.tags.add(scope.parent, TagRole::P, block.id)), block,
                                    words, {}, Alignment::Ragged);
  for (std::size_t i = link; i < galley_.rows.size(); ++i) height += galley_.rows[i].height;
  if (!code) return;
  const TagId tag = context_.tags.add(scope.parent, TagRole::Figure, block.id);
  context_.tags.nodes[tag].alt = "QR code of " + f.online_url;
  const Rect place{scope.left + scope.measure - size.width, {}, size.width, size.height};
  // It hangs from the first row over all of them: the figure is kept whole.
  galley_.rows[first].items.push_back({tag, block.id, 0, 0, PlacedPicture{*code, place}});
  if (height >= size.height) return;
  GalleyRow rest;
  rest.group = scope.group;
  rest.height = size.height - height;
  galley_.rows.push_back(std::move(rest));
}

void GalleyBuilder::add_online_address() {
  if (online_.url.empty()) return;
  const auto code = qr_code(encode_url(online_.url));
  if (!code) return;  // every component has the address itself
  FlowScope scope = top_scope();
  GalleyGroup group;
  group.top_first = style_.leading;
  group.top_of_page = Length{};
  group.to_grid = true;
  group.most_slack_above = Length{};
  scope.group = open_group(std::move(group), scope);
  const TagId parent = context_.tags.add(scope.parent, TagRole::Div);
  const Size size = (*code)->natural_size;
  scope.measure -= size.width + style_.leading;
  scope.text = style_.caption;
  Block block;
  block.id = online_.node;
  block.span = online_.span;
  const std::size_t first = galley_.rows.size();
  const Inlines words{{block.span, Text{"The interactive figures of this chapter run in its online edition: "}},
                      link_to_online(online_.url, block.span)};
  add_text(flatten(context_, words, base(scope), context_.tags.add(parent, TagRole::P, block.id)), block, scope, {}, Alignment::Ragged);
  Length height;
  for (std::size_t i = first; i < galley_.rows.size(); ++i) height += galley_.rows[i].height;
  const TagId tag = context_.tags.add(parent, TagRole::Figure, block.id);
  context_.tags.nodes[tag].alt = "QR code of " + online_.url;
  const Rect place{style_.measure - size.width, {}, size.width, size.height};
  galley_.rows[first].items.push_back({tag, block.id, 0, 0, PlacedPicture{*code, place}});
  GalleyRow rest;
  rest.group = scope.group;
  rest.height = std::max(size.height - height, Length{});
  galley_.rows.push_back(std::move(rest));
  keep_whole(galley_.rows, first, galley_.rows.size());
  pending_space_ = 0;
  begin_block(first, 0);
  end_block(Previous::Listing, 0);
}

}  // namespace nbpublish
