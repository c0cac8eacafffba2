// ObjectTaker: pages of a drawn file as forms, without the numbers that their objects had there.
#pragma once

#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "output/pdf/sealed_part.h"

namespace nbpublish {

class OpenText;

// Takes what a page shows from the leaves up. What Cairo writes against PDF/A and PDF/UA is put right on the way. Throws
// qpdf's exceptions, std::logic_error where objects refer to each other in a circle.
class ObjectTaker {
 public:
  // Appends to `objects`. One for each file.
  explicit ObjectTaker(std::vector<PictureObject>& objects) : objects_(objects) {}

  // A page as a form that shows what the page shows: the index of its object.
  std::uint32_t form_of(QPDFObjectHandle page);

 private:
  static constexpr std::uint32_t kBegun = 0xFFFFFFFF;

  std::vector<PictureObject>& objects_;
  std::map<QPDFObjGen, std::uint32_t> taken_;

  std::uint32_t object(QPDFObjectHandle source);
  std::uint32_t add(OpenText out, std::string stream);
  std::uint32_t add_stream(OpenText out, QPDFObjectHandle stream, QPDFObjectHandle dictionary);
  void value(OpenText& out, QPDFObjectHandle source);
  void value_itself(OpenText& out, QPDFObjectHandle source);
  void entries(OpenText& out, QPDFObjectHandle dictionary);
};

}  // namespace nbpublish
