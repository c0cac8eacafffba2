// Encodings of what stages give: the first word of the input says of what. What can be decoded can be encoded, and is the same then.
#include "archive/archive.h"
#include "archive/roots.h"
#include "fuzz/fuzz.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

// One picture, under any name.
Decoding with_picture(const PicturePtr& picture) {
  return {[picture](const Hash128&) { return picture; }, 40};
}

template <class T>
std::optional<T> decode_as(std::string_view bytes, const Decoding& with) {
  std::optional<T> value = decode<T>(bytes, with);
  if (!value) return value;
  const std::string again = encode(*value);
  const std::optional<T> second = decode<T>(again, with);
  must(second.has_value(), "what was decoded can be encoded");
  must(encode(*second) == again, "an encoding gives what it was made from");
  must(hash_of(*value) == hash128(again), "the hash is that of the encoding");
  return value;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = text_of(data, size);
  const Decoding with = with_picture(std::make_shared<const Picture>());
  if (const auto document = decode_as<Document>(bytes, with)) (void)dump(*document);
  decode_as<PagedPart>(bytes, with);
  decode_as<std::vector<Diagnostic>>(bytes, with);
  decode_as<BookAddresses>(bytes, with);
  decode_as<NameIndexes>(bytes, with);
  decode_as<PrintedPages>(bytes, with);
  return 0;
}
