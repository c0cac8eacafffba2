#include "book/manifest_keys.h"

#include <algorithm>
#include <array>
#include <utility>

#include "book/manifest_values.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostVolumes = 1'000;  // each knows all the others

void read_volumes(ManifestContext& context, const TomlValue& value, Book& book) {
  if (const toml::array* list = value.node.as_array()) context.volume_count = list->size();
  bool is_told = false;
  read_tables(context, value, [&](const toml::table& t) {
    if (book.volumes.size() < kMostVolumes) return void(book.volumes.push_back(read_volume(context, t)));
    if (!std::exchange(is_told, true))
      context.report.complain(DiagCode::LimitExceeded, t.source(), "a book has 1,000 volumes at most; the others are left out");
  });
}

void read_style_name(ManifestContext& context, const TomlValue& value, Book& book) {
  read_needed_line(context, value, book.style);
  book.style_span = span_of(value.node.source());
}

template <bool IndexTerms::*Which>
void wants_index(ManifestContext& context, const TomlValue& value, Book& book) {
  read_truth(context.report, value, book.index.*Which);
}

using M = Metadata;

constexpr auto kOwnKeys = std::to_array<BookKey>({
    {"title", false, phrase<&Book::meta, &M::title>},
    {"subtitle", false, phrase<&Book::meta, &M::subtitle>},
    {"authors", false, names<&Book::meta, &M::authors>},
    {"contributors", false, names<&Book::meta, &M::contributors>},
    {"language", false, into<read_language, &Book::meta, &M::language>},
    {"publisher", false, name<&Book::meta, &M::publisher>},
    {"place", false, name<&Book::meta, &M::place>},
    {"site", false, into<read_site, &Book::meta, &M::site>},
    {"code", false, into<read_site, &Book::meta, &M::code>},
    {"rights", false, prose<&Book::meta, &M::rights>},
    {"licence", false, prose<&Book::meta, &M::licence>},
    {"edition", false, prose<&Book::meta, &M::edition>},
    {"printing", false, number<&Book::meta, &M::printing>},
    {"date", false, into<read_date, &Book::meta, &M::date>},
    {"revision", false, line<&Book::meta, &M::revision>},
    {"errata", false, line<&Book::meta, &M::errata>},
    {"trademarks", false, prose<&Book::meta, &M::trademarks>},
    {"disclaimer", false, prose<&Book::meta, &M::disclaimer>},
    {"credits", false, prose_lines<&Book::meta, &M::credits>},
    {"node-versions", false, lines<&Book::meta, &M::node_versions>},
    {"subjects", false, lines<&Book::meta, &M::subjects>},
    {"description", false, prose<&Book::meta, &M::description>},
    {"cover", false, into<read_file_name, &Book::meta, &M::cover>},
    {"back-cover", false, into<read_back_cover, &Book::back_cover>},
    {"accessibility", false, into<read_accessibility, &Book::accessibility>},
    {"style", false, read_style_name},
    {"chapter-start", false, into<read_chapter_start, &Book::chapter_start>},
    {"lists", false, into<read_lists, &Book::lists>},
    {"lists-from", false, number<&Book::shortest_list>},
    {"forward-references", false, into<read_far_mentions, &Book::far_mentions>},
    {"index.terms", false, into<read_index_terms, &Book::index>},
    {"index.apis", false, wants_index<&IndexTerms::of_apis>},
    {"index.errors", false, wants_index<&IndexTerms::of_errors>},
    {"index.set", false, wants_index<&IndexTerms::of_set>},
    {"components", false, read_components},
    {"editions", false, read_editions},
    {"omnibus", false, read_omnibus},
    {"volume", false, read_volumes},
});

template <std::size_t Row>
void read_matter(ManifestContext& context, const TomlValue& value, Book& book) {
  constexpr const MatterKind& kKind = kMatterKinds[Row];
  std::vector<std::string> files;
  if constexpr (kKind.is_lettered) read_matter_files(context, value, files);
  else read_matter_file(context, value, files.emplace_back());
  int number = 0;
  for (std::string& file : files)
    if (!file.empty()) book.matter.files[{kKind.role, kKind.is_lettered ? ++number : 0}] = std::move(file);
}

// Those above, and one for each kind of front and back matter.
constexpr auto kBookKeys = []<std::size_t... Row>(std::index_sequence<Row...>) {
  std::array<BookKey, kOwnKeys.size() + sizeof...(Row)> keys{};
  const auto matter = std::to_array<BookKey>({{kMatterKinds[Row].key, false, read_matter<Row>}...});
  std::ranges::copy(matter, std::ranges::copy(kOwnKeys, keys.begin()).out);
  return keys;
}
(std::make_index_sequence<kMatterKinds.size()>());

}  // namespace

std::span<const BookKey> book_keys() { return kBookKeys; }

}  // namespace nbpublish
