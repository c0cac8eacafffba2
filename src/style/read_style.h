// Reading style files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "platform/file_system.h"
#include "style/style.h"

namespace nbpublish {

// A folder of styles, and what stands before its files' names in diagnostics.
struct StyleFolder {
  std::filesystem::path path;
  std::string shown;
  std::filesystem::path book{};  // the folder of the book that brings it; empty if it comes with the program
};

// Reads `<name>/style.toml` of the first folder that has it, after the style it `extends` if it names one. Unknown
// keys (with the nearest name), wrong types and missing keys are `style-key` diagnostics at line:column; a file that
// is not there is an Input error with the names that are, one that the machine cannot read an Environment error. A style that was
// complained about is not fit for layout.
Result<Style> read_style(const FileSystem& files, const std::vector<StyleFolder>& folders, std::string_view name,
                         DiagnosticSink& diagnostics);

// The nearest file of that name ("epub.css") in the style's folder or those of the styles it extends. `book` is the folder
// of the book that may bring them.
Result<std::string> read_style_file(const FileSystem& files, const Style& style, const std::string& name,
                                    const std::filesystem::path& book = {});

// The documentation of all keys, a Markdown table made from the schema.
std::string style_keys_markdown();

}  // namespace nbpublish
