// Below a figure that stands for an interactive one: its caption and the way to the original, a QR code beside them.
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

void GalleyBuilder::add_online_caption(const Figure& f, const Block& block, const FlowScope& scope) {
  const auto code = qr_code(encode_url(f.online_url));  // an address too long for a code is printed all the same
  const Size size = code ? (*code)->natural_size : Size{};
  FlowScope words = scope;
  words.text = style_.caption;
  if (code) words.measure -= size.width + style_.component_pad;
  const std::size_t first = galley_.rows.size();
  Length height = add_caption(context_, caption_words("Figure", f.number, f.caption), block,
                              {words.left, words.measure, words.group, words.parent}, galley_);
  const Inlines address{{block.span, Text{"Runs in the online edition: "}},
                        {block.span, Link{ExternalTarget{f.online_url}, "", {{block.span, Text{without_scheme(f.online_url)}}}}}};
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

}  // namespace nbpublish
