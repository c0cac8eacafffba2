#include "preflight/image_ink.h"

#include <algorithm>
#include <cstdint>
#include <qpdf/Buffer.hh>
#include <string_view>

#include "preflight/streams.h"

namespace nbpublish {
namespace {

// Adds up the components of each pixel (8.9.5.2). Rows begin on a whole byte.
class InkSum final : public Pipeline {
 public:
  InkSum(const ColourSpace& space, unsigned bits, std::size_t columns, std::size_t rows, Components decode, Budget& budget)
      : Pipeline("ink", nullptr),
        bits_(bits),
        columns_(columns),
        left_(columns * rows),
        count_(space.components),
        space_(space),
        decode_(std::move(decode)),
        budget_(budget),
        pixel_(count_),
        samples_(count_) {}

  void write(const unsigned char* data, std::size_t size) override {
    budget_.spend_image(size);
    for (std::size_t i = 0; i < size && left_ > 0; ++i) add_byte(data[i]);
  }
  void finish() override {}

  // Nothing if there is no whole pixel.
  std::optional<double> most() const { return has_pixels_ ? std::optional(most_) : std::nullopt; }

 private:
  void add_byte(unsigned byte) {
    value_ = value_ << 8 | byte;
    have_ += 8;
    while (have_ >= bits_) {
      have_ -= bits_;
      add_sample(value_ >> have_ & ((1u << bits_) - 1));
      if (component_ == 0 && column_ == 0) return void(have_ = 0);  // what is left of the row's last byte
    }
  }

  void add_sample(unsigned sample) {
    const double low = decode_[2 * component_], high = decode_[2 * component_ + 1];
    pixel_[component_] = low + sample * (high - low) / ((1u << bits_) - 1);
    is_new_ = is_new_ || samples_[component_] != sample;
    samples_[component_] = sample;
    if (++component_ < count_) return;
    component_ = 0;
    if (++column_ == columns_) column_ = 0;
    --left_;
    has_pixels_ = true;
    if (is_new_) most_ = std::max(most_, ink_of(space_, pixel_).value_or(0));  // runs of one colour are common
    is_new_ = false;
  }

  const unsigned bits_;
  const std::size_t columns_;
  std::size_t left_;  // pixels; data behind the last is not the picture's
  const std::size_t count_;
  const ColourSpace& space_;
  const Components decode_;
  Budget& budget_;
  Components pixel_;
  std::uint32_t value_ = 0;
  unsigned have_ = 0;
  std::size_t component_ = 0, column_ = 0;
  bool has_pixels_ = false;
  std::vector<unsigned> samples_;  // of the pixel before
  bool is_new_ = true;             // this pixel differs from it so far
  double most_ = 0;
};

struct JpegSize {
  std::size_t pixels = 0, components = 0;
};

// From the frame header (ITU-T T.81, B.2.2); empty if there is none.
JpegSize jpeg_size(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])); };
  for (std::size_t i = 2; i + 10 <= bytes.size();) {
    if (at(i) != 0xFF) return {};
    const std::size_t marker = at(i + 1), length = at(i + 2) << 8 | at(i + 3);
    const bool is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (is_frame) return {(at(i + 5) << 8 | at(i + 6)) * (at(i + 7) << 8 | at(i + 8)), at(i + 9)};
    i += 2 + length;
  }
  return {};
}

bool ends_with_jpeg(QPDFObjectHandle filter) {
  if (filter.isArray() && filter.getArrayNItems() > 0) filter = filter.getArrayItem(filter.getArrayNItems() - 1);
  return filter.isName() && filter.getName() == "/DCTDecode";
}

// A JPEG is decoded as a whole: only one that says how large it will be.
bool is_fit_to_decode(QPDFObjectHandle image, std::size_t components) {
  QPDFObjectHandle filter = image.getDict().getKey("/Filter");
  if (!ends_with_jpeg(filter)) return true;
  if (!filter.isName()) return false;
  const std::shared_ptr<Buffer> raw = image.getRawStreamData();
  const JpegSize size = jpeg_size({reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()});
  return size.components == components && size.pixels > 0 && size.pixels <= kMostJpegPixels;
}

Components decode_of(QPDFObjectHandle array, std::size_t components) {
  Components out;
  for (std::size_t i = 0; i < components; ++i) out.insert(out.end(), {0.0, 1.0});
  if (!array.isArray() || static_cast<std::size_t>(array.getArrayNItems()) != out.size()) return out;
  for (std::size_t i = 0; i < out.size(); ++i) {
    QPDFObjectHandle item = array.getArrayItem(static_cast<int>(i));
    if (item.isNumber()) out[i] = item.getNumericValue();
  }
  return out;
}

// A width or height in pixels; 0 for what is none, or beyond any picture.
std::size_t length_of(QPDFObjectHandle object) {
  constexpr long long kMost = 1 << 20;
  const long long value = object.isInteger() ? object.getIntValue() : 0;
  return value > 0 && value <= kMost ? static_cast<std::size_t>(value) : 0;
}

double ink_of_palette(const ColourSpace& space) {
  double most = 0;
  const std::size_t colours = space.palette.size() / std::max<std::size_t>(1, space.base->components);
  for (std::size_t i = 0; i < colours; ++i) most = std::max(most, ink_of(space, {static_cast<double>(i)}).value_or(0));
  return most;
}

}  // namespace

bool has_inks(const ColourSpace& space) {
  switch (space.family) {
    case ColourFamily::Cmyk:
    case ColourFamily::IccCmyk:
    case ColourFamily::Inks:
      return true;
    case ColourFamily::Indexed:
      return has_inks(*space.base);
    default:
      return false;
  }
}

std::optional<double> ink_of_image(QPDFObjectHandle image, const ColourSpace& space, Budget& budget) {
  if (space.family == ColourFamily::Indexed) return ink_of_palette(space);
  QPDFObjectHandle dictionary = image.getDict();
  QPDFObjectHandle bits = dictionary.getKey("/BitsPerComponent");
  const bool is_jpeg = ends_with_jpeg(dictionary.getKey("/Filter"));
  const std::size_t columns = length_of(dictionary.getKey("/Width")), rows = length_of(dictionary.getKey("/Height"));
  if (columns == 0 || rows == 0 || space.components == 0) return std::nullopt;
  const int depth = is_jpeg || !bits.isInteger() ? 8 : bits.getIntValueAsInt();
  if (depth != 1 && depth != 2 && depth != 4 && depth != 8 && depth != 16) return std::nullopt;
  if (!is_fit_to_decode(image, space.components)) return std::nullopt;
  InkSum sum(space, static_cast<unsigned>(depth), columns, rows, decode_of(dictionary.getKey("/Decode"), space.components), budget);
  return pipe_decoded(image, sum) ? sum.most() : std::nullopt;
}

}  // namespace nbpublish
