// Figures and captions.
#include <algorithm>

#include "layout/flow/galley_builder.h"

namespace nbpublish {
namespace {

// Scaled down to the column and to the height a figure may have; never up.
Size fitted(Size natural, Length width, Length height) {
  Size size = natural;
  if (size.width > width) size = {width, natural.height.scaled(width.units(), natural.width.units())};
  if (size.height > height) size = {natural.width.scaled(height.units(), natural.height.units()), height};
  return size;
}

}  // namespace

void GalleyBuilder::add_caption(const Inlines& caption, std::string_view label, const Block& block, const FlowScope& scope, TagId parent) {
  Inlines words;
  if (!label.empty()) words.push_back({block.span, Strong{{{block.span, Text{std::string(label)}}}}});
  if (!label.empty() && !caption.empty()) words.push_back({block.span, Text{"\u2003"}});
  words.insert(words.end(), caption.begin(), caption.end());
  if (words.empty()) return;
  FlowScope inner = scope;
  inner.text = style_.caption;
  add_text(flatten(context_, words, {style_.caption, ColourRole::Text, Features::Text, {}}, context_.tags.add(parent, TagRole::Caption, block.id)),
           block, inner, {}, Alignment::Ragged);
}

void GalleyBuilder::add(const Figure& f, const Block& block, const FlowScope& scope) {
  const auto found = context_.pictures.find(picture_key(context_.file, f.source));
  const PicturePtr picture = found == context_.pictures.end() ? nullptr : found->second;
  GalleyGroup group;
  group.top_first = style_.leading;
  group.bottom_last = style_.leading / 2;
  group.to_grid = true;
  FlowScope inner = scope;
  inner.group = open_group(std::move(group), scope);
  inner.parent = context_.tags.add(scope.parent, TagRole::Div, block.id);
  const std::size_t first = galley_.rows.size();
  if (!f.label.empty()) pending_places_.push_back(context_.chapter + "#" + f.label);
  if (picture != nullptr && picture->natural_size.width > Length{} && picture->natural_size.height > Length{}) {
    const TagId tag = context_.tags.add(inner.parent, TagRole::Figure, block.id);
    context_.tags.nodes[tag].alt = f.alt;
    const Size size = fitted(picture->natural_size, scope.measure, style_.leading * style_.figure_most_lines);
    GalleyRow row;
    row.group = inner.group;
    row.height = size.height + style_.caption_gap;
    row.items.push_back({tag, block.id, 0, 0, PlacedPicture{picture, {scope.left + (scope.measure - size.width) / 2, {}, size.width, size.height}}});
    galley_.rows.push_back(std::move(row));
  } else {
    // The picture was diagnosed before; its alternative text stands for it.
    const std::string words = f.alt.empty() ? f.source : f.alt;
    add_text(flatten(context_, {{block.span, Emphasis{{{block.span, Text{"[" + words + "]"}}}}}}, base(scope), context_.tags.add(inner.parent, TagRole::P, block.id)),
             block, inner, {}, Alignment::Ragged);
  }
  add_caption(f.caption, f.number.empty() ? "" : "Figure " + f.number, block, inner, inner.parent);
  keep_whole(galley_.rows, first, galley_.rows.size());
  if (previous_ == Previous::LeadIn) pending_cost_ = kBreakBad;
  pending_space_ = 0;
  begin_block(first, 0);
  end_block(Previous::Listing, 0, 1);
}

}  // namespace nbpublish
