// "Chapter 9.1" in prose: a reference that nobody marked.
#pragma once

#include "document/document.h"

namespace nbpublish {

class ChapterLookup;

// Links "Chapter 9" to the topic's page and "Chapter 9.1" to the chapter, and each number of "Chapters 3, 4,
// and 9.1", where the volume has them; zeros before a number go. What it has not, but BookAddresses::far, becomes "Chapter 15,
// *Worker Threads*, in Volume II" as often as that says, a link if it has a page on the site, or "Chapter 15, *Worker Threads*, not
// yet published"; in a list of numbers it stays a number. Anything else stays text, and so does what may be another book's: "Chapter 3 of
// ...", "the manual's Chapter 3". Headings, links and code are left alone.
void link_chapter_mentions(Document& document, const ChapterLookup& lookup);

}  // namespace nbpublish
