// What archive.h declares, for the file that knows a type: with its fields (fields.h) and its Root, NBP_ARCHIVED(Type) makes the three.
#pragma once

#include "archive/archive.h"
#include "archive/decoder.h"
#include "archive/encoder.h"
#include "archive/root.h"
#include "archive/sound.h"

namespace nbpublish {

template <class T>
void write_root(Encoder& encoder, const T& value) {
  encoder.put(std::string(Root<T>::kWord));
  encoder.put(Root<T>::kVersion);
  encoder.put(value);
}

template <class T>
Hash128 hash_of(const T& value) {
  HashStream hash;
  Encoder encoder(hash);
  write_root(encoder, value);
  encoder.finish();
  return hash.hash();
}

template <class T>
std::string encode(const T& value) {
  Encoder encoder;
  write_root(encoder, value);
  return encoder.take();
}

template <class T>
std::optional<T> decode(std::string_view bytes, const Decoding& with) {
  Decoder decoder(bytes, with);
  std::string word;
  std::uint32_t version = 0;
  decoder(word, version);
  if (word != Root<T>::kWord || version != Root<T>::kVersion) return std::nullopt;
  std::optional<T> value(std::in_place);
  decoder.get(*value);
  if (!decoder.is_done()) return std::nullopt;
  if constexpr (requires { is_sound(*value, with); })
    if (!is_sound(*value, with)) return std::nullopt;
  return value;
}

#define NBP_ARCHIVED(Type)                  \
  template Hash128 hash_of(const Type&);    \
  template std::string encode(const Type&); \
  template std::optional<Type> decode(std::string_view, const Decoding&);

}  // namespace nbpublish
