// A folder of the book that may not be listed: what it holds is not known, so the book is not.
#include <catch2/catch.hpp>

#include "book/discovery.h"
#include "book/manifest.h"
#include "support/faulty_world.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// The number of folders listed in all. Whichever of them is refused, the error or a finding names it, or the book is as it is without.
int refuse_each_listing(const std::string& manifest) {
  MemoryFileSystem disk;
  if (!manifest.empty()) REQUIRE(disk.write_file("book/book.toml", "title = \"A\"\nrights = \"R\"\nauthors = [\"B\"]\n" + manifest));
  for (const char* file : {"01-a/1-x.md", "01-a/2-y.md", "02-b/1-z.md"})
    REQUIRE(disk.write_file(std::string("book/chapters/") + file, "---\ntitle: X\n---\n"));
  const auto chapters_of = [](const Book& book) {
    std::string all;
    for (const Topic& topic : book.volumes.front().topics)
      for (const Chapter& chapter : topic.chapters) all += chapter.file + " ";
    return all;
  };
  DiagnosticSink none;
  const auto whole = load_book(disk, "book", none);
  REQUIRE(whole);
  CHECK_FALSE(chapters_of(*whole).empty());
  for (int n = 1;; ++n) {
    FaultyFiles faulty(disk, DiskFault::RefusedFolder, n);
    DiagnosticSink sink;
    const auto book = load_book(faulty, "book", sink);
    if (faulty.calls() < n) return n - 1;
    INFO("listing " << n << ": " << faulty.failed());
    if (book) CHECK(chapters_of(*book) == chapters_of(*whole));
    else CHECK(book.error().message == "cannot list " + faulty.failed().string() + ": permission denied");
  }
}

}  // namespace

TEST_CASE("a folder that cannot be listed costs no chapters in silence") {
  CHECK(refuse_each_listing("") > 3);
  CHECK(refuse_each_listing("[[volume]]\nkey = \"v\"\ntitle = \"V\"\ntopics = [\"chapters/0*\"]\n") > 3);
  CHECK(refuse_each_listing("[[volume]]\nkey = \"v\"\ntitle = \"V\"\ntopics = [\"chapters/01-a\"]\n") > 1);
  CHECK(refuse_each_listing("[[volume]]\nkey = \"v\"\ntitle = \"V\"\n[[volume.topic]]\nfolder = \"chapters/01-a\"\n") > 1);
}
