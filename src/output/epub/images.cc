#include "output/epub/images.h"

#include "document/picture_key.h"
#include "document/walk.h"
#include "figure/gray_raster.h"
#include "figure/jpeg_writer.h"

namespace nbpublish {
namespace {

// The file's name without folder and extension.
std::string_view stem_of(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  path = path.substr(0, path.rfind('.'));
  return path.empty() ? "picture" : path;
}

Result<std::string> white_pixel(std::string_view type) {
  constexpr unsigned char kWhite = 255;
  if (type == media_type(PictureKind::Jpeg)) return write_jpeg({1, 1, JpegSamples::Gray, &kWhite, 1}, 90);
  return gray_png({1, 1, {kWhite}});
}

SourceSpan place_of(const Document& document, std::string_view source) {
  SourceSpan place;
  for_each_block(document, [&](const Block& block) {
    if (const auto* figure = as<Figure>(block); figure != nullptr && figure->source == source && place.line == 0) place = block.span;
  });
  for_each_inline(document, [&](const Inline& inl, const Block&) {
    if (const auto* image = as<InlineImage>(inl); image != nullptr && image->source == source && place.line == 0) place = inl.span;
  });
  return place;
}

}  // namespace

Status fit_for_stores(std::vector<PackageItem>& items, std::uint64_t most_pixels, PictureMaker& maker, const RefusedPicture& refused) {
  for (PackageItem& item : items) {
    if (item.media_type == media_type(PictureKind::Svg)) continue;
    Result<std::string> fit = maker.fit_for_ebook(item.bytes, most_pixels);
    if (!fit && fit.error().kind == ErrorKind::Input) {
      refused(item, fit.error());
      fit = white_pixel(item.media_type);
    }
    if (!fit) return fail(fit.error().kind, item.file + ": " + fit.error().message, fit.error().hint);
    item.bytes = std::move(*fit);
  }
  return {};
}

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

std::pair<std::string, PicturePtr> ImageStore::find(const Document& document, std::string_view source) const {
  const auto found = input_.pictures.find(picture_key(document.file, source));
  return found == input_.pictures.end() ? std::pair<std::string, PicturePtr>{} : std::pair{found->first, found->second};
}

std::string ImageStore::description(const Document& document, const Figure& figure) const {
  if (!figure.description.empty()) return figure.description;
  const PicturePtr picture = find(document, figure.source).second;
  return picture && picture->description != figure.alt ? picture->description : "";
}

void ImageStore::tell_refused(const PackageItem& item, const Error& error, DiagnosticSink& diagnostics) const {
  const auto found = first_uses_.find(item.file);
  if (found == first_uses_.end()) return diagnostics.report(DiagCode::ImageUnreadable, item.file, {}, error.message, error.hint);
  const auto& [document, source] = found->second;
  diagnostics.report(DiagCode::ImageUnreadable, document->file, place_of(*document, source), "'" + source + "': " + error.message,
                     error.hint);
}

std::string ImageStore::use(const Document& document, std::string_view source, bool has_alt) {
  const auto [path, picture] = find(document, source);
  if (!picture) return {};
  ++uses_;
  if (!has_alt) ++uses_without_alt_;
  if (const auto known = sources_.find(path); known != sources_.end()) return known->second;

  const std::string name = names_.unique(stem_of(path), '_');
  const std::string file = "images/" + name + std::string(extension(picture->kind));
  items_.push_back({"image-" + name, file, std::string(media_type(picture->kind)), "", picture->bytes});
  first_uses_.emplace(file, std::pair{&document, std::string(source)});
  return sources_.emplace(path, "../" + file).first->second;
}

}  // namespace nbpublish
