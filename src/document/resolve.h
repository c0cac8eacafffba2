// Resolution: links find their targets, captioned things get their numbers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "document/addresses.h"
#include "document/document.h"

namespace nbpublish {

class ChapterLookup;  // of the addresses: document/chapter_lookup.h

// Counters of figures, tables and listings run through a topic ("Figure 9.4"): where this chapter starts.
struct CaptionCounters {
  std::uint32_t figures = 0, tables = 0, listings = 0;
};

// Numbers the blocks that have a caption or a label, topic_number + "." + counter (the bare counter
// without a topic). resolve_document() does it too; call it before for names_of().
void number_captions(Document& document, const std::string& topic_number, CaptionCounters& counters);

// What links without a text of their own say, by anchor: "fig:heap" -> "Figure 9.4" with a no-break space, a
// heading's anchor -> its text in quotation marks. The captions must have their numbers.
std::map<std::string, std::string> names_of(const Document& document);

// A copy of `document` in which every link is External or Internal where its target exists, and plain text where it may not lead
// (docs/links.md says what an href may be). Links without a text of their own have their target's name, the title "page" its page;
// "Chapter 9.1" in prose is a link (document/chapter_mentions.h). `counters` is advanced over the captioned blocks. What leads nowhere
// is `unresolved-reference` with the nearest name, or `outside-reference`; what no book may carry is `link-target`.
Document resolve_document(Document document, const ChapterLookup& lookup, CaptionCounters& counters, DiagnosticSink& diagnostics);

}  // namespace nbpublish
