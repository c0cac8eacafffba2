#include "platform/program_identity.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>

#include "platform/temporary_folder.h"

using namespace nbpublish;
namespace fs = std::filesystem;

TEST_CASE("the program has one identity as long as it runs") {
  CHECK(identity_of_program() == identity_of_program());
  CHECK(identity_of_program() != Hash128{});
}

TEST_CASE("a tool is known by its bytes, wherever PATH finds it") {
  const auto folder = TemporaryFolder::make();
  REQUIRE(folder);
  const char* const path = std::getenv("PATH");
  const std::string old = path == nullptr ? "" : path;
  fs::create_directories(folder->path() / "a");
  fs::create_directories(folder->path() / "b");
  const auto install = [&](const char* place, std::string_view bytes) {
    std::ofstream(folder->path() / place / "a-tool") << bytes;
    fs::permissions(folder->path() / place / "a-tool", fs::perms::owner_all);
  };
  REQUIRE(setenv("PATH", ((folder->path() / "a").string() + ":" + (folder->path() / "b").string()).c_str(), 1) == 0);
  CHECK(identity_of_tool("a-tool") == Hash128{});
  install("b", "release 1");
  const Hash128 first = identity_of_tool("a-tool");
  CHECK(first != Hash128{});
  install("a", "release 2");
  CHECK(identity_of_tool("a-tool") != first);
  install("a", "release 1");
  CHECK(identity_of_tool("a-tool") == first);
  // A few bytes in the middle of much are not seen; another size is.
  install("a", std::string(1 << 20, 'x'));
  const Hash128 large = identity_of_tool("a-tool");
  install("a", std::string((1 << 20) + 1, 'x'));
  CHECK(identity_of_tool("a-tool") != large);
  REQUIRE(setenv("PATH", old.c_str(), 1) == 0);
}
