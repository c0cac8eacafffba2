#include "book/book_path.h"

#include <vector>

#include "diag/diagnostic.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

// Whether `inner` lies below the folder `outer`, which may end in a slash or be ".".
bool stands_in(const fs::path& inner, const fs::path& outer) {
  auto part = inner.begin();
  for (const fs::path& name : outer) {
    if (name.empty() || name == ".") continue;
    if (part == inner.end() || *part++ != name) return false;
  }
  return true;
}

}  // namespace

std::expected<std::string, std::string> path_in_book(const FileSystem& files, const fs::path& root, std::string_view written) {
  if (written.find('\\') != std::string_view::npos) return std::unexpected("must be written with '/'");
  const fs::path path = fs::path(written).lexically_normal();
  if (path.is_absolute()) return std::unexpected("must be relative to the book's folder");
  if (path.empty() || path == "." || path.filename().empty()) return std::unexpected("does not name a file");
  if (*path.begin() == "..") return std::unexpected("leads out of the book's folder");
  if (!stands_in(files.real_path(root / path), files.real_path(root)))
    return std::unexpected("leads out of the book's folder through a symbolic link");
  return path.generic_string();
}

std::string last_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string nearest_file(const FileSystem& files, const fs::path& root, std::string_view file) {
  const fs::path path(file);
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : files.list_directory(root / path.parent_path()).value_or(std::vector<DirectoryEntry>()))
    if (!entry.is_directory) names.push_back(entry.name);
  const std::string nearest = nearest_name(path.filename().string(), names);
  return nearest.empty() ? "" : (path.parent_path() / nearest).generic_string();
}

void report_unread(const ReadError& error, const std::string& file, DiagnosticSink& diagnostics) {
  constexpr const char* kHint = "its text is left out, and no volume that needs it is written";
  switch (error.fault) {
    case ReadFault::TooLarge:
      return diagnostics.report(DiagCode::LimitExceeded, file, {}, "the file " + error.why, kHint);
    case ReadFault::Missing:
    case ReadFault::Outside:
    case ReadFault::Refused:
    case ReadFault::System:
      return diagnostics.report(DiagCode::MissingFile, file, {}, "the file cannot be read: " + error.why, kHint);
  }
}

}  // namespace nbpublish
