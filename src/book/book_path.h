// Names of files that a book may use: relative, and inside its folder wherever links lead.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "platform/door.h"

namespace nbpublish {

// The normal form of `written` ("a/./b.md" -> "a/b.md"), or why it is refused, as the end of a sentence.
// Doesn't ask whether there is such a file.
std::expected<std::string, std::string> path_in_book(const FileSystem& files, const std::filesystem::path& root, std::string_view written);

// "2-io" of "volume-1/2-io".
std::string last_name(const std::string& path);

// The name in the folder of `file` that was probably meant, or empty.
std::string nearest_file(const FileSystem& files, const std::filesystem::path& root, std::string_view file);

// Why the text `file` of the book cannot be read, as a diagnostic of that file.
void report_unread(const ReadError& error, const std::string& file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
