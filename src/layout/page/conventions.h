// "How This Book Is Set": the page that explains the marks, made by the tool in the marks themselves.
#pragma once

#include "document/document.h"

namespace nbpublish {

Document conventions_document();

}  // namespace nbpublish
