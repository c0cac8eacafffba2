// A small document to pages: every word of it is on them once and in its block's order, nothing stands outside a page.
#include "fuzz/fuzz.h"
#include "layout/page/chapter_layout.h"
#include "support/block_layout.h"
#include "support/random_document.h"
#include "support/whole_pages.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;
using testing::BlockLayout;

namespace {

std::string pages_of(const Document& document, bool checks) {
  BlockLayout layout;
  const LaidOutChapter chapter = layout_chapter(layout.context, document, {"9.1", "", document.title, {}});
  if (checks) {
    const std::string fault = testing::fault_of(chapter, document, layout.style, layout.sink);
    must(fault.empty(), "pages hold their chapter: " + fault);
  }
  return dump(chapter.part, layout.context.fonts());
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Document document = testing::random_document(data, size);
  must(pages_of(document, true) == pages_of(document, false), "the same document gives the same pages");
  return 0;
}
