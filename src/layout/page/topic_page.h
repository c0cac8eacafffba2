// A topic's page: "Chapter 9", its title and summary on a recto; its chapters with page numbers on the verso.
#pragma once

#include "book/volume_texts.h"
#include "layout/page/chapter_layout.h"

namespace nbpublish {

LaidOutChapter layout_topic_page(LayoutContext& context, const TopicTexts& topic);

// Key of the topic's part and name of its destination: "topic-9".
std::string topic_key(const Topic& topic);

}  // namespace nbpublish
