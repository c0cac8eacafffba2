#include "pipeline/print_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "archive/archive.h"
#include "archive/document_fields.h"
#include "pipeline/stage_key.h"
#include "preflight/preflight.h"

namespace nbpublish {
NBP_FIELDS(LimitStep, pages, value)
NBP_FIELDS(OutletRule, severity, limit, source, checked)

namespace {

// Checked against where the manifest names no outlet: the shop with the most demanding page counts and margins.
constexpr std::string_view kUsualOutlet = "kdp";

// The findings of one rule as one diagnostic: the worst, and where the others are.
void add_findings(const std::vector<Finding>& of_rule, const OutletRules& outlet, std::string_view name, bool is_binding,
                  std::string_view thick, DiagnosticSink& diagnostics) {
  const Finding& worst = *std::ranges::max_element(of_rule, {}, &Finding::excess);
  std::vector<int> pages;
  for (const Finding& f : of_rule)
    if (f.place.page > 0) pages.push_back(f.place.page);
  std::ranges::sort(pages);
  pages.erase(std::ranges::unique(pages).begin(), pages.end());
  std::string message(outlet.kind_of(worst.rule).text);
  if (!worst.measured.empty()) message += ": " + worst.measured;
  if (!worst.limit.empty()) message += ", must be " + worst.limit;
  if (!pages.empty()) message += fmt::format(" (page{} {} of the file)", pages.size() > 1 ? "s" : "", page_ranges(pages));
  const Severity severity = is_binding ? worst.severity : std::min(worst.severity, Severity::Warning);
  const std::string advice = worst.rule.row == RuleNumber(Rule::PageCountMost).row && !thick.empty() ? fmt::format("{}; ", thick) : "";
  diagnostics.add(
      {DiagCode::Preflight,
       severity,
       std::string(name),
       {},
       std::move(message),
       advice + fmt::format("rule '{}' of {}; docs/preflight.md says what it looks at", outlet.kind_of(worst.rule).word, outlet.name)});
}

// What one outlet says of a file, and of how many pages would be too many.
struct PrintCheck {
  std::string_view pdf, name;
  const OutletRules& outlet;
  bool is_binding = true;
  std::string_view thick{};
};

Hash128 key_of(const PrintCheck& check) {
  StageKey key("check");
  key(hash128(check.pdf), std::string(check.name), check.outlet.name, check.outlet.rules, check.is_binding, std::string(check.thick));
  return key.key();
}

Result<DiagnosticSink> check_anew(const PrintCheck& check) {
  DiagnosticSink said;
  const Result<PreflightReport> read = preflight(check.pdf, check.name, check.outlet);
  // Drawings may ask for so much that nobody follows it. The file is there all the same, and its author is told.
  if (!read && read.error().kind == ErrorKind::Input) {
    said.add({DiagCode::Preflight, Severity::Error, std::string(check.name), {}, read.error().message, read.error().hint});
    return said;
  }
  if (!read) return std::unexpected(read.error());
  std::map<RuleNumber, std::vector<Finding>> by_rule;
  for (const Finding& finding : read->findings) by_rule[finding.rule].push_back(finding);
  for (const auto& [rule, findings] : by_rule) add_findings(findings, check.outlet, check.name, check.is_binding, check.thick, said);
  return said;
}

// A file that was checked before is not followed again, page by page.
Status add_check(const PrintCheck& check, Store* store, DiagnosticSink& diagnostics) {
  const Hash128 key = store == nullptr ? Hash128{} : key_of(check);
  const auto bytes = store == nullptr ? nullptr : store->find(key);
  const auto known = bytes ? decode<std::vector<Diagnostic>>(*bytes) : std::nullopt;
  if (known) {
    for (const Diagnostic& diagnostic : *known) diagnostics.add(diagnostic);
    return {};
  }
  NBP_TRY_ASSIGN(DiagnosticSink said, check_anew(check));
  if (store != nullptr) store->keep(key, encode(said.all()));
  diagnostics.merge(std::move(said));
  return {};
}

}  // namespace

Result<PrintRules> read_print_rules(const FileSystem& files, const std::filesystem::path& folder, const Book& book, const Edition& edition,
                                    DiagnosticSink& diagnostics) {
  PrintRules rules;
  rules.is_binding = !edition.outlets.empty();
  std::vector<std::string> names = edition.outlets;
  if (names.empty()) names.emplace_back(kUsualOutlet);
  for (const std::string& name : names) {
    auto outlet = read_pdf_rules(files, folder, name, diagnostics);
    if (outlet) rules.outlets.push_back(std::move(*outlet));
    else if (outlet.error().kind == ErrorKind::Usage)
      diagnostics.report(DiagCode::ManifestKey, book.manifest, edition.span, outlet.error().message, outlet.error().hint);
    else return std::unexpected(std::move(outlet.error()));
  }
  return rules;
}

PrintSheet margins_of(const PrintRules& rules, std::size_t pages) {
  PrintSheet sheet;
  for (const OutletRules& outlet : rules.outlets) {
    const auto limit = [&](Rule rule) { return outlet[rule] ? Length::pt(outlet[rule]->limit_for(static_cast<int>(pages))) : Length{}; };
    sheet.inner_margin = std::max(sheet.inner_margin, limit(Rule::InnerMargin));
    sheet.outer_margin = std::max(sheet.outer_margin, limit(Rule::OuterMargin));
  }
  return sheet;
}

std::optional<std::size_t> most_pages_of(const PrintRules& rules) {
  std::optional<std::size_t> most;
  for (const OutletRules& outlet : rules.outlets)
    if (const auto& rule = outlet[Rule::PageCountMost]; rule && !rule->limit.empty()) {
      const auto limit = static_cast<std::size_t>(std::max(rule->limit_for(0), 0.0));
      most = std::min(most.value_or(limit), limit);
    }
  return most;
}

Status check_print(std::string_view pdf, std::string_view name, const PrintRules& rules, std::string_view thick, Store* store,
                   DiagnosticSink& diagnostics) {
  for (const OutletRules& outlet : rules.outlets) NBP_TRY(add_check({pdf, name, outlet, rules.is_binding, thick}, store, diagnostics));
  return {};
}

Status check_wrap(std::string_view pdf, std::string_view name, const std::string& outlet, Store* store, DiagnosticSink& diagnostics) {
  OutletRules rules(pdf_rules());
  rules.name = outlet;
  rules.rules[RuleNumber(Rule::Transparency).row] = OutletRule{Severity::Error, {}, "ISO 15930-1, 6.8", ""};
  return add_check({pdf, name, rules}, store, diagnostics);
}

}  // namespace nbpublish
