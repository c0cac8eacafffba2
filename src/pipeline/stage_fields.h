// The fields of what stages give for one chapter.
#pragma once

#include "archive/frame_fields.h"
#include "archive/root.h"
#include "layout/page/kept_layouts.h"
#include "pipeline/read_text.h"
#include "source/read_chapter.h"

namespace nbpublish {

NBP_FIELDS(ReadResult, document, is_left_out, diagnostics)
NBP_FIELDS(DiagramFence, file, span, text, lines)
NBP_FIELDS(PlacedDiagram, state, title, description)
NBP_FIELDS(PlaceFact, kind, anchor, words)
NBP_FIELDS(LabelPlace, label, span)
NBP_FIELDS(TextFacts, file, label, title, anchors, title_anchors, named, labels, wanted, components)
NBP_FIELDS(PackedDocument, bytes)
NBP_FIELDS(ReadText, chapter, document, facts, is_left_out, reading, placing, review)

NBP_FIELDS(PageFacts, opener, plain, section)
NBP_FIELDS(MapEntry, words, target, references)
NBP_FIELDS(ChapterHeading, number, short_title, title, standfirst, sections, needs, heads_entries)
NBP_FIELDS(OpenerExtent, items, links, tags, height)
NBP_FIELDS(LaidOutChapter, part, facts, heading, opener)
NBP_FIELDS(ChapterMade, laid_out, diagnostics)

NBP_ROOT(ReadResult, "read", 1)
NBP_ROOT(std::vector<DiagramFence>, "fences", 1)
NBP_ROOT(ReadText, "text", 2)
NBP_ROOT(Picture, "picture", 1)
NBP_ROOT(LaidOutChapter, "laid-out", 4)
NBP_ROOT(ChapterMade, "chapter", 4)

}  // namespace nbpublish
