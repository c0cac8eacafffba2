// What stands in code for tools and not for readers, and file names that are written as comments.
#pragma once

#include "document/document.h"

namespace nbpublish {

// In every listing of the document:
// - of JavaScript and TypeScript: Twoslash's lines (`// @noErrors`, `// @errors: 2304`, `// @log: text`, `// @filename: a.ts`, `// ^?`)
//   are left out, and what its marks cut away (`// ---cut---` and all before it, `// ---cut-after---` and all behind it, what stands
//   between `// ---cut-start---` and `// ---cut-end---`);
// - a first line that is only a comment with a file's name becomes the title if there is none, and is left out if it is the title.
// Marks of lines go with their lines; line numbers go on counting a file's name. A listing of which nothing would be left stays as it is.
void settle_listings(Document& document);

}  // namespace nbpublish
