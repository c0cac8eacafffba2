#include "pipeline/published.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("which status is published") {
  Chapter chapter;
  chapter.file = "a.md";
  const auto published = [&](ChapterStatus status, bool early) {
    chapter.status = status;
    return is_published(chapter, early);
  };
  for (const bool early : {false, true}) {
    CHECK(published(ChapterStatus::Ready, early));
    CHECK(published(ChapterStatus::Review, early));
    CHECK_FALSE(published(ChapterStatus::Planned, early));
  }
  CHECK_FALSE(published(ChapterStatus::Draft, false));
  CHECK(published(ChapterStatus::Draft, true));
  chapter.file.clear();
  CHECK_FALSE(published(ChapterStatus::Ready, true));
}
