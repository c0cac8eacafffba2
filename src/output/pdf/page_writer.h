// PageWriter: the pages of a file and their tree (ISO 32000-1, 7.7.3).
#pragma once

#include <vector>

#include "frame/page_boxes.h"
#include "output/pdf/pdf_file.h"
#include "output/pdf/sealed_part.h"

namespace nbpublish {

class PageWriter {
 public:
  // Borrows `file` and `next`, from which it takes numbers for streams and nodes.
  PageWriter(PdfFile& file, ObjectNumber& next, const Sheets& sheets, bool is_print)
      : file_(file), next_(next), sheets_(sheets), is_print_(is_print) {}

  // The next page, with this number; `forms` are those of its part's pictures.
  void add(ObjectNumber number, const SealedPage& page, const SealedSheet& sheet, const std::vector<ObjectNumber>& forms);
  // Behind the last page.
  void finish();
  // Whether a page refers to kGroup.
  bool has_group() const { return has_group_; }

 private:
  PdfFile& file_;
  ObjectNumber& next_;
  const Sheets& sheets_;
  bool is_print_;
  bool has_group_ = false;
  std::size_t count_ = 0;
  ObjectNumber node_ = 0;                 // that is being filled; 0: none is begun
  std::vector<ObjectNumber> node_pages_;  // of it
  std::vector<ObjectNumber> nodes_;

  ObjectNumber node_of(ObjectNumber page);
  void end_node();
  std::string contents_of(const SealedPage& page, const SealedSheet& sheet);
};

}  // namespace nbpublish
