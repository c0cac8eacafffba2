#include "support/whole_pages.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/overloaded.h"
#include "base/utf8.h"
#include "document/walk.h"

namespace nbpublish::testing {
namespace {

bool is_in(const TagTree& tags, TagId tag, TagRole role) {
  for (; tag != kRootTag; tag = tags.nodes[tag].parent)
    if (tags.nodes[tag].role == role) return true;
  return false;
}

// Layout decides on spaces and divides words.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (c > U' ' && c != 0xA0 && c != 0xAD && c != 0x200B) append_utf8(out, c);
  }
  return out;
}

using Texts = std::map<NodeId, std::string>;

// What the pages show for each block; marks of notes, bullets and numbers left out.
Texts shown(const PagedPart& part) {
  Texts texts;
  for (const Page& page : part.pages)
    for (const FrameItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr || item.tag == kArtifact || item.node == 0) continue;
      if (!is_in(part.tags, item.tag, TagRole::Reference) && !is_in(part.tags, item.tag, TagRole::Lbl)) texts[item.node] += bare(run->text);
    }
  return texts;
}

// What the document says for each block that has words of its own. A cell that holds words alone is their block.
struct Written {
  Texts texts;
  std::map<NodeId, NodeId> cells;  // by the paragraph that stands in one
};

Written written(const Document& document) {
  Written all;
  for_each_block(document, [&](const Block& block) {
    if (const auto* paragraph = as<Paragraph>(block)) all.texts[block.id] += bare(plain_text(paragraph->children));
    if (const auto* heading = as<Heading>(block)) all.texts[block.id] += bare(plain_text(heading->children));
    if (const auto* code = as<CodeBlock>(block)) all.texts[block.id] += bare(code->text);
    const auto* table = as<Table>(block);
    if (table == nullptr) return;
    const auto add = [&](const TableRow& row) {
      for (const TableCell& cell : row.cells) {
        all.texts[cell.id] += bare(plain_text(as<Paragraph>(cell.blocks.front())->children));
        all.cells.emplace(cell.blocks.front().id, cell.id);
      }
    };
    add(table->head);
    for (const TableRow& row : table->rows) add(row);
  });
  return all;
}

std::string fault_of_texts(const PagedPart& part, const Document& document) {
  const Texts pages = shown(part);
  const Written all = written(document);
  for (const auto& [node, text] : pages) {
    const auto it = all.texts.find(node);
    if (it != all.texts.end() && it->second != text)  // else an alert's label
      return fmt::format("a block says '{}' and shows '{}'", it->second, text);
  }
  std::string fault;
  for_each_block(document, [&](const Block& block) {
    const auto cell = all.cells.find(block.id);
    const auto it = all.texts.find(block.id);
    if (it == all.texts.end() || it->second.empty() || !fault.empty()) return;
    if (!pages.contains(cell == all.cells.end() ? block.id : cell->second)) fault = fmt::format("'{}' is on no page", it->second);
  });
  return fault;
}

// The piece's box; of text, where its baseline runs.
Rect box_of(const FrameItem& item) {
  return std::visit(
      overloaded{
          [](const GlyphRun& run) {
            return run.turn == Turn::None ? Rect{run.origin.x, run.origin.y, run.width, {}} : Rect{run.origin.x, run.origin.y, {}, {}};
          },
          [](const Fill& fill) { return fill.rect; },
          [](const Path& path) {
            const Point first = path.segments.empty() ? Point{} : path.segments.front().points[0];
            return Rect{first.x, first.y, {}, {}};
          },
          [](const PlacedPicture& picture) { return picture.rect; }},
      item.content);
}

std::string fault_of_places(const PagedPart& part, const Style& style, const DiagnosticSink& told) {
  const auto is_told = [&](std::initializer_list<DiagCode> codes) {
    return std::ranges::any_of(told.all(), [&](const Diagnostic& d) { return std::ranges::find(codes, d.code) != codes.end(); });
  };
  const bool may_be_high = is_told({DiagCode::OverfullPage});
  const bool may_be_wide = is_told({DiagCode::OverfullLine, DiagCode::TableTooWide, DiagCode::ListingTooWide});
  const Length left = Length{} - style.inner_margin(1), right = left + style.trim_width;
  for (const Page& page : part.pages)
    for (const FrameItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && item.tag == kArtifact) continue;  // the label that a divided alert repeats is one line, however long
      const Rect box = box_of(item);
      const bool is_high = box.y >= Length{} && box.bottom() <= style.trim_height;
      const bool is_wide = box.x >= left && box.right() <= right;
      if ((is_high || may_be_high) && (is_wide || may_be_wide)) continue;
      return fmt::format("'{}' at {:.1f}, {:.1f}, {:.1f} x {:.1f} is outside the page", run == nullptr ? "a shape" : run->text,
                         box.x.points(), box.y.points(), box.width.points(), box.height.points());
    }
  return {};
}

}  // namespace

std::string fault_of(const LaidOutChapter& chapter, const Document& document, const Style& style, const DiagnosticSink& told) {
  if (chapter.part.pages.empty()) return "there are no pages";
  if (chapter.facts.size() != chapter.part.pages.size()) return "not every page has its facts";
  const std::string texts = fault_of_texts(chapter.part, document);
  return texts.empty() ? fault_of_places(chapter.part, style, told) : texts;
}

}  // namespace nbpublish::testing
