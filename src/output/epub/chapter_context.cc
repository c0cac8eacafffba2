#include "output/epub/chapter_context.h"

#include "document/anchors.h"
#include "output/epub/markup.h"

namespace nbpublish {

NoteIds::NoteIds(const Document& document) {
  const std::set<std::string> anchors = anchors_of(document);
  const auto is_taken = [&] {
    for (const std::string& anchor : anchors)
      if (anchor.starts_with(prefix_ + "n") || anchor.starts_with(prefix_ + "r")) return true;
    return false;
  };
  for (prefix_ = "note."; is_taken();) prefix_ += '.';
  for_each_inline(document, [&](const Inline& inl, const Block&) {
    if (const auto* reference = as<NoteReference>(inl)) ++total_[reference->note];
  });
}

std::string NoteIds::note(std::uint32_t note) const { return prefix_ + "n" + std::to_string(note + 1); }

std::string NoteIds::mark(std::uint32_t note, std::uint32_t occurrence) const {
  const std::string first = prefix_ + "r" + std::to_string(note + 1);
  return occurrence == 0 ? first : first + "-" + std::to_string(occurrence + 1);
}

std::uint32_t NoteIds::marks_of(std::uint32_t note) const {
  const auto found = total_.find(note);
  return found == total_.end() ? 0 : found->second;
}

void ChapterContext::claim_id(pugi::xml_node node, std::string_view anchor) {
  const std::string id = xml_id(anchor);
  if (!id.empty() && used_ids.insert(id).second) set_attribute(node, "id", id);
}

}  // namespace nbpublish
