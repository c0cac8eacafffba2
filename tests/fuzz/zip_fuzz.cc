// The directory of an archive, and the files that it names.
#include "fuzz/fuzz.h"
#include "preflight/epub/epub_limits.h"
#include "preflight/epub/zip_archive.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

constexpr std::size_t kMostBytes = 1u << 20;  // of one that is unfolded here

void read(std::string_view bytes) {
  const ZipArchive archive(bytes);
  std::uint64_t from = 0;
  for (const ZipEntry& entry : archive.entries()) {
    must(is_inside(entry.name, bytes) && !entry.name.empty(), "names stand in the archive");
    must(entry.header >= from && entry.data >= entry.header && entry.data + entry.packed <= bytes.size(),
         "files stand in it one after another");
    from = entry.data + entry.packed;
    must(!entry.name.starts_with('/') && entry.name.find("../") == std::string_view::npos, "names lead into the archive");
    must(archive.find(entry.name) == &entry, "files are found by their name");
    if (entry.size > kMostBytes) continue;
    try {
      must(archive.read(entry).size() == entry.size, "a file has the size that is stated");
    } catch (const EpubRefused&) {
    }
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    read(text_of(data, size));
  } catch (const EpubRefused&) {
  }
  return 0;
}
