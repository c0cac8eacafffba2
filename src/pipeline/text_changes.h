// What an author has changed in a text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/volume_record.h"

namespace nbpublish {

struct TextChange {
  std::string words;            // "heading at 02.mdx:41 changed"
  std::uint32_t line = 0;       // of the text as it is now, where it shows; 0: in the text as a whole
  std::string kind{}, what{};   // of a block: "heading", "changed"
  std::string file{};           // its name
  std::uint32_t told_line = 0;  // that the words name
};

// Their words. Neighbours of a kind to which the same has been done are told together: "12 paragraphs at 02.mdx:41-63 added".
std::vector<std::string> words_of(const std::vector<TextChange>& changes);

// In the order of the text. Blocks are paired as far as their order is the same; one in the place of another of its kind has changed.
std::vector<TextChange> block_changes(const RecordedText& before, const RecordedText& now);
// Of its blocks, of its title and number, and of what it shows and names that stands elsewhere: pictures, and the words of references.
// Where neither of these tells why it is another, that is said.
std::vector<TextChange> text_changes(const RecordedText& before, const RecordedText& now);

// Whether it must be read again: what is read is its file, under a title that the book may give it.
bool is_read_anew(const RecordedText& before, const RecordedText& now);

// A destination as authors know it: its label, or the key of its text and the anchor in it, which alone is told to that text's author.
std::string name_of_place(const std::string& destination, const std::string& seen_from = {});

}  // namespace nbpublish
