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

using B = Book;
using M = Metadata;

constexpr auto kOwnKeys = std::to_array<BookKey>({
    {"title", false, phrase<&B::meta, &M::title>},
    {"subtitle", false, phrase<&B::meta, &M::subtitle>},
    {"authors", false, names<&B::meta, &M::authors>},
    {"contributors", false, names<&B::meta, &M::contributors>},
    {"language", false, into<read_language, &B::meta, &M::language>},
    {"publisher", false, name<&B::meta, &M::publisher>},
    {"place", false, name<&B::meta, &M::place>},
    {"site", false, into<read_site, &B::meta, &M::site>},
    {"code", false, into<read_site, &B::meta, &M::code>},
    {"rights", false, prose<&B::meta, &M::rights>},
    {"licence", false, prose<&B::meta, &M::licence>},
    {"edition", false, prose<&B::meta, &M::edition>},
    {"printing", false, number<&B::meta, &M::printing>},
    {"date", false, into<read_date, &B::meta, &M::date>},
    {"revision", false, line<&B::meta, &M::revision>},
    {"errata", false, line<&B::meta, &M::errata>},
    {"trademarks", false, prose<&B::meta, &M::trademarks>},
    {"disclaimer", false, prose<&B::meta, &M::disclaimer>},
    {"credits", false, prose_lines<&B::meta, &M::credits>},
    {"node-versions", false, lines<&B::meta, &M::node_versions>},
    {"subjects", false, lines<&B::meta, &M::subjects>},
    {"description", false, prose<&B::meta, &M::description>},
    {"cover", false, into<read_file_name, &B::meta, &M::cover>},
    {"back-cover", false, into<read_back_cover, &B::back_cover>},
    {"accessibility", false, into<read_accessibility, &B::accessibility>},
    {"style", false, read_style_name},
    {"chapter-start", false, into<read_chapter_start, &B::chapter_start>},
    {"lists", false, into<read_lists, &B::lists>},
    {"index.terms", false, into<read_index_terms, &B::index>},
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
