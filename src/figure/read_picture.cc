#include <fmt/format.h>

#include <array>

#include "figure/figure.h"
#include "figure/raster.h"
#include "figure/svg.h"

namespace nbpublish {
namespace {

constexpr std::string_view kPngSignature{"\x89PNG\r\n\x1a\n", 8}, kJpegSignature{"\xFF\xD8\xFF", 3};

bool is_svg(std::string_view bytes) {
  constexpr std::size_t kProlog = 8192;  // declaration, comments and DOCTYPE come first
  const std::string_view head = bytes.substr(0, kProlog);
  const bool markup =
      head.find_first_of('<') != std::string_view::npos && head.find_first_not_of("\xEF\xBB\xBF \t\r\n") == head.find_first_of('<');
  return markup && (head.find("<svg") != std::string_view::npos || head.find(":svg") != std::string_view::npos);
}

struct OtherKind {
  std::size_t offset;
  std::string_view signature, name;
};
constexpr auto kOtherKinds = std::to_array<OtherKind>({
    {0, "GIF8", "a GIF picture"},
    {8, "WEBP", "a WebP picture"},
    {4, "ftypavif", "an AVIF picture"},
    {4, "ftyphei", "a HEIC picture"},
    {0, "BM", "a BMP picture"},
    {0, std::string_view("II*\0", 4), "a TIFF picture"},
    {0, std::string_view("MM\0*", 4), "a TIFF picture"},
    {0, "%PDF", "a PDF document"},
    {0, "%!PS", "a PostScript file"},
    {0, "\x1f\x8b", "compressed with gzip (svgz)"},
    {0, "version https://git-lfs", "a Git LFS pointer, not the picture itself"},
});

Result<PicturePtr> refuse_kind(std::string_view bytes) {
  const std::string hint = "PNG, JPEG and SVG can be used; convert it";
  if (bytes.empty()) return fail(ErrorKind::Input, "the file is empty", hint);
  for (const OtherKind& kind : kOtherKinds)
    if (bytes.size() > kind.offset && bytes.substr(kind.offset).starts_with(kind.signature))
      return fail(ErrorKind::Input, fmt::format("the file is {}", kind.name), hint);
  return fail(ErrorKind::Input, "the file is no picture of a known kind", hint);
}

Result<PicturePtr> raster_picture(PictureKind kind, std::string_view bytes, const PictureLimits& limits) {
  NBP_TRY_ASSIGN(const Raster raster, kind == PictureKind::Png ? read_png(bytes, limits) : read_jpeg(bytes, limits));
  return std::make_shared<const Picture>(Picture{kind, std::string(bytes), raster.width, raster.height, raster_size(raster)});
}

Result<PicturePtr> svg_picture(std::string_view bytes, const PictureLimits& limits, bool draws) {
  NBP_TRY_ASSIGN(Svg svg, read_svg(bytes, limits, draws));
  return std::make_shared<const Picture>(
      Picture{PictureKind::Svg, std::move(svg.bytes), 0, 0, svg.size, std::move(svg.title), std::move(svg.description), svg.lettering});
}

Result<PicturePtr> read_any(std::string_view bytes, const PictureLimits& limits, bool draws) {
  if (bytes.size() > limits.max_bytes)
    return fail(ErrorKind::Input, fmt::format("the file has {} bytes; {} are allowed", bytes.size(), limits.max_bytes),
                "scale it down or compress it");
  if (bytes.starts_with(kPngSignature)) return raster_picture(PictureKind::Png, bytes, limits);
  if (bytes.starts_with(kJpegSignature)) return raster_picture(PictureKind::Jpeg, bytes, limits);
  if (is_svg(bytes)) return svg_picture(bytes, limits, draws);
  return refuse_kind(bytes);
}

}  // namespace

Result<PicturePtr> read_picture(std::string_view bytes, const PictureLimits& limits) { return read_any(bytes, limits, true); }

Result<PicturePtr> read_undrawn_picture(std::string_view bytes) { return read_any(bytes, {}, false); }

}  // namespace nbpublish
