// What `nbpublish explain` is asked about.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "book/book.h"

namespace nbpublish {

struct ExplainedThings {
  std::vector<std::string> volumes;  // keys; those of the texts that are named, if none is named itself
  std::vector<std::string> texts;    // keys (Document::chapter)
  std::vector<std::string> pages;    // folios
};

// A Usage error with the nearest name for a word that names nothing.
Result<ExplainedThings> explained_things(const Book& book, const std::vector<std::string>& words);

}  // namespace nbpublish
