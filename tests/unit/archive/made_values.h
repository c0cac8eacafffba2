// Values of any type that has fields: made with something in every field, and changed in one field after the other.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "archive/codec.h"
#include "archive/roots.h"

namespace nbpublish::testing {

// The n-th picture; all differ.
inline PicturePtr made_picture(std::size_t n) {
  Picture picture;
  picture.bytes = "picture " + std::to_string(n);
  return std::make_shared<const Picture>(picture);
}

// The pictures of this room's tests.
inline Decoding with_pictures() {
  return {[](const Hash128& hash) {
            for (std::size_t n = 0; n < 2; ++n)
              if (const PicturePtr picture = made_picture(n); hash_of_picture(*picture) == hash) return picture;
            return PicturePtr();
          },
          100};
}

// Fills every field with something that is not what it is by default. Lists have two elements each, down to some depth; a variant has the
// alternative of the given number, those inside it others in turn.
class Filler {
 public:
  explicit Filler(std::size_t alternative) : alternative_(alternative) {}

  void operator()(auto&... values) { (fill(values), ...); }

  void fill(bool& value) { value = !value; }
  void fill(std::uint64_t& value) { value = ++count_ * 0x9E37'79B9'7F4A'7C15u; }
  void fill(Length& value) { value = Length::raw(static_cast<std::int64_t>(++count_) * -65'000); }
  void fill(std::string& text) { text = "text " + std::to_string(++count_); }
  void fill(SourceSpan& span) {
    ++count_;
    const auto line = static_cast<std::uint32_t>(count_ * 3);
    span = {line, 2, line + 1, 5, FileName(count_ % 2 == 0 ? "a.md" : "b.md")};
  }
  void fill(PicturePtr& picture) { picture = made_picture(0); }
  template <class T>
  void fill(std::vector<T>& list) {
    list.resize(depth_ < 3 ? 2 : 0);
    ++depth_;
    for (T& value : list) fill(value);
    --depth_;
  }
  template <class T, class Facts>
  void fill(SharedList<T, Facts>& list) {
    fill(list.edit());
  }
  template <class T>
  void fill(std::map<std::string, T>& map) {
    for (const char* key : {"a", "b"}) fill(map[key]);
  }
  void fill(std::set<std::string>& set) { set = {"a", "b"}; }
  template <class T, std::size_t kSize>
  void fill(std::array<T, kSize>& values) {
    for (T& value : values) fill(value);
  }
  template <class A, class B>
  void fill(std::pair<A, B>& both) {
    fill(both.first);
    fill(both.second);
  }
  template <class T>
  void fill(std::optional<T>& value) {
    fill(value.emplace());
  }
  template <class... Ts>
  void fill(std::variant<Ts...>& value) {
    const std::size_t wanted = alternative_++ % sizeof...(Ts);
    std::size_t at = 0;
    (void)((at++ == wanted ? (fill(value.template emplace<Ts>()), true) : false) || ...);
  }
  template <class T>
  void fill(T& value) {
    if constexpr (std::is_enum_v<T>) value = static_cast<T>(++count_ % kEnumerators<T>);
    else if constexpr (std::integral<T>) value = static_cast<T>(++count_ * 7 % 120 + 1);
    else fields(*this, value);
  }

 private:
  std::size_t alternative_, count_ = 0;
  int depth_ = 0;
};

template <class T>
T filled(std::size_t alternative = 0) {
  T value{};
  Filler(alternative).fill(value);
  return value;
}

// Changes the n-th thing of a value that can be changed: a number, a text, how many elements there are, which alternative it is.
class Changer {
 public:
  explicit Changer(std::size_t n) : left_(n) {}
  bool has_changed() const { return has_changed_; }

  void operator()(auto&... values) { (change(values), ...); }

  void change(bool& value) {
    if (is_it()) value = !value;
  }
  void change(Length& value) {
    if (is_it()) value += Length::raw(1);
  }
  void change(std::string& text) {
    if (is_it()) text += '!';
  }
  void change(SourceSpan& span) {
    for (std::uint32_t* number : {&span.line, &span.column, &span.end_line, &span.end_column}) change(*number);
    if (is_it()) span.file = FileName("c.md");
    if (span.file.is_known() && is_it()) span.file = FileName();
  }
  void change(PicturePtr& picture) {
    if (is_it()) picture = made_picture(1);
    if (is_it()) picture = nullptr;
  }
  template <class T>
  void change(std::vector<T>& list) {
    for (T& value : list) change(value);
    if (is_it()) list.emplace_back();
    if (!list.empty() && is_it()) list.pop_back();
  }
  template <class T, class Facts>
  void change(SharedList<T, Facts>& list) {
    change(list.edit());
  }
  template <class T>
  void change(std::map<std::string, T>& map) {
    for (auto& [key, value] : map) change(value);
    if (is_it()) map["c"];
  }
  void change(std::set<std::string>& set) {
    if (is_it()) set.insert("c");
  }
  template <class T, std::size_t kSize>
  void change(std::array<T, kSize>& values) {
    for (T& value : values) change(value);
  }
  template <class A, class B>
  void change(std::pair<A, B>& both) {
    change(both.first);
    change(both.second);
  }
  template <class T>
  void change(std::optional<T>& value) {
    if (value) change(*value);
    if (is_it()) value = value ? std::optional<T>() : std::optional<T>(T{});
  }
  template <class... Ts>
  void change(std::variant<Ts...>& value) {
    std::visit([this](auto& content) { change(content); }, value);
    const std::size_t other = (value.index() + 1) % sizeof...(Ts);
    if (!is_it()) return;
    std::size_t at = 0;
    (void)((at++ == other ? (value.template emplace<Ts>(), true) : false) || ...);
  }
  template <class T>
  void change(T& value) {
    if constexpr (std::is_enum_v<T>) {
      if (is_it()) value = static_cast<T>((static_cast<std::size_t>(value) + 1) % kEnumerators<T>);
    } else if constexpr (std::integral<T>) {
      if (is_it()) ++value;
    } else {
      fields(*this, value);
    }
  }

 private:
  bool is_it() {
    if (has_changed_ || left_-- > 0) return false;
    return has_changed_ = true;
  }

  std::size_t left_;
  bool has_changed_ = false;
};

// Every value that differs from `value` in one thing.
template <class T>
std::vector<T> changes_of(const T& value) {
  std::vector<T> all;
  for (std::size_t n = 0;; ++n) {
    T other = value;
    Changer changer(n);
    changer.change(other);
    if (!changer.has_changed()) return all;
    all.push_back(std::move(other));
  }
}

// Bytes of a value of any type, and back.
template <class T>
std::string bytes_of(const T& value) {
  Encoder encoder;
  encoder.put(value);
  return encoder.take();
}
template <class T>
std::optional<T> value_of(std::string_view bytes, const Decoding& with = with_pictures()) {
  Decoder decoder(bytes, with);
  std::optional<T> value(std::in_place);
  decoder.get(*value);
  return decoder.is_done() ? std::move(value) : std::nullopt;
}

}  // namespace nbpublish::testing
