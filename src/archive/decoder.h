// Decoder: values out of the bytes of an Encoder, or of anybody: what is no encoding is refused, in bounded time, depth and memory.
#pragma once

#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "archive/decoding.h"
#include "archive/enumerators.h"
#include "archive/fields.h"
#include "archive/integers.h"
#include "frame/frame.h"

namespace nbpublish {

// Once something is refused nothing more is read, and what was read is worth nothing.
class Decoder {
 public:
  // The bytes must outlive it.
  Decoder(std::string_view bytes, const Decoding& with) : at_(bytes.data()), end_(bytes.data() + bytes.size()), with_(with) {}

  // Whether nothing was refused and nothing is left.
  bool is_done() const { return !refused_ && at_ == end_; }

  // For fields().
  void operator()(auto&... values) { (get(values), ...); }

  void get(bool& value) { value = number(1) == 1; }
  void get(std::uint64_t& value);
  void get(Length& value) { value = Length::raw(unzigzag(varint())); }
  void get(std::string& text);
  void get(SourceSpan& span);
  void get(std::vector<Glyph>& glyphs);
  void get(std::vector<GlyphCluster>& clusters);
  void get(PicturePtr& picture);
  void get(PageItems& items);
  void get(TagTree& tree);
  void get(DiagnosticSink& sink);

  template <class T>
  void get(std::vector<T>& list) {
    static_assert(!std::is_empty_v<T>, "an element takes a byte or more");
    list.clear();
    const std::size_t count = begin_list();
    list.reserve(std::min(count, kReserved));
    for (std::size_t i = 0; i < count && !refused_; ++i) get(list.emplace_back());
    --depth_;
  }
  template <class T>
  void get(SharedList<T>& list) {
    get(list.edit());
  }
  template <class K, class T>
  void get(std::map<K, T>& map) {
    map.clear();
    const std::size_t count = begin_list();
    for (std::size_t i = 0; i < count && !refused_; ++i) {
      std::pair<K, T> both;
      get(both);
      map.insert(map.end(), std::move(both));
    }
    if (map.size() != count) refuse();
    --depth_;
  }
  template <class T>
  void get(std::set<T>& set) {
    set.clear();
    const std::size_t count = begin_list();
    for (std::size_t i = 0; i < count && !refused_; ++i) {
      T value{};
      get(value);
      set.insert(set.end(), std::move(value));
    }
    if (set.size() != count) refuse();
    --depth_;
  }
  template <class T, std::size_t kSize>
  void get(std::array<T, kSize>& values) {
    for (T& value : values) get(value);
  }
  template <class A, class B>
  void get(std::pair<A, B>& both) {
    get(both.first);
    get(both.second);
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool has_value = false;
    get(has_value);
    if (has_value) get(value.emplace());
    else value.reset();
  }
  template <class... Ts>
  void get(std::variant<Ts...>& value) {
    using Get = void (*)(Decoder&, std::variant<Ts...>&);
    static constexpr Get kGet[] = {+[](Decoder& decoder, std::variant<Ts...>& out) { decoder.get(out.template emplace<Ts>()); }...};
    kGet[number(sizeof...(Ts) - 1)](*this, value);
  }
  template <class T>
  void get(T& value) {
    if constexpr (std::is_enum_v<T>) value = static_cast<T>(number(kEnumerators<T> - 1));
    else if constexpr (std::signed_integral<T>) value = signed_number<T>();
    else if constexpr (std::unsigned_integral<T>) value = static_cast<T>(number(std::numeric_limits<T>::max()));
    else fields(*this, value);
  }

 private:
  // Elements of a list that there is room for before they were read: no more, for a length is only a claim.
  static constexpr std::size_t kReserved = 64;
  // Lists in one another: the blocks of a list take two levels, of a table three. The reader makes no more than 100 levels of blocks
  // (ReadOptions::max_nesting) and 60 of inlines.
  static constexpr int kDeepest = 500;

  void refuse() {
    refused_ = true;
    at_ = end_;
  }
  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

  std::uint64_t varint() {
    if (at_ != end_ && static_cast<unsigned char>(*at_) < 0x80) return static_cast<unsigned char>(*at_++);
    return long_varint();
  }
  std::uint64_t long_varint();
  std::uint64_t fixed();
  // At most `largest`.
  std::uint64_t number(std::uint64_t largest) {
    const std::uint64_t value = varint();
    if (value <= largest) return value;
    refuse();
    return 0;
  }
  template <class T>
  T signed_number() {
    const std::int64_t value = unzigzag(varint());
    if (std::in_range<T>(value)) return static_cast<T>(value);
    refuse();
    return 0;
  }
  // How many elements follow that take so many bytes each, or more.
  std::size_t length(std::size_t least = 1) {
    const std::uint64_t count = varint();
    if (count <= left() / least) return static_cast<std::size_t>(count);
    refuse();
    return 0;
  }
  // The same, one level deeper.
  std::size_t begin_list() {
    const std::size_t count = length();
    if (++depth_ <= kDeepest) return count;
    refuse();
    return 0;
  }
  FileName file();
  std::string_view blob();

  const char* at_;
  const char* end_;
  const Decoding& with_;
  bool refused_ = false;
  int depth_ = 0;
  SourceSpan last_span_;
  std::uint64_t last_id_ = 0;
  std::vector<FileName> files_;
  std::size_t tags_ = 0;  // of the tree before
};

}  // namespace nbpublish
