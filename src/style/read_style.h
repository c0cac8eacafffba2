// Reading style files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "platform/file_system.h"
#include "style/style.h"

namespace nbpublish {

// Reads `folder/<name>/style.toml`, after the style it `extends` if it names one. Unknown keys (with the
// nearest name), wrong types and missing keys are `style-key` diagnostics at line:column; a file that is
// not there is an Input error with the names that are. A style that was complained about is not fit for layout.
Result<Style> read_style(const FileSystem& files, const std::filesystem::path& folder, std::string_view name,
                         DiagnosticSink& diagnostics);

// The documentation of all keys, a Markdown table made from the schema.
std::string style_keys_markdown();

}  // namespace nbpublish
