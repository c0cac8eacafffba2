#include "source/mdx_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "source/blank_lines.h"
#include "source/fenced_lines.h"

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 9> kExports = {"default ", "const ", "let ", "var ", "function ", "async ", "class ", "{", "*"};

std::string_view behind(std::string_view line, std::string_view word) {
  line.remove_prefix(word.size());
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line;
}

// Prose may begin with "import" too: a statement goes on with a string, a list or `name from`.
bool begins_import(std::string_view line) {
  if (!line.starts_with("import ") && !line.starts_with("import{")) return false;
  const std::string_view rest = behind(line, "import");
  if (rest.starts_with('"') || rest.starts_with('\'') || rest.starts_with('{') || rest.starts_with('*')) return true;
  const std::size_t name = std::min(rest.find_first_of(" ,"), rest.size());
  const std::string_view after = behind(rest, rest.substr(0, name));
  return after.starts_with("from ") || after.starts_with(',');
}

bool begins_export(std::string_view line) {
  if (!line.starts_with("export ")) return false;
  const std::string_view rest = behind(line, "export");
  return std::ranges::any_of(kExports, [&](std::string_view word) { return rest.starts_with(word); });
}

}  // namespace

void blank_module_lines(SourceText& source) {
  const std::vector<bool> fenced = fenced_lines(source);
  std::vector<SourceText::Range> statements;
  bool in_statement = false, after_blank = true;
  for (std::size_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    const bool blank = is_blank_line(line);
    if (blank || fenced[number - 1]) in_statement = false;
    if (!fenced[number - 1] && after_blank && (begins_import(line) || begins_export(line))) in_statement = true;
    after_blank = blank || in_statement;
    if (in_statement) statements.push_back({source.line_start(number), source.line_start(number) + line.size()});
  }
  source.blank(statements);
}

}  // namespace nbpublish
