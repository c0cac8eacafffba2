// Pages that the tool makes from the manifest.
#include <fmt/format.h>

#include <set>

#include "base/roman.h"
#include "document/href.h"
#include "output/epub/inline_writer.h"
#include "output/epub/markup.h"
#include "output/epub/package.h"
#include "output/epub/pages.h"
#include "output/epub/xhtml_page.h"

namespace nbpublish {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator = ", ") {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(separator)) + part;
  return out;
}

void add_line(pugi::xml_node parent, std::string_view text, std::string_view css_class = {}) {
  if (!text.empty()) add_text_element(parent, "p", text, css_class);
}

void add_labelled_link(pugi::xml_node parent, std::string_view label, const std::string& url) {
  if (url.empty()) return;
  pugi::xml_node line = add_text_element(parent, "p", label);
  if (is_valid_url(url)) set_attribute(add_text_element(line, "a", url), "href", encode_url(url));
  else add_text(line, url);
}

pugi::xml_node add_section(XhtmlPage& page, std::string_view type, std::string_view css_class) {
  pugi::xml_node section = add_element(page.body(), "section", css_class);
  set_attribute(section, "epub:type", type);
  return section;
}

// The printed page of that name (layout/page/title_pages.cc).
void mark_title_page(pugi::xml_node body, const Publication& publication, SectionKind kind, const char* name, PageList& pages) {
  PageMarks(pages, kTitleKey, publication.first_of(kind)->file()).mark_all(body, {std::string(kTitleKey), name});
}

std::string rights_line(const Metadata& meta) { return meta.rights.empty() && meta.licence.empty() ? "All rights reserved." : meta.rights; }
std::string licence_line(const Metadata& meta) { return meta.licence.empty() ? "" : "License: " + meta.licence; }

std::string edition_line(const Metadata& meta) {
  std::vector<std::string> parts;
  if (!meta.edition.empty()) parts.push_back(meta.edition);
  if (meta.printing > 1) parts.push_back(fmt::format("printing {}", meta.printing));
  if (!meta.date.empty()) parts.push_back(meta.date);
  if (!meta.revision.empty()) parts.push_back("revision " + meta.revision);
  return joined(parts);
}

std::string early_access_line(const EpubInput& input) {
  if (!input.texts.early_access) return {};
  const std::string& revision = input.texts.book->meta.revision;
  return "Early access" + (revision.empty() ? "" : ", revision " + revision) + ", not final";
}

std::string publisher_line(const Metadata& meta) {
  std::vector<std::string> parts;
  if (!meta.publisher.empty()) parts.push_back(meta.publisher);
  if (!meta.place.empty()) parts.push_back(meta.place);
  return joined(parts);
}

// "ISBN 978… (EPUB)"; a urn:uuid is for machines.
std::string isbn_line(const std::string& identifier, std::string_view format) {
  const std::size_t isbn = identifier.find("isbn:");
  if (isbn == std::string::npos) return {};
  return fmt::format("ISBN {} ({})", identifier.substr(isbn + 5), format);
}

void add_isbn_lines(pugi::xml_node parent, const Volume& volume) {
  static constexpr std::pair<std::string_view, std::string_view> kFormats[] = {{"print", "paperback"}, {"pdf", "PDF"}, {"epub", "EPUB"}};
  for (const auto& [key, format] : kFormats)
    if (const auto found = volume.identifiers.find(std::string(key)); found != volume.identifiers.end())
      add_line(parent, isbn_line(found->second, format));
}

void add_list(pugi::xml_node parent, std::string_view heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  add_text_element(parent, "h2", heading);
  for (const std::string& line : lines) add_line(parent, line);
}

std::vector<std::string> font_lines(const std::vector<FontEntry>& fonts) {
  std::set<std::string> lines;
  for (const FontEntry& font : fonts) lines.insert(font.family + (font.licence.empty() ? "" : ", under the license " + font.licence) + ".");
  return {lines.begin(), lines.end()};
}

}  // namespace

std::string cover_page(const Publication& publication, std::string_view image_file) {
  XhtmlPage page("Cover", publication.input.texts.book->meta.language);
  pugi::xml_node body = add_section(page, "cover", "cover");
  pugi::xml_node image = add_element(body, "img");
  set_attribute(image, "src", "../" + std::string(image_file));
  set_attribute(image, "alt", "Cover of " + full_title(publication.input));
  set_attribute(image, "role", "doc-cover");
  return page.bytes();
}

