#include "platform/unwritten_folder.h"

namespace nbpublish {
namespace {

std::filesystem::path whole_path(const std::filesystem::path& path) { return std::filesystem::absolute(path).lexically_normal(); }

}  // namespace

UnwrittenFolder::UnwrittenFolder(FileSystem& files, const std::filesystem::path& folder) : files_(files), folder_(whole_path(folder)) {}

bool UnwrittenFolder::is_inside(const std::filesystem::path& path) const {
  const std::filesystem::path inside = whole_path(path).lexically_relative(folder_);
  return !inside.empty() && *inside.begin() != "..";
}

Status UnwrittenFolder::write_file(const std::filesystem::path& path, std::string_view bytes) {
  return is_inside(path) ? Status() : files_.write_file(path, bytes);
}

Status UnwrittenFolder::remove(const std::filesystem::path& path) { return is_inside(path) ? Status() : files_.remove(path); }

Status UnwrittenFolder::remove_folder(const std::filesystem::path& path) { return is_inside(path) ? Status() : files_.remove_folder(path); }

void UnwrittenFolder::touch(const std::filesystem::path& path) {
  if (!is_inside(path)) files_.touch(path);
}

}  // namespace nbpublish
