#include "pipeline/made_files.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("what was made is summed up by its kinds") {
  CHECK(summary_of({}) == "nothing was made");
  CHECK(summary_of({{"o/v/a.pdf", "volume-1", "print", 712},
                    {"o/v/b.pdf", "volume-1", "screen", 1},
                    {"o/v/c.epub", "volume-1", "EPUB", 0},
                    {"o/v/d.xml", "volume-1", "", 0}}) == "volume-1: print 712 pages, screen 1 page, EPUB");
  CHECK(
      summary_of(
          {{"a", "volume-1", "print", 400}, {"b", "volume-1", "EPUB", 0}, {"c", "volume-2", "print", 312}, {"d", "volume-2", "EPUB", 0}}) ==
      "2 volumes: print 712 pages, 2 EPUB");
}

TEST_CASE("files of a volume appear together, and are told of when they are there") {
  MemoryFileSystem files;
  MadeFiles volume(files, "volume-1");
  REQUIRE(volume.add("/out/a.pdf", "print", 3, "abc"));
  CHECK_FALSE(files.is_file("/out/a.pdf"));
  std::vector<MadeFile> made;
  REQUIRE(volume.commit(made));
  CHECK(files.is_file("/out/a.pdf"));
  REQUIRE(made.size() == 1);
  CHECK(made[0].volume == "volume-1");
  CHECK(made[0].pages == 3);
}