std::string title_page(const Publication& publication, PageList& pages) {
  const EpubInput& input = publication.input;
  const Metadata& meta = input.texts.book->meta;
  const bool has_volume_title = !input.texts.volume->title.empty() && input.texts.volume->title != meta.title;
  const std::string numeral = capital_roman(input.texts.volume->number);
  XhtmlPage page("Title page", meta.language);
  pugi::xml_node body = add_section(page, "titlepage", "title-page");
  mark_title_page(body, publication, SectionKind::TitlePage, "title-page", pages);
  if (has_volume_title && !(meta.title.empty() && numeral.empty())) {
    pugi::xml_node set = add_element(body, "p", "set");
    add_words(set, meta.title.words());
    add_text(set, numeral.empty() ? "" : (meta.title.empty() ? "Volume " : ", Volume ") + numeral);
  }
  const Phrase& title = has_volume_title ? input.texts.volume->title : meta.title;
  add_words(add_element(body, "h1"), title.empty() ? Phrase(full_title(input)).words() : title.words());
  if (const Phrase& subtitle = input.texts.volume->subtitle.empty() ? meta.subtitle : input.texts.volume->subtitle; !subtitle.empty())
    add_words(add_element(body, "p", "subtitle"), subtitle.words());
  add_line(body, joined(meta.authors), "author");
  add_line(body, early_access_line(input), "early-access");
  add_line(body, meta.edition, "edition");
  add_line(body, meta.publisher, "publisher");
  return page.bytes();
}

std::string copyright_page(const Publication& publication, PageList& pages) {
  const EpubInput& input = publication.input;
  const Metadata& meta = input.texts.book->meta;
  XhtmlPage page("Copyright", meta.language);
  pugi::xml_node body = add_section(page, "copyright-page", "imprint");
  mark_title_page(body, publication, SectionKind::Copyright, "copyright", pages);
  add_line(body, full_title(input));
  add_line(body, edition_line(meta));
  add_line(body, early_access_line(input));
  add_line(body, rights_line(meta));
  add_line(body, licence_line(meta));
  add_line(body, publisher_line(meta));
  if (const auto epub = input.texts.volume->identifiers.find("epub"); epub != input.texts.volume->identifiers.end())
    add_line(body, isbn_line(epub->second, "EPUB"));
  add_labelled_link(body, "Errata: ", meta.errata);
  pugi::xml_node more = add_element(body, "p");
  set_attribute(add_text_element(more, "a", "The full imprint"), "href", publication.first_of(SectionKind::Imprint)->file());
  add_text(more, " and a ");
  set_attribute(add_text_element(more, "a", "page on accessibility"), "href", publication.first_of(SectionKind::Accessibility)->file());
  add_text(more, " are at the end of the book.");
  return page.bytes();
}

std::string imprint_page(const Publication& publication, const std::vector<FontEntry>& fonts) {
  const EpubInput& input = publication.input;
  const Metadata& meta = input.texts.book->meta;
  XhtmlPage page("Imprint", meta.language);
  pugi::xml_node body = add_section(page, "backmatter", "imprint");
  add_text_element(body, "h1", "Imprint");
  add_line(body, full_title(input));
  add_line(body, edition_line(meta));
  add_line(body, early_access_line(input));
  if (!meta.authors.empty()) add_line(body, "By " + joined(meta.authors));
  if (!meta.contributors.empty()) add_line(body, "With " + joined(meta.contributors));
  add_line(body, rights_line(meta));
  add_line(body, licence_line(meta));
  add_line(body, publisher_line(meta));
  add_labelled_link(body, "On the web: ", meta.site);
  add_isbn_lines(body, *input.texts.volume);
  if (!meta.node_versions.empty()) add_line(body, "Tested with Node.js " + joined(meta.node_versions) + ".");
  add_labelled_link(body, "Errata: ", meta.errata);
  add_line(body, meta.trademarks);
  add_line(body, meta.disclaimer);
  add_list(body, "Credits", meta.credits);
  add_list(body, "Fonts", font_lines(fonts));
  return page.bytes();
}

std::string part_page(const Section& section, const Publication& publication) {
  XhtmlPage page(contents_title(section), publication.input.texts.book->meta.language);
  pugi::xml_node body = add_section(page, "volume", "topic");
  pugi::xml_node heading = add_element(body, "h1");
  if (!section.number.empty()) {
    add_text_element(heading, "span", "Volume " + section.number, "number");
    add_text(heading, " ");
  }
  add_words(heading, section.part->title.words());
  if (!section.part->subtitle.empty()) add_words(add_element(body, "p", "subtitle"), section.part->subtitle.words());
  add_line(body, section.part->description, "summary");
  return page.bytes();
}

std::string sample_end_page(const Section& section, const Publication& publication) {
  const EpubInput& input = publication.input;
  XhtmlPage page(section.title, input.texts.book->meta.language);
  pugi::xml_node body = add_section(page, "backmatter", "imprint");
  add_text_element(body, "h1", section.title);
  add_line(body, "The whole of " + volume_title(input) + " goes on from here.");
  add_labelled_link(body, "On the web: ", input.texts.book->meta.site);
  return page.bytes();
}

}  // namespace nbpublish
