// Runs the cases of the files that are named: each must give what stands beside it.
//
// NBP_CASE=name    only this case
// NBP_ACCEPT=1     what it gives today becomes what it must give: the file is rewritten, and what has changed is told
// NBP_REPORT=file  then an HTML file of it, too, with pages before and after
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "accept_report.h"
#include "case_book.h"
#include "difference.h"

namespace {

using namespace nbpublish::cases;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Compares the sections that the case has, and its diagnostics in any event.
bool holds(const Case& c, const Sections& actual) {
  bool good = c.expected.contains("document") || c.expected.contains("frames");
  if (!good) std::cout << c.name << ": nothing is expected of it; `make accept CASE=" << c.name << "` writes it\n";
  for (const auto& [section, text] : actual) {
    const auto it = c.expected.find(section);
    if (it == c.expected.end() && section != "diagnostics") continue;
    const std::string expected = it == c.expected.end() ? "" : it->second;
    if (expected == text) continue;
    std::cout << c.name << ": " << section << " differs\n" << unified_difference(expected, text);
    good = false;
  }
  return good;
}

void accept(Case& c, const Sections& actual, std::vector<Change>& changes) {
  if (c.expected.empty()) c.expected["document"];
  c.expected["diagnostics"];
  for (auto& [section, expected] : c.expected) {
    if (expected != actual.at(section)) changes.push_back({c.name, section, expected, actual.at(section)});
    expected = actual.at(section);
  }
  if (c.expected["diagnostics"].empty()) c.expected.erase("diagnostics");
}

// The number of cases that failed; `found` counts those that were meant. Accepting, none fails, and what changes is in `changes`.
int run_file(const std::string& path, const std::string& only, bool accepting, int& found, std::vector<Change>& changes) {
  CaseFile file = parse(read(path));
  std::vector<Case*> chosen;
  std::vector<Case> inputs;
  for (Case& c : file.cases) {
    if (!only.empty() && c.name != only) continue;
    chosen.push_back(&c);
    inputs.push_back(c);
  }
  found += static_cast<int>(chosen.size());
  if (chosen.empty()) return 0;
  const std::vector<Sections> results = run(inputs);
  int failed = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (accepting) accept(*chosen[i], results[i], changes);
    else if (!holds(*chosen[i], results[i])) ++failed;
  }
  if (accepting) std::ofstream(path, std::ios::binary) << print(file);
  return failed;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string only = environment("NBP_CASE");
  const bool accepting = environment("NBP_ACCEPT") == "1";
  int failed = 0, found = 0;
  std::vector<Change> changes;
  try {
    for (int i = 1; i < argc; ++i) failed += run_file(argv[i], only, accepting, found, changes);
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 2;
  }
  if (found == 0) {
    std::cerr << "there is no case '" << only << "'\n";
    return 2;
  }
  std::cout << as_text(changes);
  if (const std::string report = environment("NBP_REPORT"); accepting && !report.empty()) {
    std::ofstream(report, std::ios::binary) << as_html(changes);
    if (!changes.empty()) std::cout << "pages before and after: " << report << '\n';
  }
  std::cout << found << " cases, " << (accepting ? "accepted" : std::to_string(failed) + " failed") << '\n';
  return failed == 0 ? 0 : 1;
}
