// Anchors of headings: as GitHub makes them, so that links written for the web keep working.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "document/document.h"

namespace nbpublish {

// Lower case, punctuation dropped, spaces to hyphens: "fs.promises & FileHandle" -> "fspromises--filehandle".
std::string slug_of(std::string_view text);

// Fills Heading::anchor where it is empty, unique in the chapter ("-1", "-2" as GitHub does). A given
// {#anchor} at a heading's end is taken off its text and used; twice the same is `duplicate-label`.
void assign_anchors(Document& document, DiagnosticSink& diagnostics);

// Everything a link may lead to in the chapter: its headings' anchors and the labels of its figures,
// tables and listings. For ChapterAddress::anchors.
std::set<std::string> anchors_of(const Document& document);

}  // namespace nbpublish
