// [[volume.topic]] with its chapters, and `topics`: what a volume names by folders and patterns.
#include <algorithm>
#include <iterator>
#include <utility>

#include "book/book_path.h"
#include "book/complete_titles.h"
#include "book/folder_pattern.h"
#include "book/manifest_keys.h"
#include "book/manifest_values.h"
#include "book/names.h"
#include "book/words.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

// A chapter as it is written, before its file is checked: a planned one need not have any.
struct WrittenChapter {
  Chapter chapter;
  std::string file;
  bool has_status = false;
};

void read_chapter_status(ManifestContext& context, const TomlValue& value, WrittenChapter& into) {
  read_status(context, value, into.chapter.status);
  into.has_status = true;
}

using W = WrittenChapter;
constexpr TomlKey<WrittenChapter, ManifestContext> kChapterKeys[] = {
    {"file", false, line<&W::file>},  // demanded in settle_file(), which knows the status
    {"title", false, line<&W::chapter, &Chapter::title>},
    {"short", false, line<&W::chapter, &Chapter::short_title>},
    {"status", false, read_chapter_status},
};

struct WrittenTopic {
  Topic topic;
  std::string folder;
  std::vector<const toml::table*> chapters;
};

void gather_chapters(ManifestContext& context, const TomlValue& value, WrittenTopic& into) {
  read_tables(context, value, [&](const toml::table& table) { into.chapters.push_back(&table); });
}

using T = WrittenTopic;
constexpr TomlKey<WrittenTopic, ManifestContext> kTopicKeys[] = {
    {"title", false, phrase<&T::topic, &Topic::title>},
    {"short", false, phrase<&T::topic, &Topic::short_title>},
    {"summary", false, phrase<&T::topic, &Topic::summary>},
    {"status", false, into<read_status, &T::topic, &Topic::status>},
    {"number", false, number<&T::topic, &Topic::number>},
    {"folder", false, line<&T::folder>},
    {"chapter", false, gather_chapters},
};

// "./chapters/01-a/" -> "chapters/01-a"
std::string plain_path(std::string_view written) {
  std::string path = fs::path(written).lexically_normal().generic_string();
  while (path.ends_with('/')) path.pop_back();
  return path;
}

// ---- folders ----------------------------------------------------------------------------------------

std::string nearest_folder(const ManifestContext& context, const std::string& folder) {
  const fs::path path(folder);
  const std::string parent = path.parent_path().generic_string();
  const std::string nearest = nearest_name(path.filename().string(), context.found.folders_in(parent).value_or(std::vector<std::string>()));
  if (!nearest.empty()) return "did you mean '" + (parent.empty() ? nearest : parent + "/" + nearest) + "'?";
  return parent.empty() || context.files.is_directory(context.root / parent) ? "" : nearest_folder(context, parent);
}

// The folder if it can be used and nobody has it yet.
std::optional<std::string> take_folder(ManifestContext& context, const toml::source_region& where, const std::string& written) {
  const auto folder = path_in_book(context.files, context.root, plain_path(written));
  if (!folder) {
    context.report.complain(where, "'" + written + "' " + folder.error());
  } else if (!context.files.is_directory(context.root / *folder)) {
    context.report.complain(DiagCode::MissingFile, where, "there is no folder '" + *folder + "'", nearest_folder(context, *folder));
  } else if (context.take(*folder, where)) {
    return *folder;
  }
  return std::nullopt;
}

// Enters the files of chapters that were found.
void take_files(ManifestContext& context, const Topic& topic, const toml::source_region& where) {
  for (const Chapter& chapter : topic.chapters)
    if (!chapter.file.empty()) context.places.emplace(chapter.file, where.begin.line);
}

// What goes wrong with the disk ends the reading of the manifest.
bool worked(ManifestContext& context, Status status) {
  if (!status && !context.failure) context.failure = std::move(status.error());
  return status.has_value();
}

// The names, or none once the disk has gone wrong.
std::vector<std::string> names_or_failure(ManifestContext& context, Result<std::vector<std::string>> names) {
  if (names) return std::move(*names);
  worked(context, std::unexpected(std::move(names.error())));
  return {};
}

bool is_named(const ManifestContext& context, const std::string& file) { return context.named.files.contains(file); }

