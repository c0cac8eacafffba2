// [editions.NAME]: the files that a volume's pages become.
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "book/manifest_keys.h"
#include "book/manifest_values.h"

namespace nbpublish {
namespace {

using E = Edition;

void read_kind(ManifestContext& context, const TomlValue& value, Edition& edition) {
  constexpr std::array<std::string_view, 2> kWords = {"print", "screen"};
  if (const auto word = read_word(context, value, kWords)) edition.kind = static_cast<EditionKind>(*word);
}

void read_theme(ManifestContext& context, const TomlValue& value, Edition& edition) {
  constexpr std::array<std::string_view, 2> kWords = {"light", "dark"};
  if (const auto word = read_word(context, value, kWords)) edition.dark = *word == 1;
}

void read_standard(ManifestContext& context, const TomlValue& value, Edition& edition) {
  constexpr std::array<std::string_view, 3> kWords = {"PDF/X-1a:2001", "PDF/X-1a:2003", "PDF/X-4"};
  if (const auto word = read_word(context, value, kWords)) edition.standard = static_cast<PrintStandard>(*word);
}

// "cream", or a sort of it that the outlet has, "cream-50".
void read_paper(ManifestContext& context, const TomlValue& value, Edition& edition) {
  constexpr std::array<std::string_view, 3> kWords = {"coated", "white", "cream"};
  const std::string written = value.node.value_or(std::string());
  const bool is_sort = std::ranges::any_of(kWords, [&](std::string_view word) { return written.starts_with(std::string(word) + "-"); });
  if (is_sort) read_short_line(context, value, edition.paper);
  else if (const auto word = read_word(context, value, kWords)) edition.paper = kWords[*word];
}

template <auto Member>
void truth(ManifestContext& context, const TomlValue& value, Edition& edition) {
  read_truth(context.report, value, edition.*Member);
}

struct EditionKey {
  TomlKey<Edition, ManifestContext> key;
  std::optional<EditionKind> of;  // it says nothing of editions of the other kind
};
constexpr EditionKey kEditionKeys[] = {
    {{"kind", false, read_kind}, {}},
    {{"style", false, line<&E::style>}, {}},
    {{"theme", false, read_theme}, EditionKind::Screen},
    {{"standard", false, read_standard}, EditionKind::Print},
    {{"outlets", false, lines<&E::outlets>}, EditionKind::Print},
    {{"paper", false, read_paper}, EditionKind::Print},
    {{"tabs", false, truth<&E::tabs>}, EditionKind::Print},
    {{"crop-marks", false, truth<&E::crop_marks>}, EditionKind::Print},
};

// Typed in a shell, and part of a file's name.
bool is_edition_name(std::string_view name) {
  const bool plain = std::ranges::all_of(name, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
  constexpr std::size_t kLongest = 100;
  return plain && !name.empty() && name.size() <= kLongest && !name.starts_with('-') && name != "all" && name != "cover";
}

// What an edition of this name is if its table says nothing: the usual one's.
Edition usual_edition(const std::string& name) {
  for (const Edition& edition : usual_editions())
    if (edition.name == name) return edition;
  Edition made;
  made.name = name;
  return made;
}

void read_edition(ManifestContext& context, const toml::key& name, const toml::table& table, Book& book) {
  const std::string word(name.str());
  if (!is_edition_name(word))
    return context.report.complain(name.source(), "'" + word + "' cannot name an edition",
                                   "small letters, digits and '-', but not \"all\" or \"cover\"");
  Edition edition = usual_edition(word);
  edition.span = span_of(name.source());
  std::vector<TomlKey<Edition, ManifestContext>> keys;
  for (const EditionKey& row : kEditionKeys) keys.push_back(row.key);
  std::vector<bool> seen;
  read_toml_keys<Edition, ManifestContext>(context, table, keys, edition, seen);
  const bool is_usual = std::ranges::any_of(usual_editions(), [&](const Edition& e) { return e.name == word; });
  if (!is_usual && !seen[0]) report_missing_key(context.report, table, "kind");
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (seen[i] && kEditionKeys[i].of && *kEditionKeys[i].of != edition.kind)
      context.report.complain(table.get(keys[i].path)->source(), "'" + std::string(keys[i].path) + "' says nothing of a " +
                                                                     (edition.kind == EditionKind::Print ? "print" : "screen") +
                                                                     " edition");
  book.editions.push_back(std::move(edition));
}

}  // namespace

void read_editions(ManifestContext& context, const TomlValue& value, Book& book) {
  read_named_tables(context, value, [&](const toml::key& name, const toml::table& table) { read_edition(context, name, table, book); });
}

}  // namespace nbpublish
