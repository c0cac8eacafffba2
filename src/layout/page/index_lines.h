// Lines of the index: entries with the folios of their places, set ragged on a column's measure.
#pragma once

#include <string>
#include <vector>

#include "book/volume_texts.h"
#include "layout/galley/galley.h"

namespace nbpublish {

struct IndexLine {
  GalleyRow row;  // x from the column's left edge
  bool may_begin_column = true;
  bool blank = false;     // white above a letter, dropped at the head of a column
  std::string continued;  // the entry, in index_term.h's form, that a column beginning here goes on with; or empty
};

// One printed locator: a page, or two with the pages between them.
struct Locator {
  std::string first, last;  // folios; `last` empty for a single page
  InternalTarget first_target, last_target;
  bool main = false;
  std::string volume{};       // "III" in an index of the whole set
  bool is_elsewhere = false;  // in another volume: no link leads there
};

// The places' folios in order, equal ones once, consecutive ones joined. Places without a page are left out, unless no
// page is known at all: then each stands as PageNumbers::kUnknownPage. `elsewhere` has the pages of other volumes, if there are any.
std::vector<Locator> locators_of(const std::vector<IndexPlace>& places, const PageNumbers& pages, const PageNumbers* elsewhere = nullptr);

// All lines, a letter above each group; their tags hang below `parent`. An entry of the author's with more than six locators of its
// own is `index-crowded`.
std::vector<IndexLine> index_lines(LayoutContext& context, const VolumeIndex& index, TagId parent, Length measure,
                                   const PageNumbers* elsewhere = nullptr);

}  // namespace nbpublish
