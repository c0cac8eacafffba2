#include "audit/audit_summary.h"

#include <catch2/catch.hpp>

#include "made_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// The value of the row that begins with these words.
std::string row(const std::string& summary, const std::string& name) {
  const std::size_t at = summary.find("\n  " + name + "  ");
  if (at == std::string::npos) return "no such row";
  const std::size_t value = summary.find_first_not_of(' ', at + name.size() + 3);
  return summary.substr(value, summary.find('\n', value) - value);
}

void add(Distances& gaps, std::initializer_list<double> values) {
  for (const double value : values) gaps.add(Length::pt(value));
}

}  // namespace

TEST_CASE("the summary has a row for each figure") {
  Audit audit;
  audit.pages = 12;
  Rhythm rhythm;
  add(rhythm.above_listing, {18.1, 18.1, 20.7});
  add(rhythm.below_listing, {18.3, 31.4});
  rhythm.stretched = 1;
  add(rhythm.above_list, {19.5, 19.5, 26});
  add(rhythm.above_heading[TagRole::H2], {45.5, 45.5, 45.5, 32.5});
  rhythm.pages_with_heads = 7, rhythm.pages_with_unlike_heads = 1;
  rhythm.spreads = 5, rhythm.unlike_ends = 2;
  rhythm.short_pages = {
      .all = 1000, .by_one = 142, .by_two = 3, .by_more = 15, .paired = 14, .openers_with_holes = 1, .others_with_holes = 2};
  rhythm.listings = 40, rhythm.split_listings = 4;
  rhythm.code_lines = 9628, rhythm.wrapped_lines = 242, rhythm.wrapped_comments = 94;
  rhythm.name_breaks = 454;
  add(rhythm.below_alert, {26, 39});
  for (std::size_t i = 0; i < kFaultCodes; ++i) {
    for (std::size_t k = 0; k <= i; ++k) audit.faults.push_back({static_cast<FaultCode>(i), "1", "", 0, ""});
    audit.looked_at[i] = 100 + i;
  }
  const auto count = [](FaultCode code) { return std::to_string(static_cast<std::size_t>(code) + 1); };
  const auto of_seen = [&](FaultCode code) { return count(code) + " of " + std::to_string(100 + static_cast<std::size_t>(code)); };

  const std::string summary = audit_summary(audit, rhythm, "volume-1");
  CHECK(summary.starts_with("volume-1: 12 pages\n  gap above a listing"));
  CHECK(row(summary, "gap above a listing, behind a paragraph") == "18.1-20.7, 2 values of 3");
  CHECK(row(summary, "gap below a listing, before a paragraph") == "18.3-31.4, 2 values of 2");
  CHECK(row(summary, "  stretched by a line") == "1 of 2, 50.0 %");
  CHECK(row(summary, "gaps above a list, behind a paragraph") == "19.5 (2), 26.0 (1)");
  CHECK(row(summary, "gaps below a list, before a paragraph") == "none");
  CHECK(row(summary, "most frequent gap above an H2, behind a paragraph") == "45.5, 3 of 4, 75.0 %");
  CHECK(row(summary, "most frequent gap above an H3, behind a paragraph") == "none");
  CHECK(row(summary, "pages with heads of one level, behind paragraphs: unlike gaps") == "1 of 7");
  CHECK(row(summary, "headings behind a list or an alert: white adds up") == of_seen(FaultCode::AddedWhite));
  CHECK(row(summary, "facing pages: first lines more than 4 apart") == of_seen(FaultCode::UnequalTops));
  CHECK(row(summary, "facing pages: ends more than half a line apart") == "2 of 5");
  CHECK(row(summary, "pages that are not last: a line short") == "142 of 1000, 142.0 per 1,000");
  CHECK(row(summary, "  two lines") == "3 of 1000, 3.0 per 1,000");
  CHECK(row(summary, "  more than two") == "15 of 1000, 15.0 per 1,000; in pairs: 14");
  CHECK(row(summary, "openers with more than three lines missing") == "1");
  CHECK(row(summary, "other pages that are not last, with more than three missing") == "2");
  CHECK(row(summary, "texts that end with under eight lines before a blank page") == of_seen(FaultCode::ShortEnd));
  CHECK(row(summary, "strong words for a heading, set as text") == count(FaultCode::StrongParagraph));
  CHECK(row(summary, "broken names of code in text") == "454");
  CHECK(row(summary, "  of under 28 characters") == count(FaultCode::BrokenName));
  CHECK(row(summary, "split listings") == "4 of 40");
  CHECK(row(summary, "  rules that go on below their last line") == count(FaultCode::HangingRule));
  CHECK(row(summary, "  of up to twelve lines") ==
        std::to_string(audit.count(FaultCode::SplitListing) + audit.count(FaultCode::PartedListing)));
  CHECK(row(summary, "wrapped lines of code") == "242 of 9628, 25.1 per 1,000");
  CHECK(row(summary, "  whose comments alone go on") == "94");
  CHECK(row(summary, "  rests of under five columns") == count(FaultCode::WrappedRest));
  CHECK(row(summary, "gaps below an alert, before a paragraph") == "26.0 (1), 39.0 (1)");
  CHECK(row(summary, "alerts that follow each other: not joined") == of_seen(FaultCode::UnjoinedAlerts));
  CHECK(row(summary, "rules through text") == count(FaultCode::RuleThroughText));
  CHECK(row(summary, "what stands outside the text block") == count(FaultCode::OutsideFrame));
  CHECK(row(summary, "overlapping text") == count(FaultCode::TextOverlap));
}

TEST_CASE("the summary of a volume without text divides by nothing") {
  const std::string summary = audit_summary({}, {}, "empty");
  CHECK(row(summary, "wrapped lines of code") == "0 of 0, 0.0 per 1,000");
  CHECK(row(summary, "  stretched by a line") == "0 of 0, 0.0 %");
}
