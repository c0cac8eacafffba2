// What the values of a type consist of: one line for each struct, from which its hash, its encoding and its decoding follow.
#pragma once

#include <concepts>
#include <type_traits>

namespace nbpublish {

template <class X, class T>
concept ValueOf = std::same_as<std::remove_const_t<X>, T>;

// NBP_FIELDS(Link, target, title, children, page): all members in the order of their declaration. It defines fields(visit, link), which
// calls visit(target, title, ...) with a constant link's or a changing one's members. One that is missing or too much does not compile,
// for the names are a structured binding's; so that a member which is added is not forgotten.
#define NBP_FIELDS(Type, ...)                                   \
  void fields(auto& nbp_visit, ValueOf<Type> auto& nbp_value) { \
    auto& [__VA_ARGS__] = nbp_value;                            \
    nbp_visit(__VA_ARGS__);                                     \
  }

// Of a struct without members.
#define NBP_NO_FIELDS(Type)             \
  static_assert(std::is_empty_v<Type>); \
  void fields(auto&, ValueOf<Type> auto&) {}

}  // namespace nbpublish
