// PNG, JPEG and GIF: EXIF, headers and, in little memory, the pictures.
#include "figure/base64.h"
#include "figure/exif.h"
#include "figure/raster.h"
#include "fuzz/fuzz.h"
#include "preflight/epub/picture_header.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = text_of(data, size);
  must(decode_base64(encode_base64(bytes)) == bytes, "what is put into Base64 comes out of it");
  const Exif exif = read_exif(bytes);
  must(exif.orientation >= 1 && exif.orientation <= 8, "orientations are those of Exif");
  must(exif.ppi_x >= 0 && exif.ppi_y >= 0, "densities are numbers");
  const PictureFacts facts = picture_facts(bytes);
  must(facts.width >= 0 && facts.height >= 0, "sizes are numbers");
  constexpr PictureLimits kLimits{.max_bytes = 1u << 20, .max_pixels = 1u << 16};
  for (const Result<Raster>& raster : {read_png(bytes, kLimits), read_jpeg(bytes, kLimits)})
    if (raster) {
      must(std::uint64_t{raster->width} * raster->height <= kLimits.max_pixels, "limits hold");
      const Size paper = raster_size(*raster);
      must(paper.width > Length{} && paper.height > Length{}, "a picture has a size on paper");
    }
  return 0;
}
