// note [code apart]: pandoc takes a second for each half megabyte, and a tenth to a third of a technical book is code, of which it has
// nothing to say: cmark-gfm's tree holds the same letters. So long fenced blocks go to pandoc as a word each, and come back when it has
// answered. Where it found such a word in anything but a block of code, the parsers are of two minds about the fence, and the chapter goes
// to it whole.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// Code that is kept from pandoc: the bytes [begin, end) of the SourceText, and what they are without their fence's indentation.
struct CodeApart {
  std::size_t begin = 0, end = 0;
  std::string text;
};

// Of fenced blocks that stand in no list, quotation or note, and are long enough to be worth it. In the order of the text; none if the
// text itself has the words that would stand for them.
std::vector<CodeApart> code_apart(const SyntaxNode& places, const SourceText& source);

// A line that stands for the code with this index.
std::string line_for_code(std::size_t index);

// Puts code in the place of the lines, in pandoc's tree. False, with the tree in any state, if it has not each of them once and in order.
bool put_code_back(SyntaxNode& tree, std::vector<CodeApart> code);

}  // namespace nbpublish
