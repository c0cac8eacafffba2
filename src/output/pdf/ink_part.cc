#include "output/pdf/ink_part.h"

#include <exception>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>
#include <string_view>

#include "base/hash.h"
#include "output/pdf/objects.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

// Raised when the same drawing gives other bytes: what earlier programs kept is then made anew.
constexpr std::uint64_t kInkVersion = 1;

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
    stream.replaceStreamData(is_content ? ink_.content(bytes_of(*decoded)) : ink_.samples(bytes_of(*decoded)), Handle::newNull(),
                             Handle::newNull());
  }
};

std::string serialise(QPDF& file) {
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setStaticID(true);  // nobody reads it: the joined file has its own
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.write();
  return std::string(bytes_of(*writer.getBufferSharedPointer()));
}

}  // namespace

Result<std::string> ink_part(const std::string& drawn, const PrintInk& ink) {
  if (drawn.empty()) return drawn;
  try {
    QPDF file;
    file.processMemoryFile("part", drawn.data(), drawn.size());
    InkedFile(file, ink).ink_objects();
    return serialise(file);
  } catch (const std::exception& error) {
    return fail(ErrorKind::Internal, std::string("a drawn part cannot be inked: ") + error.what());
  }
}

Result<std::string> ink_part(const std::string& drawn, const PrintInk& ink, const std::string& part, InkedParts* kept) {
  if (kept == nullptr) return ink_part(drawn, ink);
  const std::string digest = to_hex(hash128(drawn, kInkVersion * 4 + static_cast<std::uint64_t>(ink.kind())));
  if (std::optional<std::string> found = kept->find(part, digest)) return std::move(*found);
  NBP_TRY_ASSIGN(std::string inked, ink_part(drawn, ink));
  kept->keep(part, digest, inked);
  return inked;
}

}  // namespace nbpublish
