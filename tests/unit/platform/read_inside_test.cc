// The door for a book's files, on the real disk.
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <thread>

#include "platform/door.h"
#include "unit/platform/temporary_place.h"

using namespace nbpublish;
using namespace nbpublish::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMost = 1000;

// "the bytes", or "Fault: why".
std::string outcome(const fs::path& root, const fs::path& name, std::size_t most = kMost) {
  const auto bytes = read_inside(RealFileSystem(), root, name, most);
  if (bytes) return *bytes;
  constexpr const char* kFaults[] = {"Missing", "Outside", "TooLarge", "Refused", "System"};
  return std::string(kFaults[static_cast<std::size_t>(bytes.error().fault)]) + ": " + bytes.error().why;
}

const std::string kOutside = "Outside: leads out of the book's folder";

struct BookPlace : Place {
  BookPlace() {
    write("book/chapters/one.md", "one");
    write("secret/words.md", "secret");
    write("book2/words.md", "secret");  // its name begins like the book's
  }
  std::string read(const fs::path& name, std::size_t most = kMost) const { return outcome(*this / "book", name, most); }
};

}  // namespace

TEST_CASE("a file of the book is read, by any name that stays inside") {
  const BookPlace place;
  CHECK(place.read("chapters/one.md") == "one");
  CHECK(place.read("./chapters/../chapters/./one.md") == "one");
  CHECK(place.read(place / "book/chapters/one.md") == "one");
  place.write("book/empty.md", "");
  CHECK(place.read("empty.md").empty());
  place.write("book/zero.md", std::string(3, '\0'));
  CHECK(place.read("zero.md") == std::string(3, '\0'));
  // From wherever the book is looked at.
  place.link("book", "other-name");
  CHECK(outcome(place / "other-name", "chapters/one.md") == "one");
}

TEST_CASE("a link that stays inside the book is followed") {
  const BookPlace place;
  place.link("chapters/one.md", "book/relative.md");
  place.link(place / "book/chapters/one.md", "book/absolute.md");
  place.link("relative.md", "book/twice.md");
  place.link("chapters", "book/texts");
  for (const char* name : {"relative.md", "absolute.md", "twice.md", "texts/one.md"}) CHECK(place.read(name) == "one");
}

TEST_CASE("no name and no link leads out of the book") {
  const BookPlace place;
  place.link("../secret/words.md", "book/relative.md");
  place.link(place / "secret/words.md", "book/absolute.md");
  place.link("relative.md", "book/twice.md");
  place.link("../secret", "book/folder");
  place.link("../book2", "book/sibling");
  place.link("/etc/passwd", "book/passwd");
  place.link("/dev/zero", "book/zero");
  place.link("/proc/self/environ", "book/environ");
  place.link("..", "book/up");
  for (const char* name :
       {"relative.md", "absolute.md", "twice.md", "folder/words.md", "sibling/words.md", "passwd", "zero", "environ", "up/secret/words.md",
        "../secret/words.md", "../book2/words.md", "chapters/../../secret/words.md", "/etc/passwd", "../not-there"})
    CHECK(place.read(name) == kOutside);
  CHECK(place.read("up/book/chapters/one.md") == "one");
}

