#include "layout/flow/figure_sizes.h"

#include "layout/inline/print_quality.h"

namespace nbpublish {
namespace {

constexpr double kLeastScale = 6.0 / 7;
// Of the square of what it loses, in parts of its size: a tenth is less than a page that ends a line early.
constexpr double kSmallerCost = 1'500'000;

// Of the figure's rows and the space around them.
Length full_height(const Galley& galley, const GalleyFigure& figure) {
  const GalleyGroup& group = galley.groups[static_cast<std::size_t>(galley.rows[figure.first].group)];
  Length sum = group.top_first + group.bottom_last;
  for (std::size_t row = figure.first; row < figure.end; ++row) sum += galley.rows[row].height;
  return sum;
}

// As wide and high as `rect`, less by that much of its height, and where it was centred.
Rect smaller(const Rect& rect, Length less) {
  const Length height = rect.height - less, width = rect.width.scaled(height.units(), rect.height.units());
  return {rect.x + (rect.width - width) / 2, rect.y, width, height};
}

}  // namespace

std::vector<FigureSize> smaller_sizes(const Galley& galley, const GalleyFigure& figure, Length line) {
  std::vector<FigureSize> sizes;
  const GalleyRow& row = galley.rows[figure.first];
  const auto* placed = row.items.empty() ? nullptr : std::get_if<PlacedPicture>(&row.items.front().content);
  if (placed == nullptr) return sizes;
  const Length height = full_height(galley, figure), slack = round_up(height, line) - height;
  const bool is_readable = is_lettering_readable(*placed->picture, placed->rect.width);
  for (Length less = line - slack; placed->rect.height - less >= placed->rect.height.scaled(kLeastScale); less += line) {
    const Rect rect = smaller(placed->rect, less);
    if (is_readable && !is_lettering_readable(*placed->picture, rect.width)) break;
    const double lost = less.points() / placed->rect.height.points();
    FigureSize size{kSmallerCost * lost * lost, row.height - less, row.items, row.links};
    std::get<PlacedPicture>(size.items.front().content).rect = rect;
    for (LinkArea& link : size.links) link.rect = rect;
    sizes.push_back(std::move(size));
  }
  return sizes;
}

}  // namespace nbpublish
