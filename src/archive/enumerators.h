// How many enumerators an enum class has that counts from 0, as the compiler names them: no list has to be kept beside it.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace nbpublish {

// Whether the value has a name. Both compilers write one that has none as a cast, "(nbpublish::Turn)3".
template <auto kValue>
constexpr bool is_enumerator() {
  const std::string_view name = __PRETTY_FUNCTION__;
  const std::size_t equals = name.find("kValue = ");
  return name[equals + 9] != '(';
}

template <class E, std::size_t kFrom = 0>
constexpr std::size_t count_enumerators() {
  if constexpr (is_enumerator<static_cast<E>(kFrom)>()) return count_enumerators<E, kFrom + 1>();
  else return kFrom;
}

template <class E>
requires std::is_enum_v<E>
inline constexpr std::size_t kEnumerators = count_enumerators<E>();

}  // namespace nbpublish
