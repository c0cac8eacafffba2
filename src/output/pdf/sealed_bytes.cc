#include "output/pdf/sealed_bytes.h"

#include <algorithm>
#include <type_traits>

namespace nbpublish {
namespace {

// Named at the bytes' beginning; another form gets another name.
constexpr std::string_view kForm = "nbpublish sealed part 1\n";

class Writer {
 public:
  std::string out{kForm};

  template <class T>
  void operator()(const T& value) {
    if constexpr (std::is_arithmetic_v<T>) out.append(reinterpret_cast<const char*>(&value), sizeof value);
    else fields(value, *this);
  }
  void operator()(const std::string& text) {
    (*this)(static_cast<std::uint64_t>(text.size()));
    out += text;
  }
  template <class T>
  void operator()(const std::vector<T>& list) {
    (*this)(static_cast<std::uint64_t>(list.size()));
    for (const T& value : list) (*this)(value);
  }
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  bool failed = false;

  bool at_end() const { return rest_.empty(); }

  template <class T>
  void operator()(T& value) {
    if constexpr (std::is_arithmetic_v<T>) {
      const std::string_view bytes = take(sizeof value);
      if (!failed) std::ranges::copy(bytes, reinterpret_cast<char*>(&value));
    } else {
      fields(value, *this);
    }
  }
  void operator()(std::string& text) { text = take(size()); }
  template <class T>
  void operator()(std::vector<T>& list) {
    // Bytes that are left bound what is made, whatever the size says.
    for (std::uint64_t count = size(); count > 0 && !failed; --count) (*this)(list.emplace_back());
  }

 private:
  std::string_view rest_;

  std::uint64_t size() {
    std::uint64_t value = 0;
    (*this)(value);
    return value;
  }
  std::string_view take(std::uint64_t count) {
    if (count > rest_.size()) failed = true;
    if (failed) return {};
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
};

// One list of fields for both ways; T is const where they are written.
template <class T, class Visit>
requires std::is_same_v<std::remove_const_t<T>, Hash128>
void fields(T& x, Visit& visit) { visit(x.high), visit(x.low); }
template <class T, class Visit>
requires std::is_same_v<std::remove_const_t<T>, SealedPage>
void fields(T& x, Visit& visit) {
  visit(x.body), visit(x.pictures), visit(x.first_link), visit(x.links), visit(x.structure_key), visit(x.may_be_transparent);
}
template <class T, class Visit>
requires std::is_same_v<std::remove_const_t<T>, SealedNode>
void fields(T& x, Visit& visit) { visit(x.number), visit(x.first), visit(x.last); }
template <class T, class Visit>
requires std::is_same_v<std::remove_const_t<T>, SealedDestination>
void fields(T& x, Visit& visit) { visit(x.name), visit(x.place); }
template <class T, class Visit>
requires std::is_same_v<std::remove_const_t<T>, SealedHeading>
void fields(T& x, Visit& visit) { visit(x.level), visit(x.text), visit(x.destination); }
template <class T, class Visit>
requires std::is_same_v<std::remove_const_t<T>, SealedPack>
void fields(T& x, Visit& visit) { visit(x.stream), visit(x.inside); }
template <class T, class Visit>
requires std::is_same_v<std::remove_const_t<T>, PictureObject>
void fields(T& x, Visit& visit) { visit(x.content), visit(x.text), visit(x.targets), visit(x.stream); }
template <class T, class Visit>
requires std::is_same_v<std::remove_const_t<T>, GlyphText>
void fields(T& x, Visit& visit) { visit(x.glyph), visit(x.text); }
template <class T, class Visit>
requires std::is_same_v<std::remove_const_t<T>, FaceGlyphs>
void fields(T& x, Visit& visit) { visit(x.font), visit(x.glyphs), visit(x.texts); }
template <class T, class Visit>
requires std::is_same_v<std::remove_const_t<T>, SealedPart>
void fields(T& x, Visit& visit) {
  visit(x.first_number), visit(x.pages), visit(x.packs), visit(x.picture_objects), visit(x.pictures), visit(x.structure);
  visit(x.parents), visit(x.ids), visit(x.next_structure_key), visit(x.destinations), visit(x.outline), visit(x.glyphs);
}

}  // namespace

std::string bytes_of(const SealedPart& part) {
  Writer writer;
  writer(part);
  return std::move(writer.out);
}

std::optional<SealedPart> sealed_part(std::string_view bytes) {
  if (!bytes.starts_with(kForm)) return std::nullopt;
  Reader reader(bytes.substr(kForm.size()));
  SealedPart part;
  reader(part);
  if (reader.failed || !reader.at_end()) return std::nullopt;
  return part;
}

}  // namespace nbpublish
