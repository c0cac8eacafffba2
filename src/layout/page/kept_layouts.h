// KeptLayouts: chapters that were laid out before, so that one which nothing has changed for is not laid out again.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/hash.h"
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
  virtual Hash128 key_of(const ChapterOrder& order) const = 0;
  virtual std::optional<ChapterMade> find(Hash128 key) = 0;
  virtual void keep(Hash128 key, const ChapterMade& made) = 0;
};

}  // namespace nbpublish
