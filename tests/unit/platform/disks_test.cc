// What FileSystem promises, of the machine's disk and of one in memory alike.
#include <sys/stat.h>

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
  const auto entries = files.list_directory(folder);
  REQUIRE(entries);
  for (const DirectoryEntry& entry : *entries) out += entry.name + (entry.is_directory ? "/ " : " ");
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

TEST_CASE("disks know the size of a file, and that it was written since") {
  for (const bool real : {true, false}) {
    Disk disk(real);
    REQUIRE(disk.files->write_file(disk.root / "folder/file", "four"));
    const auto first = disk.files->stat(disk.root / "folder/file");
    REQUIRE(first);
    CHECK(first->kind == FileKind::File);
    CHECK(first->size == 4);
    if (real) fs::last_write_time(disk.root / "folder/file", fs::file_time_type::clock::now() - std::chrono::hours(1));
    const std::int64_t before = disk.files->stat(disk.root / "folder/file")->modified;
    REQUIRE(disk.files->write_file(disk.root / "folder/file", "fiver"));
    const auto second = disk.files->stat(disk.root / "folder/file");
    REQUIRE(second);
    CHECK(second->size == 5);
    CHECK(second->modified > before);
    CHECK(disk.files->stat(disk.root / "folder")->kind == FileKind::Folder);
    CHECK(disk.files->stat(disk.root / "none")->kind == FileKind::Missing);
    CHECK(disk.files->stat(disk.root / "folder/file/below")->kind == FileKind::Missing);
  }
}

TEST_CASE("disks remove a file, and nothing else") {
  for (const bool real : {true, false}) {
    Disk disk(real);
    for (const char* name : {"folder/file", "folder/other"}) REQUIRE(disk.files->write_file(disk.root / name, "x"));
    REQUIRE(disk.files->remove(disk.root / "folder/file"));
    CHECK(listed(*disk.files, disk.root / "folder") == "other ");
    CHECK(disk.files->remove(disk.root / "folder/file"));
    CHECK(disk.files->remove(disk.root / "none/file"));
    const Status refused = disk.files->remove(disk.root / "folder");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Environment);
    CHECK(refused.error().message.find((disk.root / "folder").string()) != std::string::npos);
    CHECK(disk.files->is_file(disk.root / "folder/other"));
  }
}

TEST_CASE("the machine's disk says why it does not say") {
  Disk disk(true);
  disk.place.link("round", "round");
  const std::string where = (disk.root / "round").string();
  const auto facts = disk.files->stat(disk.root / "round");
  REQUIRE_FALSE(facts);
  CHECK(facts.error().kind == ErrorKind::Input);
  CHECK(facts.error().message == "cannot look at " + where + ": too many levels of symbolic links");
  const auto entries = disk.files->list_directory(disk.root / "round");
  REQUIRE_FALSE(entries);
  CHECK(entries.error().message == "cannot list " + where + ": too many levels of symbolic links");
}

TEST_CASE("of a link the machine's disk knows what it leads to, but removes the link") {
  Disk disk(true);
  REQUIRE(disk.files->write_file(disk.root / "file", "four"));
  disk.place.link("file", "link");
  REQUIRE(mkfifo((disk.root / "pipe").c_str(), 0600) == 0);
  CHECK(disk.files->stat(disk.root / "link")->size == 4);
  CHECK(disk.files->stat(disk.root / "pipe")->kind == FileKind::Other);
  REQUIRE(disk.files->remove(disk.root / "link"));
  CHECK(listed(*disk.files, disk.root) == "file pipe ");
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
