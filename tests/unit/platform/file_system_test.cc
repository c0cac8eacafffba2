// Disks, and what is asked of them by name.
#include <sys/stat.h>

#include "platform/door.h"
#include "platform/staged_file.h"
#include "unit/platform/temporary_place.h"

using namespace nbpublish;
using namespace nbpublish::testing;
namespace fs = std::filesystem;

namespace {

// The machine's disk, seen through another.
class Watched final : public FileSystem {
 public:
  bool is_on_machine() const override { return true; }
  Result<std::string> read_file(const fs::path& path) const override { return disk_.read_file(path); }
  Status write_file(const fs::path& path, std::string_view bytes) override { return disk_.write_file(path, bytes); }
  Result<FileFacts> stat(const fs::path& path) const override { return disk_.stat(path); }
  Status remove(const fs::path& path) override { return disk_.remove(path); }
  Result<std::vector<DirectoryEntry>> list_directory(const fs::path& path) const override { return disk_.list_directory(path); }
  fs::path real_path(const fs::path& path) const override { return disk_.real_path(path); }

 private:
  RealFileSystem disk_;
};

}  // namespace

TEST_CASE("a disk says whether its names are the machine's") {
  CHECK(RealFileSystem().is_on_machine());
  CHECK_FALSE(MemoryFileSystem().is_on_machine());
}

TEST_CASE("the door is as careful with any disk of the machine") {
  const Place place;
  place.write("book/a.md", "words");
  place.write("secret.md", "secret");
  place.link("../secret.md", "book/link.md");
  place.link("nowhere", "book/dangling.md");
  Watched watched;
  CHECK(*read_inside(watched, place / "book", "a.md", 100) == "words");
  CHECK(read_inside(watched, place / "book", "link.md", 100).error().fault == ReadFault::Outside);
  CHECK(is_there(watched, place / "book/dangling.md"));
  REQUIRE(mkfifo((place / "book/pipe").c_str(), 0600) == 0);
  CHECK_FALSE(read_at_most(watched, place / "book/pipe", 100));
}

TEST_CASE("a file is staged beside its place on any disk of the machine") {
  const Place place;
  place.write("out/a.txt", "old");
  Watched watched;
  const auto staged = stage_file(watched, place / "out/a.txt", "new");
  REQUIRE(staged);
  CHECK(place.names("out").size() == 2);
  REQUIRE((*staged)->put_in_place());
  CHECK(*RealFileSystem().read_file(place / "out/a.txt") == "new");
  (*staged)->take_back();
  CHECK(*RealFileSystem().read_file(place / "out/a.txt") == "old");
}
