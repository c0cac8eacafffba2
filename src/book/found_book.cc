#include "book/found_book.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "book/book_path.h"
#include "book/complete_titles.h"
#include "book/readme_title.h"
#include "book/site.h"
#include "book/words.h"
#include "document/front_matter.h"
#include "platform/door.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

bool is_readme(const std::string& name) { return lowered(name) == "readme.md"; }

bool is_chapter_name(const std::string& name) {
  return !name.starts_with('.') && !is_readme(name) && (name.ends_with(".md") || name.ends_with(".mdx"));
}

Result<std::vector<std::string>> names_in(const FileSystem& files, const fs::path& folder, bool directories) {
  NBP_TRY_ASSIGN(const std::vector<DirectoryEntry> entries, files.list_directory(folder));
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : entries)
    if (entry.is_directory == directories && !entry.name.starts_with('.')) names.push_back(entry.name);
  std::ranges::sort(names, in_number_order);
  return names;
}

std::vector<std::string> or_none(Result<std::vector<std::string>> names) { return names ? std::move(*names) : std::vector<std::string>(); }

bool is_cover(const std::string& name) {
  constexpr std::array<std::string_view, 4> kPictures = {".png", ".jpg", ".jpeg", ".svg"};
  const std::string plain = lowered(name);
  return plain.find("cover") != std::string::npos &&
         std::ranges::any_of(kPictures, [&](std::string_view ending) { return plain.ends_with(ending); });
}

// "Ada Example @ada" -> "Ada Example"
std::string without_handle(const std::string& author) {
  std::string name = author.substr(0, author.find(" @"));
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

constexpr std::size_t kMostBytes = 2u << 20;  // of a text: more is not read by read_chapters() either

}  // namespace

int number_after(int last, std::string_view name) { return std::max(last + 1, leading_number(name)); }

Result<std::vector<std::string>> FoundBook::folders_in(const std::string& folder) const { return names_in(files_, root_ / folder, true); }

Result<std::vector<std::string>> FoundBook::chapters_in(const std::string& folder) const {
  NBP_TRY_ASSIGN(const std::vector<std::string> names, names_in(files_, root_ / folder, false));
  std::vector<std::string> chapters;
  for (const std::string& name : names)
    if (is_chapter_name(name)) chapters.push_back((fs::path(folder) / name).generic_string());
  return chapters;
}

Status FoundBook::read_topic(const std::string& folder, Topic& topic, const Skip& skip) {
  NBP_TRY_ASSIGN(const std::vector<std::string> files, chapters_in(folder));
  int last = 0;
  for (const std::string& name : files) {
    if (skip(name)) continue;
    Chapter chapter;
    chapter.file = path_in_book(files_, root_, name).value_or(name);  // reading the chapter says why it is refused
    last = chapter.number = number_after(last, last_name(name));
    chapter.key = unique_key(chapter.file);
    NBP_TRY(read_front(chapter, topic, false));
    topic.chapters.push_back(std::move(chapter));
  }
  if (topic.title.empty()) topic.title = name_in_words(last_name(folder));
  return {};
}

Status FoundBook::read_topics(Volume& volume, int& last_topic, const Skip& skip_folder, const Skip& skip_file) {
  NBP_TRY_ASSIGN(const std::vector<std::string> folders, folders_in(std::string(kChaptersFolder)));
  for (const std::string& name : folders) {
    const std::string folder = std::string(kChaptersFolder) + "/" + name;
    if (skip_folder(folder)) continue;
    Topic topic;
    NBP_TRY(read_topic(folder, topic, skip_file));
    if (topic.chapters.empty()) continue;
    last_topic = topic.number = number_after(last_topic, name);
    volume.topics.push_back(std::move(topic));
  }
  return {};
}

std::vector<std::string> FoundBook::strays(const std::set<std::string>& taken) const {
  const std::string top(kChaptersFolder);
  std::vector<std::string> strays = or_none(chapters_in(top));
  for (const std::string& name : or_none(folders_in(top))) {
    std::vector<std::string> chapters = or_none(chapters_in(top + "/" + name));
    if (!chapters.empty() && std::ranges::none_of(chapters, [&](const std::string& file) { return taken.contains(file); }))
      chapters = {top + "/" + name + "/"};
    strays.insert(strays.end(), chapters.begin(), chapters.end());
  }
  std::erase_if(strays, [&](const std::string& file) { return taken.contains(file); });
  return strays;
}

void FoundBook::tell_strays(const Volume& volume, std::set<std::string> taken) const {
  for (const Topic& topic : volume.topics)
    for (const Chapter& chapter : topic.chapters) taken.insert(chapter.file);
  for (const std::string& file : strays(taken))
    if (!file.ends_with('/'))
      diagnostics_.add({DiagCode::ManifestKey,
                        Severity::Warning,
                        file,
                        {},
                        "the file stands in no topic's folder and is left out",
                        "chapters are files chapters/NN-topic/NN-name.md or .mdx"});
}

Status FoundBook::read_front(Chapter& chapter, Topic& topic, bool has_status) {
  auto text = read_inside(files_, root_, chapter.file, kMostBytes);
  if (!text && text.error().fault == ReadFault::System) return fail_to_read(chapter.file, text.error());
  DiagnosticSink unheard;  // reading the chapter complains, also of one that cannot be read
  const FrontMatterResult read = read_front_matter(text ? *text : std::string(), chapter.file, unheard);
  const FrontMatter& front = read.front;
  complete_titles(chapter, front);
  if (!has_status && !read.status.empty()) chapter.status = status_of_word(read.status);
  if (topic.title.empty()) topic.title = phrase_of(front.category);
  const std::string author = name_of_text(without_handle(front.author));
  if (!author.empty() && std::ranges::find(authors_, author) == authors_.end()) authors_.push_back(author);
  if (text) texts_.push_back(std::move(*text));
  return {};
}

std::string FoundBook::unique_key(const std::string& file) {
  const std::string key = chapter_key(file);
  std::string unique = keys_.make_unique(key);
  if (unique != key) complain(file, "two chapters have the key '" + key + "'");
  return unique;
}

// The first file of the folder that satisfies `wanted`, relative to the book's folder; empty if there is none.
std::string FoundBook::first_file(const std::string& folder, const std::function<bool(const std::string&)>& wanted) const {
  for (const std::string& name : or_none(names_in(files_, root_ / folder, false))) {
    if (!wanted(name) || !files_.is_file(root_ / folder / name)) continue;
    if (const auto file = path_in_book(files_, root_, (fs::path(folder) / name).generic_string())) return *file;
  }
  return {};
}

void FoundBook::describe(Metadata& meta, bool title_only) {
  const std::string readme = first_file("", is_readme);
  const std::string about = readme.empty() ? "" : read_inside(files_, root_, readme, kMostBytes).value_or("");
  if (meta.title.empty()) meta.title = readme_title(about);
  if (meta.title.empty()) meta.title = name_in_words(files_.real_path(root_).filename().string());
  if (meta.title.empty()) meta.title = "Untitled";
  if (title_only) return;
  if (meta.authors.empty()) meta.authors = authors_;
  if (meta.site.empty()) {
    std::vector<std::string_view> texts(texts_.begin(), texts_.end());
    texts.push_back(about);
    meta.site = infer_site(texts, keys_.all());
  }
  if (meta.cover.empty()) meta.cover = first_file("public", is_cover);
  if (meta.cover.empty()) meta.cover = first_file("", is_cover);
}

void FoundBook::complain(const std::string& file, std::string message) {
  diagnostics_.report(DiagCode::ManifestKey, file, {}, std::move(message));
}

}  // namespace nbpublish
