// ManifestContext: what the reading of one manifest needs and remembers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "book/found_book.h"
#include "book/names.h"
#include "platform/file_system.h"
#include "toml/toml_keys.h"

namespace nbpublish {

// Files and folders that a manifest names, gathered before it is read: what is named is not found a second time.
struct NamedPlaces {
  std::set<std::string> files;        // of chapters, of front and back matter
  std::set<std::string> folders;      // of topics, by name
  std::vector<std::string> patterns;  // for folders of topics
};
NamedPlaces named_places(const toml::table& manifest);

// What the reading of one manifest needs and remembers.
struct ManifestContext {
  TomlReport report;
  DiagnosticSink& diagnostics;
  const FileSystem& files;
  const std::filesystem::path& root;
  NamedPlaces named;
  std::size_t volume_count = 0;  // that the file has
  TakenNames volume_keys = TakenNames::without_case(), chapter_keys;
  std::set<std::string> identifiers;
  int last_volume = 0, last_topic = 0;          // numbers given so far, through the whole set
  std::map<std::string, std::uint32_t> places;  // files and folders taken so far, and the lines that name them
  FoundBook found;                              // borrows the keys
  bool has_found = false;                       // topics, so that the rest of the book is found too
  bool rest_is_given = false;                   // to a volume that names no topics
  std::vector<std::string> lost_files;          // of front and back matter
  std::optional<Error> failure;                 // of the disk: nothing can be made

  ManifestContext(std::string_view file, const FileSystem& files_, const std::filesystem::path& root_, const toml::table& manifest,
                  DiagnosticSink& diagnostics_);
  ManifestContext(const ManifestContext&) = delete;
  ManifestContext& operator=(const ManifestContext&) = delete;

  // Whether nobody has named the file or folder before; a complaint if somebody has.
  bool take(const std::string& place, const toml::source_region& where);
};

}  // namespace nbpublish
