#include "pipeline/output_names.h"

#include <fmt/format.h>

#include <filesystem>

namespace nbpublish {

std::string part_suffix(std::size_t index, std::size_t books) { return books == 1 ? "" : fmt::format("-part-{}", index + 1); }

std::string pdf_name(const Volume& volume, const Edition& edition, std::string_view part) {
  return fmt::format("{}-{}{}.pdf", volume.key, edition.name, part);
}

std::string wrap_name(const Volume& volume, const Edition& edition, std::string_view outlet, std::string_view part) {
  const std::string of_edition = edition.name == "print" ? "" : "-" + edition.name;
  return fmt::format("{}{}-cover-{}{}.pdf", volume.key, of_edition, outlet, part);
}

std::string cover_picture_name(const Volume& volume, const std::string& file) {
  return volume.key + "-cover" + std::filesystem::path(file).extension().string();
}

std::string epub_name(const Volume& volume, bool is_sample) { return volume.key + (is_sample ? "-sample.epub" : ".epub"); }

std::string onix_name(const Volume& volume) { return volume.key + "-onix.xml"; }

}  // namespace nbpublish
