// Where the pages of the printed book begin in its text: what the ebook's page list is made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace nbpublish {

// The first word of a page. In a text: of which block, and after how much of its plain text (document/ink.h); node 0 is the text's
// own beginning, before its title. On a page that the tool makes (contents, a topic, the index): at what `target` names there.
struct PrintedPageStart {
  std::string label;  // the printed folio: "xii", "214"
  NodeId node = 0;
  std::uint32_t at = 0;
  InternalTarget target{};
};

// A part of the volume, by its key: a text's is Document::chapter. Its pages in their order.
struct PartStarts {
  std::string part;
  std::vector<PrintedPageStart> starts;
};

struct PrintedPages {
  std::string source;             // what the pages are of: "urn:isbn:...", or a name of the very file
  std::vector<PartStarts> parts;  // in the order of the volume
};

// Keys of parts that the tool makes, beside kIndexKey and a topic's.
inline constexpr std::string_view kTitleKey = "title", kContentsKey = "contents";

}  // namespace nbpublish
