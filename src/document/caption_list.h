// Lists of the figures, tables and listings that have numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace nbpublish {

enum class CaptionList : std::uint8_t { Figures, Tables, Listings };

std::string_view heading_of(CaptionList list);  // "Figures", "Tables", "Listings"

// A shorter list says nothing that the contents don't.
inline constexpr std::size_t kShortestCaptionList = 2;

struct CaptionEntry {
  std::string number;  // "9.4"
  std::string text;    // the caption's first sentence without its full stop, or a listing's file name
  InternalTarget target;
};

// In the order of the resolved documents; what has a number and no words is left out. Empty if it would be
// shorter than kShortestCaptionList.
std::vector<CaptionEntry> caption_entries(const std::vector<const Document*>& documents, CaptionList list);

// Gives what has a number and no label an anchor: "figure-9.4". Numbers are given by number_captions().
void assign_caption_anchors(Document& document);

}  // namespace nbpublish
