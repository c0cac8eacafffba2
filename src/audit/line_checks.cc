// 10, 11, 12: hyphens, last lines and words below each other.
#include "audit/page_checks.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostHyphens = 2, kStackedWords = 3;

bool ends_in_hyphen(const AuditLine& line) { return line.divided() || line.text.ends_with('-') || line.text.ends_with("\u2010"); }

void check_hyphens(const AuditPart& part, const AuditBlock& block, FaultList& faults) {
  std::size_t ladder = 0;
  for (const AuditLine* line : block.lines) {
    const bool never = block.kind == LineKind::Heading || block.kind == LineKind::Contents || block.kind == LineKind::Code;
    if (never && line->divided()) faults.add(FaultCode::MisplacedHyphen, part, *line, excerpt(line->text));
    if (block.kind != LineKind::Text) continue;
    ladder = ends_in_hyphen(*line) ? ladder + 1 : 0;
    if (ladder == kMostHyphens + 1) faults.add(FaultCode::HyphenLadder, part, *line, excerpt(line->text));
  }
}

void check_last_line(const AuditPart& part, const AuditBlock& block, const Style& style, FaultList& faults) {
  if (block.kind != LineKind::Text || block.lines.size() < 2) return;
  faults.looked_at(FaultCode::ShortLastLine, 1);
  const AuditLine &last = *block.lines.back(), &before = *block.lines[block.lines.size() - 2];
  const bool part_of_word = before.divided() && last.text.find(' ') == std::string::npos;
  // Short beside the lines above it: a list's or quotation's text does not begin at the measure's edge.
  if (part_of_word || last.right - std::min(last.left, before.left) < style.least_last_line)
    faults.add(FaultCode::ShortLastLine, part, last, excerpt(last.text));
}

std::string first_word(const std::string& text) { return text.substr(0, text.find(' ')); }
std::string last_word(const std::string& text) {
  const std::size_t space = text.rfind(' ');
  return space == std::string::npos ? text : text.substr(space + 1);
}

void check_stack(const AuditPart& part, const AuditBlock& block, std::string (*word)(const std::string&), FaultList& faults) {
  std::size_t same = 1;
  for (std::size_t i = 1; i < block.lines.size(); ++i) {
    const std::string here = word(block.lines[i]->text);
    same = here == word(block.lines[i - 1]->text) && !here.empty() && block.lines[i]->page == block.lines[i - 1]->page ? same + 1 : 1;
    if (same == kStackedWords) faults.add(FaultCode::StackedWords, part, *block.lines[i], excerpt(here));
  }
}

}  // namespace

void check_lines(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts)
    for (const AuditBlock& block : part.blocks) {
      check_hyphens(part, block, faults);
      check_last_line(part, block, view.style(), faults);
      if (block.kind != LineKind::Text) continue;
      check_stack(part, block, first_word, faults);
      check_stack(part, block, last_word, faults);
    }
}

}  // namespace nbpublish
