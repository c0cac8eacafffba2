#include "output/pdf/object_packer.h"

#include <fmt/format.h>

#include <utility>

#include "output/pdf/pdf_stream.h"

namespace nbpublish {
namespace {

// A reader inflates a whole pack for one of its objects; larger ones hardly get smaller.
constexpr std::size_t kMostObjects = 200;

}  // namespace

void ObjectPacker::add(ObjectNumber number, std::string_view value) {
  fmt::format_to(std::back_inserter(places_), "{} {} ", number, values_.size());
  (values_ += value) += '\n';
  inside_.push_back(number);
  if (inside_.size() == kMostObjects) close();
}

std::vector<SealedPack> ObjectPacker::finish() {
  if (!inside_.empty()) close();
  return std::exchange(packs_, {});
}

void ObjectPacker::close() {
  const std::string entries = fmt::format("/Type /ObjStm /N {} /First {}", inside_.size(), places_.size());
  packs_.push_back({pdf_stream(entries, places_ + values_), std::exchange(inside_, {})});
  places_.clear();
  values_.clear();
}

}  // namespace nbpublish
