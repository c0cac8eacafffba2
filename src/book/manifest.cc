#include "book/manifest.h"

#include "book/manifest_keys.h"
#include "platform/door.h"

namespace nbpublish {
namespace {

void check_licence(const Metadata& meta, DiagnosticSink& diagnostics) {
  if (meta.rights.empty() && meta.licence.empty())
    diagnostics.report(DiagCode::MissingLicence, kManifestName, {}, "neither 'rights' nor 'licence' is given",
                       "the copyright page will say \"All rights reserved\"");
}

// A book without [[volume]] is what its folders are.
void find_volume(ManifestContext& context, Book& book) {
  Volume volume;
  volume.number = 1;
  volume.key = kOnlyVolume;
  take_rest(context, volume);
  if (volume.topics.empty() && !context.failure)
    context.failure = Error{ErrorKind::Input, "no chapters in " + (context.root / kChaptersFolder).string(),
                            "chapters are files chapters/NN-topic/NN-name.md or .mdx; others are named in [[volume]] of book.toml"};
  book.volumes.push_back(std::move(volume));
}

// What the manifest does not say. What it says is empty stays so.
void complete(ManifestContext& context, const toml::table& table, Book& book) {
  Metadata found = book.meta;
  context.found.describe(found, !context.has_found);
  book.meta.title = found.title;
  if (!table.contains("authors")) book.meta.authors = found.authors;
  if (!table.contains("site")) book.meta.site = found.site;
  if (!table.contains("cover")) book.meta.cover = found.cover;
  if (book.volumes.size() == 1 && book.volumes.front().title.empty()) book.volumes.front().title = book.meta.title;
}

}  // namespace

Result<Book> read_manifest(const FileSystem& files, const std::filesystem::path& root, DiagnosticSink& diagnostics) {
  const auto text = read_inside(files, root, kManifestName, kTomlMostBytes);
  if (!text) return fail_to_read((root / kManifestName).string(), text.error());
  Book book;
  book.root = root;
  book.manifest = kManifestName;
  const auto table = parse_toml(*text, kManifestName, DiagCode::ManifestSyntax, diagnostics);
  if (!table) return book;

  ManifestContext context(kManifestName, files, root, *table, diagnostics);
  std::vector<bool> seen;
  read_toml_keys<Book, ManifestContext>(context, *table, book_keys(), book, seen);
  report_missing_keys<Book, ManifestContext>(context, *table, book_keys(), seen);
  book.matter.lost_files = std::move(context.lost_files);
  const toml::node* volumes = table->get("volume");
  if (volumes == nullptr) find_volume(context, book);
  if (context.failure) return std::unexpected(*context.failure);
  if (volumes == nullptr) context.found.tell_strays(book.volumes.front(), context.named.files);
  else if (context.volume_count > 0) report_strays(context, volumes->as_array()->front().source());
  complete(context, *table, book);
  check_licence(book.meta, diagnostics);
  complete_accessibility(book, diagnostics);
  return book;
}

}  // namespace nbpublish
