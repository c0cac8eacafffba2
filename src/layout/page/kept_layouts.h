// KeptLayouts: chapters that were laid out before, so that one which nothing has changed for is not laid out again.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "layout/page/chapter_layout.h"

namespace nbpublish {

// What a chapter's pages are made of, beside what is the same for all chapters of a volume: style, faces, pictures, language.
struct ChapterOrder {
  const Document& document;
  const ChapterHeading& heading;
  TextSides sides;
  const std::map<std::string, std::string>& seen;  // page numbers that it prints, by their destinations
};

struct ChapterMade {
  LaidOutChapter laid_out;
  DiagnosticSink diagnostics;
};

// Called from several threads.
class KeptLayouts {
 public:
  virtual ~KeptLayouts() = default;
  // What is known of the order, else what `make` gives, which is known from then on.
  virtual ChapterMade find_or_make(const ChapterOrder& order, const std::function<ChapterMade()>& make) = 0;
};

}  // namespace nbpublish
