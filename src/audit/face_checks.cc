// 13, 14: faces and sizes.
#include <algorithm>
#include <set>
#include <type_traits>

#include "audit/page_checks.h"
#include "base/utf8.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

constexpr Length kLeastSize = Length::pt(7);
constexpr Length kSame = Length::pt(0.02);  // sizes that are products are rounded

// The sizes that the style names, and inline code's beside each of them.
std::vector<Length> sizes_of(const Style& style) {
  std::vector<Length> sizes;
  const auto add = [&](const auto& value) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, TextStyle>)
      for (const double part : {1.0, style.code_size, style.code_size_sans}) sizes.push_back(value.size.scaled(part));
  };
#define NBP_X(type, member, key, text) add(style.member);
  NBP_STYLE_KEYS(NBP_X)
#undef NBP_X
  return sizes;
}

// Then a diagnostic has told the author.
bool source_has_replacement(const AuditPart& part) {
  if (part.document == nullptr) return false;
  bool found = false;
  const auto look = [&](const std::string& text) { found = found || text.find("\uFFFD") != std::string::npos; };
  for (const auto& [node, block] : part.source_blocks)
    if (const auto* code = as<CodeBlock>(*block)) look(code->text);
  for_each_inline(*part.document, [&](const Inline& inl, const Block&) {
    if (const auto* text = as<Text>(inl)) look(text->text);
    if (const auto* code = as<Code>(inl)) look(code->text);
  });
  return found;
}

// The blocks of combining marks.
bool is_mark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE20 && c <= 0xFE2F);
}

class FaceCheck {
 public:
  FaceCheck(const AuditView& view, FaultList& faults) : view_(view), faults_(faults), sizes_(sizes_of(view.style())) {}

  void check_glyph_runs() {
    for (const AuditPart& part : view_.parts)
      for (std::size_t p = 0; p < part.pages.size(); ++p) {
        told_.clear();
        for (const FrameItem& item : part.pages[p].page->items) check(part, p, item);
        for (const FrameItem& item : part.pages[p].page->furniture) check(part, p, item);
      }
  }

 private:
  const AuditView& view_;
  FaultList& faults_;
  const std::vector<Length> sizes_;
  std::set<std::string> told_;  // of this page

  // What many runs of a page share is told once.
  void tell(FaultCode code, const AuditPart& part, std::size_t p, const FrameItem& item, std::string detail) {
    if (told_.insert(std::string(kind_of(code).word) + detail).second) faults_.add(code, part, p, item.node, std::move(detail));
  }

  void check(const AuditPart& part, std::size_t p, const FrameItem& item) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr) return;
    check_size(part, p, item, *run);
    const FontEntry& face = view_.input.fonts.entry(run->font);
    const Style& style = view_.style();
    if (!face.fallback && face.family != style.family_serif && face.family != style.family_sans && face.family != style.family_mono)
      tell(FaultCode::WrongFamily, part, p, item, face.family);
    if (std::any_of(run->glyphs.begin(), run->glyphs.end(), [](const Glyph& g) { return g.id == 0; }))
      tell(FaultCode::MissingGlyphDrawn, part, p, item, excerpt(run->text));
    if (run->text.find("\uFFFD") != std::string::npos && !source_has_replacement(part))
      tell(FaultCode::Replacement, part, p, item, excerpt(run->text));
    if (face.fallback) check_fallback(part, p, item, *run, face);
  }

  // Code and tables may be set smaller than the style says, to fit: diagrams of box characters, wide tables.
  bool may_shrink(const AuditPart& part, const FrameItem& item) const {
    if (item.tag == kArtifact) return true;  // a repeated head
    for (TagId tag = item.tag; tag != kRootTag; tag = part.tag(tag).parent) {
      const TagRole role = part.tag(tag).role;
      if (role == TagRole::Code || role == TagRole::TD || role == TagRole::TH) return true;
    }
    return false;
  }

  void check_size(const AuditPart& part, std::size_t p, const FrameItem& item, const GlyphRun& run) {
    const bool named = std::any_of(sizes_.begin(), sizes_.end(), [&](Length size) { return abs(size - run.size) <= kSame; });
    const bool shrunk = run.size <= std::max(view_.style().code.size, view_.style().table.size) && may_shrink(part, item);
    // Signs that the code's face lacks must stand in its columns.
    const bool sign = item.tag != kArtifact && view_.input.fonts.entry(run.font).fallback && part.tag(item.tag).role == TagRole::Code;
    if ((run.size + kSame < kLeastSize && !sign) || !(named || shrunk))
      tell(FaultCode::WrongSize, part, p, item, "size " + points(run.size));
  }

  // Fallback faces are there for what the style's faces lack; letters and figures they never lack.
  void check_fallback(const AuditPart& part, std::size_t p, const FrameItem& item, const GlyphRun& run, const FontEntry& face) {
    const bool emoji = face.family.find("Emoji") != std::string::npos;
    const bool keycap = run.text.find("\u20E3") != std::string::npos || run.text.find("\uFE0F") != std::string::npos;
    for (std::size_t pos = 0; pos < run.text.size();) {
      const char32_t c = next_code_point(run.text, pos);
      const bool common = (c > ' ' && c < 0x7F) || c == 0xA9 || c == 0xAE || c == 0x2122;
      const bool arrow = c >= 0x2190 && c <= 0x21FF;
      std::size_t behind = pos;
      const bool marked = pos < run.text.size() && is_mark(next_code_point(run.text, behind));  // both come from one face
      if (keycap || marked || !(common || (arrow && emoji))) continue;
      std::string text;
      append_utf8(text, c);
      tell(FaultCode::WrongFace, part, p, item, "\"" + text + "\" from " + face.family);
    }
  }
};

}  // namespace

void check_faces(const AuditView& view, FaultList& faults) { FaceCheck(view, faults).check_glyph_runs(); }

}  // namespace nbpublish
