// Patterns for folders, as a shell has them: "chapters/0[1-6]-*".
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "platform/file_system.h"

namespace nbpublish {

bool is_pattern(std::string_view text);

// Whether a name is as the pattern says: * is any characters, ? is one, [a-c] and [!a-c] one of them or none.
// A name that begins with a point needs one in the pattern. In time of name times pattern.
bool matches_pattern(std::string_view name, std::string_view pattern);
// The same for paths, name by name.
bool path_matches_pattern(std::string_view path, std::string_view pattern);

// Why nobody may name folders of a book by the pattern, as the end of a sentence; empty if one may.
std::string fault_of_pattern(std::string_view pattern);
// The folders below `root` that such a pattern means, relative to it, in the order of their numbers; an Error if the disk does not say.
// Folders that lead out of the book are none.
Result<std::vector<std::string>> matching_folders(const FileSystem& files, const std::filesystem::path& root, std::string_view pattern);

}  // namespace nbpublish
