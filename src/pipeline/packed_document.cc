#include "pipeline/packed_document.h"

#include <optional>
#include <utility>

#include "archive/archive.h"
#include "archive/roots.h"

namespace nbpublish {

PackedDocument pack(const Document& document) { return {encode(document)}; }

Document unpack(const PackedDocument& packed) {
  std::optional<Document> document = decode<Document>(packed.bytes);
  return document ? std::move(*document) : Document{};
}

}  // namespace nbpublish
