// EPUB Accessibility 1.1, sections 2 and 4.1.3; the words are those of schema.org's accessibility vocabulary. The exemption property is
// that of "The EPUB Accessibility exemption property" (W3C Note).
#include "output/epub/access.h"
#include "output/epub/markup.h"

namespace nbpublish {
namespace {

class AccessWriter {
 public:
  AccessWriter(pugi::xml_node metadata, const EpubInput& input, const AccessFacts& facts)
      : metadata_(metadata), input_(input), access_(input.texts.book->accessibility), facts_(facts) {}

  void write() {
    write_modes();
    write_features();
    property("schema:accessibilityHazard", "none");  // nothing in the file can move, flash or sound
    property("schema:accessibilitySummary", accessibility_summary(input_, facts_));
    if (facts_.has_pages()) property("pageBreakSource", facts_.page_source);
    if (claims_conformance(input_, facts_)) write_conformance();
    if (access_.eaa_exception != EaaException::None) property("a11y:exemption", exemption());
  }

 private:
  void write_modes() {
    property("schema:accessMode", "textual");
    if (facts_.images > 0) property("schema:accessMode", "visual");
    if (facts_.every_image_has_alt()) property("schema:accessModeSufficient", "textual");
    if (facts_.images > 0) property("schema:accessModeSufficient", "textual,visual");
  }

  void write_features() {
    for (const char* always : {"tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"}) feature(always);
    if (facts_.images > 0 && facts_.every_image_has_alt()) feature("alternativeText");
    if (facts_.described > 0) feature("longDescription");
    if (facts_.has_index) feature("index");
    if (facts_.has_pages()) feature("pageBreakMarkers");
    if (facts_.has_pages()) feature("pageNavigation");
  }

  void write_conformance() {
    set_attribute(property("dcterms:conformsTo", kConformance), "id", "conformance");
    pugi::xml_node certifier = property("a11y:certifiedBy", access_.certified_by);
    set_attribute(certifier, "refines", "#conformance");
    set_attribute(certifier, "id", "certifier");
    if (!access_.credential.empty()) set_attribute(property("a11y:certifierCredential", access_.credential), "refines", "#certifier");
    if (access_.report.empty()) return;
    pugi::xml_node report = add_element(metadata_, "link");
    set_attribute(report, "rel", "a11y:certifierReport");
    set_attribute(report, "refines", "#certifier");
    set_attribute(report, "href", access_.report);
  }

  std::string_view exemption() const {
    switch (access_.eaa_exception) {
      case EaaException::None:
        return "";
      case EaaException::MicroEnterprise:
        return "eaa-microenterprise";
      case EaaException::DisproportionateBurden:
        return "eaa-disproportionate-burden";
      case EaaException::FundamentalAlteration:
        return "eaa-fundamental-alteration";
    }
    return "";
  }

  void feature(std::string_view word) { property("schema:accessibilityFeature", word); }
  pugi::xml_node property(std::string_view name, std::string_view value) {
    pugi::xml_node node = add_text_element(metadata_, "meta", value);
    set_attribute(node, "property", name);
    return node;
  }

  pugi::xml_node metadata_;
  const EpubInput& input_;
  const Accessibility& access_;
  const AccessFacts& facts_;
};

}  // namespace

void write_access_metadata(pugi::xml_node metadata, const EpubInput& input, const AccessFacts& facts) {
  AccessWriter(metadata, input, facts).write();
}

}  // namespace nbpublish
