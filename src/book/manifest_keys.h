// The keys of book.toml: one table for each kind of table in it.
#pragma once

#include <span>

#include "book/book.h"
#include "book/manifest_context.h"
#include "toml/toml_keys.h"

namespace nbpublish {

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
// Its topics: [[volume.topic]], and `topics`, a list of folders and patterns for them.
void read_topics(ManifestContext& context, const TomlValue& value, Volume& volume);
void read_topic_folders(ManifestContext& context, const TomlValue& value, Volume& volume);
// The topics of a volume that names none: those of the folders that no other names.
void take_rest(ManifestContext& context, Volume& volume);
// Chapters' files that belong to no volume.
void report_strays(const ManifestContext& context, const toml::source_region& where);
void read_omnibus(ManifestContext& context, const TomlValue& value, Book& book);

}  // namespace nbpublish
