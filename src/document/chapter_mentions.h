// "Chapter 9.1" in prose: a reference that nobody marked.
#pragma once

#include "document/document.h"

namespace nbpublish {

class ChapterLookup;

// Links "Chapter 9" to the topic's page and "Chapter 9.1" to the chapter, and each number of "Chapters 3, 4,
// and 9.1", where the volume has them; zeros before a number go. What is in another volume, not written or
// not there stays text, and so does what may be another book's: "Chapter 3 of ...", "the manual's Chapter 3".
// Headings, links and code are left alone.
void link_chapter_mentions(Document& document, const ChapterLookup& lookup);

}  // namespace nbpublish
