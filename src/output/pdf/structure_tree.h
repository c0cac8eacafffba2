// The structure tree of the final file, from the parts' tag trees (ISO 32000-1, 14.7).
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "output/pdf/joined_page.h"

namespace nbpublish {

// Document, below it each part's tree. Nodes without content, link or children are left out, but cells of a
// row that stays: a table keeps its columns. Gives pages and annotations their keys in the ParentTree.
void add_structure(QPDF& out, const PagedVolume& volume, std::vector<JoinedPage>& pages);

}  // namespace nbpublish
