// Order and names of the elements: ONIX for Books 3.0 Product Information Format Specification (EDItEUR), groups P.1 to P.23.
#include "output/epub/onix.h"

#include <algorithm>

#include "output/epub/markup.h"
#include "output/epub/onix_codes.h"
#include "output/epub/package.h"

namespace nbpublish {
namespace {

constexpr std::string_view kIsbnForm = "isbn:";

std::string without(std::string text, std::string_view signs) {
  std::erase_if(text, [&](char c) { return signs.find(c) != std::string_view::npos; });
  return text;
}

class OnixWriter {
 public:
  OnixWriter(const Publication& publication, const AccessFacts& facts)
      : input_(publication.input), meta_(publication.input.texts.book->meta), facts_(facts) {}

  std::string write() {
    pugi::xml_node message = document_.append_child("ONIXMessage");
    set_attribute(message, "xmlns", "http://ns.editeur.org/onix/3.0/reference");
    set_attribute(message, "release", "3.0");
    write_header(add_element(message, "Header"));
    product_ = add_element(message, "Product");
    put(product_, "RecordReference", unique_identifier(input_));
    put(product_, "NotificationType", input_.texts.early_access ? "02" : "03");  // in advance; confirmed on publication
    write_identifier(product_, own_identifier());
    write_description(add_element(product_, "DescriptiveDetail"));
    write_publishing();
    write_related();
    return serialise(document_);
  }

 private:
  void write_header(pugi::xml_node header) {
    put(add_element(header, "Sender"), "SenderName", meta_.publisher.empty() ? full_title(input_) : meta_.publisher);
    put(header, "SentDateTime", without(utc_time(input_.timestamp), "-:"));
  }

  std::string own_identifier() const {
    const auto own = input_.texts.volume->identifiers.find("epub");
    return own != input_.texts.volume->identifiers.end() && !own->second.empty() ? own->second : unique_identifier(input_);
  }

  // An ISBN of 13 digits, or a name of the publisher's own.
  void write_identifier(pugi::xml_node parent, const std::string& identifier) {
    pugi::xml_node node = add_element(parent, "ProductIdentifier");
    const bool is_isbn = identifier.starts_with(kIsbnForm);
    put(node, "ProductIDType", is_isbn ? "15" : "01");
    if (!is_isbn) put(node, "IDTypeName", "URN");
    put(node, "IDValue", is_isbn ? identifier.substr(kIsbnForm.size()) : identifier);
  }

  void write_description(pugi::xml_node detail) {
    put(detail, "ProductComposition", "00");   // a single item
    put(detail, "ProductForm", "ED");          // digital download
    put(detail, "ProductFormDetail", "E101");  // EPUB
    for (const OnixFeature& feature : onix_features(input_, facts_)) write_feature(detail, feature);
    put(detail, "EpubTechnicalProtection", "00");  // none in this file
    write_collection(detail);
    write_title(detail);
    write_contributors(detail);
    if (!meta_.edition.empty()) put(detail, "EditionStatement", meta_.edition);
    write_language(detail);
    write_subjects(detail);
  }

  void write_feature(pugi::xml_node detail, const OnixFeature& feature) {
    pugi::xml_node node = add_element(detail, "ProductFormFeature");
    put(node, "ProductFormFeatureType", feature.type);
    put(node, "ProductFormFeatureValue", feature.value);
    if (!feature.description.empty()) put(node, "ProductFormFeatureDescription", feature.description);
  }

  pugi::xml_node add_title(pugi::xml_node parent, std::string_view level) {
    pugi::xml_node detail = add_element(parent, "TitleDetail");
    put(detail, "TitleType", "01");  // distinctive
    pugi::xml_node element = add_element(detail, "TitleElement");
    put(element, "TitleElementLevel", level);
    return element;
  }

