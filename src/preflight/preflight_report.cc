#include "preflight/preflight_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

#include "diag/render.h"

namespace nbpublish {
namespace {

constexpr std::size_t kToldInFull = 3;

std::string_view word_of(Severity severity) { return severity == Severity::Error ? "error" : "warning"; }

std::string message_of(const Finding& finding) {
  std::string out = fmt::format("{}: {}", kind_of(finding.rule).text, finding.measured);
  if (!finding.limit.empty()) out += ", must be " + finding.limit;
  return out;
}

std::string line_of(const PreflightReport& report, const Finding& finding, std::string_view place,
                    std::string_view message) {
  return fmt::format("{}:{}{} {}[{}]: {}\n", report.file, place.empty() ? "" : " ",
                     place.empty() ? "" : fmt::format("{}:", place), word_of(finding.severity),
                     kind_of(finding.rule).word, message);
}

// "pages 12-17, 20: error[text-size]: the same on 7 more pages, the worst 5.1 pt on page 15"
std::string rest_line(const PreflightReport& report, std::span<const Finding> rest) {
  std::vector<int> pages;
  for (const Finding& finding : rest)
    if (pages.empty() || pages.back() != finding.page) pages.push_back(finding.page);
  std::string message = fmt::format("the same on {} more page{}", pages.size(), pages.size() == 1 ? "" : "s");
  const Finding& worst = *std::ranges::max_element(rest, {}, &Finding::excess);
  if (worst.excess > 0) message += fmt::format(", the worst {} on page {}", worst.measured, worst.page);
  return line_of(report, rest.front(), "pages " + page_ranges(pages), message);
}

std::string lines_of_rule(const PreflightReport& report, std::span<const Finding> findings) {
  // One more than fits is told in full as well: a line that stands for one finding saves nothing.
  const std::size_t in_full = findings.size() <= kToldInFull + 1 ? findings.size() : kToldInFull;
  std::string out;
  for (const Finding& finding : findings.first(in_full))
    out += line_of(report, finding, finding.page > 0 ? fmt::format("page {}", finding.page) : "",
                   message_of(finding));
  if (in_full < findings.size()) out += rest_line(report, findings.subspan(in_full));
  return out;
}

}  // namespace

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
  std::ranges::stable_sort(sorted, {}, [](const Finding& f) { return std::pair(f.rule, f.page); });
  std::string out;
  std::size_t errors = 0, warnings = 0;  // rules, not pages
  for (auto begin = sorted.begin(); begin != sorted.end();) {
    const auto end =
        std::find_if(begin, sorted.end(), [&](const Finding& f) { return f.rule != begin->rule; });
    ++(begin->severity == Severity::Error ? errors : warnings);
    out += lines_of_rule(report, std::span(begin, end));
    begin = end;
  }
  const auto count = [](std::size_t n, std::string_view word) {
    return fmt::format("{} {}{}", n, word, n == 1 ? "" : "s");
  };
  return out + fmt::format("{} for {}: {}, {} and {} (rules broken)\n", report.file, report.outlet,
                           count(report.pages, "page"), count(errors, "error"), count(warnings, "warning"));
}

std::string preflight_json(const PreflightReport& report) {
  std::string out;
  for (const Finding& f : report.findings)
    fmt::format_to(
        std::back_inserter(out),
        R"({{"file":{},"page":{},"severity":"{}","rule":"{}","message":{},"measured":{},"limit":{}}})"
        "\n",
        json_string(report.file), f.page, word_of(f.severity), kind_of(f.rule).word,
        json_string(message_of(f)), json_string(f.measured), json_string(f.limit));
  return out;
}

}  // namespace nbpublish
