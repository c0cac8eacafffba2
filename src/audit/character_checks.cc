// 6, 15: characters that betray the typewriter or the markup.
#include <array>
#include <regex>

#include "audit/page_checks.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

// Stands for code and pictures in the prose around them.
constexpr char kObject = '\x01';

bool is_prose(LineKind kind) { return kind != LineKind::Code && kind != LineKind::Label && kind != LineKind::Figure; }

bool is_code(const AuditPart& part, const FrameItem& item) { return part.tag(item.tag).role == TagRole::Code; }

// The block's words in one line, code replaced; or its code alone.
std::string prose_of(const AuditPart& part, const AuditBlock& block) {
  std::string out;
  for (const AuditLine* line : block.lines)
    for (const FrameItem* item : line->items) {
      const auto* run = std::get_if<GlyphRun>(&item->content);
      if (run != nullptr && !is_code(part, *item)) out += run->text;
      else if (run == nullptr || out.empty() || out.back() != kObject) out += kObject;
    }
  return out;
}
std::string code_of(const AuditPart& part, const AuditBlock& block) {
  std::string out;
  for (const AuditLine* line : block.lines)
    for (const FrameItem* item : line->items)
      if (const auto* run = std::get_if<GlyphRun>(&item->content); run != nullptr && is_code(part, *item)) out += run->text;
  return out;
}

bool has_curly(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kCurly = {"\u2018", "\u2019", "\u201C", "\u201D"};
  for (const std::string_view quote : kCurly)
    if (text.find(quote) != std::string_view::npos) return true;
  return false;
}

// What the source says, where it is known: curly quotes that an author wrote in code stay.
bool source_has_curly_code(const AuditPart& part, NodeId node) {
  if (part.document == nullptr) return false;
  const auto it = part.source_blocks.find(node);
  if (it != part.source_blocks.end())
    if (const auto* code = as<CodeBlock>(*it->second)) return has_curly(code->text);
  bool found = false;
  for_each_inline(*part.document, [&](const Inline& inl, const Block&) {
    if (const auto* code = as<Code>(inl)) found = found || has_curly(code->text);
  });
  return found;
}

std::string around(const std::string& text, std::size_t at) {
  std::size_t from = at < 25 ? 0 : at - 25;
  while (from > 0 && (text[from] & 0xC0) == 0x80) --from;
  std::string piece = text.substr(from);
  for (char& c : piece)
    if (c == kObject) c = '~';
  return excerpt(piece);
}

void check_prose(const AuditPart& part, const AuditBlock& block, FaultList& faults) {
  const std::string text = prose_of(part, block);
  const AuditLine& line = *block.lines.front();
  for (std::size_t at = text.find(" - "); at != std::string::npos; at = text.find(" - ", at + 2))
    if (at > 0 && at + 3 < text.size()) faults.add(FaultCode::SpacedHyphen, part, line, around(text, at));
  // Entries of the contents show the code of headings as plain words.
  if (const std::size_t at = text.find_first_of("\"'"); block.kind != LineKind::Contents && at != std::string::npos)
    faults.add(FaultCode::StraightQuote, part, line, around(text, at));
  // Alert and emphasis marks, links, tags, components' braces, entities.
  static const std::regex kMarkup(
      R"(\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]|\*\*|\]\(|</?[A-Za-z][A-Za-z0-9]*[ />]|\{[A-Za-z_.]+\}|&[a-z]+;|\[\^[^\]]+\])");
  if (std::smatch found; std::regex_search(text, found, kMarkup))
    faults.add(FaultCode::LiteralMarkup, part, line, around(text, static_cast<std::size_t>(found.position())));
}

void check_code(const AuditPart& part, const AuditBlock& block, FaultList& faults) {
  const std::string text = code_of(part, block);
  if (has_curly(text) && !source_has_curly_code(part, block.node))
    faults.add(FaultCode::CurlyQuoteInCode, part, *block.lines.front(), excerpt(text));
  // A drawing's source where the drawing should be.
  static const std::regex kDiagram(
      R"(^\s*((graph|flowchart) *(TD|TB|BT|LR|RL)\b|sequenceDiagram|stateDiagram|classDiagram|erDiagram|gantt\b))");
  if (block.kind == LineKind::Code && std::regex_search(text.substr(0, 80), kDiagram))
    faults.add(FaultCode::LiteralMarkup, part, *block.lines.front(), excerpt(text));
}

}  // namespace

void check_characters(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts)
    for (const AuditBlock& block : part.blocks) {
      if (is_prose(block.kind)) check_prose(part, block, faults);
      check_code(part, block, faults);
    }
}

}  // namespace nbpublish
