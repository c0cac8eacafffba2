// What the names of files and folders say: order, keys, words.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace nbpublish {

// "02-v8-engine-intro": the digits at the beginning, without leading zeros ("2"; "0" stays), and what
// follows the separators behind them. A name of digits only keeps them as its rest; one without has no
// digits.
struct NumberedName {
  std::string digits, rest;
};
NumberedName split_number(std::string_view name);

// Orders by number (any count of digits), then by name; names without a number come last.
bool in_number_order(std::string_view a, std::string_view b);

// The number as an int, or 0 if there is none or it is larger than a book can need.
int leading_number(std::string_view name);

// "chapters/01-node-arch/02-v8-engine-intro.mdx" -> "node-arch/v8-engine-intro": the last two components
// without numbers and extension. Characters that need care in URLs, file names or anchors become '-'.
std::string chapter_key(std::string_view file);

// A key's part made from a title: "HTTP From the Socket Up" -> "http-from-the-socket-up".
std::string key_part_of_title(std::string_view title);

// Names that may be given once only.
class TakenNames {
 public:
  // Names of files, which some disks do not tell apart by their case.
  static TakenNames without_case() { return TakenNames(true); }
  TakenNames() = default;

  bool contains(const std::string& name) const { return all_.contains(folded(name)); }
  const std::set<std::string>& all() const { return all_; }
  // `name`, or with "-2", "-3" … behind it if that is taken; takes the result.
  std::string make_unique(const std::string& name);

 private:
  explicit TakenNames(bool ignores_case) : ignores_case_(ignores_case) {}
  std::string folded(const std::string& name) const;

  bool ignores_case_ = false;
  std::set<std::string> all_;
  std::map<std::string, int> suffixes_;  // the last that was given behind a name
};

// "v8-engine-intro" -> "V8 Engine Intro"
std::string name_in_words(std::string_view name);

}  // namespace nbpublish
