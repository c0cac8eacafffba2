// The numbers of lists, as HTML counts and writes them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"

namespace nbpublish {

inline bool is_numbered(const List& list) { return list.numbering != ListNumbering::Bullet; }

// One for each item: from the start on, up or down; an item's own number goes on from there.
std::vector<std::int64_t> item_numbers(const List& list);

// "12", "l", "AB", "xii". What letters or Roman numerals cannot say is said in figures.
std::string number_text(ListNumbering numbering, std::int64_t number);

// What stands before each item of a numbered list: "12.", "b.", "3)".
std::vector<std::string> item_labels(const List& list);

}  // namespace nbpublish
