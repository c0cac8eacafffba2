// Small pictures made on the spot: squares of one colour.
#pragma once

#include <cairo.h>

#include <cstdio>  // jpeglib.h needs it first
#include <cstdlib>

#include <jpeglib.h>

#include <memory>
#include <string>
#include <vector>

#include "figure/figure.h"

namespace nbpublish::testing {

inline std::string png_bytes(int side, unsigned char red, unsigned char green, unsigned char blue) {
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
  cairo_t* context = cairo_create(surface);
  cairo_set_source_rgb(context, red / 255.0, green / 255.0, blue / 255.0);
  cairo_paint(context);
  cairo_destroy(context);
  std::string bytes;
  cairo_surface_write_to_png_stream(
      surface,
      [](void* out, const unsigned char* data, unsigned length) {
        static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
      },
      &bytes);
  cairo_surface_destroy(surface);
  return bytes;
}

inline std::string jpeg_bytes(int side, unsigned char red, unsigned char green, unsigned char blue) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* data = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &data, &size);
  info.image_width = info.image_height = static_cast<JDIMENSION>(side);
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 100, TRUE);
  jpeg_start_compress(&info, TRUE);
  std::vector<unsigned char> row;
  for (int i = 0; i < side; ++i) row.insert(row.end(), {red, green, blue});
  unsigned char* rows[] = {row.data()};
  while (info.next_scanline < info.image_height) jpeg_write_scanlines(&info, rows, 1);
  jpeg_finish_compress(&info);
  std::string bytes(reinterpret_cast<char*>(data), size);
  jpeg_destroy_compress(&info);
  std::free(data);
  return bytes;
}

inline PicturePtr picture(PictureKind kind, std::string bytes, std::uint32_t side) {
  const Length size = Length::pt(side);
  return std::make_shared<const Picture>(Picture{kind, std::move(bytes), side, side, {size, size}});
}

}  // namespace nbpublish::testing
