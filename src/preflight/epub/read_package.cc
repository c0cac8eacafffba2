// The package document: EPUB 3.3, section 5, and OPF 2.0.1.
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "preflight/epub/readers.h"
#include "preflight/epub/shown.h"
#include "preflight/epub/xml_reader.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostValueBytes = 64u << 10;  // of one piece of metadata

class PackageHandler : public XmlHandler {
 public:
  PackageHandler(Package& package, MarkBudget& marks) : package_(package), marks_(marks) {}

  void start(const XmlElement& element) override {
    if (++depth_ == 1) return start_package(element);
    if (depth_ == 2 && element.name == "spine") package_.ncx = element.attribute("toc");
    if (element.space == kDublinCore) start_metadatum(element, "dc:" + std::string(element.name), {});
    else if (element.name == "meta") start_meta(element);
    else if (element.name == "link") start_link(element);
    else if (element.name == "item") add_item(element);
    else if (element.name == "itemref") add_itemref(element);
    else if (element.name == "reference" && element.attribute("type") == "text") package_.has_text_reference = true;
  }

  void end(std::string_view, std::string_view) override {
    if (depth_-- == open_) {
      Metadatum& last = package_.metadata.back();
      last.value = trimmed(last.value, kHtmlSpace);
      open_ = 0;
    }
  }

  void text(std::string_view text) override {
    if (open_ > 0 && package_.metadata.back().value.size() < kMostValueBytes) package_.metadata.back().value += text;
  }

 private:
  void start_package(const XmlElement& element) {
    if (element.name != "package")
      throw EpubRefused(fmt::format("{}: it is no package document: it begins with <{}>", package_.path, shown_word(element.name)));
    package_.version = element.attribute("version");
    package_.unique_identifier = element.attribute("unique-identifier");
  }

  void start_meta(const XmlElement& element) {
    if (element.has("property")) return start_metadatum(element, std::string(element.attribute("property")), {});
    start_metadatum(element, "name:" + std::string(element.attribute("name")), element.attribute("content"));
  }

  // <link rel="dcterms:conformsTo" href="…">
  void start_link(const XmlElement& element) { start_metadatum(element, std::string(element.attribute("rel")), element.attribute("href")); }

  void start_metadatum(const XmlElement& element, std::string property, std::string_view value) {
    if (package_.metadata.size() == kMostMetadata)
      throw EpubRefused(fmt::format("{}: it has more than {} pieces of metadata", package_.path, kMostMetadata));
    const std::string_view scheme = element.has("scheme") ? element.attribute("scheme") : element.attribute("scheme", kOpf);
    package_.metadata.push_back({std::move(property), std::string(value), std::string(element.attribute("id")),
                                 std::string(element.attribute("refines")), std::string(scheme), element.spot});
    open_ = depth_;
  }

  void add_item(const XmlElement& element) {
    if (package_.manifest.size() == kMostManifestItems)
      throw EpubRefused(fmt::format("{}: its manifest has more than {} items", package_.path, kMostManifestItems));
    ManifestItem item{.id = std::string(element.attribute("id")),
                      .href = std::string(element.attribute("href")),
                      .media_type = std::string(element.attribute("media-type")),
                      .properties = std::string(element.attribute("properties")),
                      .fallback = std::string(element.attribute("fallback")),
                      .target = {},
                      .spot = element.spot};
    item.target = link_target(package_.path, item.href);
    package_.manifest.push_back(std::move(item));
  }

  void add_itemref(const XmlElement& element) {
    marks_.spend(element.attribute("idref").size());
    package_.spine.push_back({std::string(element.attribute("idref")), std::string(element.attribute("properties")), element.spot});
  }

  Package& package_;
  MarkBudget& marks_;
  int depth_ = 0, open_ = 0;  // `open_`: the depth of the metadatum whose text is read, 0 for none
};

}  // namespace

void read_package(Reading& reading, const std::string& file) {
  const ZipArchive& archive = reading.book.archive;
  Package& package = reading.book.package;
  package.path = file;
  const ZipEntry* entry = archive.find(file);
  if (!entry)
    throw EpubRefused(fmt::format("META-INF/container.xml names the package document {}, which is not in the archive", in_quotes(file)));
  PackageHandler handler(package, reading.marks);
  const XmlOutcome outcome = read_xml(archive.read(*entry), handler);
  if (!outcome.fault.empty())
    throw EpubRefused(
        fmt::format("{}: line {}: the package document cannot be read: {}", shown_word(file), outcome.spot.line, outcome.fault));
  if (!outcome.entity.empty())
    throw EpubRefused(
        fmt::format("{}: line {}: the package document uses the entity &{};", shown_word(file), outcome.spot.line, outcome.entity));
  package.index();
}

}  // namespace nbpublish
