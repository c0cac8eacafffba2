// The directory of a ZIP archive, believed only where the archive bears it out. After PKWARE's APPNOTE 6.3.9
// as far as OCF 3.3 (section 4) allows it: one disk, stored or deflated, nothing encrypted.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace nbpublish {

struct ZipEntry {
  std::string_view name;   // as the archive has it; folders are left out
  std::uint64_t size = 0;  // unfolded, as stated: what is read is refused if it is another
  std::uint64_t packed = 0;
  std::uint64_t header = 0, data = 0;  // offsets of the local header and of the packed bytes
  std::uint32_t crc = 0;
  bool is_deflated = false;
  bool has_extra = false;  // the local header has an extra field
};

// In the order of the bytes in the archive; `archive` must outlive them. Throws EpubRefused for an archive
// that is truncated, damaged or made to do harm: local headers that say something else than the directory,
// entries that share bytes, names twice, absolute or with "..", symbolic links, encryption, entries that
// unfold beyond epub_limits.h.
std::vector<ZipEntry> read_zip_directory(std::string_view archive);

}  // namespace nbpublish
