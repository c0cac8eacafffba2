#include "cover/cover_rules.h"

#include <fmt/format.h>

#include <vector>

#include "diag/told.h"
#include "toml/toml_keys.h"

namespace nbpublish {
namespace {

constexpr std::string_view kExtension = ".toml";
constexpr double kMostPoints = 1'000;  // larger lengths are slips of the pen
constexpr double kMostCaliper = 0.1;   // inches
constexpr int kMostPages = 10'000;

struct Context {
  TomlReport report;
};
using R = CoverRules;
using Report = TomlReport;

void read_value(const Report& report, const TomlValue& value, Length& into) {
  if (double points = 0; read_number(report, value, 0, kMostPoints, points)) into = Length::pt(points);
}
void read_value(const Report& report, const TomlValue& value, int& into) { read_whole(report, value, 0, kMostPages, into); }
void read_value(const Report& report, const TomlValue& value, bool& into) { read_truth(report, value, into); }
void read_value(const Report& report, const TomlValue& value, double& into) { read_number(report, value, 0, kMostPoints, into); }
void read_value(const Report& report, const TomlValue& value, Size& into) {
  const toml::array* pair = value.node.as_array();
  if (!pair || pair->size() != 2) return report.wrong_type(value, "[width, height]");
  read_value(report, {value.path, *pair->get(0)}, into.width);
  read_value(report, {value.path, *pair->get(1)}, into.height);
}

// The words of a table for people: they must be there, and be what they seem.
constexpr TomlKey<std::string, Context> kSource{"source", true,
                                                [](Context& c, const TomlValue& v, std::string& into) { read_line(c.report, v, into); }};
constexpr TomlKey<std::string, Context> kChecked{"checked", true,
                                                 [](Context& c, const TomlValue& v, std::string& into) { read_day(c.report, v, into); }};

// One fact: its value, its source, the day it was checked.
template <auto member>
void fact(Context& context, const TomlValue& value, CoverRules& rules) {
  const toml::table* table = value.node.as_table();
  if (!table) return context.report.wrong_type(value, "a table with value, source and checked");
  const std::vector<std::string_view> paths{"value", kSource.path, kChecked.path};
  std::vector<bool> seen(paths.size());
  std::string words;
  walk_toml_keys(context.report, *table, paths, [&](std::size_t i, const TomlValue& part) {
    seen[i] = true;
    const std::string path = fmt::format("{}.{}", value.path, part.path);
    const TomlValue named{path, part.node};
    if (i == 0) return read_value(context.report, named, rules.*member);
    (i == 1 ? kSource : kChecked).read(context, named, words);
  });
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (!seen[i]) context.report.complain(table->source(), fmt::format("missing key '{}.{}'", value.path, paths[i]));
}

using P = CoverPaper;
constexpr TomlKey<CoverPaper, Context> kPaperKeys[] = {
    {"caliper", true,
     [](Context& c, const TomlValue& v, P& p) {
       read_number(c.report, v, 0, kMostCaliper, p.caliper);
       p.span = span_of(v.node.source());
     }},
    {"confirmed", false, [](Context& c, const TomlValue& v, P& p) { read_truth(c.report, v, p.confirmed); }},
    {"source", true,
     [](Context& c, const TomlValue& v, P&) {
       std::string words;
       kSource.read(c, v, words);
     }},
    {"checked", true,
     [](Context& c, const TomlValue& v, P&) {
       std::string words;
       kChecked.read(c, v, words);
     }},
};

void read_papers(Context& context, const TomlValue& value, CoverRules& rules) {
  const toml::table* table = value.node.as_table();
  if (!table || table->empty()) return context.report.wrong_type(value, "tables such as [paper.white]");
  for (const auto& [name, node] : *table) {
    const std::string path = fmt::format("paper.{}", name.str());
    const toml::table* inner = node.as_table();
    if (!inner) {
      context.report.wrong_type({path, node}, "a table");
      continue;
    }
    std::vector<bool> seen;
    read_toml_keys<P, Context>(context, *inner, kPaperKeys, rules.papers[std::string(name.str())], seen);
    report_missing_keys<P, Context>(context, *inner, kPaperKeys, seen);
  }
}

constexpr TomlKey<CoverRules, Context> kKeys[] = {
    {"name", true, [](Context& c, const TomlValue& v, R& r) { read_line(c.report, v, r.title); }},
    {"usual-paper", true, [](Context& c, const TomlValue& v, R& r) { read_line(c.report, v, r.usual_paper); }},
    {"bleed", true, fact<&R::bleed>},
    {"safe-zone", true, fact<&R::safe_zone>},
    {"spine-clearance", true, fact<&R::spine_clearance>},
    {"spine-allowance", false, fact<&R::spine_allowance>},
    {"spine-text-pages", true, fact<&R::spine_text_pages>},
    {"barcode-panel", true, fact<&R::barcode_panel>},
    {"barcode-clearance", true, fact<&R::barcode_clearance>},
    {"outlet-prints-barcode", true, fact<&R::outlet_prints_barcode>},
    {"total-ink", true, fact<&R::total_ink>},
    {"resolution", true, fact<&R::resolution>},
    {"paper", true, read_papers},
};

void read_rules(const toml::table& root, CoverRules& rules, DiagnosticSink& diagnostics) {
  Context context{TomlReport(DiagCode::OutletRules, rules.file, diagnostics)};
  std::vector<bool> seen;
  read_toml_keys<R, Context>(context, root, kKeys, rules, seen);
  report_missing_keys<R, Context>(context, root, kKeys, seen);
  if (const toml::node* usual = root.get("usual-paper"); usual && !rules.papers.contains(rules.usual_paper))
    context.report.complain(usual->source(), fmt::format("there is no [paper.{}]", rules.usual_paper));
}

std::vector<std::string> names_in(const FileSystem& files, const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : files.list_directory(folder).value_or(std::vector<DirectoryEntry>()))
    if (!entry.is_directory && entry.name.ends_with(kExtension))
      names.push_back(entry.name.substr(0, entry.name.size() - kExtension.size()));
  return names;
}

}  // namespace

