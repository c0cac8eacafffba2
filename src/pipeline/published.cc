#include "pipeline/published.h"

namespace nbpublish {

bool is_published(const Chapter& chapter, bool early_access) {
  switch (chapter.status) {
    case ChapterStatus::Ready:
    case ChapterStatus::Review:
      return !chapter.file.empty();
    case ChapterStatus::Draft:
      return early_access && !chapter.file.empty();
    case ChapterStatus::Planned:
      return false;
  }
  return false;
}

}  // namespace nbpublish
