// How a reader gets about: links, named destinations, the outline, page labels.
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "output/pdf/joined_page.h"

namespace nbpublish {

// One link annotation for each area, kept in JoinedPage::annotations for the structure tree.
void add_links(QPDF& out, Length page_height, std::vector<JoinedPage>& pages);

// The name tree /Dests. Of two destinations with one name the first counts.
void add_destinations(QPDF& out, Length page_height, const std::vector<JoinedPage>& pages);

// Topics, chapters and H2, closed below the chapters; deeper entries are left out. An entry whose level
// skips one hangs on the last entry above it.
void add_outline(QPDF& out, const std::vector<PagedPart>& parts);

// Ranges of consecutive roman or decimal folios; any other label stands for itself.
void add_page_labels(QPDF& out, const std::vector<JoinedPage>& pages);

}  // namespace nbpublish
