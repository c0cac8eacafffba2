// Runs the cases of the files that are named: each must give what stands beside it.
//
// NBP_CASE=name    only this case
// NBP_ACCEPT=1     what it gives today becomes what it must give: the file is rewritten
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "case_book.h"

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

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The lines that differ between the common beginning and the common end.
void show_difference(const std::string& expected_text, const std::string& actual_text) {
  const auto expected = lines_of(expected_text), actual = lines_of(actual_text);
  std::size_t front = 0, back = 0;
  while (front < expected.size() && front < actual.size() && expected[front] == actual[front]) ++front;
  while (back < expected.size() - front && back < actual.size() - front &&
         expected[expected.size() - 1 - back] == actual[actual.size() - 1 - back])
    ++back;
  for (std::size_t i = front; i < expected.size() - back; ++i) std::cout << "    - " << expected[i] << '\n';
  for (std::size_t i = front; i < actual.size() - back; ++i) std::cout << "    + " << actual[i] << '\n';
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
    std::cout << c.name << ": " << section << " differs\n";
    show_difference(expected, text);
    good = false;
  }
  return good;
}

void accept(Case& c, const Sections& actual) {
  if (c.expected.empty()) c.expected["document"];
  for (auto& [section, expected] : c.expected) expected = actual.at(section);
  if (actual.at("diagnostics").empty()) c.expected.erase("diagnostics");
  else c.expected["diagnostics"] = actual.at("diagnostics");
}

// The number of cases that failed, or were accepted; `found` counts those that were meant.
int run_file(const std::string& path, const std::string& only, bool accepting, int& found) {
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
    if (accepting) accept(*chosen[i], results[i]);
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
  try {
    for (int i = 1; i < argc; ++i) failed += run_file(argv[i], only, accepting, found);
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 2;
  }
  if (found == 0) {
    std::cerr << "there is no case '" << only << "'\n";
    return 2;
  }
  std::cout << found << " cases, " << (accepting ? "accepted" : std::to_string(failed) + " failed") << '\n';
  return failed == 0 ? 0 : 1;
}
