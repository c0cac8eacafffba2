// The pictures that the volume really shows, each packed once.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "output/epub/package.h"
#include "output/epub/write_epub.h"

namespace nbpublish {

class ImageStore {
 public:
  explicit ImageStore(const EpubInput& input) : input_(input) {}

  // The src attribute for a picture that `document` names, or empty if there is no such picture.
  std::string use(const Document& document, std::string_view source, bool has_alt);

  bool any() const { return !items_.empty(); }
  // Every picture in use was given an alternative text wherever it stands.
  bool all_have_alt() const { return all_have_alt_; }
  std::vector<PackageItem> take_items() { return std::move(items_); }

 private:
  const EpubInput& input_;
  std::map<std::string, std::string> sources_;  // path in the book -> src
  std::set<std::string> names_ = {"cover"};     // that of the cover itself
  std::vector<PackageItem> items_;
  bool all_have_alt_ = true;
};

std::string_view media_type(PictureKind kind);  // "image/png", ...
std::string_view extension(PictureKind kind);   // ".png", ...

}  // namespace nbpublish
