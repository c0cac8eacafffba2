// Files that are written whole or not at all, on the real disk.
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/output_set.h"
#include "platform/temporary_file.h"
#include "unit/platform/temporary_place.h"

using namespace nbpublish;
using namespace nbpublish::testing;
namespace fs = std::filesystem;

namespace {

using Names = std::vector<std::string>;

std::string text_of(const fs::path& path) { return RealFileSystem().read_file(path).value_or("(none)"); }

// What `files` says of a file that it cannot write.
std::string refusal(const fs::path& path) {
  RealFileSystem files;
  const Status written = files.write_file(path, "bytes");
  REQUIRE_FALSE(written);
  CHECK(written.error().kind == ErrorKind::Environment);
  return written.error().message;
}

}  // namespace

TEST_CASE("a file is written, replaced, and nothing else is left") {
  const Place place;
  RealFileSystem files;
  REQUIRE(files.write_file(place / "a/b/one.pdf", "old"));
  REQUIRE(files.write_file(place / "a/b/one.pdf", "new"));
  REQUIRE(files.write_file(place / "a/b/empty.pdf", ""));
  CHECK(text_of(place / "a/b/one.pdf") == "new");
  CHECK(place.names("a/b") == Names{"empty.pdf", "one.pdf"});
}

TEST_CASE("a set appears at once, and not before it is whole") {
  const Place place;
  RealFileSystem files;
  place.write("one.pdf", "old one");
  OutputSet set(files);
  REQUIRE(set.add(place / "one.pdf", "new one"));
  REQUIRE(set.add(place / "two.epub", "new two"));
  CHECK(text_of(place / "one.pdf") == "old one");
  CHECK_FALSE(fs::exists(place / "two.epub"));
  REQUIRE(set.commit());
  CHECK(text_of(place / "one.pdf") == "new one");
  CHECK(text_of(place / "two.epub") == "new two");
  CHECK(place.names() == Names{"one.pdf", "two.epub"});
  CHECK(set.paths() == std::vector<fs::path>{place / "one.pdf", place / "two.epub"});
}

TEST_CASE("a set that is given up leaves nothing") {
  const Place place;
  RealFileSystem files;
  place.write("one.pdf", "old");
  {
    OutputSet set(files);
    REQUIRE(set.add(place / "one.pdf", "new"));
    REQUIRE(set.add(place / "two.pdf", "new"));
  }
  CHECK(place.names() == Names{"one.pdf"});
  CHECK(text_of(place / "one.pdf") == "old");
}

TEST_CASE("a file that cannot be put in its place takes the others back") {
  const Place place;
  RealFileSystem files;
  place.write("one.pdf", "old one");
  fs::create_symlink("one.pdf", place / "link.pdf");
  OutputSet set(files);
  for (const char* name : {"one.pdf", "link.pdf", "two.pdf", "three.pdf"}) REQUIRE(set.add(place / name, "new"));
  fs::create_directory(place / "three.pdf");  // in the way, since then
  const Status committed = set.commit();
  REQUIRE_FALSE(committed);
  CHECK(committed.error().message == "cannot write " + (place / "three.pdf").string() + ": is a directory");
  CHECK(text_of(place / "one.pdf") == "old one");
  CHECK(fs::is_symlink(place / "link.pdf"));
  CHECK_FALSE(fs::exists(place / "two.pdf"));
  CHECK(fs::is_directory(place / "three.pdf"));
}

TEST_CASE("a link in a file's place is replaced, not followed") {
  const Place place;
  RealFileSystem files;
  place.write("other.txt", "other");
  place.link("other.txt", "one.pdf");
  place.link("nowhere", "two.pdf");
  REQUIRE(files.write_file(place / "one.pdf", "new"));
  REQUIRE(files.write_file(place / "two.pdf", "new"));
  CHECK(text_of(place / "other.txt") == "other");
  CHECK(place.names() == Names{"one.pdf", "other.txt", "two.pdf"});
  CHECK_FALSE(fs::is_symlink(place / "one.pdf"));
  CHECK_FALSE(fs::is_symlink(place / "two.pdf"));
}

TEST_CASE("why a file cannot be written is what the system says") {
  const Place place;
  place.write("file", "");
  place.link("nowhere/at/all", "dangling");
  fs::create_directory(place / "folder.pdf");
  const std::string cannot = "cannot write " + place.path().string() + "/";
  CHECK(refusal(place / "file/one.pdf").starts_with(cannot + "file/one.pdf: no folder "));
  CHECK(refusal(place / "file/one.pdf").ends_with(": not a directory"));
  CHECK(refusal(place / "dangling/one.pdf").starts_with(cannot + "dangling/one.pdf: no folder "));
  CHECK(refusal(place / "folder.pdf") == cannot + "folder.pdf: is a directory");
  CHECK(refusal(place / (std::string(252, 'x') + ".pdf")).ends_with(": file name too long"));
  CHECK(refusal("/dev/full/one.pdf").ends_with(": not a directory"));
  CHECK(refusal("/proc/nowhere/one.pdf").starts_with("cannot write /proc/nowhere/one.pdf: no folder /proc/nowhere: "));
  // A name that is as long as may be has room for no ending, and needs none.
  RealFileSystem files;
  CHECK(files.write_file(place / std::string(255, 'x'), "bytes"));
}

