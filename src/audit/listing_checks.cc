// 5: where listings are split. 22, 23: their text and drawings are their source's.
#include <map>
#include <set>
#include <string>

#include "audit/page_checks.h"
#include "base/utf8.h"
#include "document/box_diagram.h"

namespace nbpublish {
namespace {

// Lines from the first written one to the last on a page: blank lines hold no items, but take their height.
std::map<std::size_t, std::size_t> rows_by_page(const AuditBlock& block, Length leading) {
  std::map<std::size_t, std::pair<Length, Length>> reach;
  for (const AuditLine* line : block.lines) {
    const auto it = reach.try_emplace(line->page, line->baseline, line->baseline).first;
    it->second.second = line->baseline;
  }
  std::map<std::size_t, std::size_t> rows;
  for (const auto& [page, ends] : reach) rows[page] = static_cast<std::size_t>((ends.second - ends.first + leading / 2) / leading) + 1;
  return rows;
}

void check_split(const AuditPart& part, const AuditBlock& block, const Style& style, FaultList& faults) {
  if (block.first_page() == block.last_page()) return;
  std::size_t all = 0;
  for (const auto& [page, count] : rows_by_page(block, style.code.leading)) all += count;
  if (static_cast<int>(all) <= style.code_whole)
    return faults.add(FaultCode::SplitListing, part, *block.lines.front(), excerpt(block.lines.front()->text));
  for (const auto& [page, count] : rows_by_page(block, style.code.leading))
    if (static_cast<int>(block.lines_on(page)) < style.code_least)
      faults.add(FaultCode::ListingStub, part, page, block.node,
                 std::to_string(block.lines_on(page)) + " of " + std::to_string(all) + " lines");
}

// Spaces, tabs and line ends aside, which layout sets by the style.
std::string written(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c;
  return out;
}

bool is_escape_free(std::string_view text) { return text.find('\x1B') == std::string_view::npos; }

void check_text(const AuditPart& part, const AuditBlock& block, FaultList& faults) {
  const auto source = part.source_blocks.find(block.node);
  const CodeBlock* code = source == part.source_blocks.end() ? nullptr : as<CodeBlock>(*source->second);
  if (code == nullptr || !is_escape_free(code->text)) return;  // terminal escapes become weight and slant
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
    }
}

}  // namespace nbpublish
