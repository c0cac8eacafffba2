#include "audit/name_breaks.h"

#include "base/utf8.h"

namespace nbpublish {
namespace {

// One phrase of code, and the lines' ends inside it.
struct CodePhrase {
  std::string text;
  std::vector<std::pair<std::size_t, const AuditLine*>> ends;  // offsets
};

void add_breaks(const CodePhrase& phrase, std::vector<NameBreak>& breaks) {
  const std::string& text = phrase.text;
  for (const auto& [at, line] : phrase.ends) {
    if (at == 0 || at == text.size() || text[at - 1] == ' ' || text[at] == ' ') continue;
    const std::size_t before = text.rfind(' ', at), begin = before == std::string::npos ? 0 : before + 1;
    std::string name = text.substr(begin, text.find(' ', at) - begin);
    const std::size_t characters = count_code_points(name);
    breaks.push_back({line, std::move(name), characters});
  }
}

}  // namespace

std::vector<NameBreak> name_breaks_of(const AuditPart& part) {
  std::vector<NameBreak> breaks;
  for (const AuditBlock& block : part.blocks) {
    if (block.kind != LineKind::Text || block.in_note) continue;
    std::map<TagId, CodePhrase> phrases;  // their leaves are in reading order
    for (const AuditLine* line : block.lines) {
      TagId last = kArtifact;
      for (const FrameItem* item : line->items) {
        const auto* run = std::get_if<GlyphRun>(&item->content);
        if (run == nullptr) continue;
        last = item->tag;
        if (part.tag(last).role == TagRole::Code) phrases[last].text += run->text;
      }
      if (const auto phrase = phrases.find(last); phrase != phrases.end())
        phrase->second.ends.emplace_back(phrase->second.text.size(), line);
    }
    for (const auto& [leaf, phrase] : phrases) add_breaks(phrase, breaks);
  }
  return breaks;
}

}  // namespace nbpublish
