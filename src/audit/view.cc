#include "audit/view.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

bool is_heading(TagRole role) { return role >= TagRole::H1 && role <= TagRole::H6; }

bool is_block_role(TagRole role) {
  switch (role) {
    case TagRole::P:
    case TagRole::Caption:
    case TagRole::TocItem:
    case TagRole::Index:
    case TagRole::Lbl:
    case TagRole::TH:
    case TagRole::TD:
      return true;
    default:
      return is_heading(role);
  }
}

// Makes the lines of one part, page by page.
class LineFinder {
 public:
  explicit LineFinder(AuditPart& part) : part_(part) {}

  void find_lines() {
    for (std::size_t p = 0; p < part_.pages.size(); ++p) {
      part_.pages[p].first_line = part_.lines.size();
      line_ = nullptr;
      for (const FrameItem& item : part_.pages[p].page->items)
        if (item.tag != kArtifact) add(item, p);
      part_.pages[p].end_line = part_.lines.size();
    }
    make_blocks();
  }

 private:
  AuditPart& part_;
  AuditLine* line_ = nullptr;  // being built

  // The innermost tag that is a block of text, or a figure that is not inside one.
  TagId block_of(TagId tag) const {
    TagId figure = kArtifact;
    for (TagId t = tag; t != kRootTag; t = part_.tag(t).parent) {
      if (is_block_role(part_.tag(t).role)) return t;
      if (part_.tag(t).role == TagRole::Figure) figure = t;
    }
    return figure == kArtifact ? tag : figure;
  }

  LineKind kind_of_block(TagId block, TagId leaf) const {
    const TagNode& node = part_.tag(block);
    if (is_heading(node.role)) return LineKind::Heading;
    switch (node.role) {
      case TagRole::Figure:
        return LineKind::Figure;
      case TagRole::Caption:
        return LineKind::Caption;
      case TagRole::TocItem:
      case TagRole::Index:
        return LineKind::Contents;
      case TagRole::Lbl:
        return LineKind::Label;
      case TagRole::TH:
      case TagRole::TD:
        return LineKind::Cell;
      default:
        break;
    }
    // What hangs on a block itself: a listing's code and title, an alert's label.
    const TagNode& parent = part_.tag(node.parent);
    if (node.node == 0 || parent.role != TagRole::Div || parent.node != node.node)
      return is_in_cell(block) ? LineKind::Cell : LineKind::Text;
    return part_.tag(leaf).role == TagRole::Code ? LineKind::Code : LineKind::Title;
  }

  // A note stands in the structure where its mark does.
  bool is_in_cell(TagId tag) const {
    for (; tag != kRootTag && part_.tag(tag).role != TagRole::Note; tag = part_.tag(tag).parent)
      if (part_.tag(tag).role == TagRole::TH || part_.tag(tag).role == TagRole::TD) return true;
    return false;
  }

  // A run-in heading shares its line with the paragraph behind it.
  bool is_same_line(TagId block, const FrameItem& item, std::size_t page, Length baseline, Length size) const {
    if (line_ == nullptr || line_->page != page) return false;
    if (abs(line_->baseline - baseline) > std::max(size, line_->size).scaled(0.55)) return false;
    return line_->block == block || (line_->kind == LineKind::Heading && line_->node == item.node && item.node != 0);
  }

  void add(const FrameItem& item, std::size_t page) {
    const TagId block = block_of(item.tag);
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
      const Length baseline = run->turn == Turn::Left ? run->origin.x : run->origin.y;
      const Extent ink = run->turn == Turn::Left ? Extent{run->origin.x - run->size, run->origin.x} : ink_of(*run);
      if (!is_same_line(block, item, page, baseline, run->size)) begin(block, item, page, baseline, ink.left);
      line_->turned = run->turn == Turn::Left;
      if (line_->block != block) line_->block = block, line_->kind = kind_of_block(block, item.tag);
      if (run->size > line_->size) line_->size = run->size, line_->baseline = baseline;
      line_->text += run->text;
      extend(item, ink);
    } else if (const auto* picture = std::get_if<PlacedPicture>(&item.content)) {
      if (part_.tag(block).role == TagRole::Figure) begin(block, item, page, picture->rect.bottom(), picture->rect.x);
      else if (!is_same_line(block, item, page, picture->rect.bottom(), picture->rect.height))
        begin(block, item, page, picture->rect.bottom(), picture->rect.x);
      extend(item, {picture->rect.x, picture->rect.right()});
    }
  }

  void begin(TagId block, const FrameItem& item, std::size_t page, Length baseline, Length left) {
    AuditLine line;
    line.page = page;
    line.block = block;
    line.kind = kind_of_block(block, item.tag);
    line.node = item.node != 0 ? item.node : part_.tag(block).node;
    line.in_note = part_.is_in(item.tag, TagRole::Note);
    line.baseline = baseline;
    line.left = line.right = left;
    part_.lines.push_back(std::move(line));
    line_ = &part_.lines.back();
  }
  void extend(const FrameItem& item, Extent ink) {
    line_->items.push_back(&item);
    if (ink.left == ink.right) return;
    line_->left = std::min(line_->left, ink.left);
    line_->right = std::max(line_->right, ink.right);
  }

  void make_blocks() {
    std::map<TagId, std::size_t> known;
    for (AuditLine& line : part_.lines) {
      while (line.text.ends_with(' ')) line.text.pop_back();
      const auto [it, is_new] = known.try_emplace(line.block, part_.blocks.size());
      if (is_new) part_.blocks.push_back({line.kind, line.block, line.node, line.in_note, {}});
      part_.blocks[it->second].lines.push_back(&line);
    }
  }
};

