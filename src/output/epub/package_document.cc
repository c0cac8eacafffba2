// EPUB/package.opf, after EPUB 3.3, section 5.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/ascii.h"
#include "base/uuid.h"
#include "output/epub/access.h"
#include "output/epub/markup.h"
#include "output/epub/package.h"

namespace nbpublish {
namespace {

class PackageWriter {
 public:
  PackageWriter(const Publication& publication, const AccessFacts& facts)
      : input_(publication.input), publication_(publication), facts_(facts) {}

  std::string write(const std::vector<PackageItem>& items) {
    package_ = document_.append_child("package");
    set_attribute(package_, "xmlns", "http://www.idpf.org/2007/opf");
    set_attribute(package_, "version", "3.0");
    set_attribute(package_, "unique-identifier", "identifier");
    set_attribute(package_, "xml:lang", input_.texts.book->meta.language);
    write_metadata();
    write_manifest(items);
    write_spine();
    return serialise(document_);
  }

 private:
  void write_metadata() {
    const Metadata& meta = input_.texts.book->meta;
    metadata_ = add_element(package_, "metadata");
    set_attribute(metadata_, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    dc("identifier", unique_identifier(input_), "identifier");
    write_titles();
    dc("language", meta.language);
    for (const std::string& author : meta.authors) creator("creator", author, "aut");
    for (const std::string& contributor : meta.contributors) creator("contributor", contributor, "ctb");
    if (!meta.publisher.empty()) dc("publisher", meta.publisher);
    if (is_date(meta.date)) dc("date", meta.date);
    dc("rights", rights());
    for (const std::string& subject : meta.subjects) write_subject(subject);
    const std::string& description = input_.texts.volume->description.empty() ? meta.description : input_.texts.volume->description;
    if (!description.empty()) dc("description", description);
    property("dcterms:modified", utc_time(input_.timestamp));
    write_series();
    write_access_metadata(metadata_, input_, facts_);
    pugi::xml_node cover = add_element(metadata_, "meta");  // for EPUB 2 readers and Kindle
    set_attribute(cover, "name", "cover");
    set_attribute(cover, "content", "cover-image");
  }

  void write_titles() {
    dc("title", full_title(input_), "title");
    refine("#title", "title-type", "main");
    const Phrase& subtitle = input_.texts.volume->subtitle.empty() ? input_.texts.book->meta.subtitle : input_.texts.volume->subtitle;
    if (subtitle.empty()) return;
    dc("title", subtitle.plain(), "subtitle");
    refine("#subtitle", "title-type", "subtitle");
  }

  std::string rights() const {
    const Metadata& meta = input_.texts.book->meta;
    if (meta.rights.empty() && meta.licence.empty()) return "All rights reserved.";
    return meta.rights + (meta.rights.empty() || meta.licence.empty() ? "" : " ") + meta.licence;
  }

  void creator(const char* element, const std::string& name, std::string_view role) {
    const std::string id = fmt::format("person-{}", ++people_);
    dc(element, name, id);
    set_attribute(refine("#" + id, "role", role), "scheme", "marc:relators");
  }

  void write_subject(const std::string& subject) {
    const std::string id = fmt::format("subject-{}", ++subjects_);
    dc("subject", subject, id);
    if (!is_bisac(subject)) return;
    refine("#" + id, "authority", "BISAC");
    refine("#" + id, "term", subject);
  }

  void write_series() {
    if (!is_in_series(input_)) return;
    set_attribute(property("belongs-to-collection", input_.texts.book->meta.title.plain()), "id", "series");
    refine("#series", "collection-type", "series");
    refine("#series", "group-position", std::to_string(input_.texts.volume->number));
  }

  void write_manifest(const std::vector<PackageItem>& items) {
    manifest_ = add_element(package_, "manifest");
    for (const Section& section : publication_.sections) {
      const bool is_nav = section.kind == SectionKind::Contents;
      add_item(section.name, "text/" + section.file(), "application/xhtml+xml", is_nav ? "nav" : "");
    }
    for (const PackageItem& item : items) add_item(item.id, item.file, item.media_type, item.properties);
  }

  void write_spine() {
    pugi::xml_node spine = add_element(package_, "spine");
    set_attribute(spine, "toc", "ncx");
    for (const Section& section : publication_.sections) set_attribute(add_element(spine, "itemref"), "idref", section.name);
  }

  void add_item(const std::string& id, const std::string& file, const std::string& media_type, const std::string& properties) {
    pugi::xml_node node = add_element(manifest_, "item");
    set_attribute(node, "id", id);
    set_attribute(node, "href", file);
    set_attribute(node, "media-type", media_type);
    if (!properties.empty()) set_attribute(node, "properties", properties);
  }

  void dc(const char* element, std::string_view text, std::string_view id = {}) {
    const std::string name = std::string("dc:") + element;
    pugi::xml_node node = add_text_element(metadata_, name.c_str(), text);
    if (!id.empty()) set_attribute(node, "id", id);
  }
  pugi::xml_node property(std::string_view name, std::string_view value) {
    pugi::xml_node node = add_text_element(metadata_, "meta", value);
    set_attribute(node, "property", name);
    return node;
  }
  pugi::xml_node refine(const std::string& target, std::string_view name, std::string_view value) {
    pugi::xml_node node = property(name, value);
    set_attribute(node, "refines", target);
    return node;
  }

  // "2026", "2026-11" or "2026-11-01": what W3CDTF and so dc:date allows of the manifest's dates.
  static bool is_date(const std::string& date) {
    static constexpr std::string_view kShape = "0000-00-00";
    if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
    for (std::size_t i = 0; i < date.size(); ++i)
      if (kShape[i] == '-' ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
    return true;
  }

  const EpubInput& input_;
  const Publication& publication_;
  const AccessFacts& facts_;
  pugi::xml_document document_;
  pugi::xml_node package_, metadata_, manifest_;
  int people_ = 0, subjects_ = 0;
};

// That of the whole, if this is a sample.
std::string volume_identifier(const EpubInput& input) {
  if (const auto own = input.texts.volume->identifiers.find("epub"); own != input.texts.volume->identifiers.end() && !own->second.empty())
    return own->second.starts_with("isbn:") ? "urn:" + own->second : own->second;
  return name_based_urn(volume_title(input) + '\n' + input.texts.volume->key);
}

}  // namespace

std::string package_document(const Publication& publication, const std::vector<PackageItem>& items, const AccessFacts& facts) {
  return PackageWriter(publication, facts).write(items);
}

bool is_bisac(std::string_view subject) {
  return subject.size() == 9 && std::all_of(subject.begin(), subject.begin() + 3, is_upper) &&
         subject.find_first_not_of("0123456789", 3) == std::string_view::npos;
}

std::string unique_identifier(const EpubInput& input) {
  const std::string whole = volume_identifier(input);
  return input.is_sample ? name_based_urn("sample of " + whole) : whole;
}

std::string utc_time(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds{seconds}};
  const sys_days day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace nbpublish
