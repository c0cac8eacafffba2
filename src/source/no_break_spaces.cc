#include "source/no_break_spaces.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace nbpublish {
namespace {

using Index = std::ptrdiff_t;

constexpr std::array<std::u32string_view, 43> kUnits = {
    U"ns",  U"us",  U"µs",  U"μs",  U"ms",   U"s",    U"min",  U"h",    U"B",    U"kB",   U"KB",   U"MB",   U"GB", U"TB",  U"PB",
    U"KiB", U"MiB", U"GiB", U"TiB", U"kbit", U"Mbit", U"Gbit", U"Mbps", U"Gbps", U"KB/s", U"MB/s", U"GB/s", U"Hz", U"kHz", U"MHz",
    U"GHz", U"px",  U"pt",  U"mm",  U"cm",   U"m",    U"km",   U"W",    U"mW",   U"V",    U"fps",  U"%",    U"‰"};

constexpr std::array<std::u32string_view, 24> kNumbered = {U"Node.js", U"Node",     U"Figure",  U"Figures",  U"Table",   U"Tables",
                                                           U"Listing", U"Listings", U"Chapter", U"Chapters", U"Volume",  U"Volumes",
                                                           U"Section", U"Sections", U"Part",    U"Appendix", U"Example", U"page",
                                                           U"pages",   U"Step",     U"step",    U"No.",      U"Fig.",    U"version"};

constexpr std::array<std::u32string_view, 4> kBeforeExample = {U"e.g.", U"i.e.", U"E.g.", U"I.e."};

// Longer words are in no list.
constexpr std::size_t kLongestWord = 12;

bool is_word_part(char32_t c) { return is_prose_word(c) || c == '.' || c == '/'; }

std::u32string word_before(const Prose& prose, Index end) {
  Index begin = end;
  while (is_word_part(prose.at(begin - 1)) && static_cast<std::size_t>(end - begin) <= kLongestWord) --begin;
  std::u32string word;
  for (Index i = begin; i < end; ++i) word += prose.at(i);
  return word;
}

std::u32string word_after(const Prose& prose, Index begin) {
  std::u32string word;
  for (Index i = begin;
       word.size() <= kLongestWord && (is_word_part(prose.at(i)) || prose.at(i) == '%' || prose.at(i) == U'‰' || prose.at(i) == U'µ'); ++i)
    word += prose.at(i);
  while (word.ends_with(U'.')) word.pop_back();
  return word;
}

bool contains(const auto& list, std::u32string_view word) { return std::ranges::find(list, word) != list.end(); }

bool is_number(std::u32string_view word) {
  return !word.empty() && is_prose_digit(word.back()) &&
         std::ranges::all_of(word, [](char32_t c) { return is_prose_digit(c) || c == '.' || c == ','; });
}

// "3", "3.1", "v22", and a letter for an appendix.
bool is_ordinal(std::u32string_view word) {
  if (word.starts_with(U'v')) word.remove_prefix(1);
  return !word.empty() && is_prose_digit(word[0]);
}

// The word before `space` is "D." and stands alone: "Ctrl+C." ends a sentence.
bool is_initial(const Prose& prose, Index space, std::u32string_view word) {
  const char32_t before = prose.at(space - 3);
  return word.size() == 2 && word[0] >= 'A' && word[0] <= 'Z' && word[1] == '.' && (is_prose_space(before) || before == '(');
}

bool binds(const Prose& prose, Index space) {
  const std::u32string before = word_before(prose, space);
  if (before.empty()) return false;
  if (contains(kBeforeExample, before)) return true;
  const std::u32string after = word_after(prose, space + 1);
  if (after.empty()) return false;
  if (is_number(before) && contains(kUnits, after)) return true;
  if (contains(kNumbered, before) && is_ordinal(after)) return true;
  if (before == U"Appendix" && after.size() == 1) return true;
  const bool capital = after[0] >= 'A' && after[0] <= 'Z' && after.size() > 1;
  const bool another = after.size() == 1 && after[0] >= 'A' && after[0] <= 'Z' && prose.at(space + 2) == '.';
  return is_initial(prose, space, before) && (another || capital);
}

}  // namespace

void set_no_break_spaces(Prose& prose) {
  for (Index i = 1; i + 1 < static_cast<Index>(prose.size()); ++i)
    if (prose.at(i) == ' ' && binds(prose, i)) prose.set(i, kNoBreakSpace);
}

}  // namespace nbpublish
