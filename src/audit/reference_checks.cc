// 17: page numbers in contents, index and text are the folios of their targets.
#include <algorithm>
#include <regex>
#include <set>

#include "audit/page_checks.h"

namespace nbpublish {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

using Labels = std::map<std::string, std::string>;

Labels labels_of(const AuditView& view) {
  Labels labels;
  for (const AuditPart& part : view.parts)
    for (const AuditPage& page : part.pages)
      for (const Destination& d : page.page->destinations) labels.emplace(d.name, page.page->label);
  return labels;
}

bool is_in(const AuditPart& part, TagId tag, TagRole role) {
  for (; tag != kRootTag; tag = part.tag(tag).parent)
    if (part.tag(tag).role == role) return true;
  return false;
}

class ReferenceCheck {
 public:
  ReferenceCheck(const AuditPart& part, const Labels& labels, FaultList& faults) : part_(part), labels_(labels), faults_(faults) {
    collect();
  }

  void check_link_pages() {
    std::set<TagId> done;  // a link over several lines has several areas
    for (std::size_t p = 0; p < part_.pages.size(); ++p)
      for (const LinkArea& link : part_.pages[p].page->links)
        if (const auto* target = std::get_if<InternalTarget>(&link.target); target != nullptr && done.insert(link.tag).second)
          check(p, link, *target);
  }

 private:
  const AuditPart& part_;
  const Labels& labels_;
  FaultList& faults_;
  struct Words {
    std::string link, after;  // the link's own, and what follows it in its paragraph
  };
  std::map<TagId, Words> words_;

  TagId link_of(TagId tag) const {
    for (; tag != kRootTag; tag = part_.tag(tag).parent)
      if (part_.tag(tag).role == TagRole::Link) return tag;
    return kArtifact;
  }

  void collect() {
    for (const AuditBlock& block : part_.blocks) {
      TagId last = kArtifact;
      for (const AuditLine* line : block.lines)
        for (const FrameItem* item : line->items) {
          const auto* run = std::get_if<GlyphRun>(&item->content);
          if (run == nullptr) continue;
          const TagId link = link_of(item->tag);
          if (link != kArtifact) words_[link].link += run->text, last = link;
          else if (last != kArtifact) words_[last].after += run->text;
        }
    }
  }

  // The folio that the words print, or empty if they print none.
  std::string printed(const LinkArea& link, const Words& words) const {
    static const std::regex kPage("^\\s*\\(?page(?: |\u00A0)([0-9a-z]+)\\b");
    static const std::regex kNumber("^[0-9]+|^[ivxlcdm]+$");
    std::smatch found;
    if (is_in(part_, link.tag, TagRole::TocItem)) {
      const std::size_t end = words.link.find_last_not_of(' ');
      if (end == std::string::npos) return {};
      const std::string said = words.link.substr(0, end + 1);
      const std::size_t blank = said.rfind(' '), no_break = said.rfind(kNoBreakSpace);
      const std::size_t behind_no_break = no_break == std::string::npos ? 0 : no_break + kNoBreakSpace.size();
      return said.substr(std::max(blank + 1, behind_no_break));
    }
    if (is_in(part_, link.tag, TagRole::Index) && std::regex_search(words.link, found, kNumber)) return found.str();
    for (const std::string* text : {&words.link, &words.after})
      if (std::regex_search(*text, found, kPage)) return found[1].str();
    return {};
  }

  void check(std::size_t p, const LinkArea& link, const InternalTarget& target) {
    const auto words = words_.find(link.tag);
    const auto label = labels_.find(destination_name(target));
    if (words == words_.end() || label == labels_.end()) return;
    const std::string number = printed(link, words->second);
    if (number.empty() || number == label->second) return;
    faults_.add(FaultCode::WrongPageNumber, part_, p, part_.tag(link.tag).node,
                excerpt(words->second.link) + ": printed " + number + ", stands on " + label->second);
  }
};

}  // namespace

void check_references(const AuditView& view, FaultList& faults) {
  const Labels labels = labels_of(view);
  for (const AuditPart& part : view.parts) ReferenceCheck(part, labels, faults).check_link_pages();
}

}  // namespace nbpublish
