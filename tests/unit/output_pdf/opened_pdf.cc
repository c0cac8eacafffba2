#include "unit/output_pdf/opened_pdf.h"

#include <qpdf/Buffer.hh>

namespace nbpublish::testing {

using Handle = QPDFObjectHandle;

OpenedPdf::OpenedPdf(std::string bytes) : bytes_(std::move(bytes)) {
  file_.setSuppressWarnings(true);
  file_.processMemoryFile("written", bytes_.data(), bytes_.size());
}

std::vector<std::string> OpenedPdf::warnings() {
  for (Handle object : file_.getAllObjects()) {
    if (object.isStream()) object.getStreamData(qpdf_dl_generalized);
  }
  std::vector<std::string> result;
  for (const QPDFExc& warning : file_.getWarnings()) result.emplace_back(warning.what());
  return result;
}

int OpenedPdf::page_index(Handle page) {
  std::vector<Handle> all = pages();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].getObjGen() == page.getObjGen()) return static_cast<int>(i);
  }
  return -1;
}

std::string OpenedPdf::content(std::size_t page) {
  Handle contents = this->page(page).getKey("/Contents");
  std::string text;
  for (int i = 0; contents.isArray() && i < contents.getArrayNItems(); ++i) {
    const auto data = contents.getArrayItem(i).getStreamData();
    text.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    text += '\n';
  }
  return text;
}

std::map<std::string, Handle> OpenedPdf::tree(Handle node) {
  std::map<std::string, Handle> result;
  for (const char* list : {"/Names", "/Nums"}) {
    Handle entries = node.getKey(list);
    for (int i = 0; entries.isArray() && i + 1 < entries.getArrayNItems(); i += 2) {
      Handle key = entries.getArrayItem(i);
      result[key.isString() ? key.getUTF8Value() : key.unparse()] = entries.getArrayItem(i + 1);
    }
  }
  Handle kids = node.getKey("/Kids");
  for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) result.merge(tree(kids.getArrayItem(i)));
  return result;
}

std::string OpenedPdf::structure() {
  std::string out;
  add_element(root().getKey("/StructTreeRoot").getKey("/K"), 0, out);
  return out;
}

void OpenedPdf::add_element(Handle element, int depth, std::string& out) {
  std::string line = std::string(static_cast<std::size_t>(2 * depth), ' ') + element.getKey("/S").getName().substr(1);
  for (const char* key : {"/ID", "/Lang", "/Alt"}) {
    if (element.hasKey(key)) line += std::string(" ") + (key + 1) + "=" + element.getKey(key).getUTF8Value();
  }
  Handle attributes = element.getKey("/A");
  for (const char* key : {"/Scope", "/ListNumbering", "/BBox"}) {
    if (attributes.isDictionary() && attributes.hasKey(key)) line += " " + attributes.getKey(key).unparse();
  }
  std::string below;
  Handle kids = element.getKey("/K");
  if (!kids.isArray()) kids = Handle::newArray({kids});
  for (int i = 0; i < kids.getArrayNItems(); ++i) add_kid(kids.getArrayItem(i), element, depth, line, below);
  out += line + "\n" + below;
}

void OpenedPdf::add_kid(Handle kid, Handle element, int depth, std::string& line, std::string& below) {
  if (kid.isNull()) return;
  if (kid.isInteger()) {
    line += " " + std::to_string(page_index(element.getKey("/Pg"))) + ":" + kid.unparse();
  } else if (kid.getKey("/Type").isNameAndEquals("/MCR")) {
    line += " " + std::to_string(page_index(kid.getKey("/Pg"))) + ":" + kid.getKey("/MCID").unparse();
  } else if (kid.getKey("/Type").isNameAndEquals("/OBJR")) {
    line += " " + std::to_string(page_index(kid.getKey("/Pg"))) + ":" + (kid.getKey("/Obj").hasKey("/A") ? "URI" : "Dest");
  } else if (kid.isDictionary()) {
    add_element(kid, depth + 1, below);
  }
}

}  // namespace nbpublish::testing
