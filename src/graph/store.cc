#include "graph/store.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "platform/door.h"
#include "platform/staged_file.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30;  // of an entry

// Before the bytes of an entry.
std::string head_of(Hash128 key, std::string_view bytes) {
  return "nbpublish store 1\n" + to_hex(key) + '\n' + to_hex(hash128(bytes)) + '\n';
}

// What the file of an entry holds, or nothing if it is none.
std::optional<std::string> bytes_in(std::string file, Hash128 key) {
  const std::size_t head = head_of(key, {}).size();
  if (file.size() < head || !file.starts_with(head_of(key, std::string_view(file).substr(head)))) return std::nullopt;
  return file.erase(0, head);
}

Status write_synced(FileSystem& files, const fs::path& path, std::string_view bytes) {
  NBP_TRY_ASSIGN(const std::unique_ptr<StagedFile> file, stage_file(files, path, bytes));
  NBP_TRY(file->settle());
  return file->put_in_place();
}

struct Entry {
  fs::path path;
  FileFacts facts;
};

std::vector<Entry> entries_in(const FileSystem& files, const fs::path& folder) {
  std::vector<Entry> out;
  const auto names = files.list_directory(folder);
  if (!names) return out;
  for (const DirectoryEntry& entry : *names)
    if (const auto facts = files.stat(folder / entry.name); facts && facts->kind == FileKind::File)
      out.push_back({folder / entry.name, *facts});
  return out;
}

}  // namespace

fs::path Store::path_of(Hash128 key) const { return folder_ / to_hex(key); }

std::shared_ptr<const std::string> Store::read(Hash128 key) {
  const fs::path path = path_of(key);
  Result<std::string> file = read_at_most(files_, path, kMostBytes);
  if (!file) return nullptr;
  std::optional<std::string> bytes = bytes_in(std::move(*file), key);
  if (use_ == Use::Rehearsal) return bytes ? std::make_shared<const std::string>(std::move(*bytes)) : nullptr;
  if (bytes) files_.touch(path);
  else static_cast<void>(files_.remove(path));
  return bytes ? std::make_shared<const std::string>(std::move(*bytes)) : nullptr;
}

std::shared_ptr<const std::string> Store::find_held(Hash128 key) {
  const std::lock_guard lock(one_at_a_time_);
  const auto held = held_.find(key);
  if (held == held_.end()) {
    const auto [first, end] = unwritten_.equal_range(key);
    return first == end ? nullptr : std::prev(end)->second;
  }
  order_.splice(order_.begin(), order_, held->second.place);
  return held->second.bytes;
}

std::shared_ptr<const std::string> Store::look(Hash128 key) {
  if (auto held = find_held(key)) return held;
  std::shared_ptr<const std::string> bytes = read(key);
  const std::lock_guard lock(one_at_a_time_);
  if (bytes) hold(key, bytes);
  return bytes;
}

std::shared_ptr<const std::string> Store::find(Hash128 key) {
  std::shared_ptr<const std::string> bytes = look(key);
  const std::lock_guard lock(one_at_a_time_);
  ++(bytes ? found_ : missed_);
  return bytes;
}

void Store::keep(Hash128 key, std::string bytes) {
  if (use_ == Use::Rehearsal) return;
  const auto kept = std::make_shared<const std::string>(std::move(bytes));
  {
    const std::lock_guard lock(one_at_a_time_);
    has_kept_ = true;
    unwritten_.emplace(key, kept);
    hold(key, kept);
  }
  writing_.hand_over(kept->size(), [this, key, kept] { write(key, kept); });
}

void Store::write(Hash128 key, const std::shared_ptr<const std::string>& bytes) {
  const Status written = write_synced(files_, path_of(key), head_of(key, *bytes) + *bytes);
  const std::lock_guard lock(one_at_a_time_);
  if (!written && !trouble_) trouble_ = written.error();
  const auto [first, end] = unwritten_.equal_range(key);
  unwritten_.erase(std::find_if(first, end, [&](const auto& entry) { return entry.second == bytes; }));
}

void Store::settle() { writing_.finish(); }

void Store::hold(Hash128 key, std::shared_ptr<const std::string> bytes) {
  if (const auto old = held_.find(key); old != held_.end()) {
    held_bytes_ -= old->second.bytes->size();
    order_.erase(old->second.place);
    held_.erase(old);
  }
  if (bytes->size() > limits_.in_memory) return;
  held_bytes_ += bytes->size();
  order_.push_front(key);
  held_.emplace(key, Held{std::move(bytes), order_.begin()});
  while (held_bytes_ > limits_.in_memory) {
    const auto last = held_.find(order_.back());
    held_bytes_ -= last->second.bytes->size();
    held_.erase(last);
    order_.pop_back();
  }
}

std::optional<Error> Store::trouble() {
  settle();
  const std::lock_guard lock(one_at_a_time_);
  return trouble_;
}

void Store::prune() {
  settle();
  if (!std::exchange(has_kept_, false)) return;
  std::vector<Entry> entries = entries_in(files_, folder_);
  std::uint64_t sum = 0;
  for (const Entry& entry : entries) sum += entry.facts.size;
  if (sum <= limits_.on_disk) return;
  std::ranges::sort(entries, {}, [](const Entry& entry) { return std::pair(entry.facts.modified, entry.path); });
  for (const Entry& entry : entries) {
    if (sum <= limits_.on_disk) return;
    if (files_.remove(entry.path)) sum -= entry.facts.size;
  }
}

Status Store::clear() {
  settle();
  for (const Entry& entry : entries_in(files_, folder_)) NBP_TRY(files_.remove(entry.path));
  const std::lock_guard lock(one_at_a_time_);
  held_.clear();
  order_.clear();
  held_bytes_ = 0;
  return {};
}

std::size_t Store::found() const {
  const std::lock_guard lock(one_at_a_time_);
  return found_;
}

std::size_t Store::missed() const {
  const std::lock_guard lock(one_at_a_time_);
  return missed_;
}

}  // namespace nbpublish
