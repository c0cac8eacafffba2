#include "output/epub/images.h"

#include "document/href.h"

namespace nbpublish {
namespace {

// The file's name without folder and extension, in portable characters.
std::string portable_stem(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  path = path.substr(0, path.rfind('.'));
  std::string out;
  for (const char c : path) {
    const bool kept =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    out += kept ? c : '-';
  }
  return out.empty() ? "picture" : out;
}

}  // namespace

std::string_view media_type(PictureKind kind) {
  switch (kind) {
    case PictureKind::Png:
      return "image/png";
    case PictureKind::Jpeg:
      return "image/jpeg";
    case PictureKind::Svg:
      return "image/svg+xml";
  }
  return "";
}

std::string_view extension(PictureKind kind) {
  switch (kind) {
    case PictureKind::Png:
      return ".png";
    case PictureKind::Jpeg:
      return ".jpg";
    case PictureKind::Svg:
      return ".svg";
  }
  return "";
}

std::string ImageStore::use(const Document& document, std::string_view source, bool has_alt) {
  const auto path = join_path(folder_of(document.file), percent_decode(split_href(source).path));
  const auto picture = path ? input_.pictures.find(*path) : input_.pictures.end();
  if (picture == input_.pictures.end() || !picture->second) return {};
  all_have_alt_ = all_have_alt_ && has_alt;
  if (const auto known = sources_.find(*path); known != sources_.end()) return known->second;

  const std::string stem = portable_stem(*path);
  std::string name = stem;
  for (int n = 2; !names_.insert(name).second; ++n) name = stem + "-" + std::to_string(n);
  const std::string file = "images/" + name + std::string(extension(picture->second->kind));
  items_.push_back(
      {"image-" + name, file, std::string(media_type(picture->second->kind)), "", picture->second->bytes});
  return sources_.emplace(*path, "../" + file).first->second;
}

}  // namespace nbpublish
