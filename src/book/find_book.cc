#include "book/discovery.h"
#include "book/manifest.h"
#include "platform/door.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kContent = "content";
constexpr std::string_view kChapters = "chapters";

}  // namespace

Result<fs::path> find_book(const FileSystem& files, const fs::path& start) {
  for (fs::path folder = files.real_path(start);; folder = folder.parent_path()) {
    if (is_there(files, folder / kManifestName)) return folder;
    if (is_there(files, folder / kContent / kManifestName)) return folder / kContent;
    if (files.is_directory(folder / kChapters)) return folder;
    if (folder == folder.parent_path()) break;
  }
  return fail(ErrorKind::Usage, "no book in " + start.string() + " or a folder above it",
              "go to the book's folder or name it with --book: it holds book.toml or chapters/");
}

Result<Book> load_book(const FileSystem& files, const fs::path& root, DiagnosticSink& diagnostics) {
  if (is_there(files, root / kManifestName)) return read_manifest(files, root, diagnostics);
  if (is_there(files, root / kContent / kManifestName)) return read_manifest(files, root / kContent, diagnostics);
  return discover_book(files, root, diagnostics);
}

}  // namespace nbpublish
