#include "case_file.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

namespace nbpublish::cases {
namespace {

// In the order in which they are printed.
constexpr std::string_view kSections[] = {"document", "frames", "diagnostics"};

// "--- words ---" -> "words"; empty for any other line.
std::string_view header_of(std::string_view line) {
  constexpr std::string_view kFront = "--- ", kBack = " ---";
  if (line.size() <= kFront.size() + kBack.size() || !line.starts_with(kFront) || !line.ends_with(kBack)) return {};
  return line.substr(kFront.size(), line.size() - kFront.size() - kBack.size());
}

bool is_section(std::string_view name) { return std::find(std::begin(kSections), std::end(kSections), name) != std::end(kSections); }

Case named(std::string_view header) {
  Case made;
  const std::size_t paren = header.find(" (");
  made.name = header.substr(0, paren);
  if (paren == std::string_view::npos) return made;
  std::istringstream options(std::string(header.substr(paren + 2, header.size() - paren - 3)));
  for (std::string option; options >> option;) made.options.push_back(option);
  return made;
}

// One line feed at the end, however many blank lines parted it from the next header.
void trim_end(std::string& text) {
  while (text.ends_with("\n\n") || text == "\n") text.pop_back();
}

void check_names(const std::vector<Case>& all) {
  std::set<std::string> names;
  for (const Case& c : all)
    if (!names.insert(c.name).second) throw std::runtime_error("two cases are called '" + c.name + "'");
}

}  // namespace

bool Case::has(std::string_view option) const { return std::find(options.begin(), options.end(), option) != options.end(); }

std::string Case::source() const {
  std::string out = has("bom") ? "\xEF\xBB\xBF" : "";
  for (const char c : markdown) {
    if (c == '\n' && has("crlf")) out += '\r';
    out += c;
  }
  return out;
}

CaseFile parse(std::string_view text) {
  CaseFile file;
  std::string* into = &file.introduction;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    const std::string_view header = header_of(line);
    if (header.empty()) {
      *into += line + '\n';
    } else if (!is_section(header)) {
      into = &file.cases.emplace_back(named(header)).markdown;
    } else if (file.cases.empty()) {
      throw std::runtime_error("a section '" + std::string(header) + "' before any case");
    } else {
      into = &file.cases.back().expected[std::string(header)];
    }
  }
  for (Case& c : file.cases) {
    trim_end(c.markdown);
    for (auto& [name, expected] : c.expected) trim_end(expected);
  }
  check_names(file.cases);
  return file;
}

std::string print(const CaseFile& file) {
  std::string out = file.introduction;
  for (const Case& c : file.cases) {
    std::string options;
    for (const std::string& option : c.options) options += (options.empty() ? "" : " ") + option;
    out += "--- " + c.name + (options.empty() ? "" : " (" + options + ")") + " ---\n" + c.markdown;
    for (const std::string_view section : kSections)
      if (const auto it = c.expected.find(std::string(section)); it != c.expected.end())
        out += "--- " + std::string(section) + " ---\n" + it->second;
    out += '\n';
  }
  return out;
}

}  // namespace nbpublish::cases
