#include <fmt/format.h>

#include "preflight/epub/picture_header.h"
#include "preflight/epub/readers.h"

namespace nbpublish {
namespace {

// Formats that every store's readers show.
bool is_common(PictureFacts::Format format) {
  using enum PictureFacts::Format;
  return format == Png || format == Jpeg || format == Gif || format == Svg;
}

}  // namespace

void read_picture(Reading& reading, const std::string& file) {
  const ZipEntry* entry = reading.book.archive.find(file);
  if (!entry) return;
  const PictureFacts facts = picture_facts(reading.book.archive.read(*entry));
  const Place place{file, 0};
  const auto note = [&](EpubRule rule, std::string_view what) { reading.findings.add(rule, place, std::string(what)); };
  if (facts.is_damaged) note(EpubRule::ImageDamaged, fmt::format("it begins as {}, and breaks off", word_of(facts.format)));
  if (!is_common(facts.format)) note(EpubRule::ImageFormat, word_of(facts.format));
  if (facts.is_cmyk) note(EpubRule::ImageCmyk, "its JPEG has four colours");
  if (facts.is_animated) note(EpubRule::ImageAnimated, fmt::format("an animated {}", word_of(facts.format)));
  if (facts.is_transparent) note(EpubRule::ImageTransparent, word_of(facts.format));
  const std::string size = fmt::format("{} x {}", facts.width, facts.height);
  reading.findings.at_most(EpubRule::ImagePixels, place, facts.width * facts.height / 1e6, size);
  reading.findings.at_most(EpubRule::ImagePixelsAdvised, place, facts.width * facts.height / 1e6, size);
  reading.findings.at_most(EpubRule::ImageSize, place, static_cast<double>(entry->size) / 1e6, "");
  reading.book.pictures[file] = facts;
}

}  // namespace nbpublish
