// [[volume]] and [omnibus].
#include <algorithm>

#include "book/identifier.h"
#include "book/manifest_keys.h"
#include "book/manifest_values.h"
#include "book/names.h"
#include "book/omnibus.h"

namespace nbpublish {
namespace {

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
    {"key", false, into<read_needed_line, &Volume::key>},
    {"number", false, number<&Volume::number>},
    {"title", false, phrase<&Volume::title>},
    {"subtitle", false, phrase<&Volume::subtitle>},
    {"description", false, prose<&Volume::description>},
    {"cover", false, into<read_file_name, &Volume::cover>},
    {"colour", false, into<read_colour, &Volume::colour>},
    {"motif", false, into<read_motif, &Volume::motif>},
    {"back-cover", false, into<read_back_cover, &Volume::back_cover>},
    {"identifiers.print", false, read_print_identifier},
    {"identifiers.pdf", false, read_volume_identifier},
    {"identifiers.epub", false, read_volume_identifier},
    {"split-before", false, read_splits},
    {"topics", false, read_topic_folders},
    {"topic", false, read_topics},
};

// What can be said of all volumes as one; its text is theirs.
constexpr TomlKey<Volume, ManifestContext> kOmnibusKeys[] = {
    {"title", false, phrase<&Volume::title>},
    {"subtitle", false, phrase<&Volume::subtitle>},
    {"description", false, prose<&Volume::description>},
    {"cover", false, into<read_file_name, &Volume::cover>},
    {"colour", false, into<read_colour, &Volume::colour>},
    {"motif", false, into<read_motif, &Volume::motif>},
    {"identifiers.epub", false, read_volume_identifier},
};

constexpr std::size_t kLongestKey = 100;

// A key is typed in a shell and names files.
bool is_volume_key(std::string_view key) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  return key.find_first_not_of(kAllowed) == std::string_view::npos && !key.starts_with('.') && !key.starts_with('-') &&
         !key.ends_with('.') && key.size() <= kLongestKey;
}

void check_volume_key(ManifestContext& context, const toml::table& table, Volume& volume) {
  if (!is_volume_key(volume.key))
    context.report.complain(place_of(table, "key"), "'key' must consist of letters, digits, '-', '_' and '.'",
                            volume.key.size() > kLongestKey ? "100 of them at most" : "");
  else if (!volume.key.empty() && context.volume_keys.contains(volume.key))
    context.report.complain(place_of(table, "key"), "two volumes have the key '" + volume.key + "'",
                            "names of files are not told apart by their case");
  else if (volume.key == kOmnibusKey)
    context.report.complain(place_of(table, "key"), "'omnibus' is what the ebook of all volumes is called", "give the volume another key");
  if (!is_volume_key(volume.key) || volume.key.empty() || volume.key == kOmnibusKey) volume.key = "volume-" + std::to_string(volume.number);
  volume.key = context.volume_keys.make_unique(volume.key);
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

// A volume that names no topics has those of all folders that no volume names. There may be one.
void settle_rest(ManifestContext& context, const toml::table& table, Volume& volume) {
  constexpr std::string_view kHint = "name their folders in `topics`, or write [[volume.topic]]";
  if (context.rest_is_given) return context.report.complain(table.source(), "the volume has no topics", std::string(kHint));
  context.rest_is_given = true;
  take_rest(context, volume);
  if (volume.topics.empty() && !context.failure)
    context.report.complain(table.source(), "the volume has no topics, and no folder of chapters/ is left for it", std::string(kHint));
}

}  // namespace

Volume read_volume(ManifestContext& context, const toml::table& table) {
  Volume volume;
  read_manifest_keys<Volume>(context, table, kVolumeKeys, volume);
  settle_number(context, table, context.last_volume, volume.number);
  check_volume_key(context, table, volume);
  // A book in one volume has one title.
  if (volume.title.empty() && context.volume_count > 1) context.report.complain(place_of(table, "title"), "the volume needs a title");
  if (!table.contains("topics") && !table.contains("topic")) settle_rest(context, table, volume);
  check_splits(context, table, volume);
  return volume;
}

void read_omnibus(ManifestContext& context, const TomlValue& value, Book& book) {
  const toml::table* table = value.node.as_table();
  if (table == nullptr) return context.report.wrong_type(value, "a table");
  read_manifest_keys<Volume>(context, *table, kOmnibusKeys, book.omnibus);
}

}  // namespace nbpublish
