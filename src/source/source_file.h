// SourceFile: the text of one chapter, and what the book says of it.
#pragma once

#include <string>

namespace nbpublish {

struct SourceFile {
  std::string file;                    // relative to the book's folder: names it in diagnostics
  std::string chapter;                 // key of the chapter; Document::chapter
  std::string online_url;              // public page of the chapter, for component boxes; may be empty
  std::string text;                    // bytes as they are on the disk
  std::string title{}, short_title{};  // go before the chapter's own
  std::string name{};                  // in words: the title if there is no other
};

}  // namespace nbpublish