// A topic that is nothing but its folder; without chapters it is none.
bool add_folder(ManifestContext& context, const toml::source_region& where, const std::string& folder, Volume& volume) {
  Topic topic;
  if (!worked(context, context.found.read_topic(folder, topic, [&](const std::string& file) { return is_named(context, file); })))
    return true;
  if (topic.chapters.empty()) return false;
  context.has_found = true;
  context.last_topic = topic.number = number_after(context.last_topic, last_name(folder));
  take_files(context, topic, where);
  volume.topics.push_back(std::move(topic));
  return true;
}

constexpr std::string_view kChapterNames = "chapters are its files NN-name.md or .mdx";

void add_named_folder(ManifestContext& context, const toml::source_region& where, const std::string& written, Volume& volume) {
  const auto folder = take_folder(context, where, written);
  if (folder && !add_folder(context, where, *folder, volume))
    context.report.complain(where, "no chapters in the folder '" + *folder + "'", std::string(kChapterNames));
}

// What stands where the pattern looked: "in 'chapters' there are 01-a, 02-b, 03-c".
std::string folders_hint(const ManifestContext& context, const std::string& pattern) {
  std::string base = pattern.substr(0, pattern.find_first_of("*?["));
  base = plain_path(base.substr(0, base.rfind('/') + 1));
  if (base == ".") base.clear();
  if (!base.empty() && !context.files.is_directory(context.root / base)) return nearest_folder(context, base);
  constexpr std::size_t kMost = 5;
  const std::vector<std::string> names = context.found.folders_in(base).value_or(std::vector<std::string>());
  std::string hint;
  for (std::size_t i = 0; i < std::min(kMost, names.size()); ++i) hint += (i > 0 ? ", " : "") + names[i];
  if (names.size() > kMost) hint += " and " + std::to_string(names.size() - kMost) + " more";
  return hint.empty() ? "" : "there are " + hint;
}

void add_pattern(ManifestContext& context, const toml::source_region& where, const std::string& pattern, Volume& volume) {
  if (const std::string fault = fault_of_pattern(pattern); !fault.empty())
    return context.report.complain(where, "'" + pattern + "' " + fault);
  const std::vector<std::string> folders = names_or_failure(context, matching_folders(context.files, context.root, pattern));
  if (context.failure) return;
  if (folders.empty())
    return context.report.complain(DiagCode::MissingFile, where, "no folder is like '" + pattern + "'", folders_hint(context, pattern));
  bool any = false;
  for (const std::string& folder : folders) {
    // A folder that is named somewhere is meant there.
    if (context.named.folders.contains(folder)) any = true;
    else if (names_or_failure(context, context.found.chapters_in(folder)).empty()) continue;
    else if (any = true; context.take(folder, where)) add_folder(context, where, folder, volume);
  }
  if (!any && !context.failure)
    context.report.complain(where, "no chapters in the folders that are like '" + pattern + "'", std::string(kChapterNames));
}

// ---- chapters ---------------------------------------------------------------------------------------

// Takes the file if it can be used. One that cannot is complained about and its chapter goes on as planned,
// so that numbers and references stay as they are meant. False if another has the file.
bool settle_file(ManifestContext& context, const toml::table& table, const std::string& written, Chapter& chapter) {
  if (chapter.status == ChapterStatus::Planned) {
    if (!written.empty()) context.places.emplace(plain_path(written), place_of(table, "file").begin.line);
    return true;
  }
  bool is_own = true;
  if (written.empty()) {
    context.report.complain(place_of(table, "file"), "missing key 'file'", "or status = \"planned\"");
  } else if (!written.ends_with(".md") && !written.ends_with(".mdx")) {
    context.report.complain(place_of(table, "file"), "a chapter's file must end in .md or .mdx");
  } else {
    read_file_name(context, {"file", *table.get("file")}, chapter.file);
    is_own = chapter.file.empty() || context.take(chapter.file, place_of(table, "file"));
  }
  if (chapter.file.empty()) {
    if (chapter.status != ChapterStatus::Draft) chapter.lost_file = written;
    chapter.status = ChapterStatus::Planned;
  }
  return is_own;
}

