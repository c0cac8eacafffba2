// ObjectPool: objects of drawn parts in the joined file, each distinct content once.
#pragma once

#include <map>
#include <memory>
#include <qpdf/QPDF.hh>

#include "base/hash.h"

namespace nbpublish {

// Copies object graphs from the leaves up. Each object is looked up by its content, in which references
// are already those of the joined file: equal graphs (fonts, pictures) of different parts meet by
// themselves. What Cairo writes against PDF/A and PDF/UA is put right on the way.
class ObjectPool {
 public:
  explicit ObjectPool(QPDF& out) : out_(out) {}

  // Object numbers mean other objects from here on.
  void begin_source() { copied_.clear(); }
  // The joined file's form of an object of the current source. The graph must have no cycles.
  QPDFObjectHandle copy(QPDFObjectHandle source);
  // An indirect object with this content, whose references belong to the joined file.
  QPDFObjectHandle intern(QPDFObjectHandle value);

 private:
  QPDFObjectHandle copy_value(QPDFObjectHandle source);
  QPDFObjectHandle copy_dictionary(QPDFObjectHandle source);
  QPDFObjectHandle copy_stream(QPDFObjectHandle source);

  QPDF& out_;
  std::map<QPDFObjGen, QPDFObjectHandle> copied_;
  std::map<Hash128, QPDFObjectHandle> known_;
};

}  // namespace nbpublish
