#include "workshop/wire.h"

#include <cstring>

namespace nbpublish {

void WireWriter::number(std::uint64_t value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }

void WireWriter::text(std::string_view text) {
  number(text.size());
  bytes_ += text;
}

void WireWriter::size(Size value) {
  length(value.width);
  length(value.height);
}

void WireWriter::picture(const Picture& picture) {
  number(static_cast<std::uint64_t>(picture.kind));
  text(picture.bytes);
  number(picture.width_px);
  number(picture.height_px);
  size(picture.natural_size);
  text(picture.title);
  text(picture.description);
  length(picture.lettering);
}

void WireWriter::theme(const Theme& theme) {
  for (const Rgb colour : theme.colours) number(std::uint64_t{colour.r} << 16 | std::uint64_t{colour.g} << 8 | colour.b);
}

void WireWriter::colours(const PictureColours& colours) {
  number(static_cast<std::uint64_t>(colours.look));
  theme(colours.light);
  theme(colours.dark);
}

void WireWriter::error(const Error& error) {
  number(static_cast<std::uint64_t>(error.kind));
  text(error.message);
  text(error.hint);
}

std::string_view WireReader::take(std::size_t size) {
  if (size > rest_.size()) return sound_ = false, rest_ = {};
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

std::uint64_t WireReader::number() {
  std::uint64_t value = 0;
  if (const std::string_view bytes = take(sizeof value); bytes.size() == sizeof value) std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}

std::string WireReader::text() {
  const std::uint64_t size = number();
  return std::string(take(size));
}

Length WireReader::length() { return Length::raw(static_cast<std::int64_t>(number())); }

Size WireReader::size() {
  const Length width = length();
  return {width, length()};
}

bool looks_differ(const Picture& picture) { return picture.bytes.find('[') != std::string::npos; }

Picture WireReader::picture() {
  Picture out;
  const std::uint64_t kind = number();
  if (kind > static_cast<std::uint64_t>(PictureKind::Svg)) sound_ = false;
  out.kind = static_cast<PictureKind>(kind);
  out.bytes = text();
  out.width_px = static_cast<std::uint32_t>(number());
  out.height_px = static_cast<std::uint32_t>(number());
  out.natural_size = size();
  out.title = text();
  out.description = text();
  out.lettering = length();
  return out;
}

Theme WireReader::theme() {
  Theme out;
  for (Rgb& colour : out.colours) {
    const std::uint64_t value = number();
    colour = {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
  }
  return out;
}

PictureColours WireReader::colours() {
  PictureColours out;
  const std::uint64_t look = number();
  if (look > static_cast<std::uint64_t>(PictureLook::Gray)) sound_ = false;
  out.look = static_cast<PictureLook>(look);
  out.light = theme();
  out.dark = theme();
  return out;
}

Error WireReader::error() {
  Error out;
  // Whatever it claims to be: what goes wrong with a picture is the picture's fault.
  out.kind = number() == static_cast<std::uint64_t>(ErrorKind::Environment) ? ErrorKind::Environment : ErrorKind::Input;
  out.message = text();
  out.hint = text();
  return out;
}

}  // namespace nbpublish
