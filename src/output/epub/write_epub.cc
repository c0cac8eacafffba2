#include "output/epub/write_epub.h"

#include "output/epub/access.h"
#include "output/epub/container.h"
#include "output/epub/cover.h"
#include "output/epub/embedded_faces.h"
#include "output/epub/images.h"
#include "output/epub/link_map.h"
#include "output/epub/onix.h"
#include "output/epub/package.h"
#include "output/epub/pages.h"

namespace nbpublish {
namespace {

// Characters that only the stylesheet or the reading system puts on the page: ASCII, list marks, dashes.
constexpr std::u32string_view kAlwaysEmbedded = U"\u00A0\u2013\u2014\u2022\u00B7\u2026\u2018\u2019\u201C\u201D";

// Apple takes 5.6 million pixels inside a book (Apple Books Asset Guide 5.3, September 2023); older readers took 4.
constexpr std::uint64_t kMostPixels = 4'000'000, kMostCoverPixels = 5'600'000;

std::vector<FontEntry> entries_of(const FontLibrary& fonts, const std::vector<FontId>& faces) {
  std::vector<FontEntry> entries;
  for (const FontId face : faces) entries.push_back(fonts.entry(face));
  return entries;
}

// Writes the content documents of all sections, in the order of the spine; the navigation document, which lists pages of the others,
// last.
class SectionWriter {
 public:
  SectionWriter(const Publication& publication, std::string cover_file, std::vector<FontEntry> fonts)
      : publication_(publication),
        links_(publication),
        needs_(chapter_needs(publication.input.texts)),
        images_(publication.input),
        pages_(publication.input.pages),
        cover_file_(std::move(cover_file)),
        fonts_(std::move(fonts)) {}

  std::vector<ContainerFile> write() {
    std::vector<ContainerFile> files;
    for (const Section& section : publication_.sections) files.push_back({"EPUB/text/" + section.file(), {}});
    for (const bool is_navigation : {false, true})
      for (std::size_t i = 0; i < files.size(); ++i)
        if ((publication_.sections[i].kind == SectionKind::Contents) == is_navigation) files[i].bytes = page(publication_.sections[i]);
    return files;
  }
  ImageStore& images() { return images_; }
  const PageList& pages() const { return pages_; }
  // After the sections that have pictures or marks of pages.
  AccessFacts facts() const { return access_facts(publication_, images_, pages_); }

 private:
  std::string page(const Section& section) {
    switch (section.kind) {
      case SectionKind::Cover:
        return cover_page(publication_, cover_file_);
      case SectionKind::TitlePage:
        return title_page(publication_, pages_);
      case SectionKind::Copyright:
        return copyright_page(publication_, pages_);
      case SectionKind::Contents:
        return navigation_document(publication_, links_, pages_);
      case SectionKind::Matter:
        return matter_page(section, publication_, links_, images_, pages_);
      case SectionKind::Part:
        return part_page(section, publication_);
      case SectionKind::SampleEnd:
        return sample_end_page(section, publication_);
      case SectionKind::Topic:
        return topic_page(section, publication_, links_, pages_);
      case SectionKind::Chapter:
        return chapter_page(section, publication_, links_, needs_, images_, pages_);
      case SectionKind::Index:
        return index_page(section, publication_, links_, pages_);
      case SectionKind::Accessibility:
        return accessibility_page(publication_, facts());
      case SectionKind::Imprint:
        return imprint_page(publication_, fonts_);
    }
    return {};
  }

  const Publication& publication_;
  LinkMap links_;
  ChapterNeeds needs_;
  ImageStore images_;
  PageList pages_;
  std::string cover_file_;
  std::vector<FontEntry> fonts_;
};

std::set<char32_t> characters_of(const std::vector<ContainerFile>& pages) {
  std::set<char32_t> characters(kAlwaysEmbedded.begin(), kAlwaysEmbedded.end());
  for (char32_t c = U' '; c <= U'~'; ++c) characters.insert(c);
  for (const ContainerFile& page : pages) collect_characters(page.bytes, characters);
  return characters;
}

void append(std::vector<PackageItem>& items, std::vector<PackageItem> more) {
  std::move(more.begin(), more.end(), std::back_inserter(items));
}

}  // namespace

Result<EpubFiles> write_epub(const EpubInput& input, const FontLibrary& fonts, DiagnosticSink& diagnostics) {
  const Publication publication = plan_publication(input);
  const std::vector<FontId> faces = input.embed_fonts ? embedded_faces(fonts) : std::vector<FontId>{};
  NBP_TRY_ASSIGN(PackageItem cover, make_cover(input, fonts, diagnostics));

  SectionWriter writer(publication, cover.file, entries_of(fonts, faces));
  std::vector<ContainerFile> pages = writer.write();
  const AccessFacts facts = writer.facts();
  check_claim(input, facts, diagnostics);
  NBP_TRY_ASSIGN(std::vector<PackageItem> font_items, subset_fonts(fonts, faces, characters_of(pages), input.store));

  std::vector<PackageItem> covers = {std::move(cover)}, images = writer.images().take_items();
  const auto refused = [&](const PackageItem& item, const Error& error) { writer.images().tell_refused(item, error, diagnostics); };
  NBP_TRY(fit_for_stores(covers, kMostCoverPixels, *input.maker, refused));
  NBP_TRY(fit_for_stores(images, kMostPixels, *input.maker, refused));

  std::vector<PackageItem> items;
  items.push_back({"ncx", "toc.ncx", "application/x-dtbncx+xml", "", ncx_document(publication, writer.pages())});
  items.push_back({"book-css", "style/book.css", "text/css", "", input.stylesheet});
  items.push_back({"fonts-css", "style/fonts.css", "text/css", "", font_face_rules(fonts, faces)});
  append(items, std::move(covers));
  append(items, std::move(images));
  append(items, std::move(font_items));

  std::vector<ContainerFile> files = {{"EPUB/package.opf", package_document(publication, items, facts)}};
  std::move(pages.begin(), pages.end(), std::back_inserter(files));
  for (PackageItem& item : items) files.push_back({"EPUB/" + item.file, std::move(item.bytes)});
  NBP_TRY_ASSIGN(std::string epub, write_container(files, input.timestamp, input.store, input.jobs));
  return EpubFiles{std::move(epub), onix_message(publication, facts)};
}

}  // namespace nbpublish
