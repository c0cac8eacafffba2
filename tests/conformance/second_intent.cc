// second_intent IN.pdf PROFILE.icc OUT.pdf: a print file with what PDF/A-2b wants besides: an output intent of PDF/A with the same press's
// profile, and XMP that agrees with Info. No validator of PDF/X can be had; one of PDF/A then judges its fonts, colours and structure.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>

#include "base/xml_text.h"

namespace {

using Handle = QPDFObjectHandle;

std::string file_bytes(const char* path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(std::string("cannot read ") + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Packet {
 public:
  explicit Packet(Handle info) : info_(info) {}
  std::string text() {
    return "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
           "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
           "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" +
           put("/Title", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt></dc:title>") +
           put("/Author", "<dc:creator><rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq></dc:creator>") +
           put("/Subject", "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt></dc:description>") +
           put("/Keywords", "<pdf:Keywords>", "</pdf:Keywords>") + put("/Producer", "<pdf:Producer>", "</pdf:Producer>") +
           put("/Creator", "<xmp:CreatorTool>", "</xmp:CreatorTool>") + date("/CreationDate", "xmp:CreateDate") +
           date("/ModDate", "xmp:ModifyDate") + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
  }

 private:
  Handle info_;
  std::string value(const char* key) { return info_.getKey(key).isString() ? info_.getKey(key).getUTF8Value() : ""; }
  std::string put(const char* key, const std::string& before, const std::string& behind) {
    const std::string v = value(key);
    return v.empty() ? "" : before + nbpublish::xml_text(v) + behind;
  }
  // D:20240102030405Z
  std::string date(const char* key, const std::string& name) {
    const std::string d = value(key);
    if (d.size() < 16) return "";
    return "<" + name + ">" + d.substr(2, 4) + "-" + d.substr(6, 2) + "-" + d.substr(8, 2) + "T" + d.substr(10, 2) + ":" + d.substr(12, 2) +
           ":" + d.substr(14, 2) + "Z</" + name + ">";
  }
};

void write_archived(const char* in, const char* profile, const char* out) {
  QPDF file;
  file.processFile(in);
  Handle icc = Handle::newStream(&file, file_bytes(profile));
  icc.getDict().replaceKey("/N", Handle::newInteger(4));
  Handle intent = Handle::parse("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (FOGRA39) /Info (FOGRA39) >>");
  intent.replaceKey("/DestOutputProfile", icc);
  Handle intents = file.getRoot().getKey("/OutputIntents");
  if (!intents.isArray()) throw std::runtime_error("no output intent at all");
  for (Handle first : intents.aitems())
    if (first.hasKey("/DestOutputProfile")) first.replaceKey("/DestOutputProfile", icc);
  intents.appendItem(file.makeIndirectObject(intent));
  Handle metadata = Handle::newStream(&file, Packet(file.getTrailer().getKey("/Info")).text());
  metadata.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
  file.getRoot().replaceKey("/Metadata", metadata);
  QPDFWriter writer(file, out);
  writer.setPreserveEncryption(false);
  writer.setNewlineBeforeEndstream(true);
  writer.write();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::fprintf(stderr, "usage: second_intent IN.pdf PROFILE.icc OUT.pdf\n"), 2;
  try {
    write_archived(argv[1], argv[2], argv[3]);
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "%s\n", error.what()), 1;
  }
}
