// fonts.toml: which faces there are, and from where.
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "platform/file_system.h"
#include "text/font_entry.h"

namespace nbpublish {

// Reads the `[[font]]` tables of `folder/fonts.toml` in their order. An Environment error names the line of
// what is wrong: this file belongs to the program, not to the author.
Result<std::vector<FontEntry>> read_font_manifest(const FileSystem& files, const std::filesystem::path& folder);

}  // namespace nbpublish
