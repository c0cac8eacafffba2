// Objects that have the same number in every file, so that sealed parts can refer to them.
#pragma once

#include "output/pdf/pdf_syntax.h"

namespace nbpublish {

inline constexpr ObjectNumber kCatalog = 1, kPageTree = 2, kInfo = 3, kFonts = 4, kResources = 5;
inline constexpr ObjectNumber kFirstOfPrint = 6;  // what follows has no object of its own in a print file
inline constexpr ObjectNumber kStructure = 6, kDocument = 7, kGroup = 8;

}  // namespace nbpublish
