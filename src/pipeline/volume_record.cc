#include "pipeline/volume_record.h"

#include <algorithm>

#include "archive/codec.h"
#include "archive/document_fields.h"
#include "pipeline/request_fields.h"

namespace nbpublish {

NBP_FIELDS(RecordedBlock, kind, line, hash, pictures)
NBP_FIELDS(RecordedText, key, file, number, title, words, source, document, blocks, references, pictures)
NBP_FIELDS(RecordedPage, label, recto, first, last, hash, furniture, lines, places, printed)
NBP_FIELDS(RecordedPart, key, pages, numbers)
NBP_FIELDS(RecordedLayout, style, values, set_by, parts)
NBP_FIELDS(VolumeRecord, request, tools, manifest, texts, layouts)
NBP_ROOT(VolumeRecord, "made-of", 1)
NBP_ARCHIVED(VolumeRecord)

const RecordedText* VolumeRecord::find_text(const std::string& key) const {
  const auto text = std::ranges::find(texts, key, &RecordedText::key);
  return text == texts.end() ? nullptr : &*text;
}

const RecordedLayout* VolumeRecord::find_layout(const std::string& style) const {
  const auto layout = std::ranges::find(layouts, style, &RecordedLayout::style);
  return layout == layouts.end() ? nullptr : &*layout;
}

}  // namespace nbpublish
