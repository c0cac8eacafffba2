// The pages before the text that a manifest makes: half title, title page, copyright page, dedication.
#pragma once

#include "book/volume_texts.h"
#include "layout/page/chapter_layout.h"

namespace nbpublish {

// Half title (i), the other volumes (ii), title page (iii), copyright page (iv), and dedication (v) if there is one.
LaidOutChapter layout_title_pages(LayoutContext& context, const VolumeTexts& texts);

// "Early access, revision 3, not final".
std::string early_access_words(const Book& book);

}  // namespace nbpublish
