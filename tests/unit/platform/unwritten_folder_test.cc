#include "platform/unwritten_folder.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("one folder stays as it is, and can be read; others are written") {
  MemoryFileSystem disk;
  REQUIRE(disk.write_file("/cache/old", "old"));
  UnwrittenFolder files(disk, "/cache");
  CHECK(files.write_file("/cache/new", "new"));
  CHECK(files.write_file("/elsewhere/../cache/old", "new"));
  CHECK(files.remove("/cache/old"));
  CHECK(files.write_file("/cached/file", "written"));
  CHECK(disk.read_file("/cache/old").value() == "old");
  CHECK(files.read_file("/cache/old").value() == "old");
  CHECK_FALSE(disk.is_file("/cache/new"));
  CHECK(disk.read_file("/cached/file").value() == "written");
}