void settle_key(ManifestContext& context, const toml::table& table, const std::string& written, const Topic& topic, bool is_told,
                Chapter& chapter) {
  const std::string key =
      written.empty() ? key_part_of_title(topic.title.plain()) + "/" + key_part_of_title(chapter.title) : chapter_key(written);
  chapter.key = context.chapter_keys.make_unique(key);
  if (chapter.key != key && !is_told)
    context.report.complain(place_of(table, "file"), "two chapters have the key '" + key + "'",
                            "folder and file without numbers and extension must differ");
}

Chapter read_chapter(ManifestContext& context, const toml::table& table, Topic& topic) {
  WrittenChapter written;
  read_manifest_keys<WrittenChapter>(context, table, kChapterKeys, written);
  Chapter& chapter = written.chapter;
  const bool is_own = settle_file(context, table, written.file, chapter);
  settle_key(context, table, written.file, topic, !is_own, chapter);
  if (!chapter.file.empty()) {
    Topic untitled;  // only a topic with a folder takes its title from its chapters
    worked(context, context.found.read_front(chapter, untitled, written.has_status));
    return chapter;
  }
  if (chapter.title.empty() && written.file.empty()) context.report.complain(table.source(), "a chapter without a file needs a title");
  complete_titles(chapter, {});
  return chapter;
}

void number_in_order(std::vector<Chapter>& chapters) {
  for (std::size_t i = 0; i < chapters.size(); ++i) chapters[i].number = static_cast<int>(i) + 1;
}

// The folder's chapters in their order, with what is written of some of them; what is written of others behind.
void add_found(ManifestContext& context, const std::string& folder, const toml::source_region& where, Topic& topic) {
  std::vector<Chapter> written = std::move(topic.chapters);
  topic.chapters.clear();
  if (!worked(context, context.found.read_topic(folder, topic, [&](const std::string& file) { return is_named(context, file); }))) return;
  context.has_found = true;
  take_files(context, topic, where);
  std::map<std::string, Chapter> by_file;
  for (std::vector<Chapter>* chapters : {&written, &topic.chapters})
    for (Chapter& chapter : *chapters)
      if (fs::path(chapter.file).parent_path().generic_string() == folder) {
        const std::string file = chapter.file;
        by_file.emplace(file, std::exchange(chapter, {}));
      }
  std::vector<Chapter> all;
  int last = 0;
  for (const std::string& file : names_or_failure(context, context.found.chapters_in(folder)))
    if (const auto found = by_file.find(file); found != by_file.end()) {
      last = found->second.number = number_after(last, last_name(file));
      all.push_back(std::move(found->second));
    }
  for (Chapter& chapter : written) {
    if (chapter.key.empty()) continue;
    chapter.number = ++last;
    all.push_back(std::move(chapter));
  }
  topic.chapters = std::move(all);
}

// ---- topics -----------------------------------------------------------------------------------------

void read_topic(ManifestContext& context, const toml::table& table, Volume& volume) {
  WrittenTopic written;
  read_manifest_keys<WrittenTopic>(context, table, kTopicKeys, written);
  Topic& topic = written.topic;
  const auto folder = written.folder.empty() ? std::nullopt : take_folder(context, place_of(table, "folder"), written.folder);
  if (folder && topic.number == 0) topic.number = number_after(context.last_topic, last_name(*folder));
  settle_number(context, table, context.last_topic, topic.number);
  for (const toml::table* chapter : written.chapters) topic.chapters.push_back(read_chapter(context, *chapter, topic));
  number_in_order(topic.chapters);
  const bool planned = topic.status == ChapterStatus::Planned;
  if (folder && !planned) add_found(context, *folder, place_of(table, "folder"), topic);
  if (topic.title.empty() && !written.folder.empty()) topic.title = name_in_words(last_name(plain_path(written.folder)));
  if (topic.title.empty()) context.report.complain(place_of(table, "title"), "the topic needs a title", "or the `folder` of its chapters");
  if (planned && !topic.chapters.empty()) context.report.complain(place_of(table, "status"), "a planned topic has no chapters");
  if (!planned && topic.chapters.empty() && folder)
    context.report.complain(place_of(table, "folder"), "no chapters in the folder '" + *folder + "'", std::string(kChapterNames));
  else if (!planned && topic.chapters.empty() && written.folder.empty())
    context.report.complain(table.source(), "the topic has no chapters", "name their `folder`, or set status = \"planned\"");
  volume.topics.push_back(std::move(topic));
}

// ---- what is named ----------------------------------------------------------------------------------

