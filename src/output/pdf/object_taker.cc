#include "output/pdf/object_taker.h"

#include <fmt/format.h>

#include <memory>
#include <qpdf/Buffer.hh>
#include <stdexcept>

#include "output/pdf/pdf_stream.h"

namespace nbpublish {

// Writes an object as text in which references are left open.
class OpenText {
 public:
  void text(std::string_view piece) { pieces_.back() += piece; }
  void reference(std::uint32_t target) {
    targets_.push_back(target);
    pieces_.emplace_back();
  }
  PictureObject finish(const std::vector<PictureObject>& before, std::string stream) {
    PictureObject object{{}, std::move(pieces_), std::move(targets_), std::move(stream)};
    std::string digest;
    for (const std::string& piece : object.text) (digest += piece) += '\0';
    for (const std::uint32_t target : object.targets) digest += to_hex(before[target].content);
    object.content = hash128(object.stream, hash64(digest));
    return object;
  }

 private:
  std::vector<std::string> pieces_{1};
  std::vector<std::uint32_t> targets_;
};

namespace {

using Handle = QPDFObjectHandle;

bool is_plain(Handle source) { return !source.isDictionary() && !source.isArray() && !source.isStream(); }

}  // namespace

std::uint32_t ObjectTaker::form_of(Handle page) {
  Handle content = page.getKey("/Contents");
  OpenText out;
  out.text("<< /Type /XObject /Subtype /Form /BBox ");
  value(out, page.getKey("/MediaBox"));
  out.text(" /Resources ");
  value(out, page.getKey("/Resources"));
  return add_stream(std::move(out), content, content.getDict());
}

std::uint32_t ObjectTaker::object(Handle source) {
  const auto [at, fresh] = taken_.try_emplace(source.getObjGen(), kBegun);
  if (!fresh && at->second == kBegun) throw std::logic_error("a cycle among the resources of a picture");
  if (!fresh) return at->second;
  OpenText out;
  if (!source.isStream()) {
    value_itself(out, source);
    return at->second = add(std::move(out), {});
  }
  Handle dictionary = source.getDict();
  out.text("<< ");
  entries(out, dictionary);
  return at->second = add_stream(std::move(out), source, dictionary);
}

std::uint32_t ObjectTaker::add(OpenText out, std::string stream) {
  objects_.push_back(out.finish(objects_, std::move(stream)));
  return static_cast<std::uint32_t>(objects_.size() - 1);
}

// Data comes over as it is encoded; what is not encoded is deflated.
std::uint32_t ObjectTaker::add_stream(OpenText out, Handle stream, Handle dictionary) {
  const std::shared_ptr<Buffer> raw = stream.getRawStreamData();
  std::string data(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize());
  for (const char* key : {"/Filter", "/DecodeParms"})
    if (Handle entry = dictionary.getKey(key); !entry.isNull()) out.text(fmt::format(" {} {}", key, entry.unparseResolved()));
  if (!dictionary.hasKey("/Filter") && !data.empty()) {
    data = deflated(data);
    out.text(" /Filter /FlateDecode");
  }
  return add(std::move(out), fmt::format(" /Length {} >>\nstream\n{}\nendstream", data.size(), data));
}

void ObjectTaker::value(OpenText& out, Handle source) {
  if (source.isIndirect() && !is_plain(source)) return out.reference(object(source));
  value_itself(out, source);
}

void ObjectTaker::value_itself(OpenText& out, Handle source) {
  if (source.isDictionary()) {
    out.text("<< ");
    entries(out, source);
    out.text(" >>");
  } else if (source.isArray()) {
    out.text("[");
    for (int i = 0, count = source.getArrayNItems(); i < count; ++i) {
      if (i > 0) out.text(" ");
      value(out, source.getArrayItem(i));
    }
    out.text("]");
  } else {
    out.text(source.unparseResolved());
  }
}

// Cairo asks for smoothing, which PDF/A forbids, and leaves out the identity map, which PDF/UA demands.
void ObjectTaker::entries(OpenText& out, Handle dictionary) {
  for (const std::string& key : dictionary.getKeys()) {
    // What is said of the data add_stream() says.
    if (key == "/Length" || key == "/Filter" || key == "/DecodeParms" || key == "/Interpolate") continue;
    out.text(key + ' ');
    value(out, dictionary.getKey(key));
    out.text(" ");
  }
  if (dictionary.getKey("/Subtype").isNameAndEquals("/CIDFontType2") && !dictionary.hasKey("/CIDToGIDMap"))
    out.text("/CIDToGIDMap /Identity ");
}

}  // namespace nbpublish
