#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <iostream>

#include "platform/process.h"
#include "support/scoped_variable.h"
#include "unit/platform/temporary_place.h"

using namespace nbpublish;
using namespace nbpublish::testing;
namespace fs = std::filesystem;

namespace {

// A folder of a run that was killed so many hours ago.
void leave(const Place& place, const std::string& name, int hours) {
  place.write(name + "/file", "left");
  fs::last_write_time(place / name, fs::file_time_type::clock::now() - std::chrono::hours(hours));
}

// In a process of its own, since a run sweeps once: where a folder is made if TMPDIR is `place`.
std::string made_in_new_process(const fs::path& place) {
  const ScopedVariable temporary("TMPDIR", place.string());
  const auto run = RealProcessRunner().run({{"/proc/self/exe", "helper: where a temporary folder is made"}, "", std::chrono::seconds(20)});
  REQUIRE(run);
  const std::size_t begin = run->out.find("made in ") + 8;
  return run->out.substr(begin, run->out.find('\n', begin) - begin);
}

}  // namespace

TEST_CASE("a temporary folder is new, empty, its owner's alone, and gone with it") {
  fs::path first, second;
  {
    const auto one = TemporaryFolder::make();
    auto other = TemporaryFolder::make();
    REQUIRE((one && other));
    first = one->path(), second = other->path();
    CHECK(first != second);
    CHECK(fs::is_empty(first));
    CHECK(fs::status(first).permissions() == fs::perms::owner_all);
    fs::create_directories(first / "deep/er");
    const TemporaryFolder moved = std::move(*other);
    CHECK(moved.path() == second);
    CHECK(fs::exists(second));
  }
  CHECK_FALSE(fs::exists(first));
  CHECK_FALSE(fs::exists(second));
}

TEST_CASE("helper: where a temporary folder is made", "[.]") {
  const auto folder = TemporaryFolder::make();
  std::cout << "made in " << (folder ? folder->path().parent_path().string() : folder.error().message) << '\n';
  CHECK(folder);
}

TEST_CASE("a temporary folder stands where TMPDIR says, or where there is one") {
  const Place place;
  CHECK(made_in_new_process(place.path()) == place.path());
  CHECK(made_in_new_process(place / "none") == "/tmp");
}

TEST_CASE("what killed runs left is swept, and nothing that a run may still need or that is not ours") {
  const Place place;
  leave(place, "nbpublish-dead01", 2);
  leave(place, "nbpublish-young1", 0);
  leave(place, "nbpublish-locked", 2);
  leave(place, "nbpublish-longer-name", 2);
  leave(place, "another-dead01", 2);
  const int lock = open((place / "nbpublish-locked").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  REQUIRE(flock(lock, LOCK_EX | LOCK_NB) == 0);
  REQUIRE(made_in_new_process(place.path()) == place.path());
  close(lock);
  CHECK(place.names() == std::vector<std::string>{"another-dead01", "nbpublish-locked", "nbpublish-longer-name", "nbpublish-young1"});
}
