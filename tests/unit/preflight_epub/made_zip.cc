#include "unit/preflight_epub/made_zip.h"

#include <libdeflate.h>

namespace nbpublish::testing {
namespace {

constexpr unsigned kUnix = 3;

struct Written {
  std::uint32_t header = 0, packed = 0, crc = 0;
};

std::uint16_t method_of(const MadeEntry& entry) { return entry.method.value_or(entry.is_deflated ? 8 : 0); }

// From the flags to the sizes: the same in both headers.
std::string middle(const MadeEntry& entry, const Written& written, std::uint32_t size) {
  return little(entry.flags, 2) + little(method_of(entry), 2) + little(0, 4) + little(written.crc, 4) + little(written.packed, 4) +
         little(size, 4);
}

std::string central(const MadeEntry& entry, const Written& written) {
  const auto size = entry.stated_size.value_or(static_cast<std::uint32_t>(entry.bytes.size()));
  return "PK\x01\x02" + little((entry.unix_mode ? kUnix : 0) << 8 | 20, 2) + little(20, 2) + middle(entry, written, size) +
         little(entry.name.size(), 2) + little(entry.central_extra.size(), 2) + little(0, 2) + little(0, 4) +
         little(std::uint64_t{entry.unix_mode} << 16, 4) + little(entry.header.value_or(written.header), 4) + entry.name +
         entry.central_extra;
}

}  // namespace

std::string little(std::uint64_t number, unsigned count) {
  std::string out;
  for (unsigned i = 0; i < count; ++i) out += static_cast<char>(number >> 8 * i & 0xFF);
  return out;
}

std::string deflated(const std::string& bytes) {
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_deflate_compress_bound(compressor, bytes.size()), '\0');
  out.resize(libdeflate_deflate_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  return out;
}

std::string MadeZip::bytes() const {
  std::string out, directory;
  for (const MadeEntry& entry : entries) {
    const std::string packed = entry.is_deflated ? deflated(entry.bytes) : entry.bytes;
    const Written written{static_cast<std::uint32_t>(out.size()), static_cast<std::uint32_t>(packed.size()),
                          entry.stated_crc.value_or(libdeflate_crc32(0, entry.bytes.data(), entry.bytes.size()))};
    const std::string name = entry.local_name.value_or(entry.name);
    const auto size = entry.local_size.value_or(entry.stated_size.value_or(static_cast<std::uint32_t>(entry.bytes.size())));
    out += "PK\x03\x04" + little(20, 2) + middle(entry, written, size) + little(name.size(), 2) + little(entry.local_extra.size(), 2) +
           name + entry.local_extra + packed;
    directory += central(entry, written);
  }
  const std::uint64_t count = stated_count.value_or(static_cast<std::uint32_t>(entries.size())), at = out.size();
  return out + directory + "PK\x05\x06" + little(0, 4) + little(count, 2) + little(count, 2) + little(directory.size(), 4) + little(at, 4) +
         little(0, 2);
}

}  // namespace nbpublish::testing