Result<CoverPaper> CoverRules::paper(std::string_view name) const {
  const std::string wanted = name.empty() ? usual_paper : std::string(name), sorts = wanted + "-";
  if (const auto found = papers.find(wanted); found != papers.end()) return found->second;
  if (usual_paper.starts_with(sorts)) return papers.at(usual_paper);
  if (const auto sort = papers.lower_bound(sorts); sort != papers.end() && sort->first.starts_with(sorts)) return sort->second;
  std::vector<std::string> names;
  for (const auto& [key, value] : papers) names.push_back(key);
  return fail(ErrorKind::Usage, fmt::format("{} has no paper '{}'", title, name), fmt::format("there are: {}", fmt::join(names, ", ")));
}

Result<CoverRules> read_cover_rules(const FileSystem& files, const std::filesystem::path& folder, std::string_view name,
                                    DiagnosticSink& diagnostics) {
  const std::string file = std::string(name) + std::string(kExtension);
  if (name.find('/') != std::string_view::npos || !files.is_file(folder / file))
    return fail(ErrorKind::Usage, fmt::format("there are no rules for covers of the outlet '{}'", name),
                fmt::format("there are rules for {}", fmt::join(names_in(files, folder), ", ")));
  NBP_TRY_ASSIGN(const std::string text, files.read_file(folder / file));
  const std::size_t before = diagnostics.all().size();
  CoverRules rules;
  rules.file = "outlets/covers/" + file;
  if (const auto root = parse_toml(text, rules.file, DiagCode::OutletRules, diagnostics)) read_rules(*root, rules, diagnostics);
  if (diagnostics.all().size() != before) return fail_as_told();
  return rules;
}

}  // namespace nbpublish
