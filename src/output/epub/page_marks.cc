#include "output/epub/page_marks.h"

#include <algorithm>

#include "document/ink.h"
#include "output/epub/markup.h"

namespace nbpublish {
namespace {

// Where `text` has its byte number `ink` that is no blank; the first byte of that character.
std::size_t place_of(std::string_view text, std::uint32_t ink) {
  std::size_t at = 0;
  for (std::uint32_t seen = 0; at < text.size(); ++at)
    if (!is_blank_byte(text[at]) && seen++ == ink) break;
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace

const PartStarts* PageList::find(std::string_view part) const {
  if (pages_ == nullptr || part.empty()) return nullptr;
  const auto found = std::ranges::find(pages_->parts, part, &PartStarts::part);
  return found == pages_->parts.end() ? nullptr : &*found;
}

std::vector<std::pair<std::string, std::string>> PageList::entries() const {
  std::vector<std::pair<std::string, std::string>> entries;
  if (pages_ == nullptr) return entries;
  for (const PartStarts& part : pages_->parts)
    for (const PrintedPageStart& page : part.starts)
      if (const auto href = hrefs_.find(page.label); href != hrefs_.end()) entries.emplace_back(*href);
  return entries;
}

PageMarks::PageMarks(PageList& list, std::string_view part, std::string file, std::string prefix)
    : list_(list), file_(std::move(file)), prefix_(std::move(prefix)) {
  if (const PartStarts* own = list.find(part))
    for (const PrintedPageStart& page : own->starts) left_.push_back(&page);
}

void PageMarks::mark_all(pugi::xml_node parent, const InternalTarget& target) {
  std::erase_if(left_, [&](const PrintedPageStart* page) {
    const bool is_here = page->node == 0 && page->target == target;
    if (is_here) write(parent, *page);
    return is_here;
  });
}

void PageMarks::begin(NodeId node) {
  ink_ = 0;
  if (node == 0) return;
  std::erase_if(left_, [&](const PrintedPageStart* page) {
    if (page->node == node) waiting_.insert(waiting_.begin(), page);
    return page->node == node;
  });
}

void PageMarks::add_text(pugi::xml_node parent, std::string_view text) {
  while (!waiting_.empty() && waiting_.back()->at < ink_ + count_ink(text)) {
    const std::size_t at = place_of(text, waiting_.back()->at - std::min(ink_, waiting_.back()->at));
    nbpublish::add_text(parent, text.substr(0, at));
    ink_ += count_ink(text.substr(0, at));
    text.remove_prefix(at);
    write(parent, *waiting_.back());
    waiting_.pop_back();
  }
  nbpublish::add_text(parent, text);
  ink_ += waiting_.empty() ? 0 : count_ink(text);
}

void PageMarks::pass(pugi::xml_node parent, std::string_view text) {
  ink_ += count_ink(text);
  while (!waiting_.empty() && waiting_.back()->at < ink_) write(parent, *waiting_.back()), waiting_.pop_back();
}

void PageMarks::mark_start(pugi::xml_node parent, NodeId node) {
  std::erase_if(left_, [&](const PrintedPageStart* page) {
    const bool is_here = node != 0 && page->node == node && page->at == 0;
    if (is_here) write(parent, *page);
    return is_here;
  });
}

void PageMarks::end(pugi::xml_node parent) {
  for (; !waiting_.empty(); waiting_.pop_back()) write(parent, *waiting_.back());
}

void PageMarks::write(pugi::xml_node parent, const PrintedPageStart& page) {
  const std::string id = prefix_ + page.label;
  pugi::xml_node mark = add_element(parent, "span");
  set_attribute(mark, "epub:type", "pagebreak");
  set_attribute(mark, "role", "doc-pagebreak");
  set_attribute(mark, "id", id);
  set_attribute(mark, "aria-label", page.label);
  list_.place(page.label, file_ + '#' + id);
}

}  // namespace nbpublish
