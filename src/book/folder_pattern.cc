#include "book/folder_pattern.h"

#include <algorithm>

#include "base/utf8.h"
#include "book/book_path.h"
#include "book/names.h"

namespace nbpublish {
namespace {

constexpr std::string_view kWild = "*?[";

// The end of the class that opens at `at`, behind its bracket; `at` if it is none. ']' first in it is one of it.
std::size_t class_end(std::string_view pattern, std::size_t at) {
  std::size_t first = at + 1;
  if (first < pattern.size() && (pattern[first] == '!' || pattern[first] == '^')) ++first;
  const std::size_t close = pattern.find(']', first + 1);
  return close == std::string_view::npos ? at : close + 1;
}

bool is_in_class(char32_t c, std::string_view inside) {
  const bool negated = inside.starts_with('!') || inside.starts_with('^');
  if (negated) inside.remove_prefix(1);
  bool found = false;
  for (std::size_t at = 0; at < inside.size();) {
    const char32_t low = next_code_point(inside, at);
    char32_t high = low;
    if (at + 1 < inside.size() && inside[at] == '-') high = next_code_point(inside, ++at);
    found = found || (low <= c && c <= high);
  }
  return found != negated;
}

// Takes one character of the name and what stands for one in the pattern; false if they do not match.
bool take_one(std::string_view name, std::size_t& n, std::string_view pattern, std::size_t& p) {
  const char32_t c = next_code_point(name, n);
  if (pattern[p] == '?') return ++p, true;
  if (pattern[p] == '[')
    if (const std::size_t end = class_end(pattern, p); end > p) {
      const std::string_view inside = pattern.substr(p + 1, end - p - 2);
      p = end;
      return is_in_class(c, inside);
    }
  return c == next_code_point(pattern, p);
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (!part.empty() && part != ".") parts.push_back(part);
    begin = end + 1;
  }
  return parts;
}

}  // namespace

bool is_pattern(std::string_view text) { return text.find_first_of(kWild) != std::string_view::npos; }

bool matches_pattern(std::string_view name, std::string_view pattern) {
  if (name.starts_with('.') && !pattern.starts_with('.')) return false;
  std::size_t n = 0, p = 0, star = std::string_view::npos, behind_star = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p, behind_star = n;
      continue;
    }
    if (p < pattern.size() && take_one(name, n, pattern, p)) continue;
    // Only the last star need take more: whatever stands before it has matched.
    if (star == std::string_view::npos) return false;
    p = star;
    next_code_point(name, behind_star);
    n = behind_star;
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

bool path_matches_pattern(std::string_view path, std::string_view pattern) {
  return std::ranges::equal(parts_of(path), parts_of(pattern), matches_pattern);
}

std::string fault_of_pattern(std::string_view pattern) {
  if (pattern.find('\\') != std::string_view::npos) return "must be written with '/'";
  if (pattern.starts_with('/')) return "must be relative to the book's folder";
  const std::vector<std::string_view> parts = parts_of(pattern);
  if (parts.empty()) return "does not name a folder";
  return std::ranges::find(parts, "..") == parts.end() ? "" : "leads out of the book's folder";
}

Result<std::vector<std::string>> matching_folders(const FileSystem& files, const std::filesystem::path& root, std::string_view pattern) {
  std::vector<std::string> found = {""};
  for (const std::string_view part : parts_of(pattern)) {
    std::vector<std::string> deeper;
    for (const std::string& folder : found) {
      NBP_TRY_ASSIGN(const std::vector<DirectoryEntry> entries, files.list_directory(root / folder));
      std::vector<std::string> names;
      for (const DirectoryEntry& entry : entries)
        if (entry.is_directory && (is_pattern(part) ? matches_pattern(entry.name, part) : entry.name == part)) names.push_back(entry.name);
      std::ranges::sort(names, in_number_order);
      for (const std::string& name : names) deeper.push_back(folder.empty() ? name : folder + "/" + name);
    }
    found = std::move(deeper);
  }
  std::erase_if(found, [&](const std::string& folder) { return !path_in_book(files, root, folder); });
  return found;
}

}  // namespace nbpublish
