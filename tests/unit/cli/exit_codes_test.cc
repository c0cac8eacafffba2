// Commands that are run: how they end.
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>

#include "cli/exit_codes.h"
#include "platform/child.h"
#include "unit/cli/command_line.h"
#include "unit/platform/temporary_place.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// What is printed meanwhile goes nowhere.
class Silence {
 public:
  Silence() {
    const Descriptor nowhere(open("/dev/null", O_WRONLY | O_CLOEXEC));
    for (int i : {0, 1}) {
      kept_[i] = dup(i + 1);
      dup2(nowhere.get(), i + 1);
    }
  }
  ~Silence() {
    for (int i : {0, 1}) {
      dup2(kept_[i], i + 1);
      close(kept_[i]);
    }
  }

 private:
  int kept_[2] = {};
};

struct BookOnDisk : Place {
  BookOnDisk() {
    write("book.toml",
          "title = \"A Book\"\nauthors = [\"Ada\"]\nrights = \"© Ada\"\n[[volume]]\nkey = \"volume-1\"\ntitle = \"One\"\n"
          "[[volume.topic]]\ntitle = \"First\"\nchapter = [{ file = \"a.md\" }]\n");
    write("a.md", "# A\n\nWords.\n");
  }

  // Of a command line, `--book` added.
  int code_of(std::vector<std::string> words) const {
    words.insert(words.end(), {"--book", path().string()});
    const CommandLine line(words);
    if (!line.answer) return exit_code_of(line.answer.error().kind);
    const Silence silence;
    return line.invocation.command->run();
  }
};

}  // namespace

TEST_CASE("exit codes: each kind of error has one") {
  CHECK(exit_code_of(ErrorKind::Input) == 1);
  CHECK(exit_code_of(ErrorKind::Usage) == 2);
  CHECK(exit_code_of(ErrorKind::Environment) == 3);
  CHECK(exit_code_of(ErrorKind::Internal) == 3);
}

TEST_CASE("exit code 0: done, with warnings too") {
  BookOnDisk book;
  CHECK(book.code_of({"check"}) == 0);
  CHECK(book.code_of({"list"}) == 0);
  book.write("a.md", "# A\n\n#### Deep\n");
  CHECK(book.code_of({"list"}) == 0);
}

TEST_CASE("exit code 1: errors in the book, and warnings under --strict") {
  BookOnDisk book;
  book.write("a.md", "# A\n\n#### Deep\n");
  CHECK(book.code_of({"list", "--strict"}) == 1);
  book.write("a.md", "# A\n\n[dead](nowhere.md)\n");
  CHECK(book.code_of({"list"}) == 1);
  book.write("book.toml", "title = \"unclosed\n");
  CHECK(book.code_of({"list"}) == 1);
}

TEST_CASE("exit code 2: wrong use, said by the parser or by the command") {
  const BookOnDisk book;
  CHECK(book.code_of({"list", "--no-such-option"}) == 2);
  CHECK(book.code_of({"volume-1"}) == 2);  // nothing to make
  CHECK(book.code_of({"publish", "volume-1"}) == 2);
  CHECK(book.code_of({"--pdf"}) == 2);  // of no volume
  CHECK(book.code_of({"publish", "--pdf"}) == 2);
  CHECK(book.code_of({"volume-1", "--pdf", "--no-fonts"}) == 2);
  CHECK(book.code_of({"publish", "volume-1", "--pdf", "--no-fonts"}) == 2);
  CHECK(book.code_of({"volume-1", "--epub", "--linearize"}) == 2);
  CHECK(book.code_of({"audit"}) == 2);
  CHECK(book.code_of({"list", "volume-9"}) == 2);
  CHECK(book.code_of({"dump", "--stage", "documnt"}) == 2);
}

TEST_CASE("exit code 3: the machine lacks what is needed") {
  const BookOnDisk book;
  const std::string path = std::getenv("PATH");
  setenv("PATH", (book / "none").c_str(), 1);
  const int code = book.code_of({"list"});
  setenv("PATH", path.c_str(), 1);
  CHECK(code == 3);
}
