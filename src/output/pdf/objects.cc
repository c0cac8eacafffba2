#include "output/pdf/objects.h"

#include <algorithm>
#include <qpdf/Buffer.hh>

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

constexpr std::size_t kLeafEntries = 64;

Handle tree_key(const std::string& key) { return Handle::newString(key); }
Handle tree_key(long long key) { return Handle::newInteger(key); }

// One leaf, or a root over leaves: two levels keep a book's ten thousand entries near enough.
template <class Key>
Handle tree(QPDF& file, const std::vector<std::pair<Key, Handle>>& entries, const char* list_name) {
  std::vector<Handle> leaves;
  for (std::size_t begin = 0; begin < entries.size(); begin += kLeafEntries) {
    const std::size_t end = std::min(begin + kLeafEntries, entries.size());
    std::vector<Handle> list;
    for (std::size_t i = begin; i < end; ++i) {
      list.push_back(tree_key(entries[i].first));
      list.push_back(entries[i].second);
    }
    Handle leaf = pdf_dictionary({{list_name, Handle::newArray(list)}});
    if (entries.size() <= kLeafEntries) return file.makeIndirectObject(leaf);
    leaf.replaceKey("/Limits", Handle::newArray({tree_key(entries[begin].first), tree_key(entries[end - 1].first)}));
    leaves.push_back(file.makeIndirectObject(leaf));
  }
  if (leaves.empty()) return file.makeIndirectObject(pdf_dictionary({{list_name, Handle::newArray()}}));
  return file.makeIndirectObject(pdf_dictionary({{"/Kids", Handle::newArray(leaves)}}));
}

}  // namespace

std::string_view bytes_of(const Buffer& buffer) { return {reinterpret_cast<const char*>(buffer.getBuffer()), buffer.getSize()}; }

Handle pdf_dictionary(std::initializer_list<std::pair<const char*, Handle>> entries) {
  std::map<std::string, Handle> items;
  for (const auto& [key, value] : entries) items.emplace(key, value);
  return Handle::newDictionary(items);
}

Handle pdf_name_object(std::string_view name) { return Handle::newName("/" + std::string(name)); }
Handle pdf_text(const std::string& utf8) { return Handle::newUnicodeString(utf8); }
Handle pdf_number(Length length) { return Handle::newReal(length.points(), 3, true); }

Handle pdf_rectangle(const Rect& rect, Length page_height) {
  return Handle::newArray(
      {pdf_number(rect.x), pdf_number(page_height - rect.bottom()), pdf_number(rect.right()), pdf_number(page_height - rect.y)});
}

Handle make_stream(QPDF& file, Handle dictionary, const std::shared_ptr<Buffer>& data) {
  Handle stream = Handle::newStream(&file);
  stream.replaceDict(dictionary);
  stream.replaceStreamData(data, dictionary.getKey("/Filter"), dictionary.getKey("/DecodeParms"));
  return stream;
}

Handle name_tree(QPDF& file, const std::vector<std::pair<std::string, Handle>>& entries) { return tree(file, entries, "/Names"); }
Handle number_tree(QPDF& file, const std::vector<std::pair<long long, Handle>>& entries) { return tree(file, entries, "/Nums"); }

}  // namespace nbpublish
