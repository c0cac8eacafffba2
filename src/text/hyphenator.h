// Hyphenator: where words divide, by libhyphen's patterns and a list of exceptions of the field.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "base/result.h"

namespace nbpublish {

// Least letters before and after a division.
inline constexpr std::size_t kLeastBefore = 2;
inline constexpr std::size_t kLeastAfter = 3;

// Not for several threads: one per thread.
class Hyphenator {
 public:
  // Loads the dictionary for a BCP 47 language. Environment error with the package if it is missing.
  static Result<Hyphenator> load(std::string_view language);
  // Where it is.
  static std::filesystem::path dictionary_of(std::string_view language);

  Hyphenator(Hyphenator&&) noexcept;
  Hyphenator& operator=(Hyphenator&&) noexcept;
  ~Hyphenator();

  // Byte offsets in `word` before which a hyphen may stand. `word` is letters only; words with capitals
  // after the first letter (CamelCase, V8, SIGTERM) are never divided.
  const std::vector<std::uint16_t>& points(std::string_view word);

 private:
  Hyphenator();
  struct Dictionary;
  std::unique_ptr<Dictionary> dictionary_;
  bool is_english_ = false;
  std::unordered_map<std::string, std::vector<std::uint16_t>, TextHash, std::equal_to<>> cache_;
};

}  // namespace nbpublish
