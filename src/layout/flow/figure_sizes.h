// The sizes a figure may have for a page's sake.
#pragma once

#include "layout/galley/galley.h"

namespace nbpublish {

// The picture of row `figure.first` set smaller, so that the figure takes one line less, two ..., while nobody sees it: to six sevenths
// of its size at most, and never so small that lettering which could be read cannot be. `figure` is a group of `galley` by itself.
std::vector<FigureSize> smaller_sizes(const Galley& galley, const GalleyFigure& figure, Length line);

}  // namespace nbpublish
