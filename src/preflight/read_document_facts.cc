#include "preflight/limits.h"
#include "preflight/read_facts.h"
#include "preflight/streams.h"

namespace nbpublish {
namespace {

std::string text_of(QPDFObjectHandle dictionary, const char* key) {
  if (!dictionary.isDictionary()) return {};
  QPDFObjectHandle value = dictionary.getKey(key);
  if (value.isName()) return value.getName().substr(1);
  return value.isString() ? value.getUTF8Value() : "";
}

bool is_true(QPDFObjectHandle dictionary, const char* key) {
  return dictionary.isDictionary() && dictionary.getKey(key).isBool() && dictionary.getKey(key).getBoolValue();
}

// Empty if the packet cannot be read.
std::string xmp_of(QPDFObjectHandle root) {
  std::string packet;
  QPDFObjectHandle metadata = root.getKey("/Metadata");
  if (!metadata.isStream()) return packet;
  try {
    append_decoded(metadata, kMostContentBytes, packet);
  } catch (const LimitPassed&) {
    throw;
  } catch (const std::runtime_error&) {
    packet.clear();
  }
  return packet;
}

bool has_intent_for_pdf_x(QPDFObjectHandle root) {
  QPDFObjectHandle intents = root.getKey("/OutputIntents");
  const int count = intents.isArray() ? intents.getArrayNItems() : 0;
  for (int i = 0; i < count; ++i)
    if (text_of(intents.getArrayItem(i), "/S") == "GTS_PDFX") return true;
  return false;
}

// X-1a and X-3 say it in Info, X-4 in XMP.
std::string pdf_x_of(QPDFObjectHandle info, const std::string& xmp) {
  std::string said = text_of(info, "/GTS_PDFXVersion");
  if (said.empty() && xmp.find("pdfxid:GTS_PDFXVersion") != std::string::npos) said = "PDF/X-4";
  return said;
}

}  // namespace

void read_document_facts(QPDF& file, DocumentFacts& into) {
  QPDFObjectHandle root = file.getRoot(), info = file.getTrailer().getKey("/Info");
  const std::string later = text_of(root, "/Version");  // 7.5.2: the later of the two counts
  into.version = std::max(file.getPDFVersion(), later);
  into.is_encrypted = file.isEncrypted();
  QPDFObjectHandle outline = root.getKey("/Outlines");
  into.has_outline = outline.isDictionary() && outline.getKey("/First").isDictionary();
  const std::string xmp = xmp_of(root);
  into.has_xmp = !xmp.empty();
  const auto told = [&](const char* key, const char* element) {
    const std::string text = text_of(info, key);
    return text.empty() && xmp.find(element) != std::string::npos ? std::string("in XMP") : text;
  };
  into.title = told("/Title", "<dc:title");
  into.author = told("/Author", "<dc:creator");
  into.language = text_of(root, "/Lang");
  into.shows_title = is_true(root.getKey("/ViewerPreferences"), "/DisplayDocTitle");
  into.is_tagged = is_true(root.getKey("/MarkInfo"), "/Marked") && root.getKey("/StructTreeRoot").isDictionary();
  if (has_intent_for_pdf_x(root)) into.pdf_x = pdf_x_of(info, xmp);
}

}  // namespace nbpublish
