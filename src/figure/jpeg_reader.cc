#include "figure/jpeg_reader.h"

namespace nbpublish {

JpegReader::JpegReader(std::string_view bytes) {
  jpeg_mem_src(&codec_.info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&codec_.info, TRUE);
}

JpegReader::Size JpegReader::scale(unsigned eighths) {
  codec_.info.scale_num = eighths;
  codec_.info.scale_denom = 8;
  jpeg_calc_output_dimensions(&codec_.info);
  return {codec_.info.output_width, codec_.info.output_height};
}

void JpegReader::read(JpegSamples samples, unsigned char* first, std::size_t stride) {
  codec_.info.out_color_space = samples == JpegSamples::Gray ? JCS_GRAYSCALE : JCS_EXT_BGRX;
  jpeg_start_decompress(&codec_.info);
  for (unsigned char* row = first; codec_.info.output_scanline < codec_.info.output_height; row += stride)
    jpeg_read_scanlines(&codec_.info, &row, 1);
}

}  // namespace nbpublish
