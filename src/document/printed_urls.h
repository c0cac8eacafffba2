// Addresses of links for readers of paper.
#pragma once

#include "document/document.h"

namespace nbpublish {

// The document with a footnote behind each link to the web, headings' apart, that gives its address: once a chapter for each, and none
// where the link's words are the address. A link in a footnote has it in parentheses behind it. Addresses are printed without scheme and
// without a slash at their end; mail addresses are left alone.
Document with_printed_urls(Document document);

}  // namespace nbpublish
