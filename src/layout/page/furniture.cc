#include "layout/page/furniture.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <vector>

#include "base/utf8.h"
#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

constexpr double kGap = 1.5;  // ems between folio and head
// Wider than any page: what stands behind it is not measured word by word.
constexpr std::size_t kLongestHead = 1'000;

Length text_width(LayoutContext& context, const TextStyle& look, std::string_view text) {
  return context.shaper.width(context.font(look), Features::Tabular, look.size, text);
}

void put(LayoutContext& context, Page& page, const TextStyle& look, ColourRole colour, std::string_view text, Point at) {
  for (GlyphRun& run : glyph_runs(context.shaper, context.font(look), Features::Tabular, look.size, colour, text, at))
    page.furniture.push_back({kArtifact, 0, 0, 0, std::move(run)});
}

// As much of a head as fits before an ellipsis, if it ends at one of the places; they ascend.
std::string cut_at(LayoutContext& context, const TextStyle& look, std::string_view head, const std::vector<std::size_t>& places,
                   Length room) {
  const auto cut = [&](std::size_t place) { return std::string(head.substr(0, place)) + "\u2026"; };
  const auto fits = [&](std::size_t place) { return text_width(context, look, cut(place)) <= room; };
  const auto behind = std::partition_point(places.begin(), places.end(), fits);
  return behind == places.begin() ? "" : cut(*std::prev(behind));
}

// What fits of a head, whole words and an ellipsis, or letters where the first word is too long for that:
// check_running_heads() has told the author.
std::string fitted_head(LayoutContext& context, const TextStyle& look, std::string head, Length room) {
  const bool is_cut = head.size() > kLongestHead;
  if (is_cut) {
    head.resize(kLongestHead);
    while (!head.empty() && (static_cast<unsigned char>(head.back()) & 0xC0) == 0x80) head.pop_back();
    if (!head.empty() && static_cast<unsigned char>(head.back()) >= 0x80) head.pop_back();  // the first byte of a cut character
  }
  if (!is_cut && text_width(context, look, head) <= room) return head;
  std::vector<std::size_t> words, letters;
  for (std::size_t pos = 0; pos < head.size();) {
    const std::size_t from = pos;
    const char32_t c = next_code_point(head, pos);
    if (from == 0) continue;
    if (c == ' ') words.push_back(from);
    letters.push_back(from);
  }
  const std::string whole = cut_at(context, look, head, words, room);
  return whole.empty() ? cut_at(context, look, head, letters, room) : whole;
}

// What the page's head says in that room: the text as far as it fits, the suffix whole.
std::string head_of(LayoutContext& context, const TextStyle& look, const PageFacts& facts, const FurnitureText& text, bool recto,
                    Length room) {
  const std::string head = !recto && !text.sections_on_versos ? text.verso : facts.section.empty() ? text.recto : facts.section;
  const std::string suffix = text.suffix.empty() || head.empty() ? text.suffix : " \u00B7 " + text.suffix;
  return fitted_head(context, look, head, suffix.empty() ? room : room - text_width(context, look, suffix)) + suffix;
}

// Where the headings stand, by their plain text; of equal ones the first.
std::map<std::string, SourceSpan> places_of_sections(const Document& document) {
  std::map<std::string, SourceSpan> places;
  for (const Block& block : document.blocks)
    if (const auto* heading = as<Heading>(block)) places.emplace(plain_text(heading->children), block.span);
  return places;
}

}  // namespace

void add_furniture(LayoutContext& context, Page& page, const PageFacts& facts, const FurnitureText& text, bool recto) {
  if (page.blank || facts.plain || page.label.empty()) return;
  const Style& style = context.style;
  if (facts.opener) {
    const Length width = text_width(context, style.drop_folio, page.label);
    put(context, page, style.drop_folio, ColourRole::Text, page.label, {(style.measure - width) / 2, style.drop_folio_baseline});
    return;
  }
  const TextStyle& look = style.head;
  const Length folio = text_width(context, look, page.label), gap = look.size.scaled(kGap);
  const std::string head = head_of(context, look, facts, text, recto, style.measure - folio - gap);
  if (recto) {
    put(context, page, look, ColourRole::Text, page.label, {style.measure - folio, style.head_baseline});
    put(context, page, look, ColourRole::Secondary, head,
        {style.measure - folio - gap - text_width(context, look, head), style.head_baseline});
  } else {
    put(context, page, look, ColourRole::Text, page.label, {{}, style.head_baseline});
    put(context, page, look, ColourRole::Secondary, head, {folio + gap, style.head_baseline});
  }
}

void check_running_heads(LayoutContext& context, const std::vector<PageFacts>& facts, const FurnitureText& text, const Document* document) {
  const Length limit = context.style.measure.scaled(context.style.head_most);
  std::set<std::string> told;
  const auto check = [&](const std::string& head, SourceSpan place, std::string_view hint) {
    if (head.empty() || text_width(context, context.style.head, head) <= limit || !told.insert(head).second) return;
    context.diagnostics.report(
        DiagCode::RunningHeadTooLong, context.file, place,
        fmt::format("the running head '{}' fills more than {:.0f} % of the measure", head, 100 * context.style.head_most),
        std::string(hint));
  };
  check(text.verso, document == nullptr ? SourceSpan{} : document->front.title_span, "give a `short` title in the front matter");
  if (document == nullptr) {
    for (const PageFacts& f : facts) check(f.section, {}, "shorten the heading");
    return;
  }
  const std::map<std::string, SourceSpan> places = places_of_sections(*document);
  for (const PageFacts& f : facts) {
    const auto place = places.find(f.section);
    check(f.section, place == places.end() ? document->front.title_span : place->second, "shorten the heading");
  }
}

}  // namespace nbpublish
