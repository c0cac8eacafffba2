// The types that archive.h names.
#pragma once

#include "archive/frame_fields.h"
#include "archive/root.h"

namespace nbpublish {

NBP_ROOT(Document, "document", 1)
NBP_ROOT(std::vector<Diagnostic>, "diagnostics", 1)
NBP_ROOT(BookAddresses, "addresses", 1)
NBP_ROOT(BookIndex, "index", 1)
NBP_ROOT(std::vector<NamePlace>, "name-places", 1)
NBP_ROOT(NameIndexes, "name-indexes", 1)
NBP_ROOT(PrintedPages, "printed-pages", 1)
NBP_ROOT(PagedPart, "part", 4)
NBP_ROOT(PagedVolume, "volume", 4)

}  // namespace nbpublish
