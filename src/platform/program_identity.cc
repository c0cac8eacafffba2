#include "platform/program_identity.h"

#include <fcntl.h>
#include <link.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <vector>

#include "platform/descriptor.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kNoteAlignment = 4;

std::size_t padded(std::size_t size) { return (size + kNoteAlignment - 1) / kNoteAlignment * kNoteAlignment; }

// The description of the note NT_GNU_BUILD_ID in a segment of notes; empty if it has none.
std::string_view build_id_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) head;
    std::memcpy(&head, notes.data(), sizeof(head));
    const std::size_t name = sizeof(head), text = name + padded(head.n_namesz), end = text + padded(head.n_descsz);
    if (end > notes.size()) return {};
    if (head.n_type == NT_GNU_BUILD_ID && notes.substr(name, head.n_namesz) == std::string_view("GNU\0", 4))
      return notes.substr(text, head.n_descsz);
    notes.remove_prefix(end);
  }
  return {};
}

// A library without an ID counts by its name.
int add_object(dl_phdr_info* object, std::size_t, void* out) {
  std::string id = object->dlpi_name == nullptr ? "" : fs::path(object->dlpi_name).filename().string();
  if (id.starts_with("linux-vdso")) return 0;  // the kernel's
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const auto* notes = std::bit_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
    if (const std::string_view found = build_id_in({notes, segment.p_memsz}); !found.empty()) id = found;
  }
  static_cast<std::vector<std::string>*>(out)->push_back(std::move(id));
  return 0;
}

fs::path find_in_path(std::string_view name) {
  const char* all = std::getenv("PATH");
  std::string_view rest = all == nullptr ? "" : all;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const fs::path found = fs::path(rest.substr(0, end)) / name;
    if (access(found.c_str(), X_OK) == 0) return found;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

std::string bytes_at(int file, std::int64_t from, std::size_t size) {
  std::string bytes(size, '\0');
  const ssize_t n = pread(file, bytes.data(), size, from);
  bytes.resize(n < 0 ? 0 : static_cast<std::size_t>(n));
  return bytes;
}

}  // namespace

Hash128 identity_of_program() {
  std::vector<std::string> ids;
  dl_iterate_phdr(add_object, &ids);
  std::ranges::sort(ids);
  std::string all;
  for (const std::string& id : ids) all += std::to_string(id.size()) + ' ' + id;
  return hash128(all);
}

Hash128 identity_of_tool(std::string_view name) {
  constexpr std::int64_t kEnds = 64 << 10;
  const Descriptor file(open(find_in_path(name).c_str(), O_RDONLY | O_CLOEXEC));
  struct stat facts {};
  if (!file.is_open() || fstat(file.get(), &facts) != 0) return {};
  std::string seen = std::to_string(facts.st_size) + ' ';
  seen += bytes_at(file.get(), 0, kEnds);
  seen += bytes_at(file.get(), std::max<std::int64_t>(facts.st_size - kEnds, 0), kEnds);
  return hash128(seen);
}

}  // namespace nbpublish
