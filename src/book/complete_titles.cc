#include "book/complete_titles.h"

#include "book/names.h"
#include "document/front_matter.h"

namespace nbpublish {
namespace {

FrontMatter front_matter_of(const FileSystem& files, const std::filesystem::path& root,
                            const std::string& file) {
  DiagnosticSink unheard;
  const auto text = files.read_file(root / file);
  return text ? read_front_matter(*text, file, unheard).front : FrontMatter{};
}

}  // namespace

std::string name_of(const Chapter& chapter) { return name_in_words(chapter.key.substr(chapter.key.rfind('/') + 1)); }

void complete_titles(Chapter& chapter, const FrontMatter& front) {
  chapter.title_is_given = !chapter.title.empty();
  // A short title belongs to the title that it shortens.
  if (chapter.title.empty() && chapter.short_title.empty()) chapter.short_title = front.short_title;
  if (chapter.title.empty()) chapter.title = front.title;
  if (chapter.title.empty()) chapter.title = name_of(chapter);
}

void complete_titles(const FileSystem& files, Book& book) {
  for (Volume& volume : book.volumes)
    for (Topic& topic : volume.topics)
      for (Chapter& chapter : topic.chapters)
        if (!chapter.file.empty()) complete_titles(chapter, front_matter_of(files, book.root, chapter.file));
}

}  // namespace nbpublish
