#include "output/epub/chapter_context.h"

#include <algorithm>

#include "document/anchors.h"
#include "output/epub/markup.h"

namespace nbpublish {
namespace {

// With as many points behind it as keep it apart from the author's ids.
std::string free_prefix(const Document& document, std::string prefix) {
  const std::set<std::string> anchors = anchors_of(document);
  const auto is_taken = [&] { return std::ranges::any_of(anchors, [&](const std::string& anchor) { return anchor.starts_with(prefix); }); };
  while (is_taken()) prefix += '.';
  return prefix;
}

}  // namespace

FileNotes::FileNotes(const Publication& publication, const Section& section)
    : section_(section), places_(*section.document, publication.pieces_of(section)), prefix_(free_prefix(*section.document, "note.")) {
  for (std::uint32_t note = 0; note < section.document->notes.size(); ++note)
    for (const Section* mark : places_.marks_of(note)) {
      if (mark == &section_) break;
      ++next_[note];
    }
}

std::string FileNotes::id(std::uint32_t note) const { return prefix_ + "n" + std::to_string(note + 1); }

std::string FileNotes::mark_id(std::uint32_t note, std::uint32_t mark) const {
  const std::string first = prefix_ + "r" + std::to_string(note + 1);
  return mark == 0 ? first : first + "-" + std::to_string(mark + 1);
}

std::string page_prefix(const Document& document) { return free_prefix(document, "page."); }

void ChapterContext::claim_id(pugi::xml_node node, std::string_view anchor) {
  const std::string id = xml_id(anchor);
  if (!id.empty() && used_ids.insert(id).second) set_attribute(node, "id", id);
}

}  // namespace nbpublish
