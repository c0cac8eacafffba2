// Numbers of figures, tables and listings, and what links call the places of a chapter.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "document/document.h"
#include "document/text_facts.h"

namespace nbpublish {

// Counters of figures, tables and listings run through a topic ("Figure 9.4"): where this chapter starts.
struct CaptionCounters {
  std::uint32_t figures = 0, tables = 0, listings = 0;
};

// Numbers the blocks that have a caption or a label, topic_number + "." + counter (the bare counter
// without a topic). resolve_document() does it too.
void number_captions(Document& document, const std::string& topic_number, CaptionCounters& counters);

// What links without a text of their own say, by anchor: "fig:heap" -> "Figure 9.4" with a no-break space, a
// heading's anchor -> its text in quotation marks.
using PlaceNames = std::map<std::string, std::string>;

// Of a text whose captions have their numbers.
PlaceNames names_of(const Document& document);
// The same, of what is known of a text; `counters` is advanced as by number_captions().
PlaceNames names_of(const TextFacts& facts, const std::string& topic_number, CaptionCounters& counters);
// Where a text stops that starts at `from`.
CaptionCounters counters_after(const TextFacts& facts, CaptionCounters from);

}  // namespace nbpublish
