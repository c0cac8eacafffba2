// book.toml, in a folder that holds the files which its seeds name.
#include "book/manifest.h"
#include "fuzz/fuzz.h"
#include "platform/file_system.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

// Numbers are those of the names of folders and files as far as these ascend, so that some may be left out.
void must_be_whole(const Book& book) {
  int number = 0;
  for (const Volume& volume : book.volumes) {
    must(!volume.key.empty(), "volumes have a key");
    for (const Topic& topic : volume.topics) {
      must(topic.number > number, "topics are counted through the whole set");
      number = topic.number;
      int place = 0;
      for (const Chapter& chapter : topic.chapters) {
        must(chapter.number > place, "chapters are counted in their topic");
        place = chapter.number;
        must(!chapter.file.starts_with('/') && chapter.file.find("..") == std::string::npos, "chapters stand in the book's folder");
      }
    }
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  MemoryFileSystem disk;
  (void)disk.write_file("book/book.toml", text);
  (void)disk.write_file("book/chapters/01-first/01-a.md", "---\ntitle: A of the chapter\nshort: A\n---\n");
  for (const char* file : {"chapters/01-first/02-b.mdx", "cover.png", "preface.md", "a.png"})
    (void)disk.write_file(std::string("book/") + file, "x");
  DiagnosticSink first, second;
  const Result<Book> book = read_manifest(disk, "book", first), again = read_manifest(disk, "book", second);
  must(book.has_value() && again.has_value(), "a manifest that is there is read");
  must_be_whole(*book);
  must_be_inside(first, text);
  must(told(first) == told(second), "read twice tells the same");
  return 0;
}