// Every table of a list of them, whatever else stands there.
void for_each_table(const toml::node* list, const auto& visit) {
  if (list == nullptr || !list->is_array()) return;
  for (const toml::node& element : *list->as_array())
    if (const toml::table* table = element.as_table()) visit(*table);
}

void gather(const toml::node* node, const auto& take) {
  if (node == nullptr) return;
  if (const auto* text = node->as_string()) return take(text->get());
  if (const toml::array* list = node->as_array())
    for (const toml::node& element : *list)
      if (const auto* text = element.as_string()) take(text->get());
}

}  // namespace

NamedPlaces named_places(const toml::table& manifest) {
  NamedPlaces named;
  const auto file = [&](const std::string& written) { named.files.insert(plain_path(written)); };
  const auto folder = [&](const std::string& written) {
    if (is_pattern(written)) named.patterns.push_back(written);
    else named.folders.insert(plain_path(written));
  };
  for (const char* section : {"front", "back"})
    if (const toml::node* node = manifest.get(section); node != nullptr && node->is_table())
      for (const auto& [key, matter] : *node->as_table()) gather(&matter, file);
  for_each_table(manifest.get("volume"), [&](const toml::table& volume) {
    gather(volume.get("topics"), folder);
    for_each_table(volume.get("topic"), [&](const toml::table& topic) {
      gather(topic.get("folder"), [&](const std::string& written) { named.folders.insert(plain_path(written)); });
      for_each_table(topic.get("chapter"), [&](const toml::table& chapter) { gather(chapter.get("file"), file); });
    });
  });
  return named;
}

ManifestContext::ManifestContext(std::string_view file, const FileSystem& files_, const std::filesystem::path& root_,
                                 const toml::table& manifest, DiagnosticSink& diagnostics_)
    : report(DiagCode::ManifestKey, file, diagnostics_),
      diagnostics(diagnostics_),
      files(files_),
      root(root_),
      named(named_places(manifest)),
      found(files_, root_, chapter_keys, diagnostics_) {}

bool ManifestContext::take(const std::string& place, const toml::source_region& where) {
  const auto [at, is_new] = places.emplace(place, where.begin.line);
  if (!is_new) report.complain(where, "'" + place + "' is named twice", "line " + std::to_string(at->second) + " has it already");
  return is_new;
}

void read_topics(ManifestContext& context, const TomlValue& value, Volume& volume) {
  read_tables(context, value, [&](const toml::table& table) { read_topic(context, table, volume); });
}

void read_topic_folders(ManifestContext& context, const TomlValue& value, Volume& volume) {
  const toml::array* list = value.node.as_array();
  if (list == nullptr) return context.report.wrong_type(value, "a list of folders and patterns");
  for (const toml::node& element : *list) {
    std::string written;
    if (!read_short_line(context, {value.path, element}, written)) continue;
    if (is_pattern(written)) add_pattern(context, element.source(), written, volume);
    else add_named_folder(context, element.source(), written, volume);
  }
}

void take_rest(ManifestContext& context, Volume& volume) {
  const auto is_elsewhere = [&](const std::string& folder) {
    return context.named.folders.contains(folder) ||
           std::ranges::any_of(context.named.patterns, [&](const std::string& pattern) { return path_matches_pattern(folder, pattern); });
  };
  if (!worked(context, context.found.read_topics(volume, context.last_topic, is_elsewhere,
                                                 [&](const std::string& file) { return is_named(context, file); })))
    return;
  context.has_found = true;
  for (const Topic& topic : volume.topics) take_files(context, topic, {});
}

void report_strays(const ManifestContext& context, const toml::source_region& where) {
  std::set<std::string> taken = context.named.files;
  for (const auto& [place, line] : context.places) taken.insert(place), taken.insert(place + "/");
  for (const std::string& file : context.found.strays(taken)) {
    const bool is_folder = file.ends_with('/');
    context.report.warn(where,
                        is_folder ? "the folder '" + file + "' is in no volume, and its chapters are left out"
                                  : "'" + file + "' is in no volume and left out",
                        is_folder ? "name it in the `topics` of a volume, or as the `folder` of a [[volume.topic]]"
                                  : "name it in a [[volume.topic.chapter]], or its folder as the `folder` of its topic");
  }
}

}  // namespace nbpublish
