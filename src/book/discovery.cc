#include "book/discovery.h"

#include "book/found_book.h"

namespace nbpublish {
namespace fs = std::filesystem;
Result<Book> discover_book(const FileSystem& files, const fs::path& root, DiagnosticSink& diagnostics) {
  Book book;
  book.root = root;
  TakenNames keys;
  FoundBook found(files, root, keys, diagnostics);
  Volume& volume = book.volumes.emplace_back();
  volume.key = kOnlyVolume;
  volume.number = 1;
  int last_topic = 0;
  const auto none = [](const std::string&) { return false; };
  NBP_TRY(found.read_topics(volume, last_topic, none, none));
  if (volume.topics.empty())
    return fail(ErrorKind::Input, "no chapters in " + (root / kChaptersFolder).string(),
                "chapters are files chapters/NN-topic/NN-name.md or .mdx");
  found.describe(book.meta);
  volume.title = book.meta.title;
  found.tell_strays(volume);
  diagnostics.report(DiagCode::MissingLicence, "", {}, "the book has no manifest that names rights or a licence",
                     "write a book.toml, or the copyright page will say \"All rights reserved\"");
  return book;
}

}  // namespace nbpublish
