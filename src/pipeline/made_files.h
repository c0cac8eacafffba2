// What a run made: files that appear together (platform/output_set.h), each with what it is.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "platform/output_set.h"

namespace nbpublish {

struct MadeFile {
  std::filesystem::path path;
  std::string volume;     // its key
  std::string kind;       // what people call it: "print", "EPUB"; empty: not worth a word
  std::size_t pages = 0;  // of a PDF
};

// The files of a volume.
class MadeFiles {
 public:
  MadeFiles(FileSystem& files, std::string volume) : outputs_(files), volume_(std::move(volume)) {}

  // An Environment error that names the path.
  [[nodiscard]] Status add(const std::filesystem::path& path, std::string_view kind, std::size_t pages, std::string_view bytes);
  // All of them in their places; appends them to `made`.
  [[nodiscard]] Status commit(std::vector<MadeFile>& made);

 private:
  OutputSet outputs_;
  std::string volume_;
  std::vector<MadeFile> files_;
};

// "volume-1: print 712 pages, screen 708 pages, EPUB", or of several volumes "4 volumes: print 2848 pages, 4 EPUB"; "nothing was
// made" for no files.
std::string summary_of(const std::vector<MadeFile>& made);

}  // namespace nbpublish