void index_nodes(AuditPart& part) {
  if (part.document == nullptr) return;
  for_each_block(*part.document, [&](const Block& block) {
    part.spans.emplace(block.id, block.span);
    part.source_blocks.emplace(block.id, &block);
    if (const auto* list = as<List>(block))
      for (const ListItem& item : list->items) part.spans.emplace(item.id, item.span);
    if (const auto* table = as<Table>(block)) {
      const auto add_row = [&](const TableRow& row) {
        for (const TableCell& cell : row.cells) part.spans.emplace(cell.id, cell.span.line > 0 ? cell.span : block.span);
      };
      add_row(table->head);
      for (const TableRow& row : table->rows) add_row(row);
    }
  });
  for (const Note& note : part.document->notes) part.spans.emplace(note.id, note.span);
}

}  // namespace

std::size_t AuditBlock::lines_on(std::size_t page) const {
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](const AuditLine* line) { return line->page == page; }));
}

bool AuditPart::is_text() const {
  // A chapter's opener may list its sections; contents and indexes are nothing else.
  const auto is_entry = [](const AuditLine& line) { return line.kind == LineKind::Contents; };
  return !is_display() && static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_entry)) * 2 <= lines.size();
}

bool AuditPart::is_in(TagId id, TagRole role) const {
  while (id != kRootTag && tag(id).role != role) id = tag(id).parent;
  return id != kRootTag;
}

bool AuditPart::has_ancestor(TagId id, TagId ancestor) const {
  while (id != ancestor && id != kRootTag) id = tag(id).parent;
  return id == ancestor;
}

AuditView::AuditView(const AuditInput& from) : input(from) {
  for (const PagedPart& part : input.volume.parts) page_count += part.pages.size();
  const Length inside = style().inner_margin(page_count), outside = style().outer_margin(page_count);
  std::size_t number = 0;
  for (const PagedPart& paged : input.volume.parts) {
    AuditPart& part = parts.emplace_back();
    part.part = &paged;
    const auto it = input.documents.find(paged.key);
    if (it != input.documents.end()) part.document = it->second;
    for (const Page& page : paged.pages) {
      const bool recto = ++number % 2 == 1;
      part.pages.push_back({&page, recto, number, recto ? inside : outside, 0, 0});
    }
    index_nodes(part);
    LineFinder(part).find_lines();
  }
}

void FaultList::add(FaultCode code, const AuditPart& part, std::size_t page, NodeId node, std::string detail) {
  Fault fault{code, part.pages[page].page->label, "", 0, std::move(detail)};
  if (part.document != nullptr) {
    fault.file = part.document->file;
    if (const auto it = part.spans.find(node); it != part.spans.end()) fault.line = it->second.line;
  }
  audit_.faults.push_back(std::move(fault));
}

Extent ink_of(const GlyphRun& run) {
  std::size_t byte = 0, glyph = 0;
  Extent ink{run.origin.x, run.origin.x};
  bool any = false;
  const auto place = [&](std::size_t g) {
    return g < run.glyphs.size() ? run.origin.x + Length::raw(run.glyphs[g].x) : run.origin.x + run.width;
  };
  for (const GlyphCluster& cluster : run.clusters) {
    const std::string_view text = std::string_view(run.text).substr(byte, cluster.bytes);
    byte += cluster.bytes;
    const std::size_t first = glyph;
    glyph += cluster.glyphs;
    if (text.find_first_not_of(' ') == std::string_view::npos || cluster.glyphs == 0) continue;
    // What runs right to left has each glyph left of the one before.
    const Length from = place(first), to = place(glyph);
    ink.left = any ? std::min(ink.left, from) : from;
    ink.right = any ? std::max(ink.right, to) : to;
    any = true;
  }
  return ink;
}

std::vector<Gap> gaps_of(const AuditLine& line, const FontLibrary& fonts, const Style& style) {
  std::vector<Gap> gaps;
  if (line.turned) return gaps;
  for (const FrameItem* item : line.items) {
    const auto* run = std::get_if<GlyphRun>(&item->content);
    if (run == nullptr || fonts.entry(run->font).family == style.family_mono || fonts.entry(run->font).fallback) continue;
    std::size_t byte = 0, glyph = 0;
    for (const GlyphCluster& cluster : run->clusters) {
      const std::string_view text = std::string_view(run->text).substr(byte, cluster.bytes);
      byte += cluster.bytes;
      const std::size_t first = glyph;
      glyph += cluster.glyphs;
      if (text != " " || cluster.glyphs == 0) continue;
      const Length from = run->origin.x + Length::raw(run->glyphs[first].x);
      const Length to = glyph < run->glyphs.size() ? run->origin.x + Length::raw(run->glyphs[glyph].x) : run->origin.x + run->width;
      if (from >= line.right || from < line.left || to < from) continue;
      gaps.push_back({from, to - from, run->size.scaled(fonts.metrics(run->font).space)});
    }
  }
  return gaps;
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::string out;
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (++count > kMost) return "\"" + out + "…\"";
    append_utf8(out, c == 0xAD ? U'-' : c);
  }
  return "\"" + out + "\"";
}

std::string points(Length length) {
  std::string text = fmt::format("{:.2f}", length.points());
  if (text.ends_with("0")) text.pop_back();
  return text;
}

}  // namespace nbpublish
