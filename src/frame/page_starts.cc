#include "frame/page_starts.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/uuid.h"
#include "document/ink.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

// The blocks of the main text, in its order.
class TextOrder {
 public:
  explicit TextOrder(const Document& document) {
    for_each_block(std::span(document.blocks), [&](const Block& block) { add(block); });
  }

  struct Place {
    NodeId node = 0;  // of the block whose inlines stand there
    std::size_t order = 0;
    bool is_figure = false;
  };
  // Nothing for notes and for what the tool adds.
  const Place* find(NodeId node) const {
    const auto found = places_.find(node);
    return found == places_.end() ? nullptr : &found->second;
  }

 private:
  void add(const Block& block) {
    places_.emplace(block.id, Place{block.id, ++count_, as<Figure>(block) != nullptr});
    const auto* table = as<Table>(block);
    if (table == nullptr) return;
    add_cells(table->head);
    for (const TableRow& row : table->rows) add_cells(row);
  }
  // Words alone hang on the cell itself (layout/flow/cells.cc).
  void add_cells(const TableRow& row) {
    for (const TableCell& cell : row.cells)
      if (cell.blocks.size() == 1 && as<Paragraph>(cell.blocks.front()))
        places_.emplace(cell.id, Place{cell.blocks.front().id, ++count_, false});
  }

  std::unordered_map<NodeId, Place> places_;  // looked up only
  std::size_t count_ = 0;
};

bool is_shown(const FrameItem& item) {
  if (item.tag == kArtifact || item.node == 0) return false;
  const auto* run = std::get_if<GlyphRun>(&item.content);
  return run == nullptr ? std::holds_alternative<PlacedPicture>(item.content) : count_ink(run->text) > 0;
}

class TextStarts {
 public:
  TextStarts(const PagedPart& part, const Document& document) : part_(part), order_(document) {}

  std::vector<PrintedPageStart> find_page_starts() {
    for (const Page& page : part_.pages) {
      if (page.blank) continue;
      if (starts_.empty()) starts_.push_back({page.label});
      else add(page);
      note_last(page);
    }
    for (std::string& label : waiting_) starts_.push_back({std::move(label), starts_.back().node, starts_.back().at});
    return std::move(starts_);
  }

 private:
  struct Found {
    TextOrder::Place place;
    std::uint32_t at = 0;
  };
  const PagedPart& part_;
  TextOrder order_;
  std::vector<PrintedPageStart> starts_;
  std::vector<std::string> waiting_;  // labels of pages without main text
  std::size_t last_ = 0;              // place of the last main text of the pages before

  void add(const Page& page) {
    waiting_.push_back(page.label);
    const std::optional<Found> first = first_of(page);
    if (!first) return;
    for (std::string& label : waiting_) starts_.push_back({std::move(label), first->place.node, first->at});
    waiting_.clear();
  }

  std::optional<Found> first_of(const Page& page) const {
    std::optional<Found> figure;
    for (const FrameItem& item : page.items) {
      const TextOrder::Place* place = is_shown(item) ? order_.find(item.node) : nullptr;
      if (place == nullptr) continue;
      if (place->is_figure) {
        if (!figure && place->order > last_) figure = Found{*place, 0};
        continue;
      }
      if (figure && figure->place.order < place->order) return figure;
      return Found{*place, is_caption(item) ? 0 : item.text_begin};
    }
    return figure;
  }

  // A caption's text is not that of the listing or table which it stands over.
  bool is_caption(const FrameItem& item) const {
    for (TagId tag = item.tag; tag != kRootTag; tag = part_.tags.nodes[tag].parent)
      if (part_.tags.nodes[tag].role == TagRole::Caption) return true;
    return false;
  }

  void note_last(const Page& page) {
    for (const FrameItem& item : page.items)
      if (const TextOrder::Place* place = is_shown(item) ? order_.find(item.node) : nullptr; place && !place->is_figure)
        last_ = std::max(last_, place->order);
  }
};

InternalTarget target_named(const std::string& destination) {
  const std::size_t hash = std::min(destination.find('#'), destination.size());
  return {destination.substr(0, hash), destination.substr(std::min(hash + 1, destination.size()))};
}

// Whether the link stands before the place, which is the left end of its line: higher, or in an earlier column.
bool is_before(const LinkArea& link, const Point& place) { return link.rect.x < place.x || link.rect.y + link.rect.height / 2 < place.y; }

// What a page that the tool makes begins with: a place of its own, or a link.
std::optional<InternalTarget> first_target(const Page& page) {
  const auto is_internal = [](const LinkArea& link) { return std::holds_alternative<InternalTarget>(link.target); };
  const auto link = std::ranges::find_if(page.links, is_internal);
  const bool has_place = !page.destinations.empty();
  if (link != page.links.end() && (!has_place || is_before(*link, page.destinations.front().place)))
    return std::get<InternalTarget>(link->target);
  return has_place ? std::optional(target_named(page.destinations.front().name)) : std::nullopt;
}

std::vector<PrintedPageStart> starts_of_made_part(const PagedPart& part) {
  std::vector<PrintedPageStart> starts;
  for (const Page& page : part.pages)
    if (const auto target = page.blank ? std::nullopt : first_target(page)) starts.push_back({page.label, 0, 0, *target});
  return starts;
}

}  // namespace

PrintedPages page_starts(const PagedVolume& volume, const DocumentsByKey& documents) {
  PrintedPages pages;
  for (const PagedPart& part : volume.parts) {
    const auto document = documents.find(part.key);
    pages.parts.push_back(
        {part.key, document == documents.end() ? starts_of_made_part(part) : TextStarts(part, *document->second).find_page_starts()});
  }
  return pages;
}

std::string urn_of(const PrintedPages& pages) {
  std::string text;
  for (const PartStarts& part : pages.parts)
    for (const PrintedPageStart& b : part.starts)
      text += part.part + '\n' + b.label + '\n' + std::to_string(b.node) + ' ' + std::to_string(b.at) + ' ' + b.target.chapter + '#' +
              b.target.anchor + '\n';
  return name_based_urn(text);
}

}  // namespace nbpublish
