// 3: strong words that stand for a heading. 10: names of code that are broken.
#include "audit/name_breaks.h"
#include "audit/page_checks.h"
#include "base/utf8.h"

namespace nbpublish {
namespace {

constexpr std::size_t kLongestHeading = 60, kLongName = 28;  // characters

// All of its words; signs of a fallback face have but one weight.
bool is_strong(const AuditLine& line, const AuditInput& input) {
  bool any = false;
  for (const FrameItem* item : line.items) {
    const auto* run = std::get_if<GlyphRun>(&item->content);
    if (run == nullptr || run->text.find_first_not_of(' ') == std::string::npos) continue;
    const FontEntry& face = input.fonts.entry(run->font);
    if (face.fallback) continue;
    if (face.weight < input.style.strong_weight) return false;
    any = true;
  }
  return any;
}

bool is_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with('!') || text.ends_with("\u2026"); }

// A paragraph of the text itself, not of a list, an alert or a quotation.
void check_strong_words(const AuditView& view, const AuditPart& part, FaultList& faults) {
  for (const AuditBlock& block : part.blocks) {
    if (block.kind != LineKind::Text || block.in_note || part.tag(block.tag).parent != kRootTag || block.lines.size() != 1) continue;
    const AuditLine& line = *block.lines.front();
    if (!part.source_blocks.contains(line.node) && part.document != nullptr) continue;  // the tool's own words
    if (count_code_points(line.text) > kLongestHeading || is_sentence(line.text) || !is_strong(line, view.input)) continue;
    faults.add(FaultCode::StrongParagraph, part, line, excerpt(line.text));
  }
}

}  // namespace

void check_phrases(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts) {
    if (part.is_text()) check_strong_words(view, part, faults);
    for (const NameBreak& at : name_breaks_of(part))
      if (at.characters < kLongName) faults.add(FaultCode::BrokenName, part, *at.line, excerpt(at.name));
  }
}

}  // namespace nbpublish
