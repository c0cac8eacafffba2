#include "preflight/rules/outlet_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diag/told.h"
#include "toml/toml_keys.h"

namespace nbpublish {
namespace {

constexpr std::string_view kExtension = ".toml";
constexpr int kMostPages = 1'000'000;  // no printer binds more; larger numbers are slips of the pen
constexpr double kMostLimit = 1e6;     // nor is any measure larger than this

// The keys of each rule's table, in this order.
enum Part : std::size_t { kSeverity, kLimit, kSource, kChecked, kParts };
constexpr std::array<std::string_view, kParts> kPartNames{"severity", "limit", "source", "checked"};

std::string path_of(const RuleKind& kind, std::size_t part) { return fmt::format("{}.{}", kind.word, kPartNames[part]); }

class Reader {
 public:
  Reader(std::string_view file, RuleTable kinds, DiagnosticSink& diagnostics)
      : report_(DiagCode::OutletRules, file, diagnostics), kinds_(kinds) {
    for (const RuleKind& kind : kinds)
      for (std::size_t part = 0; part < kParts; ++part) names_.push_back(path_of(kind, part));
    names_.emplace_back("name");
    paths_.assign(names_.begin(), names_.end());
    seen_.resize(names_.size());
  }

  void read(const toml::table& root, OutletRules& into) {
    walk_toml_keys(report_, root, paths_, [&](std::size_t i, const TomlValue& value) {
      seen_[i] = true;
      if (i / kParts >= kinds_.size()) return void(read_line(report_, value, into.title));
      std::optional<OutletRule>& rule = into.rules[i / kParts];
      if (!rule) rule.emplace();
      read_part(kinds_[i / kParts], static_cast<Part>(i % kParts), value, *rule);
    });
    if (!seen_.back()) report_missing_key(report_, root, "name");
    for (std::size_t i = 0; i < kinds_.size(); ++i)
      if (into.rules[i] || root.contains(kinds_[i].word)) require_parts(root, i);
  }

 private:
  void require_parts(const toml::table& root, std::size_t rule) const {
    for (std::size_t part = 0; part < kParts; ++part) {
      const bool wanted = part != kLimit || kinds_[rule].limit != LimitKind::None;
      if (wanted && !seen_[rule * kParts + part]) report_missing_key(report_, root, path_of(kinds_[rule], part));
    }
  }

  void read_part(const RuleKind& kind, Part part, const TomlValue& value, OutletRule& into) const {
    switch (part) {
      case kSeverity:
        return read_severity(value, into.severity);
      case kLimit:
        return read_limit(kind.limit, value, into.limit);
      case kSource:
        return void(read_line(report_, value, into.source));
      case kChecked:
        return void(read_day(report_, value, into.checked));
      case kParts:
        break;
    }
  }

  void read_severity(const TomlValue& value, Severity& into) const {
    std::string word;
    if (!read_line(report_, value, word)) return;
    if (word == "error") into = Severity::Error;
    else if (word == "warning") into = Severity::Warning;
    else
      report_.complain(value.node.source(), fmt::format("'{}' must be \"error\" or \"warning\"", value.path),
                       "a rule that is not to be checked is left out of the file");
  }

  void read_limit(LimitKind kind, const TomlValue& value, std::vector<LimitStep>& into) const {
    if (kind == LimitKind::None)
      return report_.complain(value.node.source(), fmt::format("'{}' has no meaning: the rule has no limit", value.path));
    if (kind == LimitKind::ByPages) return read_steps(value, into);
    LimitStep step;
    if (read_number(report_, value, 0, kMostLimit, step.value)) into = {step};
  }

  // [[150, 27], [300, 36]]: up to 150 pages 27, up to 300 pages 36.
  void read_steps(const TomlValue& value, std::vector<LimitStep>& into) const {
    const toml::array* list = value.node.as_array();
    if (!list || list->empty()) return report_.wrong_type(value, "a list of [pages, limit]");
    std::vector<LimitStep> steps;
    for (const toml::node& element : *list) {
      const toml::array* pair = element.as_array();
      if (!pair || pair->size() != 2) return report_.wrong_type({value.path, element}, "[pages, limit]");
      LimitStep step;
      if (!read_whole(report_, {value.path, *pair->get(0)}, 1, kMostPages, step.pages) ||
          !read_number(report_, {value.path, *pair->get(1)}, 0, kMostLimit, step.value))
        return;
      if (!steps.empty() && step.pages <= steps.back().pages)
        return report_.complain(element.source(), fmt::format("'{}': page counts must ascend", value.path));
      steps.push_back(step);
    }
    into = std::move(steps);
  }

  TomlReport report_;
  RuleTable kinds_;
  std::vector<std::string> names_;       // "rgb.severity", …, kParts for each rule; last "name"
  std::vector<std::string_view> paths_;  // the same, as walk_toml_keys wants them
  std::vector<bool> seen_;
};

std::string names_in(const FileSystem& files, const std::filesystem::path& folder) {
  std::string out;
  for (const DirectoryEntry& entry : files.list_directory(folder).value_or(std::vector<DirectoryEntry>()))
    if (!entry.is_directory && entry.name.ends_with(kExtension))
      out += (out.empty() ? "" : ", ") + entry.name.substr(0, entry.name.size() - kExtension.size());
  return out;
}

}  // namespace

double OutletRule::limit_for(int pages) const {
  const auto step = std::ranges::find_if(limit, [&](const LimitStep& s) { return pages <= s.pages; });
  return step != limit.end() ? step->value : limit.empty() ? 0 : limit.back().value;
}

void OutletRules::make_strict() {
  for (std::optional<OutletRule>& rule : rules)
    if (rule) rule->severity = Severity::Error;
}

Result<OutletRules> read_outlet_rules(const FileSystem& files, const OutletFolder& folder, std::string_view name,
                                      DiagnosticSink& diagnostics) {
  const std::string file = std::string(name) + std::string(kExtension);
  const bool plain = name.find('/') == std::string_view::npos;
  if (!plain || !files.is_file(folder.path / file))
    return fail(ErrorKind::Usage, fmt::format("there are no rules for {} files of the outlet '{}'", folder.judged, name),
                "there are rules for " + names_in(files, folder.path));
  NBP_TRY_ASSIGN(const std::string text, files.read_file(folder.path / file));
  const std::size_t before = diagnostics.all().size();
  OutletRules rules(folder.kinds);
  rules.name = name;
  const std::string shown = fmt::format("{}/{}", folder.shown, file);
  if (const auto root = parse_toml(text, shown, DiagCode::OutletRules, diagnostics))
    Reader(shown, folder.kinds, diagnostics).read(*root, rules);
  if (diagnostics.all().size() != before) return fail_as_told();
  return rules;
}

}  // namespace nbpublish
