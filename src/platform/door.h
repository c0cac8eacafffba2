// Reading a whole file without trusting what stands under its name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

#include "base/result.h"
#include "platform/file_system.h"

namespace nbpublish {

// note [door]: whatever a book brings, its manifest, chapters, pictures, styles, is read by read_inside() and by nothing
// else (tests/lint/door.sh). No link and no `..` leads out of the book's folder, only regular files are opened, so that
// nothing waits for a pipe or wakes a device, and the size is known before anything is read.

// Why a file of a book gives no bytes.
enum class ReadFault : std::uint8_t {
  Missing,  // nothing stands there
  Outside,  // it lies outside the book, or a link leads there
  TooLarge,
  Refused,  // something that is no file (a folder, a pipe, a device), or one that may not be read
  System,   // the machine's fault: no descriptors, no memory, a broken disk
};
struct ReadError {
  ReadFault fault;
  std::string why;  // the end of a sentence that begins with the file: "is a pipe (FIFO)", "permission denied"
};

// The whole file `name` of the folder `root`, which holds the book. A link that stays inside is followed. (A disk in
// memory knows no links: there the name alone counts.)
std::expected<std::string, ReadError> read_inside(const FileSystem& files, const std::filesystem::path& root,
                                                  const std::filesystem::path& name, std::size_t most_bytes);

// The whole file `path`, wherever it is and whatever link leads there: of the installation, of the cache, or named on
// the command line. An Input error names it and says why it cannot be read; what the machine lacks is an Environment error.
Result<std::string> read_at_most(const FileSystem& files, const std::filesystem::path& path, std::size_t most_bytes);

// Whether anything at all has this name, be it a pipe or a link that leads nowhere.
bool is_there(const FileSystem& files, const std::filesystem::path& path);

// The error of a file of the book that the run cannot do without.
std::unexpected<Error> fail_to_read(const std::string& file, const ReadError& error);

}  // namespace nbpublish
