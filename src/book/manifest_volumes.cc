// [[volume]], [[volume.topic]] and [[volume.topic.chapter]].
#include <algorithm>

#include "book/identifier.h"
#include "book/manifest_keys.h"
#include "book/manifest_values.h"
#include "book/names.h"
#include "book/omnibus.h"

namespace nbpublish {
namespace {

// A chapter as it is written, before its file is checked: a planned one need not have any.
struct WrittenChapter {
  Chapter chapter;
  std::string file;
};

using W = WrittenChapter;
using ChapterKeyRow = TomlKey<WrittenChapter, ManifestContext>;
constexpr ChapterKeyRow kChapterKeys[] = {
    {"file", false, line<&W::file>},  // demanded in settle_file(), which knows the status
    {"title", false, line<&W::chapter, &Chapter::title>},
    {"short", false, line<&W::chapter, &Chapter::short_title>},
    {"status", false, into<read_status, &W::chapter, &Chapter::status>},
};

// "identifiers.epub" -> volume.identifiers["epub"]
void read_volume_identifier(ManifestContext& context, const TomlValue& value, Volume& volume) {
  std::string identifier;
  read_identifier(context, value, identifier);
  const std::string_view format = value.path.substr(value.path.rfind('.') + 1);
  if (!identifier.empty()) volume.identifiers[std::string(format)] = identifier;
}

// An ISBN keeps its groups for the back of the cover.
void read_print_identifier(ManifestContext& context, const TomlValue& value, Volume& volume) {
  read_volume_identifier(context, value, volume);
  if (!volume.identifiers.contains("print")) return;
  volume.print_isbn = printed_isbn(value.node.value_or(std::string_view())).value_or("");
}

void read_topics(ManifestContext& context, const TomlValue& value, Volume& volume);
void read_chapters(ManifestContext& context, const TomlValue& value, Topic& topic);

constexpr TomlKey<Topic, ManifestContext> kTopicKeys[] = {
    {"title", true, into<read_needed_line, &Topic::title>},
    {"short", false, line<&Topic::short_title>},
    {"summary", false, text<&Topic::summary>},
    {"status", false, into<read_status, &Topic::status>},
    {"number", false, number<&Topic::number>},
    {"chapter", false, read_chapters},
};

// Whether the volume has the topics is seen when it is whole: check_splits().
void read_splits(ManifestContext& context, const TomlValue& value, Volume& volume) {
  const toml::array* list = value.node.as_array();
  if (!list) return context.report.wrong_type(value, "a list of topics' numbers");
  for (const toml::node& element : *list) {
    int topic = 0;
    if (read_whole(context.report, {value.path, element}, 1, 9'999, topic)) volume.split_before.push_back(topic);
  }
}

constexpr TomlKey<Volume, ManifestContext> kVolumeKeys[] = {
    {"key", true, into<read_needed_line, &Volume::key>},
    {"number", false, number<&Volume::number>},
    {"title", true, into<read_needed_line, &Volume::title>},
    {"subtitle", false, line<&Volume::subtitle>},
    {"description", false, text<&Volume::description>},
    {"cover", false, into<read_file_name, &Volume::cover>},
    {"colour", false, into<read_colour, &Volume::colour>},
    {"motif", false, into<read_motif, &Volume::motif>},
    {"back-cover", false, into<read_back_cover, &Volume::back_cover>},
    {"identifiers.print", false, read_print_identifier},
    {"identifiers.pdf", false, read_volume_identifier},
    {"identifiers.epub", false, read_volume_identifier},
    {"split-before", false, read_splits},
    {"topic", true, read_topics},
};

// What can be said of all volumes as one; its text is theirs.
constexpr TomlKey<Volume, ManifestContext> kOmnibusKeys[] = {
    {"title", false, line<&Volume::title>},
    {"subtitle", false, line<&Volume::subtitle>},
    {"description", false, text<&Volume::description>},
    {"cover", false, into<read_file_name, &Volume::cover>},
    {"colour", false, into<read_colour, &Volume::colour>},
    {"motif", false, into<read_motif, &Volume::motif>},
    {"identifiers.epub", false, read_volume_identifier},
};

template <class T>
void read_all(ManifestContext& context, const toml::table& table,
              std::span<const TomlKey<T, ManifestContext>> keys, T& into) {
  std::vector<bool> seen;
  read_toml_keys<T, ManifestContext>(context, table, keys, into, seen);
  report_missing_keys<T, ManifestContext>(context, table, keys, seen);
}

const toml::source_region& place_of(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  return node ? node->source() : table.source();
}

// The number given in the file (0 = none), which must be above `last`, or the next one.
void settle_number(ManifestContext& context, const toml::table& table, int& last, int& number) {
  if (number != 0 && number <= last) {
    context.report.complain(place_of(table, "number"), "'number' must ascend: " + std::to_string(number) +
                                                           " comes after " + std::to_string(last));
    number = 0;
  }
  if (number == 0) number = last + 1;
  last = number;
}

// Takes the file if it can be used. One that cannot is complained about and its chapter goes on as planned,
// so that numbers and references stay as they are meant.
void settle_file(ManifestContext& context, const toml::table& table, const std::string& written,
                 Chapter& chapter) {
  if (chapter.status == ChapterStatus::Planned) return;
  if (written.empty()) {
    context.report.complain(place_of(table, "file"), "missing key 'file'", "or status = \"planned\"");
  } else if (!written.ends_with(".md") && !written.ends_with(".mdx")) {
    context.report.complain(place_of(table, "file"), "a chapter's file must end in .md or .mdx");
  } else {
    read_file_name(context, {"file", *table.get("file")}, chapter.file);
  }
  if (chapter.file.empty()) chapter.status = ChapterStatus::Planned;
}

void settle_key(ManifestContext& context, const toml::table& table, const std::string& written,
                const Topic& topic, Chapter& chapter) {
  const std::string key = written.empty()
                              ? key_part_of_title(topic.title) + "/" + key_part_of_title(chapter.title)
                              : chapter_key(written);
  chapter.key = make_unique(key, context.chapter_keys);
  if (chapter.key != key)
    context.report.complain(place_of(table, "file"), "two chapters have the key '" + key + "'",
                            "folder and file without numbers and extension must differ");
}

void read_chapter(ManifestContext& context, const toml::table& table, Topic& topic) {
  WrittenChapter written;
  read_all<WrittenChapter>(context, table, kChapterKeys, written);
  Chapter& chapter = written.chapter;
  chapter.number = static_cast<int>(topic.chapters.size()) + 1;
  settle_file(context, table, written.file, chapter);
  settle_key(context, table, written.file, topic, chapter);
  if (chapter.file.empty() && chapter.title.empty()) {
    if (written.file.empty())
      context.report.complain(table.source(), "a chapter without a file needs a title");
    chapter.title = name_in_words(chapter.key.substr(chapter.key.rfind('/') + 1));
  }
  topic.chapters.push_back(std::move(chapter));
}

void read_chapters(ManifestContext& context, const TomlValue& value, Topic& topic) {
  read_tables(context, value, [&](const toml::table& table) { read_chapter(context, table, topic); });
}

void read_topics(ManifestContext& context, const TomlValue& value, Volume& volume) {
  read_tables(context, value, [&](const toml::table& table) {
    Topic topic;
    read_all<Topic>(context, table, kTopicKeys, topic);
    settle_number(context, table, context.last_topic, topic.number);
    const bool planned = topic.status == ChapterStatus::Planned;
    if (planned && !topic.chapters.empty())
      context.report.complain(place_of(table, "status"), "a planned topic has no chapters");
    if (!planned && topic.chapters.empty())
      context.report.complain(table.source(), "the topic has no chapters", "or status = \"planned\"");
    volume.topics.push_back(std::move(topic));
  });
}

// A key is typed in a shell and names files.
bool is_volume_key(std::string_view key) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  return key.find_first_not_of(kAllowed) == std::string_view::npos && !key.starts_with('.') &&
         !key.starts_with('-');
}

void check_volume_key(ManifestContext& context, const toml::table& table, Volume& volume) {
  if (!is_volume_key(volume.key))
    context.report.complain(place_of(table, "key"),
                            "'key' must consist of letters, digits, '-', '_' and '.'");
  else if (!volume.key.empty() && context.volume_keys.contains(volume.key))
    context.report.complain(place_of(table, "key"), "two volumes have the key '" + volume.key + "'");
  else if (volume.key == kOmnibusKey)
    context.report.complain(place_of(table, "key"), "'omnibus' is what the ebook of all volumes is called", "give the volume another key");
  if (!is_volume_key(volume.key) || volume.key.empty() || volume.key == kOmnibusKey)
    volume.key = "volume-" + std::to_string(volume.number);
  volume.key = make_unique(volume.key, context.volume_keys);
}

// A book begins with a topic that the volume has, and not with its first.
void check_splits(ManifestContext& context, const toml::table& table, Volume& volume) {
  int last = volume.topics.empty() ? 0 : volume.topics.front().number;
  std::vector<int> kept;
  for (const int topic : volume.split_before) {
    const bool is_there = std::ranges::any_of(volume.topics, [&](const Topic& t) { return t.number == topic; });
    if (is_there && topic > last) kept.push_back(last = topic);
    else
      context.report.complain(place_of(table, "split-before"), "'split-before' cannot begin a book with " + std::to_string(topic),
                              "numbers of the volume's topics behind its first, ascending");
  }
  volume.split_before = std::move(kept);
}

}  // namespace

Volume read_volume(ManifestContext& context, const toml::table& table) {
  Volume volume;
  read_all<Volume>(context, table, kVolumeKeys, volume);
  settle_number(context, table, context.last_volume, volume.number);
  check_volume_key(context, table, volume);
  check_splits(context, table, volume);
  return volume;
}

void read_omnibus(ManifestContext& context, const TomlValue& value, Book& book) {
  const toml::table* table = value.node.as_table();
  if (table == nullptr) return context.report.wrong_type(value, "a table");
  read_all<Volume>(context, *table, kOmnibusKeys, book.omnibus);
}

}  // namespace nbpublish
