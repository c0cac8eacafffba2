#include "book/names.h"

#include <charconv>
#include <filesystem>
#include <tuple>

#include "base/ascii.h"

namespace nbpublish {
namespace {

constexpr int kMostNumber = 9'999;
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kSeparators = "-_. ";

// One component of a key: letters, digits, '.' and '_' stay, runs of anything else become one '-'.
std::string key_part(std::string_view name) {
  std::string part;
  for (const char c : name) {
    if (is_alphanumeric(c) || c == '.' || c == '_') part += c;
    else if (!part.empty() && part.back() != '-') part += '-';
  }
  while (!part.empty() && part.back() == '-') part.pop_back();
  return part.empty() ? "chapter" : part;
}

}  // namespace

NumberedName split_number(std::string_view name) {
  const std::size_t end = std::min(name.find_first_not_of(kDigits), name.size());
  if (end == 0) return {{}, std::string(name)};
  const std::size_t first = std::min(name.find_first_not_of('0'), end - 1);
  const std::size_t rest = name.find_first_not_of(kSeparators, end);
  return {std::string(name.substr(first, end - first)),
          std::string(rest == std::string_view::npos ? name.substr(0, end) : name.substr(rest))};
}

bool in_number_order(std::string_view a, std::string_view b) {
  // Digits without leading zeros compare as numbers by length, then by text.
  const auto rank = [](const NumberedName& n, std::string_view name) {
    return std::tuple(n.digits.empty(), n.digits.size(), n.digits, name);
  };
  return rank(split_number(a), a) < rank(split_number(b), b);
}

int leading_number(std::string_view name) {
  const std::string digits = split_number(name).digits;
  int number = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return result.ec == std::errc{} && number <= kMostNumber ? number : 0;
}

std::string chapter_key(std::string_view file) {
  const std::filesystem::path path(file);
  const std::string name = key_part(split_number(path.stem().string()).rest);
  const std::string folder = path.parent_path().filename().string();
  return folder.empty() ? name : key_part(split_number(folder).rest) + "/" + name;
}

std::string key_part_of_title(std::string_view title) { return lowered(key_part(title)); }

std::string TakenNames::folded(const std::string& name) const { return ignores_case_ ? lowered(name) : name; }

std::string TakenNames::make_unique(const std::string& name) {
  if (all_.insert(folded(name)).second) return name;
  std::string unique = name;
  for (int& n = suffixes_.try_emplace(folded(name), 1).first->second; !all_.insert(folded(unique)).second;)
    unique = name + "-" + std::to_string(++n);
  return unique;
}

std::string name_in_words(std::string_view name) {
  std::string words;
  for (const char c : split_number(name).rest) {
    const bool starts_word = words.empty() || words.back() == ' ';
    if (c != '-' && c != '_' && c != ' ') words += starts_word ? to_upper(c) : c;
    else if (!starts_word) words += ' ';
  }
  while (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

}  // namespace nbpublish
