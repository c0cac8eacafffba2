// DocumentsByKey: the texts of a volume by Document::chapter, which is also the key of the part that their pages are.
#pragma once

#include <map>
#include <string>

#include "document/document.h"

namespace nbpublish {

using DocumentsByKey = std::map<std::string, const Document*>;

}  // namespace nbpublish
