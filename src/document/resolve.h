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

// A copy of `document` in which every link is External or Internal where its target exists. Hrefs:
// relative path to a chapter's file, the chapter's public URL (http/https, with or without www.), an
// #anchor, mailto, other URLs. A chapter's path without an anchor it has: `unresolved-reference` with
// the nearest name. A chapter of another volume is linked by its public URL; without a site the link is its
// text. A chapter that is not published is `outside-reference`; the link becomes plain text, or stays a link
// to the site if that is what was written. javascript:, data:, file: are `link-target` and become plain text.
// The anchor of a chapter's title leads to the chapter.
// An anchor whose heading was renamed is still found if only one can be meant (a warning). A link without
// text gets its target's name: "Figure 9.4", a heading's text in quotation marks, "Chapter 9.1". With the
// title "page" its page is named: "page 214" in place of missing words, "(page 214)" behind others. A label
// with a colon ("#fig:heap") or a chapter's own may stand in another chapter; one in another volume becomes
// text that says where it is: "Figure 31.2 (Volume IV, Production)". `counters` is advanced over the
// captioned blocks.
// "Chapter 9.1" in prose becomes a link (document/chapter_mentions.h).
Document resolve_document(Document document, const ChapterLookup& lookup, CaptionCounters& counters, DiagnosticSink& diagnostics);

}  // namespace nbpublish
