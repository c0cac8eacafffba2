#include "pipeline/stage_values.h"

#include "archive/codec.h"
#include "pipeline/stage_fields.h"

namespace nbpublish {

bool is_sound(const LaidOutChapter& chapter, const Decoding& with) {
  const bool has_opener = chapter.part.pages.empty() || (chapter.opener.items <= chapter.part.pages.front().items.size() &&
                                                         chapter.opener.links <= chapter.part.pages.front().links.size());
  return is_sound(chapter.part, with) && chapter.facts.size() == chapter.part.pages.size() && has_opener;
}

bool is_sound(const ChapterMade& made, const Decoding& with) { return is_sound(made.laid_out, with); }

bool is_sound(const ReadResult& read, const Decoding& with) { return is_sound(read.document, with); }

NBP_ARCHIVED(ReadResult)
NBP_ARCHIVED(std::vector<DiagramFence>)
NBP_ARCHIVED(ReadText)
NBP_ARCHIVED(Picture)
NBP_ARCHIVED(LaidOutChapter)
NBP_ARCHIVED(ChapterMade)

}  // namespace nbpublish
