// Titles that the manifest leaves to the chapters.
#pragma once

#include "book/book.h"
#include "document/document.h"

namespace nbpublish {

// Chapter::title is what the manifest gave, in Markdown, or empty: it becomes the plain text of that, or else of the front
// matter's title, or else the file's name in words. An empty short title comes from the front matter.
void complete_titles(Chapter& chapter, const FrontMatter& front);

// The file's name in words.
std::string name_of(const Chapter& chapter);

}  // namespace nbpublish
