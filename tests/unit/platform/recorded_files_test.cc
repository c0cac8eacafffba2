#include "platform/recorded_files.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

#include "platform/door.h"
#include "platform/temporary_folder.h"

using namespace nbpublish;

namespace {

// Whether a run on these files would be told what the recorded one was.
bool is_as_it_was(const FileSystem& files, const std::vector<Sighting>& sightings) {
  return std::ranges::all_of(sightings, [&](const Sighting& s) { return ask_again(files, s.question, s.path) == s.answer; });
}

// What a run asks: a text, a picture that is not there, a folder's names, whether there is a manifest.
std::vector<Sighting> recorded(FileSystem& disk, const std::filesystem::path& root) {
  RecordedFiles files(disk, {root / "build"});
  static_cast<void>(read_inside(files, root, "text.md", 1 << 20));
  static_cast<void>(read_inside(files, root, "lost.png", 1 << 20));
  static_cast<void>(read_at_most(files, root / "build/kept", 1 << 20));
  static_cast<void>(files.list_directory(root / "chapters"));
  static_cast<void>(is_there(files, root / "book.toml"));
  REQUIRE(files.is_steady());
  return files.sightings();
}

void check_on(FileSystem& files, const std::filesystem::path& root) {
  REQUIRE(files.write_file(root / "text.md", "one"));
  REQUIRE(files.write_file(root / "chapters/01.md", "first"));
  REQUIRE(files.write_file(root / "build/kept", "yesterday's"));
  const std::vector<Sighting> sightings = recorded(files, root);
  CHECK(std::ranges::none_of(sightings, [](const Sighting& s) { return s.path.ends_with("kept"); }));
  CHECK(is_as_it_was(files, sightings));
  CHECK(recorded(files, root) == sightings);

  // Neither the run's own folder nor a file that nobody asked for, nor times.
  REQUIRE(files.write_file(root / "build/kept", "today's"));
  REQUIRE(files.write_file(root / "other.md", "x"));
  REQUIRE(files.write_file(root / "text.md", "one"));
  REQUIRE(files.write_file(root / "chapters/01.md", "changed, but nobody has read it"));
  CHECK(is_as_it_was(files, sightings));

  for (const char* name : {"text.md", "lost.png", "chapters/02.md", "book.toml"}) {
    INFO(name);
    const bool is_new = !files.is_file(root / name);
    REQUIRE(files.write_file(root / name, ""));
    CHECK_FALSE(is_as_it_was(files, sightings));
    if (is_new) REQUIRE(files.remove(root / name));
    else REQUIRE(files.write_file(root / name, "one"));
    CHECK(is_as_it_was(files, sightings));
  }
  REQUIRE(files.remove(root / "text.md"));
  CHECK_FALSE(is_as_it_was(files, sightings));
}

}  // namespace

TEST_CASE("a recorded disk knows whether a run would be told the same") {
  MemoryFileSystem memory;
  check_on(memory, "/book");
  RealFileSystem disk;
  const auto folder = TemporaryFolder::make();
  REQUIRE(folder);
  check_on(disk, folder->path());
}

TEST_CASE("a recorded disk notices that a file changes under the run") {
  MemoryFileSystem memory;
  RecordedFiles files(memory, {});
  REQUIRE(files.write_file("/book/a.md", "one"));
  REQUIRE(files.read_file("/book/a.md"));
  REQUIRE(files.write_file("/book/a.md", "two"));
  CHECK(files.is_steady());
  REQUIRE(files.read_file("/book/a.md"));
  CHECK_FALSE(files.is_steady());
}
