// How the value of one key of book.toml becomes a member: functions for the rows of the tables of keys.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "book/book.h"
#include "book/manifest_context.h"
#include "toml/toml_keys.h"

namespace nbpublish {

// Each complains and leaves `into` as it is (or empty) if the value cannot be used. Files are refused if they
// lead out of the book's folder or are not there; "" stands for none.
// Lines of text of a length that a book can need (`limit-exceeded`).
bool read_short_line(const ManifestContext& context, const TomlValue& value, std::string& into);
bool read_short_lines(const ManifestContext& context, const TomlValue& value, std::vector<std::string>& into);
void read_needed_line(ManifestContext& context, const TomlValue& value, std::string& into);
void read_file_name(ManifestContext& context, const TomlValue& value, std::string& into);
// The same of a file that stands once in a book.
void read_matter_file(ManifestContext& context, const TomlValue& value, std::string& into);
void read_matter_files(ManifestContext& context, const TomlValue& value, std::vector<std::string>& into);
void read_status(ManifestContext& context, const TomlValue& value, ChapterStatus& into);
void read_motif(ManifestContext& context, const TomlValue& value, std::optional<CoverMotif>& into);
void read_colour(ManifestContext& context, const TomlValue& value, std::optional<Rgb>& into);
void read_back_cover(ManifestContext& context, const TomlValue& value, BackCover& into);
void read_accessibility(ManifestContext& context, const TomlValue& value, Accessibility& into);
void read_chapter_start(ManifestContext& context, const TomlValue& value, std::optional<ChapterStart>& into);
// "none", "first", "all".
void read_far_mentions(ManifestContext& context, const TomlValue& value, FarMentions& into);
void read_language(ManifestContext& context, const TomlValue& value, std::string& into);
void read_site(ManifestContext& context, const TomlValue& value, std::string& into);
void read_date(ManifestContext& context, const TomlValue& value, std::string& into);
// "figures", "tables", "listings".
void read_lists(ManifestContext& context, const TomlValue& value, std::vector<CaptionList>& into);
// ["event loop", "backpressure"], or a table: "event loop" = ["loop"] adds other names of it to look for,
// "loop" = "event loop" is a "see".
void read_index_terms(ManifestContext& context, const TomlValue& value, IndexTerms& into);
void read_identifier(ManifestContext& context, const TomlValue& value, std::string& into);

// The place in `words` of the word that is the value, or nothing after a complaint.
std::optional<std::size_t> read_word(const ManifestContext& context, const TomlValue& value, std::span<const std::string_view> words);

// Reads a table by its keys and tells what is missing.
template <class T>
void read_manifest_keys(ManifestContext& context, const toml::table& table, std::span<const TomlKey<T, ManifestContext>> keys, T& into) {
  std::vector<bool> seen;
  read_toml_keys<T, ManifestContext>(context, table, keys, into, seen);
  report_missing_keys<T, ManifestContext>(context, table, keys, seen);
}

// Where to complain about a key: at its value, or at the table that has none.
const toml::source_region& place_of(const toml::table& table, std::string_view key);

// The number given in the file (0 = none), which must be above `last`, or the next one.
void settle_number(ManifestContext& context, const toml::table& table, int& last, int& number);

// A list of tables; `each` is called for every one of them.
void read_tables(ManifestContext& context, const TomlValue& value, const std::function<void(const toml::table&)>& each);

// Tables in a table, [section.NAME]; `each` is called in the order of the file, so that complaints and editions come in it.
void read_named_tables(ManifestContext& context, const TomlValue& value,
                       const std::function<void(const toml::key&, const toml::table&)>& each);

// The member at the end of a path of members: member<&Book::meta, &Metadata::title>(book).
template <auto Member, auto... Rest>
auto& member(auto& object) {
  if constexpr (sizeof...(Rest) == 0) return object.*Member;
  else return member<Rest...>(object.*Member);
}

// Row functions made from the readers above (or those of toml_keys.h) and a path of members.
template <auto Read, auto... Path>
void into(ManifestContext& context, const TomlValue& value, auto& object) {
  Read(context, value, member<Path...>(object));
}
template <auto... Path>
void line(ManifestContext& context, const TomlValue& value, auto& object) {
  read_short_line(context, value, member<Path...>(object));
}
template <auto... Path>
void lines(ManifestContext& context, const TomlValue& value, auto& object) {
  read_short_lines(context, value, member<Path...>(object));
}
// Words: a title or another line of Markdown, paragraphs of it as plain text, lists of those, names.
void read_phrase(ManifestContext& context, const TomlValue& value, Phrase& into);
void read_prose(ManifestContext& context, const TomlValue& value, std::string& into);
void read_prose_lines(ManifestContext& context, const TomlValue& value, std::vector<std::string>& into);
void read_name(ManifestContext& context, const TomlValue& value, std::string& into);
void read_names(ManifestContext& context, const TomlValue& value, std::vector<std::string>& into);

template <auto... Path>
void phrase(ManifestContext& context, const TomlValue& value, auto& object) {
  read_phrase(context, value, member<Path...>(object));
}
template <auto... Path>
void prose(ManifestContext& context, const TomlValue& value, auto& object) {
  read_prose(context, value, member<Path...>(object));
}
template <auto... Path>
void prose_lines(ManifestContext& context, const TomlValue& value, auto& object) {
  read_prose_lines(context, value, member<Path...>(object));
}
template <auto... Path>
void name(ManifestContext& context, const TomlValue& value, auto& object) {
  read_name(context, value, member<Path...>(object));
}
template <auto... Path>
void names(ManifestContext& context, const TomlValue& value, auto& object) {
  read_names(context, value, member<Path...>(object));
}
template <auto... Path>
void truth(ManifestContext& context, const TomlValue& value, auto& object) {
  read_truth(context.report, value, member<Path...>(object));
}
template <auto... Path>
void number(ManifestContext& context, const TomlValue& value, auto& object) {
  constexpr int kMost = 9'999;
  read_whole(context.report, value, 1, kMost, member<Path...>(object));
}

}  // namespace nbpublish
