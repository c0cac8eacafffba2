// The pages before the text that a manifest makes: half title, title page, copyright page, dedication.
#pragma once

#include "layout/page/chapter_layout.h"
#include "layout/page/volume_input.h"

namespace nbpublish {

// Half title (i), the other volumes (ii), title page (iii), copyright page (iv), and dedication (v) if there is one.
LaidOutChapter layout_title_pages(LayoutContext& context, const VolumeInput& input);

// "Early access, revision 3, not final".
std::string early_access_words(const Book& book);

}  // namespace nbpublish
