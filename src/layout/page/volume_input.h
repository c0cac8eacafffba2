// VolumeInput: the texts of a volume, and what they are set with.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "book/book.h"
#include "document/document.h"
#include "document/index.h"
#include "layout/inline/context.h"
#include "style/style.h"

namespace nbpublish {

struct VolumeChapter {
  const Chapter* chapter = nullptr;
  const Document* document = nullptr;
};
struct VolumeTopic {
  const Topic* topic = nullptr;
  std::vector<VolumeChapter> chapters;  // empty: planned, only in the contents of an early-access build
};

struct VolumeInput {
  const Book* book = nullptr;
  const Volume* volume = nullptr;
  std::vector<VolumeTopic> topics;
  std::map<std::string, const Document*> matter;  // keys as EpubInput::matter
  const BookIndex* index = nullptr;               // null or empty: none
  const PictureTable* pictures = nullptr;
  const Style* style = nullptr;
  const FontLibrary* fonts = nullptr;
  bool early_access = false;
  unsigned jobs = 1;
  std::function<void(std::size_t done, std::size_t all)> progress;  // may be called from any thread
};

}  // namespace nbpublish
