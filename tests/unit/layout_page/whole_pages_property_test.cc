// Small chapters of every kind to pages, which lose nothing and double nothing.
#include "layout/page/chapter_layout.h"

#include "support/block_layout.h"
#include "support/property.h"
#include "support/random_document.h"
#include "support/whole_pages.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("pages hold every word of a chapter once, in its place, and nothing stands outside of them") {
  int pages = 0, notes = 0;
  check_property(300, [&] {
    const std::vector<std::uint8_t> bytes = *up_to(600, rc::gen::arbitrary<std::uint8_t>());
    const Document document = random_document(bytes.data(), bytes.size());
    BlockLayout layout;
    const LaidOutChapter chapter = layout_chapter(layout.context, document, {"9.1", "", document.title, {}});
    RC_ASSERT(fault_of(chapter, document, layout.style, layout.sink) == "");
    pages += static_cast<int>(chapter.part.pages.size());
    notes += static_cast<int>(document.notes.size());
  });
  CHECK(pages > 600);  // else it is the generator that is wrong
  CHECK(notes > 100);
}
