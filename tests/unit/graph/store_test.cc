#include "graph/store.h"

#include <catch2/catch.hpp>

#include "platform/temporary_folder.h"
#include "support/faulty_world.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

constexpr Hash128 kKey{0x0123456789abcdef, 0xfedcba9876543210};
const std::filesystem::path kPlace = "/cache/0123456789abcdeffedcba9876543210";

std::string kept(Store& store, Hash128 key) {
  const auto bytes = store.find(key);
  return bytes ? *bytes : "(none)";
}

}  // namespace

TEST_CASE("a store gives what was kept, also to the next run") {
  MemoryFileSystem files;
  Store store(files, "/cache", {});
  CHECK(store.find(kKey) == nullptr);
  store.keep(kKey, "an answer");
  CHECK(kept(store, kKey) == "an answer");
  CHECK(store.found() == 1);
  CHECK(store.missed() == 1);
  Store next(files, "/cache", {});
  CHECK(kept(next, kKey) == "an answer");
  CHECK(kept(next, {1, 2}) == "(none)");
  next.keep({1, 2}, "");
  CHECK(kept(next, {1, 2}).empty());
  next.keep(kKey, "another");
  CHECK(kept(next, kKey) == "another");
  REQUIRE(next.clear());
  CHECK(kept(next, kKey) == "(none)");
}

TEST_CASE("a damaged entry is as good as none, and goes") {
  MemoryFileSystem files;
  Store(files, "/cache", {}).keep(kKey, "an answer of some length");
  const std::string whole = *files.read_file(kPlace);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string flipped = whole;
    flipped[i] = static_cast<char>(flipped[i] ^ 4);
    for (const std::string& damaged : {flipped, whole.substr(0, i)}) {
      REQUIRE(files.write_file(kPlace, damaged));
      Store store(files, "/cache", {});
      INFO(i);
      CHECK(kept(store, kKey) == "(none)");
      CHECK_FALSE(files.is_file(kPlace));
    }
  }
  // A whole entry under the name of another is one of another.
  REQUIRE(files.write_file("/cache/00000000000000010000000000000002", whole));
  Store store(files, "/cache", {});
  CHECK(kept(store, {1, 2}) == "(none)");
}

TEST_CASE("what was used last stays when the store is full") {
  MemoryFileSystem files;
  const std::string bytes(1000, 'x');
  Store store(files, "/cache", {.on_disk = 3500, .in_memory = 0});
  for (std::uint64_t key = 0; key < 3; ++key) store.keep({key, 0}, bytes);
  REQUIRE(kept(store, {0, 0}) == bytes);
  store.keep({3, 0}, bytes);
  store.prune();
  CHECK(kept(store, {0, 0}) == bytes);
  CHECK(kept(store, {1, 0}) == "(none)");
  CHECK(kept(store, {2, 0}) == bytes);
  CHECK(kept(store, {3, 0}) == bytes);
}

TEST_CASE("a store in memory reads no file twice, and holds no more than it may") {
  MemoryFileSystem files;
  Store store(files, "/cache", {.on_disk = 1 << 20, .in_memory = 25});
  for (std::uint64_t key = 0; key < 3; ++key) store.keep({key, 0}, std::string(10, 'x'));
  for (std::uint64_t key = 0; key < 3; ++key) REQUIRE(files.remove("/cache/" + to_hex(Hash128{key, 0})));
  CHECK(kept(store, {0, 0}) == "(none)");
  CHECK(kept(store, {1, 0}) == std::string(10, 'x'));
  CHECK(kept(store, {2, 0}) == std::string(10, 'x'));
  store.keep({2, 0}, "another");
  CHECK(kept(store, {2, 0}) == "another");
  CHECK(kept(store, {1, 0}) == std::string(10, 'x'));
}

TEST_CASE("a store that cannot be written does without, and says why") {
  MemoryFileSystem disk;
  FaultyFiles files(disk, DiskFault::FullDisk, 1);
  Store store(files, "/cache", {});
  CHECK_FALSE(store.trouble());
  store.keep(kKey, "an answer");
  REQUIRE(store.trouble());
  CHECK(store.trouble()->message.find("no space left") != std::string::npos);
  CHECK(kept(store, kKey) == "(none)");
  store.prune();
}

TEST_CASE("a rehearsal finds what there is and leaves the disk as it is") {
  MemoryFileSystem files;
  Store(files, "/cache", {}).keep(kKey, "an answer");
  REQUIRE(files.write_file("/cache/" + to_hex(Hash128{7, 7}), "damaged"));
  Store store(files, "/cache", {}, Store::Use::Rehearsal);
  CHECK(kept(store, kKey) == "an answer");
  CHECK(kept(store, {7, 7}) == "(none)");
  store.keep({8, 8}, "another");
  store.prune();
  CHECK(files.list_directory("/cache")->size() == 2);
  CHECK(kept(store, {8, 8}) == "(none)");
}

TEST_CASE("what is looked at is not counted") {
  MemoryFileSystem files;
  Store store(files, "/cache", {});
  store.keep(kKey, "an answer");
  CHECK(store.look(kKey) != nullptr);
  CHECK(store.look({7, 7}) == nullptr);
  CHECK(store.found() + store.missed() == 0);
}

TEST_CASE("what writers have not written yet is found, and what they wrote is there for the next run") {
  const TemporaryFolder folder = *TemporaryFolder::make();
  RealFileSystem files;
  const std::string large(100'000, 'x');
  {
    Store store(files, folder.path() / "store", {.writers = 1});
    for (std::uint64_t key = 0; key < 50; ++key) {
      store.keep({key, 0}, large + std::to_string(key));
      REQUIRE(kept(store, {key, 0}) == large + std::to_string(key));
    }
    store.keep({0, 0}, "the later one");
    CHECK(kept(store, {0, 0}) == "the later one");
    CHECK_FALSE(store.trouble());
  }
  Store next(files, folder.path() / "store", {});
  CHECK(kept(next, {0, 0}) == "the later one");
  for (std::uint64_t key = 1; key < 50; ++key) CHECK(kept(next, {key, 0}) == large + std::to_string(key));
}

TEST_CASE("a writer that cannot write tells why") {
  MemoryFileSystem disk;
  FaultyFiles files(disk, DiskFault::FullDisk, 1);
  Store store(files, "/cache", {.writers = 1});
  store.keep(kKey, "an answer");
  REQUIRE(store.trouble());
  CHECK(kept(store, kKey) == "(none)");
}
