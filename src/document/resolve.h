// Resolution: links find their targets, captioned things get their numbers.
#pragma once

#include "document/captions.h"
#include "document/document.h"

namespace nbpublish {

class ChapterLookup;  // of the addresses: document/chapter_lookup.h

// A copy of `document` in which every link is External or Internal where its target exists, and plain text where it may not lead
// (docs/links.md says what an href may be). Links without a text of their own have their target's name, the title "page" its page;
// "Chapter 9.1" in prose is a link (document/chapter_mentions.h). `counters` is advanced over the captioned blocks. What leads nowhere
// is `unresolved-reference` with the nearest name, or `outside-reference`; what no book may carry is `link-target`.
Document resolve_document(Document document, const ChapterLookup& lookup, CaptionCounters& counters, DiagnosticSink& diagnostics);

}  // namespace nbpublish
