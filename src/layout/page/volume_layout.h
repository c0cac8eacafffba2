// The layout of a volume: chapters on their own, then front matter, contents, parity, folios and running heads.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "book/book.h"
#include "document/document.h"
#include "document/index.h"
#include "frame/frame.h"
#include "layout/inline/context.h"
#include "style/style.h"

namespace nbpublish {

struct VolumeChapter {
  const Chapter* chapter = nullptr;
  const Document* document = nullptr;
};
struct VolumeTopic {
  const Topic* topic = nullptr;
  std::vector<VolumeChapter> chapters;   // empty: planned, only in the contents of an early-access build
};

struct VolumeInput {
  const Book* book = nullptr;
  const Volume* volume = nullptr;
  std::vector<VolumeTopic> topics;
  std::map<std::string, const Document*> matter;  // keys as EpubInput::matter
  const BookIndex* index = nullptr;      // null or empty: none
  const PictureTable* pictures = nullptr;
  const Style* style = nullptr;
  const FontLibrary* fonts = nullptr;
  bool early_access = false;
  unsigned jobs = 1;
  std::function<void(std::size_t done, std::size_t all)> progress;  // may be called from any thread
};

// An Environment error if the hyphenation dictionary is missing. Everything else is diagnostics.
Result<PagedVolume> layout_volume(const VolumeInput& input, DiagnosticSink& diagnostics);

// "i" for 1, "xii" for 12; up to 3999.
std::string roman(int number);

}  // namespace nbpublish
