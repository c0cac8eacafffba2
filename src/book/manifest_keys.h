// The keys of book.toml: one table for each kind of table in it.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>

#include "book/book.h"
#include "platform/file_system.h"
#include "toml/toml_keys.h"

namespace nbpublish {

// What the reading of one manifest needs and remembers.
struct ManifestContext {
  TomlReport report;
  const FileSystem& files;
  const std::filesystem::path& root;
  std::set<std::string> volume_keys, chapter_keys, identifiers;
  int last_volume = 0, last_topic = 0;  // numbers given so far, through the whole set
};

using BookKey = TomlKey<Book, ManifestContext>;
std::span<const BookKey> book_keys();

// All of [components].
void read_components(ManifestContext& context, const TomlValue& value, Book& book);

// After all keys: a claim without somebody who answers for it is dropped and told of.
void complete_accessibility(Book& book, DiagnosticSink& diagnostics);

// All of [editions].
void read_editions(ManifestContext& context, const TomlValue& value, Book& book);

// One [[volume]] with everything in it, numbered and checked against those before it.
Volume read_volume(ManifestContext& context, const toml::table& table);
void read_omnibus(ManifestContext& context, const TomlValue& value, Book& book);

}  // namespace nbpublish
