// ObjectPool: objects of drawn parts in the joined file, each distinct content once.
#pragma once

#include <map>
#include <memory>
#include <qpdf/QPDF.hh>

#include "base/hash.h"
#include "output/pdf/print_ink.h"

namespace nbpublish {

// Copies object graphs from the leaves up. Each object is looked up by its content, in which references
// are already those of the joined file: equal graphs (fonts, pictures) of different parts meet by
// themselves. What Cairo writes against PDF/A and PDF/UA is put right on the way, and colours become the press's inks.
class ObjectPool {
 public:
  ObjectPool(QPDF& out, PrintInk ink) : out_(out), ink_(ink) {}

  // Object numbers mean other objects from here on.
  void begin_source() { copied_.clear(); }
  // The joined file's form of an object of the current source. The graph must have no cycles.
  QPDFObjectHandle copy(QPDFObjectHandle source);
  // The same of a page's content stream.
  QPDFObjectHandle copy_content(QPDFObjectHandle source);
  // An indirect object with this content, whose references belong to the joined file.
  QPDFObjectHandle intern(QPDFObjectHandle value);

 private:
  QPDFObjectHandle copy_value(QPDFObjectHandle source);
  QPDFObjectHandle copy_dictionary(QPDFObjectHandle source);
  QPDFObjectHandle copy_stream(QPDFObjectHandle source);
  QPDFObjectHandle add_stream(QPDFObjectHandle dictionary, const std::shared_ptr<Buffer>& data);

  // The stream's data in the ink, with the dictionary that is true of them; null if nothing in it is a colour.
  std::shared_ptr<Buffer> in_ink(QPDFObjectHandle source, QPDFObjectHandle& dictionary);

  QPDF& out_;
  PrintInk ink_;
  std::map<QPDFObjGen, QPDFObjectHandle> copied_;
  std::map<Hash128, QPDFObjectHandle> known_;
};

}  // namespace nbpublish
