// PackedDocument: a document as its encoding, a tenth of its size: so the texts wait that nobody works at.
#pragma once

#include <string>

#include "document/document.h"

namespace nbpublish {

struct PackedDocument {
  std::string bytes;
};

PackedDocument pack(const Document& document);
// Of what pack() gave. Bytes that are none make an empty document: the store vouches for those that it gives back.
Document unpack(const PackedDocument& packed);

}  // namespace nbpublish
