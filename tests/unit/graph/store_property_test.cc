// Entries are found as they were kept, and only as they were kept.
#include "graph/store.h"

#include "support/property.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::string any_bytes() {
  std::string made;
  for (const std::uint8_t byte : *up_to(80, rc::gen::arbitrary<std::uint8_t>())) made += static_cast<char>(byte);
  return made;
}

}  // namespace

TEST_CASE("an entry is what was kept, and none after any byte of its file has changed") {
  check_property(300, [] {
    MemoryFileSystem files;
    const std::string bytes = any_bytes();
    const Hash128 key{*rc::gen::arbitrary<std::uint64_t>(), 1};
    Store(files, "/cache", {}).keep(key, bytes);
    const auto found = Store(files, "/cache", {}).find(key);
    RC_ASSERT(found != nullptr);
    RC_ASSERT(*found == bytes);
    const std::filesystem::path path = std::filesystem::path("/cache") / files.list_directory("/cache")->front().name;
    std::string file = *files.read_file(path);
    const auto place = static_cast<std::size_t>(*whole_range(0, static_cast<int>(file.size())));
    file[place] = static_cast<char>(file[place] ^ *whole_range(1, 256));
    RC_ASSERT(files.write_file(path, file).has_value());
    RC_ASSERT(Store(files, "/cache", {}).find(key) == nullptr);
  });
}
