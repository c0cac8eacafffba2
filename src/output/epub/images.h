// The pictures that the volume really shows, each packed once.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "document/document.h"
#include "output/epub/file_names.h"
#include "output/epub/input.h"
#include "output/epub/package.h"

namespace nbpublish {

class ImageStore {
 public:
  explicit ImageStore(const EpubInput& input) : input_(input) {}

  // The src attribute for a picture that `document` names, or empty if there is no such picture.
  std::string use(const Document& document, std::string_view source, bool has_alt);

  // Whether use() would find the picture.
  bool knows(const Document& document, std::string_view source) const { return find(document, source).second != nullptr; }
  // What a figure's alternative text has no room for: the figure's own words, else those of its picture. Paragraphs with an empty line
  // between; empty if there is nothing more to say.
  std::string description(const Document& document, const Figure& figure) const;

  // How often pictures were used so far, and how often without alternative text.
  std::size_t uses() const { return uses_; }
  std::size_t uses_without_alt() const { return uses_without_alt_; }
  std::vector<PackageItem> take_items() { return std::move(items_); }
  // Reports that the picture of an item cannot be used, where it stands first.
  void tell_refused(const PackageItem& item, const Error& error, DiagnosticSink& diagnostics) const;

 private:
  // Its path in the book, and the picture or null.
  std::pair<std::string, PicturePtr> find(const Document& document, std::string_view source) const;

  const EpubInput& input_;
  std::map<std::string, std::string> sources_;  // path in the book -> src
  FileNames names_{{"cover"}};                  // that of the cover itself
  std::vector<PackageItem> items_;
  std::map<std::string, std::pair<const Document*, std::string>> first_uses_;  // by file: the document, and how it names the picture
  std::size_t uses_ = 0, uses_without_alt_ = 0;
};

// Pictures of other than SVG as stores take them (figure/ebook_raster.h), each of at most `most_pixels`. One that cannot be converted
// becomes a white pixel, and `refused` is told of it.
using RefusedPicture = std::function<void(const PackageItem& item, const Error& error)>;
Status fit_for_stores(std::vector<PackageItem>& items, std::uint64_t most_pixels, PictureMaker& maker, const RefusedPicture& refused);

std::string_view media_type(PictureKind kind);  // "image/png", ...
std::string_view extension(PictureKind kind);   // ".png", ...

}  // namespace nbpublish
