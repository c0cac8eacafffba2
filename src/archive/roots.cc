#include "archive/roots.h"

#include "archive/codec.h"

namespace nbpublish {

NBP_ARCHIVED(Document)
NBP_ARCHIVED(std::vector<Diagnostic>)
NBP_ARCHIVED(BookAddresses)
NBP_ARCHIVED(BookIndex)
NBP_ARCHIVED(std::vector<NamePlace>)
NBP_ARCHIVED(NameIndexes)
NBP_ARCHIVED(PrintedPages)
NBP_ARCHIVED(PagedPart)
NBP_ARCHIVED(PagedVolume)

}  // namespace nbpublish
