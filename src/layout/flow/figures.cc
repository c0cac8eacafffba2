// Figures and captions.
#include <algorithm>

#include "document/picture_key.h"
#include "layout/flow/figure_sizes.h"
#include "layout/flow/galley_builder.h"
#include "layout/galley/caption.h"
#include "layout/inline/print_quality.h"

namespace nbpublish {
namespace {

// Scaled down to the column and to the height a figure may have; never up.
Size fitted(Size natural, Length width, Length height) {
  Size size = natural;
  if (size.width > width) size = {width, natural.height.scaled(width.units(), natural.width.units())};
  if (size.height > height) size = {natural.width.scaled(height.units(), natural.height.units()), height};
  return size;
}

// As large as the author wants it, up to the measure and a page.
Size wanted_size(const Size& natural, const Figure& figure, Length measure, const Style& style) {
  const FigureWidth& wanted = figure.width;
  const Length most = highest_figure(style), height = figure.height.is_zero() ? most : std::min(figure.height, most);
  const Length width = wanted.of_measure != 0 ? measure.scaled(wanted.of_measure, 1000) : wanted.length;
  const Size asked = width.is_zero() ? Size{natural.width.scaled(figure.height.units(), natural.height.units()), figure.height}
                                     : Size{width, natural.height.scaled(width.units(), natural.width.units())};
  return fitted(asked, measure, height);
}

bool refers_to(const GalleyRow& row, std::string_view name) {
  return std::any_of(row.links.begin(), row.links.end(), [&](const LinkArea& link) {
    const auto* target = std::get_if<InternalTarget>(&link.target);
    return target != nullptr && destination_name(*target) == name;
  });
}

}  // namespace

Length highest_figure(const Style& style) {
  constexpr int kRest = 4;  // lines for the caption and the white around
  return style.leading * (style.lines - kRest);
}

Size usual_size(const Picture& picture, Length measure, const Style& style) {
  const Size usual = fitted(picture.natural_size, measure, style.leading * style.figure_most_lines);
  return is_lettering_readable(picture, usual.width) ? usual : fitted(picture.natural_size, measure, highest_figure(style));
}

void GalleyBuilder::add(const Figure& f, const Block& block, const FlowScope& scope) {
  const auto found = context_.pictures.find(picture_key(context_.file, f.source));
  const PicturePtr picture = found == context_.pictures.end() ? nullptr : found->second;
  GalleyGroup group;
  if (!scope.cell) {
    group.top_first = style_.leading;
    group.bottom_last = style_.leading / 2;
    group.to_grid = true;
    group.top_of_page = Length{};
  }
  FlowScope inner = scope;
  inner.group = open_group(std::move(group), scope);
  inner.parent = context_.tags.add(scope.parent, TagRole::Div, block.id);
  const std::size_t first = galley_.rows.size();
  const bool is_asked = f.width != FigureWidth{} || !f.height.is_zero();
  if (!f.label.empty()) pending_places_.push_back(context_.chapter + "#" + f.label);
  if (picture != nullptr && picture->natural_size.width > Length{} && picture->natural_size.height > Length{}) {
    const bool is_link = !std::holds_alternative<RawTarget>(f.link);
    const TagId around = is_link ? context_.tags.add(inner.parent, TagRole::Link) : inner.parent;
    const TagId tag = context_.tags.add(around, TagRole::Figure, block.id);
    context_.tags.nodes[tag].alt = f.alt.empty() ? plain_text(f.caption) : f.alt;
    const Size size = is_asked ? wanted_size(picture->natural_size, f, scope.measure, style_) : usual_size(*picture, scope.measure, style_);
    report_print_quality(context_, *picture, f.source, size.width, block.span);
    GalleyRow row;
    row.group = inner.group;
    const bool captioned = !f.number.empty() || !f.caption.empty() || !f.online_url.empty();
    row.height = size.height + (scope.cell && !captioned ? Length{} : style_.caption_gap);
    const Rect place{scope.left + (scope.measure - size.width) / 2, {}, size.width, size.height};
    row.items.push_back({tag, block.id, 0, 0, PlacedPicture{picture, place}});
    if (is_link) row.links.push_back({place, f.link, around, f.alt});
    galley_.rows.push_back(std::move(row));
  } else {
    // The picture was diagnosed before; its alternative text stands for it.
    const std::string words = f.alt.empty() ? f.source : f.alt;
    add_text(flatten(context_, {{block.span, Emphasis{{{block.span, Text{"[" + words + "]"}}}}}}, base(scope),
                     context_.tags.add(inner.parent, TagRole::P, block.id)),
             block, inner, {}, Alignment::Ragged);
  }
  if (f.online_url.empty())
    add_caption(context_, caption_words("Figure", f.number, f.caption), block, {inner.left, inner.measure, inner.group, inner.parent},
                galley_);
  else add_online_caption(f, block, inner);
  keep_whole(galley_.rows, first, galley_.rows.size());
  register_figure(f, first, pending_space_, scope);
  if (!scope.cell && !is_asked) galley_.figures.back().sizes = smaller_sizes(galley_, galley_.figures.back(), style_.leading);
  const bool may_move = !galley_.figures.empty() && galley_.figures.back().first == first && galley_.figures.back().may_move;
  // What follows one that may move may come to follow what stood before it.
  const Previous kind = !may_move ? Previous::Listing : previous_ == Previous::Heading ? Previous::Heading : Previous::Paragraph;
  if (previous_ == Previous::LeadIn) pending_cost_ = kBreakBad;
  pending_space_ = 0;
  const int white = scope.cell ? 1 : 0;
  // Around a figure more white is not seen: no two of them are alike.
  pending_well_ = scope.group < 0;
  begin_block(first, white, scope.group < 0 ? 1 : 0);
  end_block(kind, white, 1);
  pending_well_ = scope.group < 0;
}

// A figure that has a number need not stand in the midst of the text, and passes no other: it may go to the top of the next page, and to
// that of its own where the text above has spoken of it.
void GalleyBuilder::register_figure(const Figure& f, std::size_t first, int space_before, const FlowScope& scope) {
  GalleyFigure figure{first, galley_.rows.size(), false, false, std::nullopt, space_before, {}};
  const bool has_notes = std::any_of(galley_.rows.begin() + static_cast<std::ptrdiff_t>(first), galley_.rows.end(),
                                     [](const GalleyRow& row) { return !row.notes.empty(); });
  figure.may_move = !f.number.empty() && scope.parent == kRootTag && !has_notes && first > 0;
  figure.is_announced = previous_ == Previous::LeadIn;
  if (figure.may_move && !figure.is_announced) {
    const std::string name = context_.chapter + "#" + f.label;
    for (std::size_t row = first; !f.label.empty() && row-- > 0 && !figure.reference && galley_.rows[row].section.empty();)
      if (refers_to(galley_.rows[row], name)) figure.reference = row;
    const bool follows_text = previous_ == Previous::Paragraph || previous_ == Previous::List;
    if (f.label.empty() && follows_text) figure.reference = first - 1;
  }
  galley_.figures.push_back(figure);
}

}  // namespace nbpublish
