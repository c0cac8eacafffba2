#include "pipeline/source_gatherer.h"

#include <utility>

#include "book/book_path.h"
#include "book/complete_titles.h"
#include "source/read_options.h"

namespace nbpublish {

void SourceGatherer::add_chapter(const Chapter& chapter) {
  SourceFile& source = add_file(chapter.file, chapter.key);
  if (!book_.meta.site.empty()) source.online_url = book_.meta.site + public_path(chapter);
  source.title = chapter.given_title;
  source.short_title = chapter.short_title;
  source.name = name_of(chapter);
}

void SourceGatherer::add_matter(MatterId id, const std::string& file) { add_file(file, key_of(id)); }

SourceFile& SourceGatherer::add_file(const std::string& file, const std::string& key) {
  auto text = read_inside(files_, book_.root, file, ReadOptions().max_file_bytes);
  if (!text) {
    gathered_.unread.insert(key);
    if (text.error().fault == ReadFault::System && !refusal_) refusal_ = fail_to_read(file, text.error()).error();
    report_unread(text.error(), file, diagnostics_);
  }
  return gathered_.sources.emplace_back(SourceFile{file, key, {}, text ? std::move(*text) : std::string()});
}

Result<GatheredSources> SourceGatherer::take() {
  if (refusal_) return std::unexpected(*refusal_);
  return std::move(gathered_);
}

}  // namespace nbpublish
