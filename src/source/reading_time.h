// What pandoc and cmark-gfm would need for a chapter, told before they begin. pandoc's reader takes 4 µs for a word and some 8 for
// a mark, and grows with the square of some numbers that are small in any text that somebody has written: links and marks of
// emphasis in one paragraph, tabs in one line, marks above one letter, definitions of one name.
#pragma once

#include <optional>

#include "source/chapter_limits.h"
#include "source/syntax.h"

namespace nbpublish {

// Of the lines, before cmark-gfm: at the one by which the time is over. A megabyte of prose passes.
std::optional<LimitBreach> check_reading_of_lines(const SourceText& source);
// Of the paragraphs, headings and cells that cmark-gfm found: at the one by which the time is over.
std::optional<LimitBreach> check_reading_of_texts(const SyntaxNode& places, const SourceText& source);

}  // namespace nbpublish
