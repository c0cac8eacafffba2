// RecordedFiles: a disk that remembers what a run was told of it, so that a later one can see whether it would be told the same.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "platform/file_system.h"

namespace nbpublish {

// One thing that was asked of the disk, and the hash of the answer. Times are no part of any: a checkout of the same files is the same.
struct Sighting {
  enum class Question : std::uint8_t {
    Bytes,    // what the file holds, or that it gives none
    Kind,     // whether a file stands there, a folder, or nothing
    Listing,  // the names in a folder
    RealPath
  };
  Question question{};
  std::string path;  // as it was asked for
  Hash128 answer;
  friend auto operator<=>(const Sighting&, const Sighting&) = default;
};

// The answer of now.
Hash128 ask_again(const FileSystem& files, Sighting::Question question, const std::filesystem::path& path);

class RecordedFiles final : public FileSystem {
 public:
  // What is one of the paths `own`, or lies in one, is not recorded: what runs keep for each other. Borrows the disk.
  RecordedFiles(FileSystem& files, std::vector<std::filesystem::path> own);

  // In order of questions and paths. Each question stands here once.
  std::vector<Sighting> sightings() const;
  // Whether all questions that were asked twice were answered alike: else somebody has changed the files meanwhile.
  bool is_steady() const;

  bool is_on_machine() const override { return files_.is_on_machine(); }
  [[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path) const override;
  [[nodiscard]] Result<FileFacts> stat(const std::filesystem::path& path) const override;
  [[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view bytes) override;
  [[nodiscard]] Status remove(const std::filesystem::path& path) override;
  [[nodiscard]] Status remove_folder(const std::filesystem::path& path) override { return files_.remove_folder(path); }
  [[nodiscard]] Result<std::vector<DirectoryEntry>> list_directory(const std::filesystem::path& path) const override;
  std::filesystem::path real_path(const std::filesystem::path& path) const override;
  void touch(const std::filesystem::path& path) override { files_.touch(path); }
  void note_read(const std::filesystem::path& path, const std::string* bytes) const override;

 private:
  FileSystem& files_;
  std::vector<std::filesystem::path> own_;
  mutable std::mutex one_at_a_time_;
  mutable std::map<std::pair<Sighting::Question, std::string>, Hash128> answers_;
  mutable bool is_steady_ = true;

  void note(Sighting::Question question, const std::filesystem::path& path, Hash128 answer) const;
};

}  // namespace nbpublish
