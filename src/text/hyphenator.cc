#include "text/hyphenator.h"

#include <hyphen.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/hyphen_exceptions.h"

namespace nbpublish {
namespace {

// All of it: an exception also says how a name with capitals divides.
std::string lower_case(std::string_view word) {
  std::string lower;
  for (std::size_t pos = 0; pos < word.size();)
    append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(word, pos)))));
  return lower;
}

// Lower-cases the first letter (patterns are in lower case); false where a later letter is a capital or
// something is no letter: such a word is an identifier or an acronym.
bool lower_plain_word(std::string_view word, std::string& lower) {
  lower.clear();
  for (std::size_t pos = 0; pos < word.size();) {
    const bool first = pos == 0;
    const auto c = static_cast<UChar32>(next_code_point(word, pos));
    if (!u_isalpha(c) || (!first && u_isupper(c))) return false;
    append_utf8(lower, static_cast<char32_t>(u_tolower(c)));
  }
  return lower.size() == word.size();  // lengths differ only in alphabets the patterns don't know
}

std::vector<std::uint16_t> points_of_divided(std::string_view divided) {
  std::vector<std::uint16_t> points;
  std::uint16_t at = 0;
  for (const char c : divided) {
    if (c == '-') points.push_back(at);
    else ++at;
  }
  return points;
}

const std::pair<std::string_view, std::string_view>* find_exception(std::string_view word) {
  const auto* it = std::lower_bound(std::begin(kHyphenExceptions), std::end(kHyphenExceptions), word,
                                    [](const auto& row, std::string_view w) { return row.first < w; });
  return it != std::end(kHyphenExceptions) && it->first == word ? it : nullptr;
}

// English, of two syllables and more: a word that divides behind one does not divide in it ("inter-face", not "in-terface"), since a
// reader who meets half a prefix expects another word.
constexpr std::string_view kPrefixes[] = {"anti",  "auto",  "counter", "extra", "hyper",  "infra", "inter", "intra", "macro", "meta",
                                          "micro", "multi", "over",    "proto", "pseudo", "retro", "semi",  "super", "ultra", "under"};

void leave_prefix_whole(std::string_view word, std::vector<std::uint16_t>& points) {
  for (const std::string_view prefix : kPrefixes)
    if (word.starts_with(prefix) && std::find(points.begin(), points.end(), prefix.size()) != points.end())
      std::erase_if(points, [&](std::uint16_t point) { return point < prefix.size(); });
}

}  // namespace

struct Hyphenator::Dictionary {
  HyphenDict* dict = nullptr;
  ~Dictionary() {
    if (dict != nullptr) hnj_hyphen_free(dict);
  }
};

Hyphenator::Hyphenator() = default;
Hyphenator::Hyphenator(Hyphenator&&) noexcept = default;
Hyphenator& Hyphenator::operator=(Hyphenator&&) noexcept = default;
Hyphenator::~Hyphenator() = default;

std::filesystem::path Hyphenator::dictionary_of(std::string_view language) {
  std::string name(language);
  for (char& c : name)
    if (c == '-') c = '_';
  return "/usr/share/hyphen/hyph_" + name + ".dic";
}

Result<Hyphenator> Hyphenator::load(std::string_view language) {
  const std::filesystem::path path = dictionary_of(language);
  std::error_code error;
  Hyphenator hyphenator;
  hyphenator.is_english_ = language.starts_with("en");
  hyphenator.dictionary_ = std::make_unique<Dictionary>();
  if (std::filesystem::exists(path, error)) hyphenator.dictionary_->dict = hnj_hyphen_load(path.c_str());
  if (hyphenator.dictionary_->dict == nullptr) {
    const std::string package = "hyphen-" + lowered(language);
    return fail(ErrorKind::Environment, "there is no hyphenation dictionary for " + std::string(language), "apt-get install " + package);
  }
  return hyphenator;
}

const std::vector<std::uint16_t>& Hyphenator::points(std::string_view word) {
  static const std::vector<std::uint16_t> kNone;
  // The limit keeps libhyphen's buffers small; no word of a language is longer.
  if (word.size() < kLeastBefore + kLeastAfter || word.size() > 60) return kNone;
  const auto known = cache_.find(word);
  if (known != cache_.end()) return known->second;
  std::vector<std::uint16_t>& points = cache_.try_emplace(std::string(word)).first->second;
  std::string lower;
  if (const auto* exception = find_exception(lower_case(word))) return points = points_of_divided(exception->second);
  if (!lower_plain_word(word, lower)) return points;

  std::string marks(lower.size() + 5, '\0');
  char** replacements = nullptr;
  int *positions = nullptr, *cuts = nullptr;
  if (hnj_hyphen_hyphenate3(dictionary_->dict, lower.c_str(), static_cast<int>(lower.size()), marks.data(), nullptr, &replacements,
                            &positions, &cuts, kLeastBefore, kLeastAfter, kLeastBefore, kLeastAfter) != 0)
    return points;
  std::free(positions);
  std::free(cuts);
  if (replacements != nullptr) {
    for (std::size_t i = 0; i < lower.size(); ++i) std::free(replacements[i]);
    std::free(static_cast<void*>(replacements));
    return points;  // spellings that change at a division are not used
  }
  // libhyphen marks letters (not bytes) for UTF-8 dictionaries; a mark after letter i allows a division there.
  std::size_t letter = 0;
  for (std::size_t pos = 0; pos < lower.size(); ++letter) {
    next_code_point(lower, pos);
    if (pos < lower.size() && (marks[letter] & 1) != 0) points.push_back(static_cast<std::uint16_t>(pos));
  }
  if (is_english_) leave_prefix_whole(lower, points);
  return points;
}

}  // namespace nbpublish
