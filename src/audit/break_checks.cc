// 2, 3, 10: what stands at the head and foot of pages.
#include <set>

#include "audit/page_checks.h"

namespace nbpublish {
namespace {

constexpr std::size_t kLeastAfterHeading = 2;

bool is_running_text(LineKind kind) { return kind == LineKind::Text; }

void check_paragraphs(const AuditPart& part, FaultList& faults) {
  for (const AuditBlock& block : part.blocks) {
    if (!is_running_text(block.kind) || block.first_page() == block.last_page()) continue;
    if (block.lines_on(block.first_page()) == 1)
      faults.add(FaultCode::Orphan, part, *block.lines.front(), excerpt(block.lines.front()->text));
    if (block.lines_on(block.last_page()) == 1) faults.add(FaultCode::Widow, part, *block.lines.back(), excerpt(block.lines.back()->text));
    for (std::size_t i = 1; i < block.lines.size(); ++i) {
      const AuditLine &before = *block.lines[i - 1], &after = *block.lines[i];
      if (before.page == after.page || !before.divided()) continue;
      faults.add(FaultCode::WordPartAtTop, part, after, excerpt(after.text));
      if (part.pages[before.page].recto) faults.add(FaultCode::HyphenAtFoot, part, before, excerpt(before.text));
    }
  }
}

// The lines a heading wants below it: two, or the whole of a listing that is not split, or three lines of a longer one;
// fewer where the chapter has no more before the next heading.
void check_heading(const AuditPart& part, const Style& style, std::size_t index, FaultList& faults) {
  const AuditLine& heading = part.lines[index];
  std::size_t next = index + 1;
  while (next < part.lines.size() && (part.lines[next].kind == LineKind::Heading || !part.lines[next].is_in_column())) ++next;
  std::set<std::int64_t> here;  // baselines: the cells of a row are one line
  std::size_t code_here = 0, code_all = 0;
  bool figure = false, goes_on = false;
  const TagId code = next < part.lines.size() && part.lines[next].kind == LineKind::Code ? part.lines[next].block : kArtifact;
  for (std::size_t i = next; i < part.lines.size() && part.lines[i].kind != LineKind::Heading; ++i) {
    const AuditLine& line = part.lines[i];
    if (!line.is_in_column()) continue;
    const bool same_page = line.page == heading.page;
    goes_on = goes_on || !same_page;
    if (line.block == code) ++code_all, code_here += same_page ? 1 : 0;
    if (!same_page && code == kArtifact) break;
    if (!same_page) continue;
    here.insert(line.baseline.units());
    figure = figure || line.kind == LineKind::Figure;
  }
  const std::size_t wanted_code = static_cast<int>(code_all) <= style.code_whole ? code_all : static_cast<std::size_t>(style.code_least);
  const bool enough =
      figure || (code != kArtifact ? code_here >= wanted_code : here.size() >= kLeastAfterHeading || (!here.empty() && !goes_on));
  if (!enough) faults.add(FaultCode::StrandedHeading, part, heading, excerpt(heading.text));
}

}  // namespace

void check_breaks(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts) {
    check_paragraphs(part, faults);
    if (part.is_display()) continue;
    for (std::size_t i = 0; i < part.lines.size(); ++i) {
      const AuditLine& line = part.lines[i];
      const bool last_line = i + 1 == part.lines.size() || part.lines[i + 1].block != line.block;
      if (line.kind == LineKind::Heading && !line.in_note && last_line) check_heading(part, view.style(), i, faults);
    }
  }
}

}  // namespace nbpublish
