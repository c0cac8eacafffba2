// Where each page of a layout begins in the texts that it was made from.
#pragma once

#include <string>

#include "document/documents_by_key.h"
#include "document/printed_pages.h"
#include "frame/frame.h"

namespace nbpublish {

// One break for every page that has a place in its text, in the order of the text. A page begins with the first word of the main
// text on it: not with a note, a head that is repeated, a bullet, or a figure that stands there in front of its place in the text. A page
// that holds nothing but such a figure begins where the next one does. Blank pages have no break.
PrintedPages page_starts(const PagedVolume& volume, const DocumentsByKey& documents);

// A name for these very pages, a name-based UUID (RFC 4122): other starts give another name.
std::string urn_of(const PrintedPages& pages);

}  // namespace nbpublish
