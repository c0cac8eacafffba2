#include "book/discovery.h"

#include <algorithm>
#include <array>
#include <vector>

#include "book/book_path.h"
#include "book/complete_titles.h"
#include "book/names.h"
#include "book/readme_title.h"
#include "book/site.h"
#include "document/front_matter.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kChapters = "chapters";
constexpr std::string_view kOnlyVolume = "volume-1";

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return text;
}

bool is_readme(const std::string& name) { return lower(name) == "readme.md"; }

bool is_chapter_name(const std::string& name) {
  return !name.starts_with('.') && !is_readme(name) && (name.ends_with(".md") || name.ends_with(".mdx"));
}

std::vector<std::string> names_in(const FileSystem& files, const fs::path& folder, bool directories) {
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : files.list_directory(folder))
    if (entry.is_directory == directories && !entry.name.starts_with('.')) names.push_back(entry.name);
  std::ranges::sort(names, in_number_order);
  return names;
}

// The number in the name, as long as numbers ascend; otherwise the next one.
int number_after(int last, std::string_view name) { return std::max(last + 1, leading_number(name)); }

// The first file of the folder that satisfies `wanted`, relative to the book's folder; empty if there is
// none.
std::string first_file(const FileSystem& files, const fs::path& root, const fs::path& folder,
                       const auto& wanted) {
  for (const std::string& name : names_in(files, root / folder, false)) {
    if (!wanted(name) || !files.is_file(root / folder / name)) continue;
    if (const auto file = path_in_book(files, root, (folder / name).generic_string())) return *file;
  }
  return {};
}

bool is_cover(const std::string& name) {
  constexpr std::array<std::string_view, 4> kPictures = {".png", ".jpg", ".jpeg", ".svg"};
  const std::string plain = lower(name);
  return plain.find("cover") != std::string::npos &&
         std::ranges::any_of(kPictures, [&](std::string_view ending) { return plain.ends_with(ending); });
}

// "Ada Example @ada" -> "Ada Example"
std::string without_handle(const std::string& author) {
  std::string name = author.substr(0, author.find(" @"));
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

// Reads a folder as a book; what the whole book says is gathered while its chapters are read.
class Discovery {
 public:
  Discovery(const FileSystem& files, const fs::path& root, DiagnosticSink& diagnostics)
      : files_(files), root_(root), diagnostics_(diagnostics) {}

  Result<Book> read() {
    book_.root = root_;
    Volume volume;
    volume.key = kOnlyVolume;
    volume.number = 1;
    NBP_TRY(read_topics(volume));
    if (volume.topics.empty())
      return fail(ErrorKind::Input, "no chapters in " + (root_ / kChapters).string(),
                  "chapters are files chapters/NN-topic/NN-name.md or .mdx");
    describe();
    volume.title = book_.meta.title;
    book_.volumes.push_back(std::move(volume));
    return std::move(book_);
  }

 private:
  Status read_topics(Volume& volume) {
    int last = 0;
    for (const std::string& folder : names_in(files_, root_ / kChapters, true)) {
      Topic topic;
      NBP_TRY(read_chapters(folder, topic));
      if (topic.chapters.empty()) continue;
      last = topic.number = number_after(last, folder);
      if (topic.title.empty()) topic.title = name_in_words(folder);
      volume.topics.push_back(std::move(topic));
    }
    return {};
  }

  Status read_chapters(const std::string& folder, Topic& topic) {
    int last = 0;
    for (const std::string& name : names_in(files_, root_ / kChapters / folder, false)) {
      if (!is_chapter_name(name)) continue;
      const auto file = path_in_book(files_, root_, std::string(kChapters) + "/" + folder + "/" + name);
      if (!file) {
        complain(std::string(kChapters) + "/" + folder + "/" + name, "the file " + file.error());
        continue;
      }
      Chapter chapter;
      chapter.file = *file;
      last = chapter.number = number_after(last, name);
      chapter.key = unique_key(*file);
      NBP_TRY(read_front(chapter, topic));
      topic.chapters.push_back(std::move(chapter));
    }
    return {};
  }

  Status read_front(Chapter& chapter, Topic& topic) {
    NBP_TRY_ASSIGN(std::string text, files_.read_file(root_ / chapter.file));
    DiagnosticSink unheard;  // reading the chapter complains
    const FrontMatter front = read_front_matter(text, chapter.file, unheard).front;
    complete_titles(chapter, front);
    if (!front.published) chapter.status = ChapterStatus::Draft;
    if (topic.title.empty()) topic.title = front.category;
    const std::string author = without_handle(front.author);
    if (!author.empty() && std::ranges::find(book_.meta.authors, author) == book_.meta.authors.end())
      book_.meta.authors.push_back(author);
    texts_.push_back(std::move(text));
    return {};
  }

  std::string unique_key(const std::string& file) {
    const std::string key = chapter_key(file);
    std::string unique = make_unique(key, keys_);
    if (unique != key) complain(file, "two chapters have the key '" + key + "'");
    return unique;
  }

  // What a manifest would say of the whole book, from the README and the names of files.
  void describe() {
    const std::string readme = first_file(files_, root_, "", is_readme);
    const std::string about = readme.empty() ? "" : files_.read_file(root_ / readme).value_or("");
    book_.meta.title = readme_title(about);
    if (book_.meta.title.empty())
      book_.meta.title = name_in_words(files_.real_path(root_).filename().string());
    if (book_.meta.title.empty()) book_.meta.title = "Untitled";
    texts_.push_back(about);
    const std::vector<std::string_view> texts(texts_.begin(), texts_.end());
    book_.meta.site = infer_site(texts, keys_);
    book_.meta.cover = first_file(files_, root_, "public", is_cover);
    if (book_.meta.cover.empty()) book_.meta.cover = first_file(files_, root_, "", is_cover);
    diagnostics_.report(DiagCode::MissingLicence, "", {},
                        "the book has no manifest that names rights or a licence",
                        "write a book.toml, or the copyright page will say \"All rights reserved\"");
  }

  void complain(const std::string& file, std::string message) {
    diagnostics_.report(DiagCode::ManifestKey, file, {}, std::move(message));
  }

  const FileSystem& files_;
  const fs::path& root_;
  DiagnosticSink& diagnostics_;
  Book book_;
  std::set<std::string> keys_;
  std::vector<std::string> texts_;  // raw, for the links in them
};

}  // namespace

Result<Book> discover_book(const FileSystem& files, const fs::path& root, DiagnosticSink& diagnostics) {
  return Discovery(files, root, diagnostics).read();
}

}  // namespace nbpublish
