#include "book/manifest_values.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "book/book_path.h"
#include "book/identifier.h"
#include "book/words.h"
#include "platform/door.h"

namespace nbpublish {
namespace {

// Far above what a book has; a line that is longer would be pages of nothing but a title.
constexpr std::size_t kMostLine = 2'000, kMostProse = 20'000;  // characters
constexpr std::size_t kMostEntries = 10'000;                   // of a list

bool fits(const ManifestContext& context, const TomlValue& value, const std::string& text, std::size_t most) {
  if (text.size() <= most || count_code_points(text) <= most) return true;
  context.report.complain(DiagCode::LimitExceeded, value.node.source(),
                          "'" + std::string(value.path) + "' has more than " + std::to_string(most) + " characters");
  return false;
}

// The list if it is one of no more entries than a book can need.
const toml::array* short_list(const ManifestContext& context, const TomlValue& value) {
  const toml::array* list = value.node.as_array();
  if (list == nullptr) return context.report.wrong_type(value, "a list of strings"), nullptr;
  if (list->size() <= kMostEntries) return list;
  context.report.complain(DiagCode::LimitExceeded, value.node.source(),
                          "'" + std::string(value.path) + "' has more than " + std::to_string(kMostEntries) + " entries");
  return nullptr;
}

// Calls `read(value, line)` for every entry; what could be read of them.
void read_each(const ManifestContext& context, const TomlValue& value, std::vector<std::string>& into, const auto& read) {
  const toml::array* list = short_list(context, value);
  if (list == nullptr) return;
  std::vector<std::string> lines;
  for (const toml::node& element : *list) {
    std::string line;
    read(TomlValue{value.path, element}, line);
    if (!line.empty()) lines.push_back(std::move(line));
  }
  into = std::move(lines);
}

std::string quoted(std::string_view path) { return "'" + std::string(path) + "'"; }

}  // namespace

bool read_short_line(const ManifestContext& context, const TomlValue& value, std::string& into) {
  std::string line;
  if (!read_line(context.report, value, line) || !fits(context, value, line, kMostLine)) return false;
  into = std::move(line);
  return true;
}

bool read_short_lines(const ManifestContext& context, const TomlValue& value, std::vector<std::string>& into) {
  const toml::array* list = short_list(context, value);
  if (list == nullptr) return false;
  std::vector<std::string> lines;
  for (const toml::node& element : *list)
    if (!read_short_line(context, {value.path, element}, lines.emplace_back())) return false;
  into = std::move(lines);
  return true;
}

void read_phrase(ManifestContext& context, const TomlValue& value, Phrase& into) {
  std::string line;
  if (read_short_line(context, value, line))
    into = phrase_of(line, span_of(value.node.source()), context.report.file(), context.diagnostics);
}

void read_prose(ManifestContext& context, const TomlValue& value, std::string& into) {
  std::string text;
  if (read_text(context.report, value, text) && fits(context, value, text, kMostProse))
    into = prose_of(text, span_of(value.node.source()), context.report.file(), context.diagnostics);
}

void read_prose_lines(ManifestContext& context, const TomlValue& value, std::vector<std::string>& into) {
  read_each(context, value, into, [&](const TomlValue& element, std::string& line) { read_prose(context, element, line); });
}

void read_name(ManifestContext& context, const TomlValue& value, std::string& into) {
  std::string line;
  if (read_short_line(context, value, line)) into = name_of_text(line);
}

void read_names(ManifestContext& context, const TomlValue& value, std::vector<std::string>& into) {
  read_each(context, value, into, [&](const TomlValue& element, std::string& line) { read_name(context, element, line); });
}

std::optional<std::size_t> read_word(const ManifestContext& context, const TomlValue& value, std::span<const std::string_view> words) {
  std::string word;
  if (!read_short_line(context, value, word)) return std::nullopt;
  const auto found = std::ranges::find(words, std::string_view(word));
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string all;
  for (const std::string_view w : words) all += (all.empty() ? "\"" : ", \"") + std::string(w) + "\"";
  const std::string nearest = nearest_name(word, {words.begin(), words.end()});
  context.report.complain(value.node.source(), quoted(value.path) + " must be one of " + all,
                          nearest.empty() ? "" : "did you mean \"" + nearest + "\"?");
  return std::nullopt;
}

void read_needed_line(ManifestContext& context, const TomlValue& value, std::string& into) {
  if (read_short_line(context, value, into) && into.empty())
    context.report.complain(value.node.source(), quoted(value.path) + " must not be empty");
}

void read_matter_file(ManifestContext& context, const TomlValue& value, std::string& into) {
  read_file_name(context, value, into);
  if (const std::string named = value.node.value_or(std::string()); into.empty() && !named.empty()) context.lost_files.push_back(named);
  if (!into.empty() && !context.take(into, value.node.source())) into.clear();
}

void read_file_name(ManifestContext& context, const TomlValue& value, std::string& into) {
  std::string written;
  if (!read_short_line(context, value, written) || written.empty()) return;
  const auto file = path_in_book(context.files, context.root, written);
  if (!file) {
    context.report.complain(value.node.source(), "'" + written + "' " + file.error());
  } else if (!context.files.is_file(context.root / *file)) {
    const auto bytes = read_inside(context.files, context.root, *file, 0);
    if (!bytes && bytes.error().fault == ReadFault::Refused && !context.files.is_directory(context.root / *file))
      return context.report.complain(DiagCode::MissingFile, value.node.source(), "'" + *file + "' cannot be read: " + bytes.error().why);
    const std::string nearest = nearest_file(context.files, context.root, *file);
    context.report.complain(DiagCode::MissingFile, value.node.source(), "there is no file '" + *file + "'",
                            nearest.empty() ? "" : "did you mean '" + nearest + "'?");
  } else {
    into = *file;
  }
}

void read_matter_files(ManifestContext& context, const TomlValue& value, std::vector<std::string>& into) {
  read_each(context, value, into, [&](const TomlValue& element, std::string& file) { read_matter_file(context, element, file); });
}

void read_status(ManifestContext& context, const TomlValue& value, ChapterStatus& into) {
  const std::array words = {word_of(ChapterStatus::Ready), word_of(ChapterStatus::Review), word_of(ChapterStatus::Draft),
                            word_of(ChapterStatus::Planned)};
  if (const auto word = read_word(context, value, words)) into = static_cast<ChapterStatus>(*word);
}

void read_motif(ManifestContext& context, const TomlValue& value, std::optional<CoverMotif>& into) {
  constexpr std::array<std::string_view, kCoverMotifs> kWords = {"loop", "threads", "flames", "pulse"};
  if (const auto word = read_word(context, value, kWords)) into = static_cast<CoverMotif>(*word);
}

void read_far_mentions(ManifestContext& context, const TomlValue& value, FarMentions& into) {
  static constexpr std::string_view kWords[] = {"none", "first", "all"};
  if (const auto word = read_word(context, value, kWords)) into = static_cast<FarMentions>(*word);
}

void read_chapter_start(ManifestContext& context, const TomlValue& value, std::optional<ChapterStart>& into) {
  constexpr std::array<std::string_view, 2> kWords = {"recto", "next"};
  if (const auto word = read_word(context, value, kWords)) into = static_cast<ChapterStart>(*word);
}

void read_lists(ManifestContext& context, const TomlValue& value, std::vector<CaptionList>& into) {
  constexpr std::array<std::string_view, 3> kWords = {"figures", "tables", "listings"};
  const toml::array* list = value.node.as_array();
  if (!list) return context.report.wrong_type(value, "a list of strings");
  for (const toml::node& element : *list)
    if (const auto word = read_word(context, {value.path, element}, kWords)) into.push_back(static_cast<CaptionList>(*word));
  std::ranges::sort(into);
  const auto repeated = std::ranges::unique(into);
  into.erase(repeated.begin(), repeated.end());
}

void read_language(ManifestContext& context, const TomlValue& value, std::string& into) {
  std::string tag;
  if (!read_short_line(context, value, tag)) return;
  // BCP 47, as far as its shape: "en", "en-US", "zh-Hant-TW".
  const bool shaped = tag.find("--") == std::string::npos && tag.find('-') != 1 && tag.size() >= 2 && is_alphanumeric(tag.back()) &&
                      is_alphanumeric(tag.front()) && std::ranges::all_of(tag, [](char c) { return is_alphanumeric(c) || c == '-'; });
  if (shaped) into = tag;
  else context.report.complain(value.node.source(), quoted(value.path) + " must be a tag such as \"en-US\"");
}

void read_site(ManifestContext& context, const TomlValue& value, std::string& into) {
  std::string site;
  if (!read_short_line(context, value, site)) return;
  while (site.ends_with('/')) site.pop_back();
  const bool absolute = site.starts_with("https://") || site.starts_with("http://");
  if (site.empty() || (absolute && site.find_first_of(" ?#\"<>") == std::string::npos)) into = site;
  else context.report.complain(value.node.source(), quoted(value.path) + " must be an http or https address");
}

void read_date(ManifestContext& context, const TomlValue& value, std::string& into) {
  if (value.node.is_date()) return void(read_day(context.report, value, into));
  std::string date;
  if (!read_short_line(context, value, date)) return;
  // ISO 8601 as EPUB wants it, to the year, the month or the day.
  constexpr std::string_view kForm = "dddd-dd-dd";
  const bool whole = date.empty() || date.size() == 4 || date.size() == 7 || date.size() == 10;
  const auto fits = [](char c, char form) { return form == '-' ? c == '-' : is_digit(c); };
  if (whole && std::ranges::equal(date, kForm.substr(0, date.size()), fits)) into = date;
  else context.report.complain(value.node.source(), quoted(value.path) + " must be a date such as \"2026-11-01\"");
}

void read_identifier(ManifestContext& context, const TomlValue& value, std::string& into) {
  std::string written;
  if (!read_short_line(context, value, written) || written.empty()) return;
  const auto identifier = canonical_identifier(written);
  if (!identifier) return context.report.complain(value.node.source(), "'" + written + "' " + identifier.error());
  if (!context.identifiers.insert(*identifier).second)
    context.report.complain(value.node.source(), "'" + written + "' is given twice",
                            "every format of every volume needs an identifier of its own");
  into = *identifier;
}

const toml::source_region& place_of(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  return node ? node->source() : table.source();
}

void settle_number(ManifestContext& context, const toml::table& table, int& last, int& number) {
  if (number != 0 && number <= last) {
    context.report.complain(place_of(table, "number"),
                            "'number' must ascend: " + std::to_string(number) + " comes after " + std::to_string(last));
    number = 0;
  }
  if (number == 0) number = last + 1;
  last = number;
}

void read_tables(ManifestContext& context, const TomlValue& value, const std::function<void(const toml::table&)>& each) {
  const toml::array* list = value.node.as_array();
  if (!list) return context.report.wrong_type(value, "a list of tables");
  for (const toml::node& element : *list) {
    if (const toml::table* table = element.as_table()) each(*table);
    else context.report.wrong_type({value.path, element}, "a table");
  }
}

void read_named_tables(ManifestContext& context, const TomlValue& value,
                       const std::function<void(const toml::key&, const toml::table&)>& each) {
  const toml::table* section = value.node.as_table();
  if (section == nullptr) return context.report.wrong_type(value, "a table");
  std::vector<std::pair<const toml::key*, const toml::node*>> entries;
  for (const auto& [name, node] : *section) entries.emplace_back(&name, &node);
  std::ranges::stable_sort(entries, {}, [](const auto& entry) { return entry.first->source().begin.line; });
  for (const auto& [name, node] : entries) {
    const std::string path = std::string(value.path) + "." + std::string(name->str());
    if (const toml::table* table = node->as_table()) each(*name, *table);
    else context.report.wrong_type({path, *node}, "a table");
  }
}

}  // namespace nbpublish
