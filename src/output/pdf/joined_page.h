// JoinedPage: a page of the final file with what the stages of joining tell each other about it.
#pragma once

#include <cstddef>
#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "frame/frame.h"

namespace nbpublish {

struct JoinedPage {
  QPDFObjectHandle object;  // the page's dictionary
  const Page* page = nullptr;
  std::size_t part = 0;
  std::vector<TagId> marks;                   // leaf of the part's tree by MCID
  std::vector<QPDFObjectHandle> annotations;  // by index of page->links
};

}  // namespace nbpublish
