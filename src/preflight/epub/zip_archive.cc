#include "preflight/epub/zip_archive.h"

#include <fmt/format.h>
#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <new>
#include <numeric>

#include "preflight/epub/epub_limits.h"
#include "preflight/epub/shown.h"

namespace nbpublish {
namespace {

// Never writes more than the stated size, which read_zip_directory() has limited.
std::string unfold(std::string_view packed, const ZipEntry& entry) {
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor(libdeflate_alloc_decompressor(),
                                                                                                  libdeflate_free_decompressor);
  if (!decompressor) throw std::bad_alloc();
  std::string out(entry.size, '\0');
  std::size_t used = 0, size = 0;
  const libdeflate_result result =
      libdeflate_deflate_decompress_ex(decompressor.get(), packed.data(), packed.size(), out.data(), out.size(), &used, &size);
  if (result == LIBDEFLATE_INSUFFICIENT_SPACE)
    throw EpubRefused(fmt::format("{}: it unfolds to more than the {} bytes that the archive states", shown_word(entry.name), entry.size));
  if (result != LIBDEFLATE_SUCCESS || used != packed.size() || size != entry.size)
    throw EpubRefused(fmt::format("{}: its compressed bytes are damaged", shown_word(entry.name)));
  return out;
}

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes) : bytes_(bytes), entries_(read_zip_directory(bytes)), by_name_(entries_.size()) {
  std::iota(by_name_.begin(), by_name_.end(), std::size_t{0});
  std::ranges::sort(by_name_, {}, [&](std::size_t i) { return entries_[i].name; });
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
  const auto name_of = [&](std::size_t i) { return entries_[i].name; };
  const auto found = std::ranges::lower_bound(by_name_, name, {}, name_of);
  return found != by_name_.end() && name_of(*found) == name ? &entries_[*found] : nullptr;
}

std::string ZipArchive::read(const ZipEntry& entry) const {
  const std::string_view packed = bytes_.substr(entry.data, entry.packed);
  if (entry.size > kMostEntryBytes)
    throw EpubRefused(
        fmt::format("{}: it has {} MB; more than {} MB are not read", shown_word(entry.name), entry.size >> 20, kMostEntryBytes >> 20));
  std::string out = entry.is_deflated ? unfold(packed, entry) : std::string(packed);
  if (libdeflate_crc32(0, out.data(), out.size()) != entry.crc)
    throw EpubRefused(fmt::format("{}: it is damaged: its checksum is another than the archive states", shown_word(entry.name)));
  return out;
}

}  // namespace nbpublish
