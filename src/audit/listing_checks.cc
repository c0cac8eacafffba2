// 5: where listings are split, and how far their rule reaches. 11: what is left of their lines. 22, 23: their text and drawings are their
// source's.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "audit/listing_rows.h"
#include "audit/page_checks.h"
#include "document/box_diagram.h"
#include "text/columns.h"

namespace nbpublish {
namespace {

constexpr std::size_t kShortListing = 12;  // rows: readers want it whole
constexpr int kLeastRest = 5;              // columns of a wrapped line's last row

// The ground, which all editions have behind the code, reaches as far as the rule beside it. A row that has but a number is a line.
void check_rule(const AuditPart& part, const AuditBlock& block, const Style& style, FaultList& faults) {
  std::map<std::size_t, const AuditLine*> last;  // on each page
  for (const AuditLine* line : block.lines) last[line->page] = line;
  for (const auto& [page, line] : last) {
    const std::vector<FrameItem>& items = part.pages[page].page->items.all();
    for (const FrameItem& item : items) {
      const auto* ground = std::get_if<Fill>(&item.content);
      if (ground == nullptr || ground->colour != ColourRole::CodeGround) continue;
      if (ground->rect.y > line->baseline || ground->rect.bottom() < line->baseline) continue;
      Length lowest = line->baseline;
      for (const FrameItem& other : items)
        if (const auto* run = std::get_if<GlyphRun>(&other.content); run != nullptr && other.node == block.node)
          lowest = std::max(lowest, run->origin.y);
      const Length below = ground->rect.bottom() - lowest;
      if (below > style.code.leading) faults.add(FaultCode::HangingRule, part, *line, points(below) + " below " + excerpt(line->text));
    }
  }
}

void check_split(const AuditPart& part, const AuditBlock& block, const Style& style, FaultList& faults) {
  faults.looked_at(FaultCode::PartedListing, 1);
  if (block.first_page() == block.last_page()) return;
  check_rule(part, block, style, faults);
  const std::size_t all = row_count(part, block, style.code.leading);
  if (static_cast<int>(all) <= style.code_whole)
    return faults.add(FaultCode::SplitListing, part, *block.lines.front(), excerpt(block.lines.front()->text));
  if (all <= kShortListing)
    faults.add(FaultCode::PartedListing, part, *block.lines.front(),
               std::to_string(all) + " lines from " + excerpt(block.lines.front()->text));
  for (const auto& [page, count] : rows_by_page(block, style.code.leading))
    if (static_cast<int>(block.lines_on(page)) < style.code_least)
      faults.add(FaultCode::ListingStub, part, page, block.node,
                 std::to_string(block.lines_on(page)) + " of " + std::to_string(all) + " lines");
}

void check_wraps(const AuditPart& part, const AuditBlock& block, FaultList& faults) {
  for (const std::vector<const AuditLine*>& rows : rows_of_lines(part, block)) {
    const std::string rest = written(rows.back()->text);
    if (rows.size() > 1 && column_count(rest) < kLeastRest) faults.add(FaultCode::WrappedRest, part, *rows.back(), excerpt(rest));
  }
}

void check_text(const AuditPart& part, const AuditBlock& block, FaultList& faults) {
  const CodeBlock* code = source_of(part, block);
  if (code == nullptr) return;
  std::string set;
  for (const AuditLine* line : block.lines) set += line->text;
  if (written(set) != written(code->text))
    faults.add(FaultCode::AlteredCode, part, *block.lines.front(), excerpt(block.lines.front()->text));
}

// A line of a drawing that is set in two is no drawing any more. Words beside it may wrap.
void check_drawing(const AuditPart& part, const AuditBlock& block, FaultList& faults) {
  const auto source = part.source_blocks.find(block.node);
  const CodeBlock* code = source == part.source_blocks.end() ? nullptr : as<CodeBlock>(*source->second);
  if (code == nullptr || !is_box_diagram(code->text)) return;
  std::set<std::string> whole;
  for (const AuditLine* line : block.lines) whole.insert(written(line->text));
  std::size_t broken = 0;
  std::string_view text = code->text;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    broken += has_box_drawing(line) && !whole.contains(written(line)) ? 1 : 0;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  if (broken > 0) faults.add(FaultCode::WrappedDiagram, part, *block.lines.front(), std::to_string(broken) + " lines are broken");
}

}  // namespace

void check_listings(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts)
    for (const AuditBlock& block : part.blocks) {
      if (block.kind != LineKind::Code) continue;
      check_split(part, block, view.style(), faults);
      check_text(part, block, faults);
      check_drawing(part, block, faults);
      // Columns of a table are narrow.
      if (!part.is_in(block.tag, TagRole::TD) && !part.is_in(block.tag, TagRole::TH)) check_wraps(part, block, faults);
    }
}

}  // namespace nbpublish
