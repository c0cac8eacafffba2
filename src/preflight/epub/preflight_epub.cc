#include "preflight/epub/preflight_epub.h"

#include <fmt/format.h>

#include <new>
#include <set>

#include "base/utf8.h"
#include "preflight/epub/epub_checks.h"
#include "preflight/epub/epub_limits.h"
#include "preflight/epub/readers.h"
#include "preflight/epub/shown.h"

namespace nbpublish {
namespace {

std::unexpected<Error> refuse(std::string_view file, std::string_view why, std::string hint = {}) {
  return fail(ErrorKind::Input, fmt::format("{}: {}", file, sanitise(why)), std::move(hint));
}

bool is_font(std::string_view type) {
  return type.starts_with("font/") || type.starts_with("application/font") || type.starts_with("application/x-font") ||
         type == "application/vnd.ms-opentype";
}

void read_item(Reading& reading, const ManifestItem& item) {
  const std::string& file = item.path();
  if (is_content_type(item.media_type)) read_content(reading, file);
  else if (item.media_type == "text/css") read_style_sheet(reading, file);
  else if (item.media_type == "application/x-dtbncx+xml") read_ncx(reading, file);
  else if (item.media_type.starts_with("image/")) read_picture(reading, file);
  else if (is_font(item.media_type)) read_font(reading, file);
  if (has_word(item.properties, "nav")) read_nav(reading, file);
}

// Each file once, in the order of the manifest.
void read_book(Reading& reading) {
  read_package(reading, read_container(reading));
  std::set<std::string_view> seen;
  for (const ManifestItem& item : reading.book.package.manifest)
    if (item.target.kind == EpubTarget::Kind::Inside && !item.href.empty() && !reading.book.encrypted.contains(item.path()) &&
        seen.insert(item.path()).second)
      read_item(reading, item);
}

PreflightReport report_on(std::string_view epub, std::string_view file, const OutletRules& rules) {
  EpubBook book{ZipArchive(epub), {}, {}, {}, {}, {}};
  Findings findings(rules, 0);
  MarkBudget marks;
  Reading reading{book, findings, marks};
  read_book(reading);
  check_files(book, epub.size(), findings);
  for (const auto check : {check_metadata, check_accessibility, check_manifest, check_spine, check_navigation, check_cover, check_links})
    check(book, findings);
  return {std::string(file), rules.name, rules.kinds, Counted::Files, book.archive.entries().size(), findings.take()};
}

}  // namespace

Result<PreflightReport> preflight_epub(std::string_view epub, std::string_view file, const OutletRules& rules) {
  if (epub.size() > kEpubMostFileBytes) return refuse(file, "the file is larger than 2 GB, which no store takes");
  if (!epub.starts_with("PK")) return refuse(file, "the file is not an EPUB");
  try {
    return report_on(epub, file, rules);
  } catch (const EpubRefused& e) {
    return refuse(file, e.what(), "preflight does not read it any further, and no store would");
  } catch (const std::bad_alloc&) {
    return refuse(file, "reading it takes more memory than there is", "a small file that unfolds to gigabytes is an attack");
  }
}

}  // namespace nbpublish
