#include "audit/audit_summary.h"

#include <fmt/format.h>

#include <iterator>

namespace nbpublish {
namespace {

std::string of(std::size_t count, std::size_t all) { return fmt::format("{} of {}", count, all); }

double part_of(std::size_t count, std::size_t all, double unit) {
  return all == 0 ? 0 : unit * static_cast<double>(count) / static_cast<double>(all);
}
std::string percent(std::size_t count, std::size_t all) { return fmt::format("{}, {:.1f} %", of(count, all), part_of(count, all, 100)); }
std::string per_thousand(std::size_t count, std::size_t all) {
  return fmt::format("{}, {:.1f} per 1,000", of(count, all), part_of(count, all, 1000));
}

// "18.1-20.7, 3 values of 1101"
std::string range(const Distances& gaps) {
  if (gaps.count() == 0) return "none";
  return fmt::format("{:.1f}-{:.1f}, {} values of {}", gaps.by_tenths().begin()->first / 10.0, gaps.by_tenths().rbegin()->first / 10.0,
                     gaps.by_tenths().size(), gaps.count());
}

// "19.5 (120), 26.0 (3)"
std::string each(const Distances& gaps) {
  std::string out;
  for (const auto& [tenths, count] : gaps.by_tenths())
    fmt::format_to(std::back_inserter(out), "{}{:.1f} ({})", out.empty() ? "" : ", ", tenths / 10.0, count);
  return out.empty() ? "none" : out;
}

// "45.5, 380 of 402, 94.5 %"
std::string usual(const Rhythm& rhythm, TagRole level) {
  const auto gaps = rhythm.above_heading.find(level);
  if (gaps == rhythm.above_heading.end()) return "none";
  const Distances& found = gaps->second;
  return fmt::format("{:.1f}, {}", found.most_frequent().points(), percent(found.most_frequent_count(), found.count()));
}

class SummaryTable {
 public:
  SummaryTable(const Audit& audit, const Rhythm& rhythm) : audit_(audit), rhythm_(rhythm) {}

  std::string rows() {
    add_white();
    add_pages();
    add_text_and_code();
    add_alerts();
    add("rules through text", count(FaultCode::RuleThroughText));
    add("what stands outside the text block", count(FaultCode::OutsideFrame));
    add("overlapping text", count(FaultCode::TextOverlap));
    return std::move(out_);
  }

 private:
  const Audit& audit_;
  const Rhythm& rhythm_;
  std::string out_;

  void add(std::string_view name, const std::string& value) { fmt::format_to(std::back_inserter(out_), "  {:<66}{}\n", name, value); }

  std::string count(FaultCode code) const { return std::to_string(audit_.count(code)); }
  std::string count_of_seen(FaultCode code) const { return of(audit_.count(code), audit_.looked_at[static_cast<std::size_t>(code)]); }

  void add_white() {
    add("gap above a listing, behind a paragraph", range(rhythm_.above_listing));
    add("gap below a listing, before a paragraph", range(rhythm_.below_listing));
    add("  stretched by a line", percent(rhythm_.stretched, rhythm_.below_listing.count()));
    add("gaps above a list, behind a paragraph", each(rhythm_.above_list));
    add("gaps below a list, before a paragraph", each(rhythm_.below_list));
    add("most frequent gap above an H2, behind a paragraph", usual(rhythm_, TagRole::H2));
    add("most frequent gap above an H3, behind a paragraph", usual(rhythm_, TagRole::H3));
    add("pages with heads of one level, behind paragraphs: unlike gaps", of(rhythm_.pages_with_unlike_heads, rhythm_.pages_with_heads));
    add("headings behind a list or an alert: white adds up", count_of_seen(FaultCode::AddedWhite));
  }

  void add_pages() {
    const Rhythm::ShortPages& pages = rhythm_.short_pages;
    add("facing pages: first lines more than 4 apart", count_of_seen(FaultCode::UnequalTops));
    add("facing pages: ends more than half a line apart", of(rhythm_.unlike_ends, rhythm_.spreads));
    add("pages that are not last: a line short", per_thousand(pages.by_one, pages.all));
    add("  two lines", per_thousand(pages.by_two, pages.all));
    add("  more than two", per_thousand(pages.by_more, pages.all) + "; in pairs: " + std::to_string(pages.paired));
    add("  a line long", per_thousand(pages.is_long, pages.all));
    add("openers with more than three lines missing", std::to_string(pages.openers_with_holes));
    add("other pages that are not last, with more than three missing", std::to_string(pages.others_with_holes));
    add("texts that end with under eight lines before a blank page", count_of_seen(FaultCode::ShortEnd));
  }

  void add_text_and_code() {
    add("strong words for a heading, set as text", count(FaultCode::StrongParagraph));
    add("broken names of code in text", std::to_string(rhythm_.name_breaks));
    add("  of under 28 characters", count(FaultCode::BrokenName));
    add("split listings", of(rhythm_.split_listings, rhythm_.listings));
    add("  rules that go on below their last line", count(FaultCode::HangingRule));
    add("  of up to twelve lines", std::to_string(audit_.count(FaultCode::SplitListing) + audit_.count(FaultCode::PartedListing)));
    add("wrapped lines of code", per_thousand(rhythm_.wrapped_lines, rhythm_.code_lines));
    add("  whose comments alone go on", std::to_string(rhythm_.wrapped_comments));
    add("  rests of under five columns", count(FaultCode::WrappedRest));
  }

  void add_alerts() {
    add("gaps below an alert, before a paragraph", each(rhythm_.below_alert));
    add("alerts that follow each other: not joined", count_of_seen(FaultCode::UnjoinedAlerts));
  }
};

}  // namespace

std::string audit_summary(const Audit& audit, const Rhythm& rhythm, std::string_view volume) {
  return fmt::format("{}: {} pages\n{}", volume, audit.pages, SummaryTable(audit, rhythm).rows());
}

}  // namespace nbpublish
