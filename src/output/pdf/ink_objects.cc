#include "output/pdf/ink_objects.h"

#include <qpdf/Buffer.hh>
#include <set>
#include <string_view>

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

std::string_view view_of(const Buffer& buffer) { return {reinterpret_cast<const char*>(buffer.getBuffer()), buffer.getSize()}; }

class InkedFile {
 public:
  InkedFile(QPDF& file, const PrintInk& ink) : file_(file), ink_(ink) {}

  void ink_objects() {
    for (Handle page : file_.getAllPages()) contents_.insert(page.getKey("/Contents").getObjGen());
    for (Handle object : file_.getAllObjects()) {
      if (object.isStream()) convert(object);
      put_right(object.isStream() ? object.getDict() : object);
    }
  }

 private:
  QPDF& file_;
  const PrintInk& ink_;
  std::set<QPDFObjGen> contents_;  // of pages

  // The object and what is written in it; what it refers to has its own turn.
  void put_right(Handle object) {
    if (object.isDictionary()) {
      ink_.put_right(object);
      for (const std::string& key : object.getKeys())
        if (const Handle value = object.getKey(key); !value.isIndirect()) put_right(value);
    } else if (object.isArray()) {
      for (int i = 0, count = object.getArrayNItems(); i < count; ++i)
        if (Handle value = object.getArrayItem(i); !value.isIndirect()) put_right(value);
    }
  }

  void convert(Handle& stream) {
    Handle dictionary = stream.getDict(), kind = dictionary.getKey("/Subtype");
    // A pattern's cell is operators, too.
    const bool is_content = contents_.contains(stream.getObjGen()) || kind.isNameAndEquals("/Form") || dictionary.hasKey("/PatternType");
    const bool is_rgb_image = kind.isNameAndEquals("/Image") && dictionary.getKey("/ColorSpace").isNameAndEquals("/DeviceRGB");
    if (!is_content && !is_rgb_image) return;
    const std::shared_ptr<Buffer> decoded = stream.getStreamData(qpdf_dl_all);
    if (is_rgb_image) dictionary.replaceKey("/ColorSpace", ink_.colour_space());
    stream.replaceStreamData(is_content ? ink_.content(view_of(*decoded)) : ink_.samples(view_of(*decoded)), Handle::newNull(),
                             Handle::newNull());
  }
};

}  // namespace

void ink_objects(QPDF& file, const PrintInk& ink) { InkedFile(file, ink).ink_objects(); }

}  // namespace nbpublish