  void write_collection(pugi::xml_node detail) {
    if (!is_in_series(input_)) return;
    pugi::xml_node collection = add_element(detail, "Collection");
    put(collection, "CollectionType", "10");  // the publisher's
    pugi::xml_node title = add_title(collection, "02");
    put(title, "PartNumber", std::to_string(input_.texts.volume->number));
    put(title, "TitleText", meta_.title.plain());
  }

  void write_title(pugi::xml_node detail) {
    pugi::xml_node title = add_title(detail, "01");
    put(title, "TitleText", is_in_series(input_) ? input_.texts.volume->title.plain() : full_title(input_));
    const Phrase& subtitle = input_.texts.volume->subtitle.empty() ? meta_.subtitle : input_.texts.volume->subtitle;
    if (!subtitle.empty()) put(title, "Subtitle", subtitle.plain());
  }

  void write_contributors(pugi::xml_node detail) {
    int sequence = 0;
    const auto add = [&](const std::string& name, std::string_view role) {
      pugi::xml_node node = add_element(detail, "Contributor");
      put(node, "SequenceNumber", std::to_string(++sequence));
      put(node, "ContributorRole", role);
      put(node, "PersonName", name);
    };
    for (const std::string& name : meta_.authors) add(name, "A01");
    for (const std::string& name : meta_.contributors) add(name, "Z99");  // other
  }

  void write_language(pugi::xml_node detail) {
    const std::string_view code = onix_language(meta_.language);
    if (code.empty()) return;
    pugi::xml_node node = add_element(detail, "Language");
    put(node, "LanguageRole", "01");  // of the text
    put(node, "LanguageCode", code);
  }

  void write_subjects(pugi::xml_node detail) {
    bool has_main = false;
    for (const std::string& subject : meta_.subjects) {
      const std::string_view scheme = onix_subject_scheme(subject);
      pugi::xml_node node = add_element(detail, "Subject");
      if (scheme != kOnixKeywords && !std::exchange(has_main, true)) add_element(node, "MainSubject");
      put(node, "SubjectSchemeIdentifier", scheme);
      put(node, scheme == kOnixKeywords ? "SubjectHeadingText" : "SubjectCode", subject);
    }
  }

  void write_publishing() {
    if (meta_.publisher.empty() && meta_.date.empty()) return;
    pugi::xml_node detail = add_element(product_, "PublishingDetail");
    if (!meta_.publisher.empty()) {
      pugi::xml_node publisher = add_element(detail, "Publisher");
      put(publisher, "PublishingRole", "01");
      put(publisher, "PublisherName", meta_.publisher);
    }
    if (!meta_.place.empty()) put(detail, "CityOfPublication", meta_.place);
    write_date(detail);
  }

  void write_date(pugi::xml_node detail) {
    const std::string digits = without(meta_.date, "-");
    if (digits.empty()) return;
    pugi::xml_node date = add_element(detail, "PublishingDate");
    put(date, "PublishingDateRole", "01");
    pugi::xml_node value = add_text_element(date, "Date", digits);
    set_attribute(value, "dateformat", digits.size() == 4 ? "05" : digits.size() == 6 ? "01" : "00");
  }

  // Whose page numbers these are.
  void write_related() {
    const auto print = input_.texts.volume->identifiers.find("print");
    if (!facts_.has_pages() || print == input_.texts.volume->identifiers.end() || print->second.empty()) return;
    pugi::xml_node related = add_element(add_element(product_, "RelatedMaterial"), "RelatedProduct");
    put(related, "ProductRelationCode", "13");  // digital, based on print
    write_identifier(related, print->second);
  }

  static void put(pugi::xml_node parent, const char* name, std::string_view text) { add_text_element(parent, name, text); }

  const EpubInput& input_;
  const Metadata& meta_;
  const AccessFacts& facts_;
  pugi::xml_document document_;
  pugi::xml_node product_;
};

}  // namespace

std::string onix_message(const Publication& publication, const AccessFacts& facts) { return OnixWriter(publication, facts).write(); }

}  // namespace nbpublish
