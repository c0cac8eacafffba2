#include "preflight/rules/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

#include "diag/render.h"

namespace nbpublish {
namespace {

constexpr std::size_t kToldInFull = 3;

const RuleKind& kind_of(const PreflightReport& report, const Finding& finding) { return report.kinds[finding.rule.row]; }

std::string message_of(const PreflightReport& report, const Finding& finding) {
  std::string out = fmt::format("{}: {}", kind_of(report, finding).text, finding.measured);
  if (!finding.limit.empty()) out += ", must be " + finding.limit;
  return out;
}

std::string shown(const Place& place) {
  if (place.page > 0) return fmt::format("page {}", place.page);
  std::string out = place.entry;
  if (place.spot.line > 0) out += fmt::format(":{}", place.spot.line);
  if (place.spot.column > 0) out += fmt::format(":{}", place.spot.column);
  return out;
}

std::string line_of(const PreflightReport& report, const Finding& finding, std::string_view place, std::string_view message) {
  return fmt::format("{}:{}{} {}[{}]: {}\n", report.file, place.empty() ? "" : " ", place.empty() ? "" : fmt::format("{}:", place),
                     word_of(finding.severity), kind_of(report, finding).word, message);
}

std::string count_of(std::size_t n, std::string_view word) { return fmt::format("{} {}{}", n, word, n == 1 ? "" : "s"); }

std::string pages_of(std::span<const Finding> findings, std::size_t& count) {
  std::vector<int> pages;
  for (const Finding& finding : findings)
    if (pages.empty() || pages.back() != finding.place.page) pages.push_back(finding.place.page);
  count = pages.size();
  return "pages " + page_ranges(pages);
}

// "a.xhtml, b.xhtml, 3 more files"
std::string entries_of(std::span<const Finding> findings) {
  std::vector<std::string_view> entries;
  for (const Finding& finding : findings)
    if (entries.empty() || entries.back() != finding.place.entry) entries.push_back(finding.place.entry);
  std::ranges::sort(entries);
  entries.erase(std::ranges::unique(entries).begin(), entries.end());
  const std::size_t told = entries.size() <= kToldInFull ? entries.size() : kToldInFull - 1;
  std::string out = fmt::format("{}", fmt::join(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(told), ", "));
  if (told < entries.size()) out += fmt::format(", {} more files", entries.size() - told);
  return out;
}

// "pages 12-17, 20: error[text-size]: the same on 7 more pages, the worst 5.1 pt on page 15"
std::string rest_line(const PreflightReport& report, std::span<const Finding> rest) {
  const bool is_paged = report.counted == Counted::Pages;
  std::size_t count = rest.size();
  const std::string places = is_paged ? pages_of(rest, count) : entries_of(rest);
  std::string message =
      fmt::format("the same {} {} more {}{}", is_paged ? "on" : "in", count, is_paged ? "page" : "place", count == 1 ? "" : "s");
  const Finding& worst = *std::ranges::max_element(rest, {}, &Finding::excess);
  if (worst.excess > 0) message += fmt::format(", the worst {} {} {}", worst.measured, is_paged ? "on" : "in", shown(worst.place));
  return line_of(report, rest.front(), places, message);
}

std::string lines_of_rule(const PreflightReport& report, std::span<const Finding> findings) {
  // One more than fits is told in full as well: a line that stands for one finding saves nothing.
  const std::size_t in_full = findings.size() <= kToldInFull + 1 ? findings.size() : kToldInFull;
  std::string out;
  for (const Finding& finding : findings.first(in_full)) out += line_of(report, finding, shown(finding.place), message_of(report, finding));
  if (in_full < findings.size()) out += rest_line(report, findings.subspan(in_full));
  return out;
}

std::string json_place(const PreflightReport& report, const Place& place) {
  if (report.counted == Counted::Pages) return fmt::format(R"("page":{})", place.page);
  return fmt::format(R"("entry":{},"line":{},"column":{})", json_string(place.entry), place.spot.line, place.spot.column);
}

}  // namespace

bool PreflightReport::is_clean() const {
  return std::ranges::none_of(findings, [](const Finding& f) { return f.severity == Severity::Error; });
}

std::string page_ranges(const std::vector<int>& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t end = i;
    while (end + 1 < pages.size() && pages[end + 1] == pages[end] + 1) ++end;
    out += out.empty() ? "" : ", ";
    out += end > i ? fmt::format("{}-{}", pages[i], pages[end]) : std::to_string(pages[i]);
    i = end + 1;
  }
  return out;
}

std::string preflight_text(const PreflightReport& report) {
  std::vector<Finding> sorted = report.findings;
  std::ranges::stable_sort(sorted, {}, [](const Finding& f) { return std::pair(f.rule, f.place.page); });
  std::string out;
  std::size_t errors = 0, warnings = 0;  // rules, not pages
  for (auto begin = sorted.begin(); begin != sorted.end();) {
    const auto end = std::find_if(begin, sorted.end(), [&](const Finding& f) { return f.rule != begin->rule; });
    ++(begin->severity == Severity::Error ? errors : warnings);
    out += lines_of_rule(report, std::span(begin, end));
    begin = end;
  }
  return out + fmt::format("{} for {}: {}, {} and {} (rules broken)\n", report.file, report.outlet,
                           count_of(report.count, report.counted == Counted::Pages ? "page" : "file"), count_of(errors, "error"),
                           count_of(warnings, "warning"));
}

std::string preflight_json(const PreflightReport& report) {
  std::string out;
  for (const Finding& f : report.findings)
    fmt::format_to(std::back_inserter(out),
                   R"({{"file":{},{},"severity":"{}","rule":"{}","message":{},"measured":{},"limit":{}}})"
                   "\n",
                   json_string(report.file), json_place(report, f.place), word_of(f.severity), kind_of(report, f).word,
                   json_string(message_of(report, f)), json_string(f.measured), json_string(f.limit));
  return out;
}

}  // namespace nbpublish