TEST_CASE("a limit on files' size is told, and leaves the old set") {
  const Place place;
  RealFileSystem files;
  place.write("one.pdf", "old");
  const auto before = signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &limit) == 0);
  rlimit small = limit;
  small.rlim_cur = 4096;
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  OutputSet set(files);
  const Status first = set.add(place / "one.pdf", "new"), second = set.add(place / "two.pdf", std::string(10'000, 'x'));
  REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
  signal(SIGXFSZ, before);
  CHECK(first);
  REQUIRE_FALSE(second);
  CHECK(second.error().message == "cannot write " + (place / "two.pdf").string() + ": file too large");
  CHECK(place.names().size() == 2);  // the old file, and the temporary one of the set
  CHECK(text_of(place / "one.pdf") == "old");
}

TEST_CASE("what a killed run left is swept by the next one that writes there") {
  const Place place;
  const pid_t child = fork();
  if (child == 0) {
    RealFileSystem files;
    OutputSet set(files);
    if (!set.add(place / "one.pdf", "half")) _exit(1);
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  REQUIRE(place.names().size() == 1);
  RealFileSystem files;
  REQUIRE(files.write_file(place / "two.pdf", "new"));
  CHECK(place.names() == Names{"two.pdf"});
}

TEST_CASE("what another run is writing is not touched") {
  const Place place;
  RealFileSystem files;
  OutputSet set(files);
  REQUIRE(set.add(place / "one.pdf", "one"));
  sweep_temporary_files(place.path());
  CHECK(place.names().size() == 1);
  REQUIRE(files.write_file(place / "two.pdf", "two"));
  REQUIRE(set.commit());
  CHECK(place.names() == Names{"one.pdf", "two.pdf"});
  CHECK(text_of(place / "one.pdf") == "one");
}

TEST_CASE("files of earlier releases are swept if their process is dead") {
  const Place place;
  const pid_t dead = fork();
  if (dead == 0) _exit(0);
  REQUIRE(waitpid(dead, nullptr, 0) == dead);
  const std::string of_dead = ".tmp" + std::to_string(dead), of_living = ".tmp" + std::to_string(getpid());
  for (const std::string& name :
       {"volume-1-print.pdf" + of_dead, "volume-1.epub" + of_living, "notes.txt" + of_dead, std::string("a.pdf.tmp"),
        std::string("a.pdf.tmp12x"), std::string(".nbpublish-0123456789abcdef.tmp"), std::string(".nbpublish-notes.tmp")})
    place.write(name, "half");
  fs::create_directory(place / ".nbpublish-fedcba9876543210.tmp");
  RealFileSystem files;
  REQUIRE(files.write_file(place / "one.pdf", "new"));
  CHECK(place.names() == Names{".nbpublish-fedcba9876543210.tmp", ".nbpublish-notes.tmp", "a.pdf.tmp", "a.pdf.tmp12x",
                               "notes.txt" + of_dead, "one.pdf", "volume-1.epub" + of_living});
}

TEST_CASE("two runs that write the same folder at once leave whole files and nothing else") {
  const Place place;
  constexpr int kRuns = 4;
  for (int run = 0; run < kRuns; ++run) {
    if (fork() != 0) continue;
    for (int i = 0; i < 50; ++i) {
      RealFileSystem files;
      OutputSet set(files);
      sweep_temporary_files(place.path());
      const std::string bytes(10'000, static_cast<char>('a' + run));
      for (const char* name : {"one.pdf", "two.pdf"})
        if (!set.add(place / name, bytes)) _exit(1);
      if (!set.commit()) _exit(2);
    }
    _exit(0);
  }
  for (int run = 0; run < kRuns; ++run) {
    int status = 0;
    wait(&status);
    CHECK(status == 0);
  }
  CHECK(place.names() == Names{"one.pdf", "two.pdf"});
  for (const char* name : {"one.pdf", "two.pdf"}) {
    const std::string text = text_of(place / name);
    CHECK(text.size() == 10'000);
    CHECK(text.find_first_not_of(text[0]) == std::string::npos);
  }
}

TEST_CASE("a file is made with the rights that the user's mask leaves") {
  const Place place;
  RealFileSystem files;
  const mode_t before = umask(0027);
  REQUIRE(files.write_file(place / "one.pdf", "bytes"));
  umask(before);
  CHECK((fs::status(place / "one.pdf").permissions() & fs::perms::mask) == fs::perms(0640));
}
