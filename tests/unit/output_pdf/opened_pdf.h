// A written file, read back with qpdf.
#pragma once

#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

namespace nbpublish::testing {

class OpenedPdf {
 public:
  explicit OpenedPdf(std::string bytes);

  QPDFObjectHandle root() { return file_.getRoot(); }
  QPDFObjectHandle info() { return file_.getTrailer().getKey("/Info"); }
  std::vector<QPDFObjectHandle> pages() { return file_.getAllPages(); }
  QPDFObjectHandle page(std::size_t index) { return file_.getAllPages().at(index); }
  std::vector<QPDFObjectHandle> objects() { return file_.getAllObjects(); }
  // What qpdf complained of while reading everything.
  std::vector<std::string> warnings();

  // Index of a page object, -1 if it is none.
  int page_index(QPDFObjectHandle page);
  // The decoded, joined content streams.
  std::string content(std::size_t page);
  // Entries of a name tree or number tree, keys as text.
  std::map<std::string, QPDFObjectHandle> tree(QPDFObjectHandle node);
  // The structure tree: a line per element, two spaces a level: role, attributes, then "page:mcid" for marks
  // and "page:URI" or "page:Dest" for annotations.
  std::string structure();

 private:
  void add_element(QPDFObjectHandle element, int depth, std::string& out);
  void add_kid(QPDFObjectHandle kid, QPDFObjectHandle element, int depth, std::string& line, std::string& below);

  std::string bytes_;
  QPDF file_;
};

}  // namespace nbpublish::testing
