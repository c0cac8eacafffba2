#include "platform/recorded_files.h"

#include <algorithm>
#include <limits>

#include "platform/door.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

using Question = Sighting::Question;

// No bytes at all are another answer than no file.
Hash128 hash_of_bytes(const std::string* bytes) {
  constexpr std::uint64_t kSeed = 1;
  return bytes == nullptr ? Hash128{} : hash128(*bytes, kSeed);
}

Hash128 hash_of_kind(const Result<FileFacts>& facts) {
  return {0, facts ? static_cast<std::uint64_t>(facts->kind) : std::numeric_limits<std::uint64_t>::max()};
}

Hash128 hash_of_names(const Result<std::vector<DirectoryEntry>>& entries) {
  if (!entries) return {};
  std::string names;
  for (const DirectoryEntry& entry : *entries) names += entry.name + (entry.is_directory ? "//" : "/");
  return hash128(names);
}

Hash128 hash_of_path(const fs::path& path) { return hash128(path.string()); }

fs::path whole(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  return (error ? path : absolute).lexically_normal();
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  const auto [at, end] = std::ranges::mismatch(folder, path);
  return at == folder.end() || (std::next(at) == folder.end() && at->empty());
}

}  // namespace

Hash128 ask_again(const FileSystem& files, Question question, const fs::path& path) {
  switch (question) {
    case Question::Bytes: {
      const Result<std::string> bytes = read_at_most(files, path, std::size_t{2} << 30);
      return hash_of_bytes(bytes ? &*bytes : nullptr);
    }
    case Question::Kind:
      return hash_of_kind(files.stat(path));
    case Question::Listing:
      return hash_of_names(files.list_directory(path));
    case Question::RealPath:
      return hash_of_path(files.real_path(path));
  }
  return {};
}

RecordedFiles::RecordedFiles(FileSystem& files, std::vector<fs::path> own) : files_(files), own_(std::move(own)) {
  for (fs::path& folder : own_) folder = whole(folder);
}

std::vector<Sighting> RecordedFiles::sightings() const {
  const std::lock_guard lock(one_at_a_time_);
  std::vector<Sighting> out;
  for (const auto& [asked, answer] : answers_) out.push_back({asked.first, asked.second, answer});
  return out;
}

bool RecordedFiles::is_steady() const {
  const std::lock_guard lock(one_at_a_time_);
  return is_steady_;
}

void RecordedFiles::note(Question question, const fs::path& path, Hash128 answer) const {
  const fs::path asked = whole(path);
  if (std::ranges::any_of(own_, [&](const fs::path& folder) { return lies_in(asked, folder); })) return;
  const std::lock_guard lock(one_at_a_time_);
  const auto [known, is_new] = answers_.try_emplace({question, path.string()}, answer);
  is_steady_ = is_steady_ && (is_new || known->second == answer);
}

Result<std::string> RecordedFiles::read_file(const fs::path& path) const {
  Result<std::string> bytes = files_.read_file(path);
  note_read(path, bytes ? &*bytes : nullptr);
  return bytes;
}

Result<FileFacts> RecordedFiles::stat(const fs::path& path) const {
  Result<FileFacts> facts = files_.stat(path);
  note(Question::Kind, path, hash_of_kind(facts));
  return facts;
}

Status RecordedFiles::write_file(const fs::path& path, std::string_view bytes) { return files_.write_file(path, bytes); }

Status RecordedFiles::remove(const fs::path& path) { return files_.remove(path); }

Result<std::vector<DirectoryEntry>> RecordedFiles::list_directory(const fs::path& path) const {
  Result<std::vector<DirectoryEntry>> entries = files_.list_directory(path);
  note(Question::Listing, path, hash_of_names(entries));
  return entries;
}

fs::path RecordedFiles::real_path(const fs::path& path) const {
  fs::path real = files_.real_path(path);
  note(Question::RealPath, path, hash_of_path(real));
  return real;
}

void RecordedFiles::note_read(const fs::path& path, const std::string* bytes) const { note(Question::Bytes, path, hash_of_bytes(bytes)); }

}  // namespace nbpublish
