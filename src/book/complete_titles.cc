#include "book/complete_titles.h"

#include "book/names.h"
#include "book/words.h"

namespace nbpublish {

std::string name_of(const Chapter& chapter) { return name_in_words(chapter.key.substr(chapter.key.rfind('/') + 1)); }

void complete_titles(Chapter& chapter, const FrontMatter& front) {
  chapter.given_title = chapter.title;
  // A short title belongs to the title that it shortens.
  if (chapter.title.empty() && chapter.short_title.empty()) chapter.short_title = front.short_title;
  if (chapter.title.empty()) chapter.title = front.title;
  chapter.title = phrase_of(chapter.title).plain();
  if (chapter.title.empty()) chapter.title = name_of(chapter);
}

}  // namespace nbpublish
