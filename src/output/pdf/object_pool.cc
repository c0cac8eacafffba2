#include "output/pdf/object_pool.h"

#include <algorithm>
#include <memory>
#include <qpdf/Buffer.hh>
#include <stdexcept>

#include "output/pdf/objects.h"

namespace nbpublish {
namespace {

std::string_view view(const Buffer& buffer) {
  return {reinterpret_cast<const char*>(buffer.getBuffer()), buffer.getSize()};
}

std::shared_ptr<Buffer> buffer_of(const std::string& bytes) {
  auto buffer = std::make_shared<Buffer>(bytes.size());
  std::copy(bytes.begin(), bytes.end(), buffer->getBuffer());
  return buffer;
}

// Cairo asks for smoothing, which PDF/A forbids, and leaves out the identity map, which PDF/UA demands.
void put_right(QPDFObjectHandle& dictionary) {
  if (dictionary.hasKey("/Interpolate"))
    dictionary.replaceKey("/Interpolate", QPDFObjectHandle::newBool(false));
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
  for (int i = 0, count = source.getArrayNItems(); i < count; ++i)
    result.appendItem(copy(source.getArrayItem(i)));
  return result;
}

QPDFObjectHandle ObjectPool::copy_dictionary(QPDFObjectHandle source) {
  QPDFObjectHandle result = QPDFObjectHandle::newDictionary();
  for (const std::string& key : source.getKeys()) {
    if (key != "/Length") result.replaceKey(key, copy(source.getKey(key)));
  }
  put_right(result);
  ink_.put_right(result);
  return result;
}

QPDFObjectHandle ObjectPool::copy_stream(QPDFObjectHandle source) {
  QPDFObjectHandle dictionary = copy_dictionary(source.getDict());
  std::shared_ptr<Buffer> data = ink_.is_screen() ? nullptr : in_ink(source, dictionary);
  if (data == nullptr) data = source.getRawStreamData();
  return add_stream(dictionary, data);
}

QPDFObjectHandle ObjectPool::copy_content(QPDFObjectHandle source) {
  if (ink_.is_screen()) return copy(source);
  QPDFObjectHandle dictionary = QPDFObjectHandle::newDictionary();
  return add_stream(dictionary, buffer_of(ink_.content(view(*source.getStreamData()))));
}

QPDFObjectHandle ObjectPool::add_stream(QPDFObjectHandle dictionary, const std::shared_ptr<Buffer>& data) {
  const Hash128 key = hash128(view(*data), hash64(dictionary.unparse()));
  const auto [at, fresh] = known_.try_emplace(key);
  if (fresh) at->second = make_stream(out_, dictionary, data);
  return at->second;
}

std::shared_ptr<Buffer> ObjectPool::in_ink(QPDFObjectHandle source, QPDFObjectHandle& dictionary) {
  QPDFObjectHandle kind = dictionary.getKey("/Subtype");
  // A pattern's cell is operators, too.
  const bool is_content = kind.isNameAndEquals("/Form") || dictionary.hasKey("/PatternType");
  const bool is_rgb_image = kind.isNameAndEquals("/Image") && dictionary.getKey("/ColorSpace").isNameAndEquals("/DeviceRGB");
  if (!is_content && !is_rgb_image) return nullptr;
  const std::shared_ptr<Buffer> decoded = source.getStreamData(qpdf_dl_all);
  for (const char* key : {"/Filter", "/DecodeParms"}) dictionary.removeKey(key);
  if (is_content) return buffer_of(ink_.content(view(*decoded)));
  dictionary.replaceKey("/ColorSpace", ink_.colour_space());
  return buffer_of(ink_.samples(view(*decoded)));
}

}  // namespace nbpublish
