// The rules of an outlet (a printer or a shop), read from a file of its name.
#pragma once

#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "platform/file_system.h"
#include "preflight/rules/rule_kind.h"

namespace nbpublish {

// A limit for files of at most so many pages.
struct LimitStep {
  int pages = std::numeric_limits<int>::max();
  double value = 0;
};

struct OutletRule {
  Severity severity = Severity::Warning;
  std::vector<LimitStep> limit;  // ascending; one step if it does not depend on pages, none if there is no limit
  std::string source;            // who demands it: an address, or a sentence
  std::string checked;           // the day the source was last read, 2026-11-26

  // Above the last step, the last one's.
  double limit_for(int pages) const;
};

struct OutletRules {
  explicit OutletRules(RuleTable table) : kinds(table), rules(table.size()) {}

  std::string name;   // "kdp"
  std::string title;  // "Amazon KDP, paperback"
  RuleTable kinds;
  std::vector<std::optional<OutletRule>> rules;  // one that the outlet does not have is not checked

  void make_strict();  // every warning becomes an error
  const std::optional<OutletRule>& operator[](RuleNumber rule) const { return rules[rule.row]; }
  const RuleKind& kind_of(RuleNumber rule) const { return kinds[rule.row]; }
};

// Where the files of one kind of outlet are.
struct OutletFolder {
  std::filesystem::path path;
  std::string_view shown;   // what diagnostics call it: "outlets"
  std::string_view judged;  // the kind of file: "PDF"
  RuleTable kinds;          // the rules that its files may have
};

// Reads `<name>.toml` in `folder`. What is wrong inside the file is told as `outlet-rules` diagnostics at
// line and column, and is an Input error as well: a file is not judged by half its rules. A name without a
// file is a Usage error with the names that there are.
Result<OutletRules> read_outlet_rules(const FileSystem& files, const OutletFolder& folder, std::string_view name,
                                      DiagnosticSink& diagnostics);

}  // namespace nbpublish
