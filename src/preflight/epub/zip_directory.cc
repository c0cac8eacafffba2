#include "preflight/epub/zip_directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "preflight/epub/epub_limits.h"
#include "preflight/epub/shown.h"

namespace nbpublish {
namespace {

constexpr std::uint32_t kLocal = 0x04034b50, kCentral = 0x02014b50, kEnd = 0x06054b50, kEnd64 = 0x06064b50, kLocator64 = 0x07064b50;
constexpr std::size_t kLocalSize = 30, kCentralSize = 46, kEndSize = 22, kEnd64Size = 56, kLocator64Size = 20;
constexpr std::size_t kMostComment = 0xFFFF;
constexpr std::uint32_t kIn64 = 0xFFFFFFFF;  // "the real number is in the ZIP64 field"
constexpr std::uint16_t kStored = 0, kDeflated = 8;
constexpr std::uint16_t kEncryptedFlag = 1, kSizesBehindFlag = 8;
constexpr std::uint16_t kZip64Field = 1;
constexpr unsigned kMadeByUnix = 3;
constexpr std::uint32_t kUnixKind = 0170000, kUnixLink = 0120000;

// Little-endian numbers at offsets that need not be there.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number(std::uint64_t at, unsigned count) const {
    const std::string_view from = slice(at, count);
    std::uint64_t value = 0;
    for (unsigned i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(from[i]);
    return value;
  }
  std::uint16_t u16(std::uint64_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
  std::uint32_t u32(std::uint64_t at) const { return static_cast<std::uint32_t>(number(at, 4)); }
  std::uint64_t u64(std::uint64_t at) const { return number(at, 8); }
  std::string_view slice(std::uint64_t at, std::uint64_t count) const {
    if (at > bytes_.size() || count > bytes_.size() - at) throw EpubRefused("the archive is truncated or damaged");
    return bytes_.substr(at, count);
  }
  std::uint64_t size() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

struct Directory {
  std::uint64_t offset = 0, size = 0, count = 0;
};

// The end record is searched from behind; its comment must reach exactly to the end of the file.
std::uint64_t find_end(const Bytes& bytes) {
  const std::uint64_t size = bytes.size();
  for (std::uint64_t back = kEndSize; back <= size && back <= kEndSize + kMostComment; ++back) {
    const std::uint64_t at = size - back;
    if (bytes.u32(at) == kEnd && bytes.u16(at + 20) == back - kEndSize) return at;
  }
  throw EpubRefused("the archive is truncated or damaged: it has no directory at its end");
}

Directory find_directory(const Bytes& bytes) {
  const std::uint64_t end = find_end(bytes);
  if (bytes.u16(end + 4) != 0 || bytes.u16(end + 6) != 0) throw EpubRefused("the archive is one of several parts");
  Directory found{bytes.u32(end + 16), bytes.u32(end + 12), bytes.u16(end + 10)};
  const bool has_64 = end >= kLocator64Size && bytes.u32(end - kLocator64Size) == kLocator64;
  std::uint64_t limit = end;
  if (has_64) {
    const std::uint64_t at = bytes.u64(end - kLocator64Size + 8);
    if (bytes.slice(at, kEnd64Size).size() != kEnd64Size || bytes.u32(at) != kEnd64)
      throw EpubRefused("the archive is damaged: its ZIP64 directory is not where it says");
    found = {bytes.u64(at + 48), bytes.u64(at + 40), bytes.u64(at + 32)};
    limit = at;
  }
  if (found.count > kEpubMostEntries)
    throw EpubRefused(fmt::format("the archive says that it has {} files; more than {} are not read", found.count, kEpubMostEntries));
  if (found.offset > limit || found.size > limit - found.offset)
    throw EpubRefused("the archive is truncated or damaged: its directory is not where it says");
  return found;
}

// A size or offset of 0xFFFFFFFF stands in the entry's ZIP64 field; those that do come in a fixed order.
void read_zip64(const Bytes& extra, std::uint64_t& size, std::uint64_t& packed, std::uint64_t& header) {
  for (std::uint64_t at = 0; at + 4 <= extra.size();) {
    const std::uint16_t kind = extra.u16(at), length = extra.u16(at + 2);
    const Bytes field(extra.slice(at + 4, length));
    at += 4u + length;
    if (kind != kZip64Field) continue;
    std::uint64_t next = 0;
    for (std::uint64_t* number : {&size, &packed, &header})
      if (*number == kIn64) *number = field.u64(std::exchange(next, next + 8));
    return;
  }
}

void check_name(std::string_view name) {
  const auto refuse = [&](std::string_view why) { throw EpubRefused(fmt::format("the name of the file {} {}", in_quotes(name), why)); };
  if (name.empty()) throw EpubRefused("a file in the archive has no name");
  if (name.size() > kMostEntryNameBytes) refuse("is too long");
  if (name.find('\0') != std::string_view::npos) refuse("has a NUL in it");
  if (name.find('\\') != std::string_view::npos) refuse("has a backslash in it");
  if (name.front() == '/' || (name.size() > 1 && name[1] == ':')) refuse("is an absolute path: it would be written outside of the book");
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..") refuse("leads out of the book");
    at = end + 1;
  }
}

void check_sizes(const ZipEntry& entry) {
  const auto refuse = [&](std::string_view why) { throw EpubRefused(fmt::format("{}: {}", shown_word(entry.name), why)); };
  if (entry.size > kMostEntryBytes && entry.is_deflated)
    refuse(fmt::format("it unfolds to {} MB; more than {} MB are not read", entry.size >> 20, kMostEntryBytes >> 20));
  if (entry.is_deflated && entry.size > kSuspiciousBytes && entry.size / kMostRatio > entry.packed)
    refuse(fmt::format("{} bytes unfold to {} MB: no book does that", entry.packed, entry.size >> 20));
  if (!entry.is_deflated && entry.size != entry.packed) refuse("the archive states two sizes of it, though it is not compressed");
}

// The bytes in all, before anything is unfolded.
void check_total(const std::vector<ZipEntry>& entries) {
  std::uint64_t total = 0, packed = 0;
  for (const ZipEntry& entry : entries) total += entry.size, packed += entry.packed;
  if (total > kMostBytesInAll)
    throw EpubRefused(fmt::format("its files unfold to {} MB; more than {} MB are not read", total >> 20, kMostBytesInAll >> 20));
  if (total > 8 * kSuspiciousBytes && total / kMostRatio > packed)
    throw EpubRefused(fmt::format("{} KB unfold to {} MB: no book does that", packed >> 10, total >> 20));
}

// The entry whose directory record starts at `at`, which moves to the next.
ZipEntry read_record(const Bytes& bytes, std::uint64_t& at) {
  if (bytes.u32(at) != kCentral) throw EpubRefused("the archive is damaged: its directory breaks off");
  const std::uint64_t name_size = bytes.u16(at + 28), extra_size = bytes.u16(at + 30), comment_size = bytes.u16(at + 32);
  ZipEntry entry{.name = bytes.slice(at + kCentralSize, name_size),
                 .size = bytes.u32(at + 24),
                 .packed = bytes.u32(at + 20),
                 .header = bytes.u32(at + 42),
                 .crc = bytes.u32(at + 16)};
  check_name(entry.name);
  const auto refuse = [&](std::string_view why) { throw EpubRefused(fmt::format("{}: {}", shown_word(entry.name), why)); };
  read_zip64(Bytes(bytes.slice(at + kCentralSize + name_size, extra_size)), entry.size, entry.packed, entry.header);
  if (bytes.u16(at + 8) & kEncryptedFlag) refuse("it is encrypted in the archive, which no reader opens");
  const std::uint16_t method = bytes.u16(at + 10);
  if (method != kStored && method != kDeflated) refuse(fmt::format("it is compressed by method {}; EPUB allows deflate alone", method));
  entry.is_deflated = method == kDeflated;
  if (bytes.u16(at + 4) >> 8 == kMadeByUnix && (bytes.u32(at + 38) >> 16 & kUnixKind) == kUnixLink) refuse("it is a symbolic link");
  at += kCentralSize + name_size + extra_size + comment_size;
  return entry;
}

// Readers that go by local headers must find the same file.
void check_local_header(const Bytes& bytes, ZipEntry& entry) {
  const std::uint64_t at = entry.header;
  const auto refuse = [&](std::string_view what) {
    throw EpubRefused(fmt::format("{}: the archive's directory and the file's own header disagree on {}", shown_word(entry.name), what));
  };
  if (bytes.u32(at) != kLocal) refuse("where it begins");
  const std::uint64_t name_size = bytes.u16(at + 26), extra_size = bytes.u16(at + 28);
  if (bytes.slice(at + kLocalSize, name_size) != entry.name) refuse("its name");
  if (bytes.u16(at + 8) != (entry.is_deflated ? kDeflated : kStored)) refuse("how it is compressed");
  if (bytes.u16(at + 6) & kEncryptedFlag) refuse("whether it is encrypted");
  const std::uint32_t size = bytes.u32(at + 22), packed = bytes.u32(at + 18);
  const bool is_behind = bytes.u16(at + 6) & kSizesBehindFlag;
  if (!is_behind && ((size != entry.size && size != kIn64) || (packed != entry.packed && packed != kIn64))) refuse("its size");
  if (!is_behind && bytes.u32(at + 14) != entry.crc) refuse("its checksum");
  entry.has_extra = extra_size > 0;
  entry.data = at + kLocalSize + name_size + extra_size;
  bytes.slice(entry.data, entry.packed);
}

void check_overlaps(const std::vector<ZipEntry>& entries, std::uint64_t directory) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::uint64_t next = i + 1 < entries.size() ? entries[i + 1].header : directory;
    if (entries[i].data + entries[i].packed > next)
      throw EpubRefused(fmt::format("{}: it shares bytes of the archive with {}", shown_word(entries[i].name),
                                    i + 1 < entries.size() ? shown_word(entries[i + 1].name) : "the directory"));
  }
}

