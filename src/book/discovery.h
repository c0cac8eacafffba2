// Finding the book: upward from a folder, and a folder without a manifest read as it stands.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "book/book.h"
#include "diag/diagnostic.h"
#include "platform/file_system.h"

namespace nbpublish {

// The nearest folder upward from `start` (itself first) that holds book.toml, content/book.toml
// (gives the content folder) or chapters/. A Usage error with a hint if there is none.
Result<std::filesystem::path> find_book(const FileSystem& files, const std::filesystem::path& start);

// read_manifest() where there is one, discover_book() elsewhere.
Result<Book> load_book(const FileSystem& files, const std::filesystem::path& root, DiagnosticSink& diagnostics);

// A folder laid out as chapters/NN-topic/NN-name.md|mdx: one volume "volume-1"; topics and chapters
// sorted and numbered by their leading number (any count of digits); README.md ignored; a topic's title
// is its chapters' `category`; their front matter says what is a draft. The book's title is the README's H1, its site
// the host of the links to its chapters, its authors theirs, its cover a picture named so in public/ or here.
// Chapters' files outside of that are told, and left out.
Result<Book> discover_book(const FileSystem& files, const std::filesystem::path& root, DiagnosticSink& diagnostics);

}  // namespace nbpublish
