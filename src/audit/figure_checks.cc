// 18, 25: captions, tables over pages, figures and their alternative text.
#include <algorithm>
#include <regex>
#include <set>

#include "audit/page_checks.h"
#include "base/utf8.h"

namespace nbpublish {
namespace {

constexpr std::size_t kLongestAlt = 250;  // characters

bool is_captioned(LineKind kind) { return kind == LineKind::Figure || kind == LineKind::Cell || kind == LineKind::Code; }

// A caption stands on the page where its figure is, or where its table or listing begins.
void check_caption(const AuditPart& part, const AuditBlock& caption, FaultList& faults) {
  const TagId parent = part.tag(caption.tag).parent;
  for (const AuditBlock& block : part.blocks) {
    if (!is_captioned(block.kind) || !part.has_ancestor(block.tag, parent)) continue;
    if (block.first_page() != caption.first_page() || block.first_page() != caption.last_page())
      faults.add(FaultCode::PartedCaption, part, *caption.lines.front(), excerpt(caption.lines.front()->text));
    return;
  }
}

bool is_in_head(const AuditPart& part, TagId tag) {
  for (; tag != kRootTag && part.tag(tag).role != TagRole::Table; tag = part.tag(tag).parent)
    if (part.tag(tag).role == TagRole::TH) return true;
  return false;
}

TagId table_of(const AuditPart& part, TagId tag) {
  for (; tag != kRootTag; tag = part.tag(tag).parent)
    if (part.tag(tag).role == TagRole::Table) return tag;
  return kArtifact;
}

// On the pages where a table goes on, its head is painted again, as an artifact.
void check_tables(const AuditPart& part, FaultList& faults) {
  std::map<TagId, std::set<NodeId>> heads;
  std::map<TagId, std::map<std::size_t, NodeId>> pages;  // of each table, with a cell's node
  std::map<TagId, std::size_t> begins;
  for (const AuditBlock& block : part.blocks) {
    const TagId table = block.kind == LineKind::Cell ? table_of(part, block.tag) : kArtifact;
    if (table == kArtifact) continue;
    if (is_in_head(part, block.tag)) heads[table].insert(block.node);
    for (const AuditLine* line : block.lines) pages[table].emplace(line->page, line->node);
    begins.try_emplace(table, block.first_page());
  }
  for (const auto& [table, nodes] : heads)
    for (const auto& [page, node] : pages[table]) {
      const auto& items = part.pages[page].page->items;
      const bool repeated = std::any_of(items.begin(), items.end(),
                                        [&](const FrameItem& item) { return item.tag == kArtifact && nodes.contains(item.node); });
      if (page != begins[table] && !repeated)
        faults.add(FaultCode::MissingTableHead, part, page, node, "the table began on page " + part.pages[begins[table]].page->label);
    }
}

// The part's page that holds a destination.
std::optional<std::size_t> page_of(const AuditPart& part, const std::string& name) {
  for (std::size_t p = 0; p < part.pages.size(); ++p)
    for (const Destination& d : part.pages[p].page->destinations)
      if (d.name == name) return p;
  return std::nullopt;
}

std::optional<std::size_t> first_reference(const AuditPart& part, const std::string& name) {
  for (std::size_t p = 0; p < part.pages.size(); ++p)
    for (const LinkArea& link : part.pages[p].page->links)
      if (const auto* target = std::get_if<InternalTarget>(&link.target); target != nullptr && destination_name(*target) == name) return p;
  return std::nullopt;
}

void check_early_figures(const AuditPart& part, FaultList& faults) {
  if (part.document == nullptr) return;
  for (const auto& [node, block] : part.source_blocks) {
    const auto* figure = as<Figure>(*block);
    if (figure == nullptr || figure->label.empty()) continue;
    const std::string name = destination_name({part.document->chapter, figure->label});
    const auto stands = page_of(part, name), named = first_reference(part, name);
    // A spread is a verso and the recto that faces it.
    if (stands && named && part.pages[*stands].number / 2 < part.pages[*named].number / 2)
      faults.add(FaultCode::EarlyFigure, part, *stands, node, figure->label + " is first named on page " + part.pages[*named].page->label);
  }
}

std::string what_is_wrong(const std::string& alt) {
  static const std::regex kFileName(R"([^ ]+\.(png|jpe?g|svg|gif|webp))", std::regex::icase);
  if (alt.empty()) return "there is none";
  if (std::regex_match(alt, kFileName)) return "it is a file name: " + alt;
  if (count_code_points(alt) > kLongestAlt) return std::to_string(count_code_points(alt)) + " characters: " + excerpt(alt);
  return {};
}

void check_alternatives(const AuditPart& part, FaultList& faults) {
  std::set<TagId> done;
  for (std::size_t p = 0; p < part.pages.size(); ++p)
    for (const FrameItem& item : part.pages[p].page->items) {
      if (item.tag == kArtifact || part.tag(item.tag).role != TagRole::Figure || !done.insert(item.tag).second) continue;
      if (std::string wrong = what_is_wrong(part.tag(item.tag).alt); !wrong.empty())
        faults.add(FaultCode::AltText, part, p, item.node, std::move(wrong));
    }
}

}  // namespace

void check_figures(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts) {
    for (const AuditBlock& block : part.blocks)
      if (block.kind == LineKind::Caption) check_caption(part, block, faults);
    check_tables(part, faults);
    check_early_figures(part, faults);
    check_alternatives(part, faults);
  }
}

}  // namespace nbpublish
