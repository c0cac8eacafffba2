// Encoder: the bytes of a value, field by field as fields.h lists them. Equal values have equal bytes, and others have others: all that
// varies in length says how long it is. Integers are varints and texts raw, so that the machine does not matter.
#pragma once

#include <array>
#include <bit>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "archive/byte_writer.h"
#include "archive/fields.h"
#include "frame/frame.h"

namespace nbpublish {

class Encoder {
 public:
  Encoder() = default;
  explicit Encoder(HashStream& hash) : out_(hash) {}

  // For fields().
  void operator()(const auto&... values) { (put(values), ...); }

  void put(bool value) { out_.varint(value ? 1 : 0); }
  // A hash, such as a NodeId, which many neighbours share.
  void put(std::uint64_t value);
  // Of hashes alone: no value that comes back has one.
  void put(double value) { out_.fixed(std::bit_cast<std::uint64_t>(value)); }
  void put(Length value) { out_.varint(zigzag(value.units())); }
  void put(const std::string& text);
  // Where it differs from the span before it.
  void put(const SourceSpan& span);
  void put(const std::vector<Glyph>& glyphs);
  void put(const std::vector<GlyphCluster>& clusters);
  // By its content.
  void put(const PicturePtr& picture);
  void put(const PageItems& items);
  void put(const DiagnosticSink& sink);

  template <class T>
  void put(const std::vector<T>& list) {
    put_all(list);
  }
  template <class T>
  void put(const SharedList<T>& list) {
    put(list.all());
  }
  template <class K, class T>
  void put(const std::map<K, T>& map) {
    put_all(map);
  }
  template <class T>
  void put(const std::set<T>& set) {
    put_all(set);
  }
  template <class T, std::size_t kSize>
  void put(const std::array<T, kSize>& values) {
    for (const T& value : values) put(value);
  }
  template <class A, class B>
  void put(const std::pair<A, B>& both) {
    put(both.first);
    put(both.second);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class... Ts>
  void put(const std::variant<Ts...>& value) {
    out_.varint(value.index());
    std::visit([this](const auto& content) { this->put(content); }, value);
  }
  template <class T>
  void put(const T& value) {
    if constexpr (std::is_enum_v<T>) out_.varint(static_cast<std::uint64_t>(value));
    else if constexpr (std::signed_integral<T>) out_.varint(zigzag(value));
    else if constexpr (std::unsigned_integral<T>) out_.varint(value);
    else fields(*this, value);
  }

  std::string take() { return out_.take(); }
  void finish() { out_.finish(); }

 private:
  void put_all(const auto& container) {
    out_.varint(container.size());
    for (const auto& value : container) put(value);
  }
  void put(FileName file);

  ByteWriter out_;
  SourceSpan last_span_;
  std::uint64_t last_id_ = 0;
  std::map<FileName, std::uint64_t> files_;  // numbered from 1 as they come
};

// What an encoding has in the place of a picture: a hash of all that it is. The picture must be there.
Hash128 hash_of_picture(const Picture& picture);

}  // namespace nbpublish
