// What FileSystem promises, of the machine's disk and of one in memory alike.
#include <memory>

#include "unit/platform/temporary_place.h"

#include "platform/file_system.h"

using namespace nbpublish;
using namespace nbpublish::testing;
namespace fs = std::filesystem;

namespace {

// A disk and a folder of it to write in.
struct Disk {
  Place place;
  std::unique_ptr<FileSystem> files;
  fs::path root;

  explicit Disk(bool real) : files(real ? std::unique_ptr<FileSystem>(new RealFileSystem) : std::make_unique<MemoryFileSystem>()) {
    root = real ? fs::canonical(place.path()) : fs::path("/root");
  }
};

std::string listed(const FileSystem& files, const fs::path& folder) {
  std::string out;
  for (const DirectoryEntry& entry : files.list_directory(folder)) out += entry.name + (entry.is_directory ? "/ " : " ");
  return out;
}

}  // namespace

TEST_CASE("disks give back what was written, byte for byte") {
  for (const bool real : {true, false}) {
    Disk disk(real);
    for (const std::string& bytes : {std::string(), std::string("a\0b\r\n", 5), std::string(3'000'000, 'x')}) {
      REQUIRE(disk.files->write_file(disk.root / "a/b/file", bytes));
      CHECK(disk.files->read_file(disk.root / "a/b/file") == bytes);
      CHECK(disk.files->read_file(disk.root / "a/./c/../b/file").has_value() == !real);  // the machine asks for the folder c
    }
  }
}

TEST_CASE("disks name the file that they cannot read") {
  for (const bool real : {true, false}) {
    Disk disk(real);
    REQUIRE(disk.files->write_file(disk.root / "folder/file", "x"));
    for (const char* name : {"none", "folder", "folder/file/below"}) {
      const auto read = disk.files->read_file(disk.root / name);
      REQUIRE_FALSE(read);
      CHECK(read.error().kind == ErrorKind::Input);
      CHECK(read.error().message.find((disk.root / name).string()) != std::string::npos);
    }
  }
}

TEST_CASE("disks list a folder by the bytes of its names, whatever order it has") {
  for (const bool real : {true, false}) {
    Disk disk(real);
    for (const char* name : {"b", "B", "a/x", "ä", "10", "9", ".hidden"}) REQUIRE(disk.files->write_file(disk.root / name, "x"));
    CHECK(listed(*disk.files, disk.root) == ".hidden 10 9 B a/ b ä ");
    CHECK(listed(*disk.files, disk.root / "none").empty());
    CHECK(listed(*disk.files, disk.root / "b").empty());
  }
}

TEST_CASE("disks tell files from folders, and both from nothing") {
  for (const bool real : {true, false}) {
    Disk disk(real);
    REQUIRE(disk.files->write_file(disk.root / "folder/file", "x"));
    CHECK(disk.files->is_file(disk.root / "folder/file"));
    CHECK_FALSE(disk.files->is_directory(disk.root / "folder/file"));
    CHECK(disk.files->is_directory(disk.root / "folder"));
    CHECK_FALSE(disk.files->is_file(disk.root / "folder"));
    CHECK_FALSE(disk.files->is_file(disk.root / "none"));
    CHECK_FALSE(disk.files->is_directory(disk.root / "none"));
    CHECK_FALSE(disk.files->is_directory(disk.root / "fold"));
  }
}

TEST_CASE("disks say where a path really leads, as far as it exists") {
  for (const bool real : {true, false}) {
    Disk disk(real);
    REQUIRE(disk.files->write_file(disk.root / "folder/file", "x"));
    CHECK(disk.files->real_path(disk.root / "folder/../folder/./file") == disk.root / "folder/file");
    CHECK(disk.files->real_path(disk.root / "folder/none/deeper") == disk.root / "folder/none/deeper");
  }
  Disk disk(true);
  REQUIRE(disk.files->write_file(disk.root / "folder/file", "x"));
  disk.place.link("folder", "link");
  CHECK(disk.files->real_path(disk.root / "link/file") == disk.root / "folder/file");
}
