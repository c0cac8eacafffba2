#include "bench/floor/screen_pass.h"

#include <lcms2.h>

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>
#include <vector>

namespace nbpublish::floor_program {
namespace {

using Handle = QPDFObjectHandle;

constexpr const char* kMetadata =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Floor</rdf:li></rdf:Alt></dc:title>"
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";

// Encloses paths and texts that stand in no marked content in /Artifact.
class ArtifactMarker : public Handle::TokenFilter {
 public:
  void handleToken(const QPDFTokenizer::Token& token) override {
    if (token.getType() == QPDFTokenizer::tt_eof) return;
    if (token.getType() != QPDFTokenizer::tt_word) {
      operands_ += token.getRawValue();
      return;
    }
    const std::string& name = token.getValue();
    if (name == "BDC" || name == "BMC") ++depth_;
    else if (depth_ == 0 && !is_open_ && (name == "BT" || name == "m" || name == "re")) open();
    write(operands_);
    operands_.clear();
    writeToken(token);
    if (name == "EMC") --depth_;
    else if (is_open_ && ends_object(name)) close();
  }
  void handleEOF() override { write(operands_); }

 private:
  static bool ends_object(const std::string& name) {
    return name == "ET" || name == "f" || name == "F" || name == "f*" || name == "S" || name == "s" || name == "B" || name == "B*" ||
           name == "b" || name == "b*" || name == "n";
  }
  void open() {
    write("/Artifact BMC\n");
    is_open_ = true;
  }
  void close() {
    write("\nEMC");
    is_open_ = false;
  }

  std::string operands_;
  int depth_ = 0;
  bool is_open_ = false;
};

void mark_artifacts(QPDF& pdf) {
  for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    ArtifactMarker marker;
    Pl_Buffer buffer("contents");
    page.filterContents(&marker, &buffer);
    const std::shared_ptr<Buffer> contents = buffer.getBufferSharedPointer();
    const std::string bytes(reinterpret_cast<const char*>(contents->getBuffer()), contents->getSize());
    Handle object = page.getObjectHandle();
    object.replaceKey("/Contents", Handle::newStream(&pdf, bytes));
    object.replaceKey("/Group", Handle::parse("<< /Type /Group /S /Transparency /CS /DeviceRGB >>"));
  }
}

void map_glyphs(QPDF& pdf) {
  for (Handle& object : pdf.getAllObjects())
    if (object.isDictionary() && object.getKey("/Subtype").isNameAndEquals("/CIDFontType2") && !object.hasKey("/CIDToGIDMap"))
      object.replaceKey("/CIDToGIDMap", Handle::newName("/Identity"));
}

// Each element of the structure is looked at, as whoever names roles or adds alternative texts must.
void visit_structure(QPDF& pdf) {
  std::vector<Handle> stack{pdf.getRoot().getKey("/StructTreeRoot").getKey("/K")};
  while (!stack.empty()) {
    Handle element = stack.back();
    stack.pop_back();
    if (element.isArray()) {
      for (const Handle& child : element.getArrayAsVector()) stack.push_back(child);
    } else if (element.isDictionary() && element.hasKey("/S")) {
      if (element.getKey("/S").isNameAndEquals("/L")) element.replaceKey("/A", Handle::parse("<< /O /List /ListNumbering /Disc >>"));
      stack.push_back(element.getKey("/K"));
    }
  }
}

std::string srgb() {
  const std::unique_ptr<void, decltype(&cmsCloseProfile)> profile(cmsCreate_sRGBProfile(), cmsCloseProfile);
  cmsUInt32Number size = 0;
  if (!profile || !cmsSaveProfileToMem(profile.get(), nullptr, &size)) throw std::runtime_error("lcms2 makes no sRGB profile");
  std::string bytes(size, '\0');
  cmsSaveProfileToMem(profile.get(), bytes.data(), &size);
  return bytes;
}

void add_intent_and_metadata(QPDF& pdf) {
  Handle root = pdf.getRoot();
  root.replaceKey("/Lang", Handle::newUnicodeString("en-US"));
  root.replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));
  root.replaceKey("/MarkInfo", Handle::parse("<< /Marked true >>"));
  Handle profile = Handle::newStream(&pdf, srgb());
  profile.getDict().replaceKey("/N", Handle::newInteger(3));
  Handle intent = Handle::parse("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) >>");
  intent.replaceKey("/DestOutputProfile", profile);
  root.replaceKey("/OutputIntents", Handle::newArray(std::vector<Handle>{pdf.makeIndirectObject(intent)}));
  Handle metadata = Handle::newStream(&pdf, kMetadata);
  metadata.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
  root.replaceKey("/Metadata", metadata);
}

}  // namespace

std::string finish_for_screens(const std::string& pdf) {
  QPDF document;
  document.processMemoryFile("floor", pdf.data(), pdf.size());
  mark_artifacts(document);
  map_glyphs(document);
  visit_structure(document);
  add_intent_and_metadata(document);
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setNewlineBeforeEndstream(true);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setMinimumPDFVersion("1.7");
  writer.setCompressStreams(true);
  writer.write();
  const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace nbpublish::floor_program
