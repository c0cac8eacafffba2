// Findings: what of a file breaks which rule of an outlet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "preflight/rules/outlet_rules.h"

namespace nbpublish {

// From 1; 0: not told. Columns are bytes.
struct Spot {
  Spot(int at_line = 0, int at_column = 0) : line(at_line), column(at_column) {}
  int line, column;
};

// Where in a file: on a page, or at a line of one of the files inside it. Neither: the file as a whole.
struct Place {
  Place(int at_page) : page(at_page) {}
  Place(std::string in_entry, Spot at) : entry(std::move(in_entry)), spot(at) {}

  int page = 0;       // from 1
  std::string entry;  // "EPUB/text/chapter-1.xhtml"
  Spot spot;          // in it
};

struct Finding {
  RuleNumber rule;
  Severity severity = Severity::Warning;
  Place place = 0;
  std::string measured;  // "6.2 pt"
  std::string limit;     // "at least 7 pt"; empty if the rule has none
  double excess = 0;     // how far beyond the limit, as a share of it: to tell the worst of a rule's findings
};

// Collects them in the order in which checks add them. Knows the outlet, so that checks only measure.
class Findings {
 public:
  // `pages`: what limits that depend on pages are taken for.
  Findings(const OutletRules& rules, std::size_t pages) : rules_(rules), pages_(static_cast<int>(pages)), counts_(rules.kinds.size()) {}

  // Does nothing if the outlet does not have the rule, or kMostFindingsOfRule are there already.
  void add(RuleNumber rule, Place place, std::string measured);
  // The same for a number that is to be at least, or at most, the rule's limit. Numbers within kSlack pass.
  void at_least(RuleNumber rule, Place place, double value, std::string_view what);
  void at_most(RuleNumber rule, Place place, double value, std::string_view what);
  // Nothing if the outlet does not have the rule.
  std::optional<double> limit(RuleNumber rule) const;

  std::vector<Finding> take() { return std::move(found_); }

 private:
  void add_number(RuleNumber rule, Place place, double value, std::string_view what, std::string_view bound, double excess);
  void keep(Finding finding);

  const OutletRules& rules_;
  int pages_;
  std::vector<std::size_t> counts_;  // of each rule's findings
  std::vector<Finding> found_;
};

// A hostile file may break one rule millions of times.
inline constexpr std::size_t kMostFindingsOfRule = 20'000;

// TeX's points and CSS's pixels come out up to 0.4 % smaller than what their author wrote; no printer tells
// that.
inline constexpr double kSlack = 0.005;

// With two decimals at the most: "0.4", "7".
std::string plain_number(double value);

}  // namespace nbpublish
