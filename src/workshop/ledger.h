// Ledger: what is known of pictures from earlier runs, by their content.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/result.h"
#include "platform/file_system.h"

namespace nbpublish {

// One file of the cache. A damaged one, and one that was written by another `version`, is as good as none.
class Ledger {
 public:
  Ledger(FileSystem& files, std::filesystem::path file, std::string version);

  // Nothing, that it is sound, or what is wrong with it.
  std::optional<Status> find(const Hash128& key);
  void keep(const Hash128& key, const Status& verdict);
  // Writes what this run has asked for or found out, and of the rest as much as there is room for. Nothing if nothing is new. A cache
  // that cannot be written costs time at the next run, nothing else.
  void save();

 private:
  struct Entry {
    Status verdict;
    bool used = false;
  };
  void read();

  FileSystem& files_;
  std::filesystem::path file_;
  std::string version_;
  std::map<Hash128, Entry> entries_;
  bool is_new_ = false;
};

}  // namespace nbpublish
