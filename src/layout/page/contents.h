// Contents: at a glance (topics, chapters) and in full (topics, chapters, sections); lists of figures, tables and listings.
#pragma once

#include <string>
#include <vector>

#include "layout/page/chapter_layout.h"

namespace nbpublish {

struct ContentsEntry {
  enum class Level : std::uint8_t { Topic, Chapter, Section, Caption } level{};
  std::string number;  // "9", "9.1"; that of a caption; empty for sections and matter
  std::string text;
  std::string destination;  // empty: planned, in italic without a page number
  std::string file{};       // where the words stand, for what is wrong with them: a text's; empty: the manifest's
  SourceSpan span{};
};

// The first row of a part that the tool makes: its heading, at the place named `key`.
GalleyRow page_opener(LayoutContext& context, const std::string& key, const std::string& heading);

// The pages under `heading`, the topic in force in their running heads, page numbers from context.pages. `context.tags` is moved into the
// part.
LaidOutChapter layout_contents(LayoutContext& context, const std::string& key, const std::string& heading,
                               const std::vector<ContentsEntry>& entries);

// One entry's rows, for topic pages too.
std::vector<GalleyRow> contents_rows(LayoutContext& context, const ContentsEntry& entry, TagId toc);

}  // namespace nbpublish
