// What an encoding is made of, as a text and its hash: it changes when a field is added, leaves, or becomes of another kind.
#pragma once

#include "archive/codec.h"

namespace nbpublish::testing {

// "{text list({span}) #1}": the fields of each struct where it is first met, its number later on.
class Shape {
 public:
  void operator()(const auto&... values) { ((text_ += of(values) + ' '), ...); }

  std::string of(bool) { return "bool"; }
  template <std::integral T>
  std::string of(T) {
    return (std::is_signed_v<T> ? "int" : "uint") + std::to_string(8 * sizeof(T));
  }
  template <class E>
  requires std::is_enum_v<E> std::string of(E) { return "enum" + std::to_string(kEnumerators<E>); }
  std::string of(const Length&) { return "length"; }
  std::string of(const std::string&) { return "text"; }
  std::string of(const SourceSpan&) { return "span"; }
  std::string of(const PicturePtr&) { return "picture"; }
  std::string of(const DiagnosticSink& sink) { return of(sink.all()); }
  template <class T>
  std::string of(const std::vector<T>&) {
    return "list(" + of(T{}) + ")";
  }
  template <class K, class T>
  std::string of(const std::map<K, T>&) {
    return "map(" + of(K{}) + ' ' + of(T{}) + ")";
  }
  template <class T>
  std::string of(const std::set<T>&) {
    return "set(" + of(T{}) + ")";
  }
  template <class T, std::size_t kSize>
  std::string of(const std::array<T, kSize>&) {
    return std::to_string(kSize) + "(" + of(T{}) + ")";
  }
  template <class A, class B>
  std::string of(const std::pair<A, B>&) {
    return "both(" + of(A{}) + ' ' + of(B{}) + ")";
  }
  template <class T>
  std::string of(const std::optional<T>&) {
    return "maybe(" + of(T{}) + ")";
  }
  template <class... Ts>
  std::string of(const std::variant<Ts...>&) {
    return "one(" + ((of(Ts{}) + ' ') + ...) + ")";
  }
  template <class T, class Facts>
  std::string of(const SharedList<T, Facts>& list) {
    return of(list.all());
  }
  template <class T>
  requires std::is_class_v<T> std::string of(const T& value) {
    const auto [at, is_new] = known_.try_emplace(&kOf<T>, known_.size());
    if (!is_new) return "#" + std::to_string(at->second);
    const std::string outer = std::exchange(text_, "");
    fields(*this, value);
    return "{" + std::exchange(text_, outer) + "}";
  }

 private:
  template <class T>
  static inline const char kOf = 0;  // its address stands for the type

  std::string text_;
  std::map<const char*, std::size_t> known_;
};

// "word version hash" of a type that is kept.
template <class T>
std::string shape() {
  return std::string(Root<T>::kWord) + ' ' + std::to_string(Root<T>::kVersion) + ' ' + to_hex(hash64(Shape().of(T{})));
}

}  // namespace nbpublish::testing
