// Titles that the manifest leaves to the chapters.
#pragma once

#include "book/book.h"
#include "document/document.h"
#include "platform/file_system.h"

namespace nbpublish {

// Fills an empty title and short title from the chapter's front matter; a title that is not there either
// becomes the file's name in words.
void complete_titles(Chapter& chapter, const FrontMatter& front);

// The file's name in words.
std::string name_of(const Chapter& chapter);

// The same for every chapter that has a file. Complains about nothing: reading the chapter does.
void complete_titles(const FileSystem& files, Book& book);

}  // namespace nbpublish
