#include "preflight/epub/epub_book.h"

namespace nbpublish {
namespace {

using Index = std::map<std::string, std::size_t, std::less<>>;

const ManifestItem* found_in(const Index& index, const std::vector<ManifestItem>& manifest, std::string_view key) {
  const auto found = index.find(key);
  return found == index.end() ? nullptr : &manifest[found->second];
}

}  // namespace

void Package::index() {
  for (std::size_t i = 0; i < manifest.size(); ++i) {
    by_id_.emplace(manifest[i].id, i);
    if (manifest[i].target.kind == EpubTarget::Kind::Inside) by_path_.emplace(manifest[i].path(), i);
  }
}

const ManifestItem* Package::item(std::string_view id) const { return found_in(by_id_, manifest, id); }
const ManifestItem* Package::item_of(std::string_view file) const { return found_in(by_path_, manifest, file); }

std::vector<const Metadatum*> Package::all(std::string_view property) const {
  std::vector<const Metadatum*> out;
  for (const Metadatum& one : metadata)
    if (one.property == property) out.push_back(&one);
  return out;
}

}  // namespace nbpublish
