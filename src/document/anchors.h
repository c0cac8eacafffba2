// Anchors of headings: as GitHub makes them, so that links written for the web keep working.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "document/document.h"

namespace nbpublish {

// Lower case, punctuation dropped, spaces to hyphens: "fs.promises & FileHandle" -> "fspromises--filehandle".
std::string slug_of(std::string_view text);

// Takes "{#name}" off the end of a heading's text; empty if there is none.
std::string take_given_anchor(Inlines& heading);

// Fills Heading::anchor where it is empty, unique in the chapter ("-1", "-2" as GitHub does).
// A given {#anchor} at a heading's end is taken off its text and used; twice the same is `duplicate-label`, and
// of HTML's ids the first counts.
void assign_anchors(Document& document, DiagnosticSink& diagnostics);

// Whether an anchor can be meant from other chapters: it has a colon, which no made anchor has.
bool is_book_wide(std::string_view anchor);

// What links may call the chapter as a whole: its label, and what GitHub makes of its titles.
std::vector<std::string> title_anchors_of(const Document& document);

// The anchor or label of a heading, figure, table or listing; null for other blocks.
const std::string* anchor_of(const Block& block);

// Everything a link may lead to in the chapter: its headings' anchors and the labels of its figures,
// tables and listings, HTML's ids, and those of its marks for the index. For ChapterAddress::anchors.
std::set<std::string> anchors_of(const Document& document);
// The same of a stretch of it, without its notes.
std::set<std::string> anchors_of(std::span<const Block> blocks);

}  // namespace nbpublish
