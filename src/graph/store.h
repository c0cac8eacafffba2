// Store: what was made once, kept by the hash of what it was made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/result.h"
#include "platform/background.h"
#include "platform/file_system.h"

namespace nbpublish {

// note [the store]: one file an entry, named by its key, all in one folder, so that what a killed run has begun is swept with the first
// that is kept (platform/staged_file.h). It has a head that names the format, the key and the hash of the bytes. It appears whole (a
// temporary file, synced and renamed), so two processes may keep the same, and one that is killed leaves the old state. Waiting for the
// disk would take up to a tenth of a first run's time on the clock, so that writers do it while the run goes on; what they have not
// written yet is found here as well. An entry that is damaged, of another format or under another's name is as good as none, and is
// removed. What has been used last stays when the folder is full.
// A rehearsal finds what there is and leaves the disk as it is. Nothing that is made depends on what is found here, only the time that it
// takes.
class Store {
 public:
  struct Limits {
    std::uint64_t on_disk = std::uint64_t{2} << 30;  // bytes that prune() leaves
    std::size_t in_memory = 0;                       // of the entries used last, for a process that asks again
    unsigned writers = 0;                            // threads that wait for the disk; 0: keep() itself does
  };

  enum class Use : std::uint8_t { Real, Rehearsal };

  // Borrows the disk. The folder is made when something is first kept.
  Store(FileSystem& files, std::filesystem::path folder, Limits limits, Use use = Use::Real)
      : files_(files), folder_(std::move(folder)), limits_(limits), use_(use), writing_(limits.writers, kMostWaiting) {}

  // Safe from several threads at once, as keep() is.
  std::shared_ptr<const std::string> find(Hash128 key);
  // The same, not counted: of what is told and not made.
  std::shared_ptr<const std::string> look(Hash128 key);
  // An entry that cannot be written is not kept: see trouble().
  void keep(Hash128 key, std::string bytes);
  // Waits until all that was kept is on the disk. The end of a store does so too.
  void settle();
  // Why the first entry that could not be written was not; nothing if all were. Settles.
  std::optional<Error> trouble();
  // If something was kept: entries go, those first that have not been used for longest, until the rest is small enough. Settles.
  void prune();
  // All entries. The first that cannot be removed is the error. Settles.
  Status clear();

  std::size_t found() const;  // entries, of those that were asked for
  std::size_t missed() const;

 private:
  struct Held {
    std::shared_ptr<const std::string> bytes;
    std::list<Hash128>::iterator place;
  };

  static constexpr std::size_t kMostWaiting = std::size_t{8} << 20;  // bytes

  FileSystem& files_;
  std::filesystem::path folder_;
  Limits limits_;
  Use use_;
  mutable std::mutex one_at_a_time_;
  std::map<Hash128, Held> held_;
  std::list<Hash128> order_;  // of those held, the one used last in front
  std::multimap<Hash128, std::shared_ptr<const std::string>> unwritten_;
  std::size_t held_bytes_ = 0, found_ = 0, missed_ = 0;
  bool has_kept_ = false;
  std::optional<Error> trouble_;
  BackgroundWork writing_;  // the last: it ends before what it writes to

  std::filesystem::path path_of(Hash128 key) const;
  std::shared_ptr<const std::string> read(Hash128 key);
  std::shared_ptr<const std::string> find_held(Hash128 key);
  void write(Hash128 key, const std::shared_ptr<const std::string>& bytes);
  void hold(Hash128 key, std::shared_ptr<const std::string> bytes);
};

}  // namespace nbpublish
