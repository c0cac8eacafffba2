// A chapter read twice, with what must hold of it.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace nbpublish::fuzz {

// `file` ends in .md or .mdx. Whatever the bytes are: they are read, the complaints lie in the file, and a second
// reading gives the same document and the same complaints.
void read_chapter_twice(std::string_view bytes, const std::string& file);

// Every span lies in a file of so many lines, every text is UTF-8, notes are there.
void must_be_whole(const Document& document, std::size_t lines);

}  // namespace nbpublish::fuzz
