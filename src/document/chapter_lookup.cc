#include "document/chapter_lookup.h"

#include "base/ascii.h"
#include "document/anchors.h"
#include "document/href.h"

namespace nbpublish {
namespace {

std::string_view without_extension(std::string_view path) {
  for (const std::string_view extension : {".mdx", ".md"})
    if (path.ends_with(extension)) return path.substr(0, path.size() - extension.size());
  return path;
}

// "01-node-arch" -> "node-arch".
std::string_view without_number(std::string_view name) {
  const std::size_t digits = name.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos || name[digits] != '-') return name;
  return name.substr(digits + 1);
}

// Keys are the last two parts of a chapter's path without numbers and extension (book/book.h).
std::string key_of(std::string_view path) {
  path = without_extension(path);
  const std::string_view folder = folder_of(path);
  const std::string_view name = folder.empty() ? path : path.substr(folder.size() + 1);
  const std::size_t slash = folder.rfind('/');
  const std::string_view topic = slash == std::string_view::npos ? folder : folder.substr(slash + 1);
  return std::string(without_number(topic)) + '/' + std::string(without_number(name));
}

// Host and path without scheme, "www." and a closing '/'; the host in lower case.
std::string bare_url(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  const std::size_t slash = std::min(url.find('/'), url.size());
  std::string out = lowered(url.substr(0, slash)) + std::string(url.substr(slash));
  if (out.starts_with("www.")) out.erase(0, 4);
  while (out.ends_with('/')) out.pop_back();
  return out;
}

std::string single_hyphens(std::string_view slug) {
  std::string out;
  for (const char c : slug)
    if (c != '-' || !out.ends_with('-')) out += c;
  return out;
}

// Whether the slug `tail` of two or more words is the last words of `slug`.
bool ends_with_words(std::string_view slug, std::string_view tail) {
  return tail.find('-') != std::string_view::npos && slug.size() > tail.size() && slug.ends_with(tail) &&
         slug[slug.size() - tail.size() - 1] == '-';
}

}  // namespace

ChapterLookup::ChapterLookup(const BookAddresses& book) : book_(book) {
  for (const ChapterAddress& chapter : book.chapters) {
    keys_.emplace(chapter.key, &chapter);
    if (!chapter.file.empty()) {
      files_.emplace(chapter.file, &chapter);
      files_.emplace(without_extension(chapter.file), &chapter);
      // A folder that two topics share names neither.
      const auto [folder, is_new] = folders_.emplace(folder_of(chapter.file), chapter.topic_number.empty() ? nullptr : &chapter);
      if (!is_new && folder->second && folder->second->topic_number != chapter.topic_number) folder->second = nullptr;
    }
    if (!chapter.public_path.empty()) public_paths_.emplace(chapter.public_path, &chapter);
    if (is_book_wide(chapter.label)) labels_.emplace(chapter.label, InternalTarget{chapter.key, ""});
    for (const std::string& anchor : chapter.anchors)
      if (is_book_wide(anchor)) labels_.emplace(anchor, InternalTarget{chapter.key, anchor});
    if (chapter.presence != ChapterPresence::ThisVolume || chapter.number.empty()) continue;
    numbers_.emplace(chapter.topic_number, InternalTarget{topic_place(chapter.topic_number), ""});
    numbers_.emplace(chapter.number, InternalTarget{chapter.key, ""});
  }
  for (const FarChapter& chapter : book.far) far_.emplace(chapter.number, &chapter);
}

const ChapterAddress* ChapterLookup::look_up(const Index& index, std::string_view name) {
  const auto found = index.find(name);
  return found == index.end() ? nullptr : found->second;
}

const ChapterAddress* ChapterLookup::by_key(std::string_view key) const { return look_up(keys_, key); }

const ChapterAddress* ChapterLookup::by_path(std::string_view path) const {
  if (const auto* exact = look_up(files_, path)) return exact;
  if (const auto* other_extension = look_up(files_, without_extension(path))) return other_extension;
  return by_key(key_of(path));
}

const ChapterAddress* ChapterLookup::by_topic(std::string_view path) const {
  const std::string_view folder = folder_of(path);
  const bool is_readme = lowered(path.substr(folder.empty() ? 0 : folder.size() + 1)) == "readme.md";
  return look_up(folders_, is_readme ? folder : path);
}

const ChapterAddress* ChapterLookup::by_public_path(std::string_view path) const {
  while (path.ends_with('/')) path.remove_suffix(1);
  return look_up(public_paths_, path);
}

const FarChapter* ChapterLookup::far(std::string_view number) const {
  const auto found = far_.find(number);
  return found == far_.end() ? nullptr : found->second;
}

std::optional<InternalTarget> ChapterLookup::by_label(std::string_view label) const {
  const auto found = labels_.find(label);
  return found == labels_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> ChapterLookup::labels() const {
  std::vector<std::string> all;
  for (const auto& [label, place] : labels_) all.push_back(label);
  return all;
}

std::optional<std::string> ChapterLookup::path_on_site(std::string_view url) const {
  if (book_.site.empty()) return std::nullopt;
  const std::string site = bare_url(book_.site), wanted = bare_url(split_href(url).path);
  if (wanted == site) return "/";
  if (!wanted.starts_with(site + '/')) return std::nullopt;
  return percent_decode(std::string_view(wanted).substr(site.size()));
}

std::vector<std::string> names_of_fragment(std::string_view wanted) {
  // GitHub's own ids bear it, so that they are none of the page around.
  constexpr std::string_view kPrefix = "user-content-";
  std::string decoded = percent_decode(wanted);
  std::vector<std::string> names{std::string(wanted), decoded, slug_of(decoded)};
  if (decoded.starts_with(kPrefix)) names.push_back(decoded.substr(kPrefix.size()));
  return names;
}

std::string find_anchor(const std::set<std::string>& anchors, std::string_view wanted) {
  for (const std::string& candidate : names_of_fragment(wanted))
    if (anchors.contains(candidate)) return candidate;
  const std::string slug = single_hyphens(slug_of(percent_decode(wanted)));
  for (const std::string& anchor : anchors)
    if (!slug.empty() && lowered(single_hyphens(anchor)) == slug) return anchor;
  return {};
}

std::string find_renamed_anchor(const std::set<std::string>& anchors, std::string_view wanted) {
  const std::string slug = slug_of(percent_decode(wanted));
  std::string found;
  for (const std::string& anchor : anchors) {
    if (!ends_with_words(slug, anchor) && !ends_with_words(anchor, slug)) continue;
    if (!found.empty()) return {};
    found = anchor;
  }
  return found;
}

}  // namespace nbpublish
