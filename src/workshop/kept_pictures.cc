#include "workshop/kept_pictures.h"

#include <memory>
#include <string>
#include <utility>

#include "platform/program_identity.h"
#include "workshop/wire.h"

namespace nbpublish {

Hash128 KeptPictures::key_of(std::string_view file) {
  static const Hash128 kProgram = identity_of_program();
  const Hash128 bytes = hash128(file);
  WireWriter key;
  key.text("picture as it was read");
  for (const std::uint64_t number : {kProgram.high, kProgram.low, bytes.high, bytes.low}) key.number(number);
  return hash128(key.take());
}

PicturePtr KeptPictures::find(std::string_view file) const {
  const auto kept = store_ == nullptr ? nullptr : store_->find(key_of(file));
  if (!kept) return nullptr;
  WireReader reader(*kept);
  Picture picture = reader.picture();
  if (!reader.is_sound()) return nullptr;
  if (picture.kind != PictureKind::Svg) picture.bytes = file;
  return std::make_shared<const Picture>(std::move(picture));
}

// A raster's bytes are the file's.
void KeptPictures::keep(std::string_view file, const Picture& picture) const {
  if (store_ == nullptr) return;
  Picture facts = picture;
  if (facts.kind != PictureKind::Svg) facts.bytes.clear();
  WireWriter out;
  out.picture(facts);
  store_->keep(key_of(file), out.take());
}

}  // namespace nbpublish
