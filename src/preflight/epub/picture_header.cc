#include "preflight/epub/picture_header.h"

#include <array>
#include <cstdint>

namespace nbpublish {
namespace {

using std::string_view;
using enum PictureFacts::Format;

constexpr string_view kPngSignature = "\x89PNG\r\n\x1a\n";

// A big-endian or little-endian number; 0 behind the end.
std::uint32_t big(string_view bytes, std::size_t at, unsigned count) {
  std::uint32_t value = 0;
  if (at > bytes.size() || bytes.size() - at < count) return 0;
  for (unsigned i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}
std::uint32_t little(string_view bytes, std::size_t at, unsigned count) {
  std::uint32_t value = 0;
  if (at > bytes.size() || bytes.size() - at < count) return 0;
  for (unsigned i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// W3C PNG, section 5.3: length, name, data, checksum.
void read_png(string_view bytes, PictureFacts& facts) {
  facts.width = big(bytes, 16, 4);
  facts.height = big(bytes, 20, 4);
  const std::uint32_t colour_type = big(bytes, 25, 1);
  facts.is_transparent = colour_type == 4 || colour_type == 6;
  for (std::size_t at = kPngSignature.size(); at + 12 <= bytes.size(); at += 12 + std::size_t{big(bytes, at, 4)}) {
    const string_view name = bytes.substr(at + 4, 4);
    if (name == "tRNS") facts.is_transparent = true;
    if (name == "acTL") facts.is_animated = true;
    if (name == "IEND") return;
  }
  facts.is_damaged = true;
}

bool is_start_of_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// ITU-T T.81, B.1: markers up to the frame header.
void read_jpeg(string_view bytes, PictureFacts& facts) {
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (bytes[at] != '\xFF') break;
    const std::uint32_t marker = big(bytes, at + 1, 1);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    if (is_start_of_frame(marker)) {
      facts.height = big(bytes, at + 5, 2);
      facts.width = big(bytes, at + 7, 2);
      facts.is_cmyk = big(bytes, at + 9, 1) == 4;
      return;
    }
    at += 2 + std::size_t{big(bytes, at + 2, 2)};
  }
  facts.is_damaged = true;
}

// GIF89a, section 15 ff.: sub-blocks of a length each, 0 ends them.
std::size_t past_sub_blocks(string_view bytes, std::size_t at) {
  while (at < bytes.size() && bytes[at] != 0) at += 1 + static_cast<unsigned char>(bytes[at]);
  return at + 1;
}

std::size_t colour_table_bytes(std::uint32_t flags) { return flags & 0x80 ? std::size_t{3} << ((flags & 7) + 1) : 0; }

void read_gif(string_view bytes, PictureFacts& facts) {
  facts.width = little(bytes, 6, 2);
  facts.height = little(bytes, 8, 2);
  std::size_t at = 13 + colour_table_bytes(big(bytes, 10, 1));
  int frames = 0;
  while (at < bytes.size() && bytes[at] != ';') {
    if (bytes[at] == '!') {
      if (big(bytes, at + 1, 1) == 0xF9 && (big(bytes, at + 3, 1) & 1)) facts.is_transparent = true;
      at = past_sub_blocks(bytes, at + 2);
    } else if (bytes[at] == ',') {
      facts.is_animated = ++frames > 1;
      at = past_sub_blocks(bytes, at + 11 + colour_table_bytes(big(bytes, at + 9, 1)));
    } else {
      break;
    }
  }
  facts.is_damaged = frames == 0 || at >= bytes.size();
}

PictureFacts::Format format_of(string_view bytes) {
  if (bytes.starts_with(kPngSignature)) return Png;
  if (bytes.starts_with("\xFF\xD8\xFF")) return Jpeg;
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return Gif;
  if (bytes.starts_with("RIFF") && bytes.substr(std::min<std::size_t>(8, bytes.size()), 4) == "WEBP") return WebP;
  if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp" && bytes.substr(8, 4).starts_with("avi")) return Avif;
  if (bytes.starts_with("\xFF\x0A") || bytes.substr(0, 8) == string_view("\0\0\0\x0CJXL ", 8)) return JpegXl;
  if (bytes.starts_with(string_view("II*\0", 4)) || bytes.starts_with(string_view("MM\0*", 4))) return Tiff;
  return bytes.starts_with("BM") ? Bmp : Unknown;
}

}  // namespace

PictureFacts picture_facts(string_view bytes) {
  PictureFacts facts;
  facts.format = format_of(bytes);
  if (facts.format == Png) read_png(bytes, facts);
  if (facts.format == Jpeg) read_jpeg(bytes, facts);
  if (facts.format == Gif) read_gif(bytes, facts);
  const bool is_measured = facts.format == Png || facts.format == Jpeg || facts.format == Gif;
  if (is_measured && (facts.width == 0 || facts.height == 0)) facts.is_damaged = true;
  return facts;
}

string_view word_of(PictureFacts::Format format) {
  static constexpr std::array<string_view, 10> kWords{"an unknown format", "PNG",  "JPEG", "GIF", "WebP", "AVIF",
                                                      "JPEG XL",           "TIFF", "BMP",  "SVG"};
  return kWords[static_cast<std::size_t>(format)];
}

string_view media_type_of(PictureFacts::Format format) {
  switch (format) {
    case Png:
      return "image/png";
    case Jpeg:
      return "image/jpeg";
    case Gif:
      return "image/gif";
    case WebP:
      return "image/webp";
    case Svg:
      return "image/svg+xml";
    default:
      return {};
  }
}

}  // namespace nbpublish
