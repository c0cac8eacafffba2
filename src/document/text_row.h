// TextRow: one list of inlines as a row of characters, for passes that look for words over the borders of
// its Texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace nbpublish {

class TextRow {
 public:
  // Borrows the list: it must live longer and stay as it is.
  explicit TextRow(const Inlines& list);

  // A soft break is a space; anything else that is no Text is one U+FFFC, whatever it holds.
  const std::string& text() const { return text_; }

  // The inlines of the bytes [begin, end), which begin and end at code points; Texts at both ends are cut.
  Inlines slice(std::size_t begin, std::size_t end) const;
  // Where they stand.
  SourceSpan span(std::size_t begin, std::size_t end) const;

 private:
  std::size_t node_at(std::size_t byte) const;
  SourceSpan span_in(std::size_t node, std::size_t begin, std::size_t end) const;

  const Inlines& list_;
  std::string text_;
  std::vector<std::size_t> begins_;     // of each inline; one more for the end
  std::vector<std::uint32_t> columns_;  // code points before each byte; one more for the end
};

}  // namespace nbpublish
