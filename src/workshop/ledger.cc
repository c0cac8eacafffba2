#include "workshop/ledger.h"

#include "platform/door.h"
#include "workshop/wire.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostEntries = 50'000;
constexpr std::size_t kMostBytes = 32u << 20;

// Of the rest of the file, before it.
std::string seal_of(const std::string& version, std::string_view rest) { return to_hex(hash128(rest, hash64(version))); }

}  // namespace

Ledger::Ledger(FileSystem& files, std::filesystem::path file, std::string version)
    : files_(files), file_(std::move(file)), version_(std::move(version)) {
  if (!file_.empty() && files_.is_file(file_)) read();
}

void Ledger::read() {
  const auto bytes = read_at_most(files_, file_, kMostBytes);
  const std::size_t begin = seal_of({}, {}).size();
  if (!bytes || bytes->size() < begin || !bytes->starts_with(seal_of(version_, std::string_view(*bytes).substr(begin)))) return;
  WireReader reader(std::string_view(*bytes).substr(begin));
  for (std::uint64_t left = reader.number(); left > 0 && reader.is_sound(); --left) {
    Hash128 key;
    key.high = reader.number();
    key.low = reader.number();
    if (reader.number() == 0) entries_.emplace(key, Entry{});
    else entries_.emplace(key, Entry{std::unexpected(reader.error()), false});
  }
}

std::optional<Status> Ledger::find(const Hash128& key) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return std::nullopt;
  found->second.used = true;
  return found->second.verdict;
}

void Ledger::keep(const Hash128& key, const Status& verdict) {
  entries_[key] = {verdict, true};
  is_new_ = true;
}

void Ledger::save() {
  if (!is_new_ || file_.empty()) return;
  if (entries_.size() > kMostEntries) std::erase_if(entries_, [](const auto& entry) { return !entry.second.used; });
  WireWriter out;
  out.number(entries_.size());
  for (const auto& [key, entry] : entries_) {
    out.number(key.high);
    out.number(key.low);
    out.number(entry.verdict ? 0 : 1);
    if (!entry.verdict) out.error(entry.verdict.error());
  }
  const std::string rest = out.take();
  static_cast<void>(files_.write_file(file_, seal_of(version_, rest) + rest));
  is_new_ = false;
}

}  // namespace nbpublish
