#include "book/manifest.h"

#include "book/complete_titles.h"
#include "book/manifest_keys.h"
#include "platform/door.h"

namespace nbpublish {
namespace {

constexpr std::string_view kManifest = "book.toml";

void check_licence(const Metadata& meta, DiagnosticSink& diagnostics) {
  if (meta.rights.empty() && meta.licence.empty())
    diagnostics.report(DiagCode::MissingLicence, kManifest, {}, "neither 'rights' nor 'licence' is given",
                       "the copyright page will say \"All rights reserved\"");
}

}  // namespace

Result<Book> read_manifest(const FileSystem& files, const std::filesystem::path& root,
                           DiagnosticSink& diagnostics) {
  const auto text = read_inside(files, root, kManifest, kTomlMostBytes);
  if (!text) return fail_to_read((root / kManifest).string(), text.error());
  Book book;
  book.root = root;
  book.manifest = kManifest;
  const auto table = parse_toml(*text, kManifest, DiagCode::ManifestSyntax, diagnostics);
  if (!table) return book;

  ManifestContext context{TomlReport(DiagCode::ManifestKey, kManifest, diagnostics), files, root, {}, {}, {}};
  std::vector<bool> seen;
  read_toml_keys<Book, ManifestContext>(context, *table, book_keys(), book, seen);
  report_missing_keys<Book, ManifestContext>(context, *table, book_keys(), seen);
  check_licence(book.meta, diagnostics);
  complete_accessibility(book, diagnostics);
  complete_titles(files, book);
  return book;
}

}  // namespace nbpublish
