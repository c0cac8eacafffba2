// Which chapters a build takes.
#pragma once

#include "book/book.h"

namespace nbpublish {

// True if the chapter's text belongs into the build. One of early access takes drafts, too.
bool is_published(const Chapter& chapter, bool early_access);

}  // namespace nbpublish
