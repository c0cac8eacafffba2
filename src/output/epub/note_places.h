// Which file of a text holds which note: the one in which it is first marked, so that a pop-up finds it in its own file.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "output/epub/section.h"

namespace nbpublish {

class NotePlaces {
 public:
  // `pieces` are all files of the document's text, in order.
  NotePlaces(const Document& document, const std::vector<const Section*>& pieces);

  const Section* section_of(std::size_t note) const { return places_[note]; }
  // The files of its marks, in the order in which they are written: text before notes.
  const std::vector<const Section*>& marks_of(std::size_t note) const { return marks_[note]; }

 private:
  void add_marks(const Document& document, std::span<const Block> blocks, const Section* piece);

  std::vector<const Section*> places_;
  std::vector<std::vector<const Section*>> marks_;
};

}  // namespace nbpublish
