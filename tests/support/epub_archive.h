// An EPUB opened again by a program of its own: what was written is what a reader gets.
#pragma once

#include <zip.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace nbpublish::testing {

struct ArchivedFile {
  std::string path, bytes;
  bool is_stored = false;
};

// The files of a container, in the order of its central directory. Throws if it is no sound archive.
inline std::vector<ArchivedFile> read_archive(const std::string& bytes) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr;
  if (archive == nullptr) throw std::runtime_error("no sound archive");
  std::vector<ArchivedFile> files;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    ArchivedFile entry{stat.name, std::string(stat.size, '\0'), stat.comp_method == ZIP_CM_STORE};
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    if (file == nullptr || zip_fread(file, entry.bytes.data(), entry.bytes.size()) != static_cast<zip_int64_t>(stat.size))
      throw std::runtime_error("cannot read " + entry.path);
    zip_fclose(file);
    files.push_back(std::move(entry));
  }
  zip_discard(archive);
  return files;
}

}  // namespace nbpublish::testing
