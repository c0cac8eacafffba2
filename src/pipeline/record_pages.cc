#include "pipeline/record_pages.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "archive/encoder.h"
#include "archive/item_facts.h"
#include "document/walk.h"
#include "layout/page/printed_targets.h"
#include "platform/parallel.h"
#include "style/style_words.h"

namespace nbpublish {
namespace {

// The lines at which the blocks of a text's highest level begin, by all that stands in them.
class BlockLines {
 public:
  explicit BlockLines(const Document& document) {
    for (const Block& block : document.blocks) add(std::span(&block, 1), {block.span.line, false});
    for (const Note& note : document.notes) {
      lines_.emplace(note.id, Line{note.span.line, true});
      add(std::span(note.blocks), {note.span.line, true});
    }
  }

  struct Line {
    std::uint32_t line = 0;
    bool is_note = false;
  };
  const Line* find(NodeId node) const {
    const auto found = lines_.find(node);
    return found == lines_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<NodeId, Line> lines_;  // looked up only

  void add(std::span<const Block> blocks, Line line) {
    for_each_block(blocks, [&](const Block& block) {
      lines_.emplace(block.id, line);
      if (const auto* list = as<List>(block))
        for (const ListItem& item : list->items) lines_.emplace(item.id, line);
      if (const auto* table = as<Table>(block)) {
        add_cells(table->head, line);
        for (const TableRow& row : table->rows) add_cells(row, line);
      }
    });
  }
  void add_cells(const TableRow& row, Line line) {
    for (const TableCell& cell : row.cells) lines_.emplace(cell.id, line);
  }
};

void add_lines(const Page& page, const BlockLines& known, RecordedPage& out) {
  std::set<std::uint32_t> lines;
  for (const NodeId node : facts_of(page.items).nodes) {
    const BlockLines::Line* place = known.find(node);
    if (place == nullptr || place->line == 0) continue;
    lines.insert(place->line);
    if (place->is_note) continue;
    out.first = out.first == 0 ? place->line : std::min(out.first, place->line);
    out.last = std::max(out.last, place->line);
  }
  out.lines.assign(lines.begin(), lines.end());
}

class PartRecorder {
 public:
  PartRecorder(const Style& style, const PageNumbers& numbers, const DocumentsByKey& documents)
      : style_(style), numbers_(numbers), documents_(documents) {}

  RecordedPart record(const PagedPart& part) const {
    const auto found = documents_.find(part.key);
    const Document* document = found == documents_.end() ? nullptr : found->second;
    const BlockLines lines(document == nullptr ? Document{} : *document);
    const std::set<std::string> printed = document == nullptr ? std::set<std::string>() : printed_targets(*document, style_);
    RecordedPart out{part.key};
    for (const Page& page : part.pages) {
      if (page.blank) continue;
      RecordedPage& recorded = out.pages.emplace_back();
      recorded.label = page.label;
      recorded.recto = page.recto;
      recorded.hash = facts_of(page.items).seen.low;
      recorded.furniture = hash_of_seen(page.furniture).low;
      add_lines(page, lines, recorded);
      for (const Destination& place : page.destinations) recorded.places.push_back(place.name);
      // What the tool makes (contents, indexes) is made of page numbers, and so is an opener's map.
      add_printed(page, document == nullptr || &page == &part.pages.front(), printed, recorded);
      for (const std::string& name : recorded.printed) out.numbers.emplace(name, numbers_.label_of(name));
    }
    return out;
  }

 private:
  const Style& style_;
  const PageNumbers& numbers_;
  const DocumentsByKey& documents_;

  void add_printed(const Page& page, bool all, const std::set<std::string>& printed, RecordedPage& out) const {
    std::set<std::string> names;
    for (const LinkArea& link : page.links) {
      const auto* target = std::get_if<InternalTarget>(&link.target);
      std::string name = target == nullptr ? "" : destination_name(*target);
      if (numbers_.labels.contains(name) && (all || printed.contains(name))) names.insert(std::move(name));
    }
    out.printed.assign(names.begin(), names.end());
  }
};

std::map<std::string, std::string> set_by(const VolumeBuild& build, const Typography& typography) {
  std::map<std::string, std::string> out{{"the hyphenation of " + build.book().meta.language, to_hex(typography.dictionary)}};
  for (const FontEntry& face : entries_of(typography.fonts))
    out.emplace(face.family + ' ' + std::to_string(face.weight) + (face.italic ? " italic" : ""), face.sha256);
  return out;
}

}  // namespace

RecordedLayout record_layout(const VolumeBuild& build, const Style& style, const Typography& typography, const PagedVolume& pages,
                             unsigned jobs) {
  PageNumbers numbers;
  add_pages(pages, numbers);
  const DocumentsByKey documents = build.texts.documents_by_key();
  const PartRecorder recorder(style, numbers, documents);
  RecordedLayout out{style.name, style_values(style), set_by(build, typography)};
  out.parts.resize(pages.parts.size());
  parallel_for(jobs, pages.parts.size(), [&](std::size_t i) { out.parts[i] = recorder.record(pages.parts[i]); });
  return out;
}

}  // namespace nbpublish
