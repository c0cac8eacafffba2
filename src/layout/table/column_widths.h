// Column widths of tables.
#pragma once

#include <vector>

#include "base/length.h"

namespace nbpublish {

// What one column asks for.
struct ColumnDemand {
  Length least;        // its widest word
  Length preferred;    // its widest cell on one line
  Length unwrapped{};  // its widest line of code, if it has some
};

using Widths = std::vector<Length>;
Length sum_of(const Widths& widths);

// Widths whose sum never passes `available`: preferred where all fit; else each column gets its least, then all up to
// `floor`, then, if that fits, code the width of its lines and all others up to twice `floor`; and what is left is shared
// in proportion to what each still wants (the automatic table layout of CSS 2.1, 17.5.2.2). If even the least don't fit,
// they are cut in proportion, no column under `floor` while that fits.
std::vector<Length> column_widths(const std::vector<ColumnDemand>& demands, Length available, Length floor);

// The widths that column_widths() gives to all before it shares out the rest; empty if even they don't fit.
std::vector<Length> secured_widths(const std::vector<ColumnDemand>& demands, Length available, Length floor);

}  // namespace nbpublish
