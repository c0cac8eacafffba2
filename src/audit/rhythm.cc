#include "audit/rhythm.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>

#include "audit/listing_rows.h"
#include "audit/name_breaks.h"
#include "audit/neighbours.h"
#include "audit/page_depth.h"

namespace nbpublish {
namespace {

constexpr int kMostMissingLines = 3;  // more are a hole
constexpr double kBelowCode = 0.27;   // of a code line, below its baseline

// Whether a row of code begins with a comment, in any of the languages that a book may have. What follows on it is one to its end.
bool is_comment(const AuditLine& row) {
  const std::string_view text = std::string_view(row.text).substr(std::min(row.text.find_first_not_of(" \t"), row.text.size()));
  constexpr std::array<std::string_view, 7> kMarks = {"//", "#", "/*", "* ", "--", ";", "<!--"};
  return std::ranges::any_of(kMarks, [&](std::string_view mark) { return text.starts_with(mark); });
}

class RhythmMeter {
 public:
  RhythmMeter(const AuditView& view, Rhythm& rhythm) : view_(view), style_(view.style()), rhythm_(rhythm) {}

  void measure_part(const AuditPart& part) {
    for (const AuditBlock& block : part.blocks) blocks_.emplace(block.tag, &block);
    measure_white(part);
    measure_pages(part);
    measure_listings(part);
    rhythm_.name_breaks += name_breaks_of(part).size();
    blocks_.clear();
  }

 private:
  const AuditView& view_;
  const Style& style_;
  Rhythm& rhythm_;
  std::map<TagId, const AuditBlock*> blocks_;

  // The most that a listing's own white and what fills its last line come to. A page's white grows by whole lines.
  Length most_below_listing() const {
    return style_.code.leading.scaled(kBelowCode) + style_.code_after + (style_.leading - style_.code_most_slack) +
           (style_.leading - style_.baseline_drop);
  }

  void measure_white(const AuditPart& part) {
    using enum PieceKind;
    std::map<std::tuple<std::size_t, TagRole, std::size_t>, Distances> heads;  // by page, level and lines
    for (const Neighbours& n : neighbours_of(part)) {
      const bool behind_text = n.upper.kind == Paragraph, before_text = n.lower.kind == Paragraph;
      if (behind_text && n.lower.kind == Listing && begins_written(part, n.lower)) rhythm_.above_listing.add(n.gap());
      if (before_text && n.upper.kind == Listing && ends_written(part, n.upper)) {
        rhythm_.below_listing.add(n.gap());
        rhythm_.stretched += n.gap() > most_below_listing() + Length::pt(0.1) ? 1 : 0;
      }
      if (behind_text && n.lower.kind == List && !touches_edge(part, n.lower.tag, n.page())) rhythm_.above_list.add(n.gap());
      if (before_text && n.upper.kind == List && !touches_edge(part, n.upper.tag, n.page())) rhythm_.below_list.add(n.gap());
      if (before_text && n.upper.kind == Alert) rhythm_.below_alert.add(n.gap());
      if (!behind_text || n.lower.kind != Heading) continue;
      const TagRole level = part.tag(n.lower.tag).role;
      rhythm_.above_heading[level].add(n.gap());
      heads[{n.page(), level, blocks_.at(n.lower.tag)->lines.size()}].add(n.gap());
    }
    std::set<std::size_t> several, unlike;
    for (const auto& [key, gaps] : heads) {
      if (gaps.count() > 1) several.insert(std::get<0>(key));
      if (gaps.by_tenths().size() > 1) unlike.insert(std::get<0>(key));
    }
    rhythm_.pages_with_heads += several.size();
    rhythm_.pages_with_unlike_heads += unlike.size();
  }

  // A blank row at a listing's end is not seen on the page, and no white of the page's.
  bool begins_written(const AuditPart& part, const Piece& listing) const {
    const CodeBlock* code = source_of(part, *blocks_.at(listing.line->block));
    return code == nullptr || code->text[std::min(code->text.find_first_not_of(" \t"), code->text.size())] != '\n';
  }
  bool ends_written(const AuditPart& part, const Piece& listing) const {
    const CodeBlock* code = source_of(part, *blocks_.at(listing.line->block));
    return code == nullptr || !std::string_view(code->text).substr(0, code->text.find_last_not_of(" \t") + 1).ends_with('\n');
  }

  // Whether a list has the first or the last line of a page, or lines on another one.
  bool touches_edge(const AuditPart& part, TagId list, std::size_t page) const {
    const AuditLine *first = nullptr, *last = nullptr;
    for (std::size_t i = part.pages[page].first_line; i < part.pages[page].end_line; ++i) {
      if (!part.lines[i].is_in_column()) continue;
      if (first == nullptr) first = &part.lines[i];
      last = &part.lines[i];
    }
    return part.has_ancestor(first->block, list) || part.has_ancestor(last->block, list);
  }

  void measure_pages(const AuditPart& part) {
    Rhythm::ShortPages& counts = rhythm_.short_pages;
    for (std::size_t p = 0; p < part.pages.size(); ++p) {
      if (!has_judged_depth(part, p)) continue;
      ++counts.all;
      const int missing = missing_lines(view_, part, p).most;
      const auto facing = facing_page(part, p);
      const bool is_paired = facing && has_judged_depth(part, *facing);
      counts.by_one += missing == 1 ? 1 : 0;
      counts.is_long += missing < 0 ? 1 : 0;
      counts.by_two += missing == 2 ? 1 : 0;
      counts.by_more += missing > 2 ? 1 : 0;
      counts.paired += missing > 2 && is_paired && missing_lines(view_, part, *facing).most == missing ? 1 : 0;
      if (missing > kMostMissingLines) ++(p == 0 ? counts.openers_with_holes : counts.others_with_holes);
      if (!is_paired || part.pages[p].recto) continue;
      ++rhythm_.spreads;
      // To the nearest half of a line: a listing's rule, or that of a table, ends a little above the last line of the grid.
      const Length apart = abs(text_end(view_, part, p) - text_end(view_, part, *facing));
      rhythm_.unlike_ends += apart > style_.leading.scaled(0.75) ? 1 : 0;
    }
  }

  void measure_listings(const AuditPart& part) {
    for (const AuditBlock& block : part.blocks) {
      if (block.kind != LineKind::Code) continue;
      ++rhythm_.listings;
      rhythm_.split_listings += block.first_page() != block.last_page() ? 1 : 0;
      if (part.is_in(block.tag, TagRole::TD) || part.is_in(block.tag, TagRole::TH)) continue;
      for (const auto& rows : rows_of_lines(part, block)) {
        ++rhythm_.code_lines;
        rhythm_.wrapped_lines += rows.size() > 1 ? 1 : 0;
        rhythm_.wrapped_comments += rows.size() > 1 && (is_comment(*rows[0]) || is_comment(*rows[1])) ? 1 : 0;
      }
    }
  }
};

}  // namespace

Rhythm measure_rhythm(const AuditView& view) {
  Rhythm rhythm;
  RhythmMeter meter(view, rhythm);
  for (const AuditPart& part : view.parts)
    if (part.is_text()) meter.measure_part(part);
  return rhythm;
}

}  // namespace nbpublish
