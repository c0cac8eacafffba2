// 16, 17: running heads and folios.
#include <algorithm>

#include "audit/page_checks.h"
#include "base/utf8.h"

namespace nbpublish {
namespace {

constexpr double kLeastGap = 1.5;  // ems of the head's size between head and folio
constexpr std::string_view kEllipsis = "\u2026";
constexpr double kNearlyAll = 0.9;                // of the room: letters differ in width
constexpr std::string_view kSuffix = " \u00B7 ";  // what follows is the same on all pages: "Early access"

// Head and folio as printed.
struct Furniture {
  std::string head, folio;
  Extent head_ink, folio_ink;
};

Furniture furniture_of(const Page& page) {
  Furniture out;
  for (const FrameItem& item : page.furniture) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr) continue;
    const Extent ink = ink_of(*run);
    const bool folio = out.folio.empty() && (run->text == page.label || page.furniture.size() == 1);
    Extent& reach = folio ? out.folio_ink : out.head_ink;
    std::string& text = folio ? out.folio : out.head;
    reach = text.empty() ? ink : Extent{std::min(reach.left, ink.left), std::max(reach.right, ink.right)};
    text += run->text;
  }
  return out;
}

std::string without_suffix(const std::string& head) { return head.substr(0, head.rfind(kSuffix)); }

// The words of a heading's lines with single spaces.
std::string words_of(const AuditBlock& block) {
  std::string text;
  for (const AuditLine* line : block.lines) text += (text.empty() ? "" : " ") + line->text;
  return text;
}

bool is_space(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x202F; }

// Line ends in headings fall at spaces and after dashes alike, and spaces differ in kind.
std::string without_spaces(const std::string& text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (!is_space(c)) append_utf8(out, c);
  }
  return out;
}

// One text, of which one or the other may have been cut.
bool is_same_but_cut(std::string_view a, std::string_view b) {
  const auto take_ellipsis = [](std::string_view& text) {
    const bool has = text.ends_with(kEllipsis);
    if (has) text.remove_suffix(kEllipsis.size());
    return has;
  };
  const bool a_is_cut = take_ellipsis(a), b_is_cut = take_ellipsis(b);
  return (a_is_cut && b.starts_with(a)) || (b_is_cut && a.starts_with(b)) || (a == b && a_is_cut == b_is_cut);
}

// The word of a text that holds its `letters`-th letter, from 0; spaces don't count.
std::string next_word(const std::string& text, std::size_t letters) {
  std::string word;
  for (std::size_t pos = 0, count = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const bool space = is_space(c);
    if (space && count > letters) break;
    if (space) word.clear();
    else append_utf8(word, c), ++count;
  }
  return word;
}

// A head says the words, or, where these don't fit, as many as do and an ellipsis.
bool says(const Furniture& found, const std::string& wanted, Length room) {
  const std::string head = without_spaces(without_suffix(found.head)), words = without_spaces(wanted);
  if (head == words || without_spaces(found.head) == words) return true;
  if (!head.ends_with(kEllipsis) || !words.starts_with(head.substr(0, head.size() - kEllipsis.size()))) return false;
  // The next word would have been too much. Letters are taken for as wide as those that stand there.
  const std::size_t said = count_code_points(head), more = count_code_points(next_word(wanted, said - 1));
  const Length ink = found.head_ink.right - found.head_ink.left;  // a suffix has taken its part of the room
  return ink.scaled(static_cast<std::int64_t>(said + more), static_cast<std::int64_t>(said)) > room.scaled(kNearlyAll);
}

class FurnitureCheck {
 public:
  FurnitureCheck(const AuditView& view, const AuditPart& part, FaultList& faults) : view_(view), part_(part), faults_(faults) {}

  void check_heads_and_folios() {
    std::string section, verso;
    auto next = part_.blocks.begin();
    for (std::size_t p = 0; p < part_.pages.size(); ++p) {
      for (; next != part_.blocks.end() && next->first_page() <= p; ++next)
        if (part_.tag(next->tag).role == TagRole::H2 && !is_letter_of_index(*next)) section = words_of(*next);
      check(p, section, verso);
    }
  }

 private:
  const AuditView& view_;
  const AuditPart& part_;
  FaultList& faults_;

  void check(std::size_t p, const std::string& section, std::string& verso) {
    const Page& page = *part_.pages[p].page;
    const Furniture found = furniture_of(page);
    const auto wrong = [&](std::string detail) { faults_.add(FaultCode::WrongHead, part_, p, 0, std::move(detail)); };
    if (page.blank || part_.is_display()) {
      if (!page.furniture.empty()) wrong("a blank, title or topic page has one");
      return;
    }
    if (found.folio != page.label) faults_.add(FaultCode::WrongFolio, part_, p, 0, "printed '" + found.folio + "'");
    if (p == 0) {
      if (!found.head.empty()) wrong("an opening page has one: " + excerpt(found.head));
      return;
    }
    if (found.head.empty()) return wrong("there is none");
    if (part_.pages[p].recto) check_recto(found, section, verso, wrong);
    else check_verso(found, verso, wrong);
    check_place(p, found);
  }

  // Above a group of its entries: no section that a head would name.
  bool is_letter_of_index(const AuditBlock& heading) const { return part_.tag(part_.tag(heading.tag).parent).role == TagRole::Index; }

  // Between folio and measure.
  Length room(const Furniture& found) const {
    return view_.style().measure - (found.folio_ink.right - found.folio_ink.left) - view_.style().head.size.scaled(kLeastGap);
  }

  // The chapter's title where it is known, or what versos say: they say its number, too.
  std::string title() const {
    if (part_.document == nullptr) return {};
    return plain_text(part_.document->short_title.empty() ? part_.document->title : part_.document->short_title);
  }

  // The section in force at the page's end, or the chapter's title before the first.
  void check_recto(const Furniture& found, const std::string& section, const std::string& verso, const auto& wrong) const {
    const std::string head = without_suffix(found.head), wanted = section.empty() ? title() : section;
    const bool right = wanted.empty() ? verso.ends_with(head) : says(found, wanted, room(found));
    if (right || (wanted.empty() && verso.empty())) return;
    wrong(excerpt(head) + (section.empty() ? " where no section is in force yet" : " where " + excerpt(section) + " is in force"));
  }

  // Number and title of the chapter, the same on all versos, or as much of it as fits beside the folio.
  void check_verso(const Furniture& found, std::string& verso, const auto& wrong) const {
    const std::string head = without_suffix(found.head);
    if (!verso.empty() && !is_same_but_cut(verso, head)) wrong(excerpt(head) + " after " + excerpt(verso));
    if (head.size() > verso.size()) verso = head;
  }

  void check_place(std::size_t p, const Furniture& found) {
    const Length gap = std::max(found.head_ink.left - found.folio_ink.right, found.folio_ink.left - found.head_ink.right);
    const Length left = part_.pages[p].left, right = left + view_.style().measure, tolerance = Length::pt(0.5);
    const bool near = !found.folio.empty() && gap + tolerance < view_.style().head.size.scaled(kLeastGap);
    if (near || found.head_ink.left + tolerance < left || found.head_ink.right > right + tolerance)
      faults_.add(FaultCode::CollidingHead, part_, p, 0, excerpt(found.head));
  }
};

}  // namespace

void check_furniture(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts) FurnitureCheck(view, part, faults).check_heads_and_folios();
}

}  // namespace nbpublish
