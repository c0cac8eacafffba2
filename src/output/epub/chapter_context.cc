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

NoteIds::NoteIds(const Document& document) : prefix_(free_prefix(document, "note.")) {
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

std::string page_prefix(const Document& document) { return free_prefix(document, "page."); }

void ChapterContext::claim_id(pugi::xml_node node, std::string_view anchor) {
  const std::string id = xml_id(anchor);
  if (!id.empty() && used_ids.insert(id).second) set_attribute(node, "id", id);
}

}  // namespace nbpublish
