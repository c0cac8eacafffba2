#include "pipeline/kept_parts.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("a part is found again by what it was made of") {
  MemoryFileSystem files;
  KeptParts kept(files, "cache/inked");
  const std::string digest(32, 'a'), other(32, 'b');
  CHECK_FALSE(kept.find("one", digest));
  kept.keep("one", digest, "bytes\nof one");
  CHECK(kept.find("one", digest) == "bytes\nof one");
  CHECK_FALSE(kept.find("one", other));
  CHECK_FALSE(kept.find("two", digest));
  kept.keep("one", other, "newer");
  CHECK_FALSE(kept.find("one", digest));
  CHECK(kept.find("one", other) == "newer");
  CHECK(files.list_directory("cache/inked")->size() == 1);
}

TEST_CASE("a damaged file is as good as none") {
  MemoryFileSystem files;
  KeptParts kept(files, "cache/inked");
  const std::string digest(32, 'a');
  kept.keep("one", digest, "bytes");
  const std::filesystem::path path = std::filesystem::path("cache/inked") / files.list_directory("cache/inked")->front().name;
  const std::string whole = *files.read_file(path);
  for (const std::string& damaged : {whole.substr(0, whole.size() - 1), whole + "x", digest, std::string()}) {
    REQUIRE(files.write_file(path, damaged));
    CHECK_FALSE(kept.find("one", digest));
  }
}
