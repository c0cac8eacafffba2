// The files of an archive, by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "preflight/epub/zip_directory.h"

namespace nbpublish {

class ZipArchive {
 public:
  // `bytes` must outlive the archive. Throws EpubRefused as read_zip_directory() does.
  explicit ZipArchive(std::string_view bytes);

  const std::vector<ZipEntry>& entries() const { return entries_; }  // in the order of the archive
  const ZipEntry* find(std::string_view name) const;                 // null: none
  // The bytes of a file. Throws EpubRefused if they are not of the size and checksum that the archive states.
  std::string read(const ZipEntry& entry) const;

 private:
  std::string_view bytes_;
  std::vector<ZipEntry> entries_;
  std::vector<std::size_t> by_name_;  // indices of entries_, sorted
};

}  // namespace nbpublish
