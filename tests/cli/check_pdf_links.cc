// Every link inside the PDF leads to one of its named destinations, and every one of those and of the
// outline's to one of its pages. Prints what does not, and how many there are. usage: check_pdf_links
// FILE.pdf
#include <iostream>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>

namespace {

class Links {
 public:
  explicit Links(const char* file) {
    pdf_.processFile(file);
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf_).getAllPages()) pages_.insert(page.getObjectHandle().getObjGen());
    QPDFObjectHandle names = pdf_.getRoot().getKey("/Names");
    if (names.isDictionary() && names.getKey("/Dests").isDictionary()) {
      QPDFNameTreeObjectHelper tree(names.getKey("/Dests"), pdf_);
      for (const auto& [name, target] : tree) {
        destinations_.insert(name);
        check(leads_to_page(target), "destination " + name);
      }
    }
  }

  bool run() {
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf_).getAllPages())
      for (QPDFAnnotationObjectHelper& annotation : page.getAnnotations("/Link")) link(annotation.getObjectHandle());
    outline(QPDFOutlineDocumentHelper(pdf_).getTopLevelOutlines());
    std::cout << destinations_.size() << " destinations, " << inside_ << " links inside, " << outside_ << " outside, " << entries_
              << " outline entries\n";
    return good_ && inside_ > 0 && entries_ > 0;
  }

 private:
  QPDF pdf_;
  std::set<QPDFObjGen> pages_;
  std::set<std::string> destinations_;
  std::size_t inside_ = 0, outside_ = 0, entries_ = 0;
  bool good_ = true;

  void check(bool leads, const std::string& what) {
    if (!leads) std::cout << what << " leads nowhere\n";
    good_ = good_ && leads;
  }

  bool leads_to_page(QPDFObjectHandle target) {
    if (target.isDictionary()) target = target.getKey("/D");
    return target.isArray() && target.getArrayNItems() > 0 && pages_.count(target.getArrayItem(0).getObjGen()) > 0;
  }
  bool leads(QPDFObjectHandle target) {
    if (target.isString()) return destinations_.count(target.getUTF8Value()) > 0;
    if (target.isName()) return destinations_.count(target.getName().substr(1)) > 0;
    return leads_to_page(target);
  }

  void link(QPDFObjectHandle annotation) {
    QPDFObjectHandle action = annotation.getKey("/A"), target = annotation.getKey("/Dest");
    if (action.isDictionary() && action.getKey("/S").isName() && action.getKey("/S").getName() == "/URI") {
      ++outside_;
      return;
    }
    if (action.isDictionary()) target = action.getKey("/D");
    ++inside_;
    check(leads(target), "link " + target.unparse());
  }

  void outline(std::vector<QPDFOutlineObjectHelper> entries) {
    for (QPDFOutlineObjectHelper& entry : entries) {
      ++entries_;
      QPDFObjectHandle object = entry.getObjectHandle(), target = object.getKey("/Dest");
      if (object.getKey("/A").isDictionary()) target = object.getKey("/A").getKey("/D");
      check(leads(target), "outline entry '" + entry.getTitle() + "'");
      outline(entry.getKids());
    }
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    return Links(argv[1]).run() ? 0 : 1;
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
}
