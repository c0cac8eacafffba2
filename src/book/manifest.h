// book.toml: the manifest of a book.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "book/book.h"
#include "diag/diagnostic.h"
#include "platform/file_system.h"

namespace nbpublish {

inline constexpr std::string_view kManifestName = "book.toml";

// Reads `root/book.toml`. Mistakes in it (syntax, unknown keys with the nearest name, wrong types, missing
// files, double keys) are diagnostics at line and column; the book holds what could be understood.
// An Error only if the file cannot be read at all.
Result<Book> read_manifest(const FileSystem& files, const std::filesystem::path& root, DiagnosticSink& diagnostics);

}  // namespace nbpublish
