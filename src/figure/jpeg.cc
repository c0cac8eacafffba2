// libjpeg's error handling by longjmp stays inside this file: between setjmp and the end of a stage no object
// with a destructor lives.
#include <fmt/format.h>

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <vector>

#include <jpeglib.h>

#include <jerror.h>

#include "base/units.h"
#include "figure/exif.h"
#include "figure/raster.h"

namespace nbpublish {
namespace {

// A progressive JPEG has about ten scans. Thousands are an attack on time, and so are a hundred of a picture as large as any may be.
constexpr int kMaxScans = 200;
constexpr std::uint64_t kMostScannedPixels = 1'500'000'000;
constexpr unsigned kLongestSegment = 0xFFFF;

struct ErrorState {
  jpeg_error_mgr manager;  // first: libjpeg hands back a pointer to it
  std::jmp_buf jump;
  char message[JMSG_LENGTH_MAX] = {};
};

void leave(j_common_ptr common) {
  auto* state = reinterpret_cast<ErrorState*>(common->err);
  common->err->format_message(common, state->message);
  std::longjmp(state->jump, 1);
}

// Warnings: bytes between segments are harmless, everything else means missing or wrong picture data.
void on_message(j_common_ptr common, int level) {
  if (level < 0 && common->err->msg_code != JWRN_EXTRANEOUS_DATA && common->err->msg_code != JWRN_ADOBE_XFORM) leave(common);
}

void on_progress(j_common_ptr common) {
  const auto* jpeg = reinterpret_cast<j_decompress_ptr>(common);
  const auto scans = static_cast<std::uint64_t>(std::max(jpeg->input_scan_number, 0));
  if (jpeg->input_scan_number <= kMaxScans && scans * jpeg->image_width * jpeg->image_height <= kMostScannedPixels) return;
  std::snprintf(reinterpret_cast<ErrorState*>(common->err)->message, JMSG_LENGTH_MAX, "more than %d scans are too many for its size",
                jpeg->input_scan_number - 1);
  std::longjmp(reinterpret_cast<ErrorState*>(common->err)->jump, 1);
}

class JpegDecoder {
 public:
  explicit JpegDecoder(std::string_view bytes) : bytes_(bytes) {
    jpeg_.err = jpeg_std_error(&error_.manager);
    error_.manager.error_exit = leave;
    error_.manager.emit_message = on_message;
    progress_.progress_monitor = on_progress;
  }
  ~JpegDecoder() { jpeg_destroy_decompress(&jpeg_); }
  JpegDecoder(const JpegDecoder&) = delete;
  JpegDecoder& operator=(const JpegDecoder&) = delete;

  Result<Raster> read(const PictureLimits& limits) {
    if (!read_header()) return damaged();
    NBP_TRY(check_pixels(jpeg_.image_width, jpeg_.image_height, limits));
    const Exif exif = exif_of_markers();
    NBP_TRY(check_printable(exif));
    if (!start()) return damaged();
    row_.resize(static_cast<std::size_t>(jpeg_.output_width) * jpeg_.output_components);
    if (!read_rows()) return damaged();
    return measured(exif);
  }

 private:
  std::unexpected<Error> damaged() const {
    return fail(ErrorKind::Input, fmt::format("the JPEG is damaged: {}", error_.message), "export it again");
  }

  bool read_header() {
    if (setjmp(error_.jump) != 0) return false;
    jpeg_create_decompress(&jpeg_);
    jpeg_.progress = &progress_;
    jpeg_mem_src(&jpeg_, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
    jpeg_save_markers(&jpeg_, JPEG_APP0 + 1, kLongestSegment);
    return jpeg_read_header(&jpeg_, TRUE) == JPEG_HEADER_OK;
  }

  Exif exif_of_markers() const {
    for (auto* marker = jpeg_.marker_list; marker != nullptr; marker = marker->next) {
      const std::string_view segment(reinterpret_cast<const char*>(marker->data), marker->data_length);
      if (segment.starts_with("Exif")) return read_exif(segment);
    }
    return {};
  }

  // A JPEG goes into the PDF as it stands (ISO 32000-1, 7.4.8 DCTDecode), so what a reader or printer would
  // show otherwise than the author sees it is refused.
  Status check_printable(const Exif& exif) const {
    if (jpeg_.num_components == 4)
      return fail(ErrorKind::Input, "the JPEG is CMYK, and its colours would come out inverted in the PDF", "save it as RGB or grayscale");
    if (jpeg_.num_components != 1 && jpeg_.num_components != 3)
      return fail(ErrorKind::Input, fmt::format("the JPEG has {} colour components", jpeg_.num_components), "save it as RGB or grayscale");
    if (jpeg_.arith_code)
      return fail(ErrorKind::Input, "the JPEG uses arithmetic coding, which PDF does not know",
                  "save it as a baseline or progressive JPEG");
    if (exif.orientation != 1)
      return fail(ErrorKind::Input,
                  fmt::format("the JPEG is stored turned (EXIF orientation {}) and would be printed so", exif.orientation),
                  "save it upright, for example with `jpegtran` or `exiftran -a`");
    return {};
  }

  // Decoding at an eighth of the size reads every bit of the data and computes little.
  bool start() {
    if (setjmp(error_.jump) != 0) return false;
    jpeg_.scale_num = 1;
    jpeg_.scale_denom = 8;
    jpeg_.out_color_space = jpeg_.jpeg_color_space;
    jpeg_start_decompress(&jpeg_);
    return true;
  }

  bool read_rows() {
    if (setjmp(error_.jump) != 0) return false;
    JSAMPROW row = row_.data();
    while (jpeg_.output_scanline < jpeg_.output_height) jpeg_read_scanlines(&jpeg_, &row, 1);
    jpeg_finish_decompress(&jpeg_);
    return true;
  }

  Raster measured(const Exif& exif) const {
    Raster raster{jpeg_.image_width, jpeg_.image_height, exif.ppi_x, exif.ppi_y};
    const double scale = jpeg_.density_unit == 1 ? 1 : jpeg_.density_unit == 2 ? kCentimetresPerInch : 0;
    if (jpeg_.saw_JFIF_marker && scale > 0) {
      raster.ppi_x = jpeg_.X_density * scale;
      raster.ppi_y = jpeg_.Y_density * scale;
    }
    return raster;
  }

  std::string_view bytes_;
  jpeg_decompress_struct jpeg_{};
  ErrorState error_{};
  jpeg_progress_mgr progress_{};
  std::vector<JSAMPLE> row_;
};

}  // namespace

Result<Raster> read_jpeg(std::string_view bytes, const PictureLimits& limits) { return JpegDecoder(bytes).read(limits); }

}  // namespace nbpublish
