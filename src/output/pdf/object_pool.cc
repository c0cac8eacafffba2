#include "output/pdf/object_pool.h"

#include <memory>
#include <qpdf/Buffer.hh>
#include <stdexcept>

#include "output/pdf/objects.h"

namespace nbpublish {
namespace {

// Cairo asks for smoothing, which PDF/A forbids, and leaves out the identity map, which PDF/UA demands.
void put_right(QPDFObjectHandle& dictionary) {
  if (dictionary.hasKey("/Interpolate")) dictionary.replaceKey("/Interpolate", QPDFObjectHandle::newBool(false));
  if (dictionary.getKey("/Subtype").isNameAndEquals("/CIDFontType2") && !dictionary.hasKey("/CIDToGIDMap")) {
    dictionary.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));
  }
}

}  // namespace

QPDFObjectHandle ObjectPool::copy(QPDFObjectHandle source) {
  if (!source.isIndirect()) return copy_value(source);
  const auto [at, fresh] = copied_.try_emplace(source.getObjGen());
  if (fresh) {
    at->second = source.isStream() ? copy_stream(source) : intern(copy_value(source));
  } else if (!at->second.isInitialized()) {
    throw std::logic_error("a cycle among the resources of a drawn part");
  }
  return at->second;
}

QPDFObjectHandle ObjectPool::intern(QPDFObjectHandle value) {
  const auto [at, fresh] = known_.try_emplace(hash128(value.unparse()));
  if (fresh) at->second = out_.makeIndirectObject(value);
  return at->second;
}

QPDFObjectHandle ObjectPool::copy_value(QPDFObjectHandle source) {
  if (source.isDictionary()) return copy_dictionary(source);
  if (!source.isArray()) return source.shallowCopy();
  QPDFObjectHandle result = QPDFObjectHandle::newArray();
  for (int i = 0, count = source.getArrayNItems(); i < count; ++i) result.appendItem(copy(source.getArrayItem(i)));
  return result;
}

QPDFObjectHandle ObjectPool::copy_dictionary(QPDFObjectHandle source) {
  QPDFObjectHandle result = QPDFObjectHandle::newDictionary();
  for (const std::string& key : source.getKeys()) {
    if (key != "/Length") result.replaceKey(key, copy(source.getKey(key)));
  }
  put_right(result);
  return result;
}

QPDFObjectHandle ObjectPool::copy_stream(QPDFObjectHandle source) {
  QPDFObjectHandle dictionary = copy_dictionary(source.getDict());
  const std::shared_ptr<Buffer> data = source.getRawStreamData();
  const Hash128 key = hash128(bytes_of(*data), hash64(dictionary.unparse()));
  const auto [at, fresh] = known_.try_emplace(key);
  if (fresh) at->second = make_stream(out_, dictionary, data);
  return at->second;
}

}  // namespace nbpublish
