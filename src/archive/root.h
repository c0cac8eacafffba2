// Types that are kept as a whole, each with a word and a version, with which their encodings begin.
#pragma once

#include <cstdint>
#include <string_view>

namespace nbpublish {

template <class T>
struct Root;

// The version goes up whenever the fields of the type, or of one that it holds, change in number, kind or meaning: what was kept before is
// then made anew. (A test knows the kinds.)
#define NBP_ROOT(Type, word, version)                  \
  template <>                                          \
  struct Root<Type> {                                  \
    static constexpr std::string_view kWord = word;    \
    static constexpr std::uint32_t kVersion = version; \
  };

}  // namespace nbpublish
