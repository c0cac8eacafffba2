// How the archive of a book begins: OCF 3.3, sections 4.2 and 4.3 (EPUB 3.3).
#include <fmt/format.h>

#include "preflight/epub/readers.h"
#include "preflight/epub/shown.h"
#include "preflight/epub/xml_reader.h"

namespace nbpublish {
namespace {

constexpr std::string_view kMimetype = "application/epub+zip", kPackageType = "application/oebps-package+xml";
constexpr std::string_view kContainerFile = "META-INF/container.xml", kEncryptionFile = "META-INF/encryption.xml";

void check_mimetype(Reading& reading) {
  const ZipEntry* entry = reading.book.archive.find("mimetype");
  const auto complain = [&](std::string what) { reading.findings.add(EpubRule::Mimetype, {"mimetype", 0}, std::move(what)); };
  if (!entry) return reading.findings.add(EpubRule::Mimetype, 0, "there is no file mimetype");
  if (entry->header != 0) complain("it is not the first file of the archive");
  if (entry->is_deflated) complain("it is compressed");
  if (entry->has_extra) complain("its header has an extra field");
  const std::string text = reading.book.archive.read(*entry);
  if (text != kMimetype) complain(fmt::format("it says {}, not '{}'", in_quotes(text), kMimetype));
}

// The first package document: the one that readers open.
class ContainerHandler : public XmlHandler {
 public:
  std::string package;

  void start(const XmlElement& element) override {
    if (element.name == "rootfile" && package.empty() && element.attribute("media-type") == kPackageType)
      package = element.attribute("full-path");
  }
  void end(std::string_view, std::string_view) override {}
};

// XML Encryption: a method, and the file that it was used on.
class EncryptionHandler : public XmlHandler {
 public:
  explicit EncryptionHandler(Reading& reading) : reading_(reading) {}

  void start(const XmlElement& element) override {
    if (element.name == "EncryptedData") method_.clear();
    // The method of a key inside KeyInfo is another.
    if (element.name == "EncryptionMethod" && method_.empty()) method_ = element.attribute("Algorithm");
    if (element.name == "CipherReference") add(element);
  }
  void end(std::string_view, std::string_view) override {}

 private:
  void add(const XmlElement& element) {
    const std::string file = link_target("", element.attribute("URI")).path;
    const bool is_obfuscated = method_ == "http://www.idpf.org/2008/embedding" || method_ == "http://ns.adobe.com/pdf/enc#RC";
    reading_.marks.spend(file.size());
    (is_obfuscated ? reading_.book.obfuscated : reading_.book.encrypted).insert(file);
    if (is_obfuscated) reading_.findings.add(EpubRule::FontObfuscation, {shown_word(file), 0}, "by the method of " + shown_word(method_));
    else reading_.findings.add(EpubRule::Encryption, {shown_word(file), 0}, "by " + in_quotes(method_));
  }

  Reading& reading_;
  std::string method_;
};

}  // namespace

std::string read_container(Reading& reading) {
  const ZipArchive& archive = reading.book.archive;
  check_mimetype(reading);
  if (const ZipEntry* entry = archive.find(kEncryptionFile)) {
    EncryptionHandler handler(reading);
    reading.is_sound(std::string(kEncryptionFile), read_xml(archive.read(*entry), handler));
  }
  const ZipEntry* entry = archive.find(kContainerFile);
  if (!entry) throw EpubRefused("it has no META-INF/container.xml: it is not an EPUB");
  ContainerHandler handler;
  reading.is_sound(std::string(kContainerFile), read_xml(archive.read(*entry), handler));
  if (handler.package.empty()) throw EpubRefused("META-INF/container.xml names no package document");
  return handler.package;
}

}  // namespace nbpublish