TEST_CASE("only regular files are opened, and nothing waits for what is none") {
  const BookPlace place;
  REQUIRE(mkfifo((place / "book/pipe").c_str(), 0600) == 0);
  CHECK(place.read("pipe") == "Refused: is a pipe (FIFO)");
  CHECK(place.read("chapters") == "Refused: is a folder");
  CHECK(place.read(".") == "Refused: is a folder");
  const int server = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  (place / "book/socket").string().copy(address.sun_path, sizeof address.sun_path - 1);
  REQUIRE(bind(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  CHECK(place.read("socket") == "Refused: is a socket");
  close(server);
  place.link("nowhere", "book/dangling");
  CHECK(place.read("dangling") == "Refused: is a link that leads nowhere");
  place.link("loop-b", "book/loop-a");
  place.link("loop-a", "book/loop-b");
  CHECK(place.read("loop-a").starts_with("Refused: "));
  if (mknod((place / "book/device").c_str(), S_IFCHR | 0600, (1 << 8) | 5) == 0) {  // /dev/zero's number; only root may
    CHECK(place.read("device") == "Refused: is a device");
  }
}

TEST_CASE("what is missing says so as the system does") {
  const BookPlace place;
  CHECK(place.read("none.md") == "Missing: no such file or directory");
  CHECK(place.read("none/none.md") == "Missing: no such file or directory");
  CHECK(place.read("chapters/one.md/none").starts_with("Missing: "));
  CHECK(place.read(std::string(300, 'x')) == "Refused: file name too long");
  CHECK(outcome(place / "none", "one.md").starts_with("Missing: "));
}

TEST_CASE("a file that may not be read says so") {
  if (geteuid() == 0) return;  // who may read everything
  const BookPlace place;
  fs::permissions(place / "book/chapters/one.md", fs::perms::none);
  CHECK(place.read("chapters/one.md") == "Refused: permission denied");
}

TEST_CASE("the size is known before anything is read") {
  const BookPlace place;
  place.write("book/large.md", std::string(1001, 'x'));
  CHECK(place.read("large.md") == "TooLarge: has 1001 bytes; at most 1000 are read");
  CHECK(place.read("large.md", 1001).size() == 1001);
  fs::resize_file(place / "book/large.md", std::uintmax_t{20} << 30);  // a hole: no bytes on the disk
  rusage before{}, after{};
  getrusage(RUSAGE_SELF, &before);
  CHECK(place.read("large.md") == "TooLarge: has 21474836480 bytes; at most 1000 are read");
  getrusage(RUSAGE_SELF, &after);
  CHECK(after.ru_maxrss - before.ru_maxrss < 10'000);
}

TEST_CASE("a file that grows while it is read is read whole, up to the limit") {
  // What the kernel makes up has no size before it is read.
  if (!fs::exists("/proc/self/status")) return;
  CHECK(outcome("/proc/self", "status", 1 << 20).find("VmRSS") != std::string::npos);
  CHECK(outcome("/proc/self", "status", 10).starts_with("TooLarge: "));
}

TEST_CASE("a link that is put into the way while a book is read opens nothing outside") {
  const BookPlace place;
  place.write("book/sub/words.md", "inside");
  std::atomic<bool> done = false;
  std::thread bender([&] {
    while (!done) {
      std::error_code ignored;
      fs::rename(place / "book/sub", place / "book/away", ignored);
      fs::create_symlink("../secret", place / "book/sub", ignored);
      fs::remove(place / "book/sub", ignored);
      fs::rename(place / "book/away", place / "book/sub", ignored);
    }
  });
  bool leaked = false;
  for (int i = 0; i < 3000; ++i) leaked = leaked || place.read("sub/words.md") == "secret";
  done = true;
  bender.join();
  CHECK_FALSE(leaked);
}

TEST_CASE("no descriptors left is the machine's fault, not the book's") {
  const BookPlace place;
  CHECK(place.read("chapters/one.md") == "one");  // UBSan needs descriptors when it first sees a type
  rlimit limit{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &limit) == 0);
  rlimit none = limit;
  none.rlim_cur = 0;
  REQUIRE(setrlimit(RLIMIT_NOFILE, &none) == 0);
  const std::string said = place.read("chapters/one.md");
  REQUIRE(setrlimit(RLIMIT_NOFILE, &limit) == 0);
  CHECK(said == "System: too many open files");
}

TEST_CASE("a file of the installation is read through any link, and bounded too") {
  const Place place;
  place.write("words", "words");
  place.link("words", "link");
  const RealFileSystem files;
  CHECK(*read_at_most(files, place / "link", 5) == "words");
  const auto message = [&](const std::string& name) {
    const auto bytes = read_at_most(files, place / name, 4);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().kind == ErrorKind::Input);
    return bytes.error().message;
  };
  const std::string cannot = "cannot read " + place.path().string() + "/";
  CHECK(message("words") == cannot + "words: has 5 bytes; at most 4 are read");
  CHECK(message("none") == cannot + "none: no such file or directory");
  CHECK(message(".") == cannot + ".: is a folder");
  REQUIRE(mkfifo((place / "pipe").c_str(), 0600) == 0);
  CHECK(message("pipe") == cannot + "pipe: is a pipe (FIFO)");
}

TEST_CASE("something has a name, though it may be no file") {
  const Place place;
  const RealFileSystem files;
  place.link("nowhere", "dangling");
  REQUIRE(mkfifo((place / "pipe").c_str(), 0600) == 0);
  for (const char* name : {"dangling", "pipe", "."}) {
    CHECK(is_there(files, place / name));
    CHECK_FALSE(files.is_file(place / name));
  }
  CHECK_FALSE(is_there(files, place / "none"));
  CHECK_FALSE(is_there(files, place / "pipe/none"));
}
