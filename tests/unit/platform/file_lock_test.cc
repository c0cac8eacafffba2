// Locks on real files, between real processes.
#include "platform/file_lock.h"

#include <fcntl.h>

#include <cstdlib>

#include "platform/process.h"
#include "support/scoped_variable.h"
#include "unit/platform/temporary_place.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

Descriptor opened(const std::filesystem::path& path) { return Descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC)); }

// What another process finds; the place is told it in its environment's HOME.
int found_by_another(const std::filesystem::path& path) {
  const ScopedVariable home("HOME", path.string());
  const auto run = RealProcessRunner().run({{"/proc/self/exe", "helper: whose lock it is"}, "", std::chrono::seconds(20)});
  REQUIRE(run);
  return run->exit_code;
}

}  // namespace

TEST_CASE("helper: whose lock it is", "[.]") {
  const char* path = std::getenv("HOME");
  REQUIRE(path != nullptr);
  const Descriptor file = opened(path);
  std::_Exit(10 + static_cast<int>(try_lock(file)));
}

TEST_CASE("a lock is one process's as long as the file is open there") {
  const Place place;
  place.write("folder/file", "x");
  for (const char* name : {"folder/file", "folder"}) {
    const std::filesystem::path path = place / name;
    CHECK(found_by_another(path) == 10 + static_cast<int>(LockState::Ours));
    Descriptor file = opened(path);
    CHECK(try_lock(file) == LockState::Ours);
    CHECK(try_lock(file) == LockState::Ours);
    CHECK(found_by_another(path) == 10 + static_cast<int>(LockState::Taken));
    CHECK(try_lock(opened(path)) == LockState::Taken);
    file.close();
    CHECK(found_by_another(path) == 10 + static_cast<int>(LockState::Ours));
  }
}

TEST_CASE("what is not open has no lock") { CHECK(try_lock(Descriptor()) == LockState::Unknown); }