void check_names_once(const std::vector<ZipEntry>& entries) {
  std::vector<std::string_view> names;
  for (const ZipEntry& entry : entries) names.push_back(entry.name);
  std::ranges::sort(names);
  if (const auto twice = std::ranges::adjacent_find(names); twice != names.end())
    throw EpubRefused(fmt::format("{}: the archive has two files of this name", shown_word(*twice)));
}

}  // namespace

std::vector<ZipEntry> read_zip_directory(std::string_view archive) {
  const Bytes bytes(archive);
  const Directory directory = find_directory(bytes);
  std::vector<ZipEntry> entries;
  std::uint64_t at = directory.offset;
  for (std::uint64_t i = 0; i < directory.count; ++i) {
    ZipEntry entry = read_record(bytes, at);
    check_sizes(entry);
    check_local_header(bytes, entry);
    entries.push_back(entry);
  }
  if (at != directory.offset + directory.size) throw EpubRefused("the archive is damaged: its directory has another size than it says");
  check_total(entries);
  std::ranges::sort(entries, {}, &ZipEntry::header);
  check_overlaps(entries, directory.offset);
  check_names_once(entries);
  std::erase_if(entries, [](const ZipEntry& entry) { return entry.name.ends_with('/'); });
  return entries;
}

}  // namespace nbpublish
