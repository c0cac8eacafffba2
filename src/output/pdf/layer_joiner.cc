#include "output/pdf/layer_joiner.h"

#include <qpdf/Buffer.hh>

#include "output/pdf/objects.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

// Every drawn page begins with a matrix of its own, so each stands between q and Q; artifacts are marked
// as such from outside, since Cairo 1.16 knows no /Artifact. What ends one layer and begins the next is one
// stream, so that none occurs twice on a page: veraPDF reads the second occurrence as empty.
constexpr const char* kBeginArtifact = "q /Artifact BMC\n";
constexpr const char* kEndArtifact = "EMC Q\n";
constexpr const char* kBegin = "q\n";
constexpr const char* kEnd = "Q\n";

bool same_content(Handle a, Handle b) { return a.unparse() == b.unparse(); }

// The sheet's lower left corner is the origin.
Handle box_on_sheet(const Rect& box, const PageBoxes& boxes) {
  return pdf_rectangle({box.x - boxes.media.x, box.y - boxes.media.y, box.width, box.height}, boxes.media.height);
}

bool is_one(Handle number) { return !number.isNumber() || number.getNumericValue() == 1; }

}  // namespace

Handle LayerJoiner::join(const std::vector<DrawnLayer>& layers, const PageBoxes& boxes) {
  Resources merged;
  std::vector<Resources> own;
  for (const DrawnLayer& layer : layers) own.push_back(resources_of(layer.page));
  // The body first: content with MCIDs must stay on the page itself.
  for (std::size_t i = layers.size(); i-- > 0;) {
    if (layers[i].layer == Layer::Body) merged = own[i];
  }
  std::vector<Handle> contents;
  std::string between;  // operators that stand before the next layer
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const bool body = layers[i].layer == Layer::Body;
    const bool artifact = is_tagged_ && !body;
    between += artifact ? kBeginArtifact : kBegin;
    if (!body && clash(merged, own[i])) {
      const std::string name = "/nbp" + std::to_string(i);
      merged["/XObject"].emplace(name, as_form(layers[i].page, own[i], {boxes.media.width, boxes.media.height}));
      between += name + " Do\n";
    } else {
      for (const auto& [category, entries] : own[i]) merged[category].insert(entries.begin(), entries.end());
      contents.push_back(operators(between));
      contents.push_back(content_of(layers[i].page));
      between.clear();
    }
    between += artifact ? kEndArtifact : kEnd;
  }
  if (!layers.empty()) contents.push_back(operators(between));
  Handle page = pdf_dictionary({{"/Type", pdf_name_object("Page")},
                                {"/MediaBox", box_on_sheet(boxes.media, boxes)},
                                {"/TrimBox", box_on_sheet(boxes.trim, boxes)},
                                {"/Resources", resource_dictionary(merged)}});
  if (boxes.media != boxes.trim) page.replaceKey("/BleedBox", box_on_sheet(boxes.bleed, boxes));
  if (!contents.empty()) page.replaceKey("/Contents", Handle::newArray(contents));
  if (is_tagged_ && may_be_transparent(merged)) page.replaceKey("/Group", transparency_group());
  return out_.makeIndirectObject(page);
}

LayerJoiner::Resources LayerJoiner::resources_of(Handle page) {
  Resources result;
  Handle dictionary = page.getKey("/Resources");
  for (const std::string& category : dictionary.getKeys()) {
    Handle entries = dictionary.getKey(category);
    if (!entries.isDictionary()) continue;  // ProcSet
    for (const std::string& name : entries.getKeys()) {
      result[category].emplace(name, pool_.copy(entries.getKey(name)));
    }
  }
  return result;
}

Handle LayerJoiner::content_of(Handle page) { return pool_.copy(page.getKey("/Contents")); }

Handle LayerJoiner::as_form(Handle page, const Resources& resources, Size sheet) {
  Handle content = content_of(page);
  Handle dictionary = pdf_dictionary({{"/Type", pdf_name_object("XObject")},
                                      {"/Subtype", pdf_name_object("Form")},
                                      {"/BBox", pdf_rectangle({{}, {}, sheet.width, sheet.height}, sheet.height)},
                                      {"/Resources", resource_dictionary(resources)}});
  if (Handle filter = content.getDict().getKey("/Filter"); !filter.isNull()) dictionary.replaceKey("/Filter", filter);
  return make_stream(out_, dictionary, content.getRawStreamData());
}

Handle LayerJoiner::operators(const std::string& text) {
  const auto [at, fresh] = operators_.try_emplace(text);
  if (fresh) at->second = Handle::newStream(&out_, text);
  return at->second;
}

Handle LayerJoiner::resource_dictionary(const Resources& resources) {
  Handle result = Handle::newDictionary();
  for (const auto& [category, entries] : resources) {
    std::map<std::string, Handle> items(entries.begin(), entries.end());
    result.replaceKey(category, Handle::newDictionary(items));
  }
  return pool_.intern(result);
}

Handle LayerJoiner::transparency_group() {
  return pool_.intern(pdf_dictionary(
      {{"/Type", pdf_name_object("Group")}, {"/S", pdf_name_object("Transparency")}, {"/CS", pdf_name_object("DeviceRGB")}}));
}

// One name for two things, as with Cairo's /a0, /a1 …, which it counts anew on every page.
bool LayerJoiner::clash(const Resources& a, const Resources& b) {
  for (const auto& [category, entries] : b) {
    const auto same = a.find(category);
    if (same == a.end()) continue;
    for (const auto& [name, object] : entries) {
      auto other = same->second.find(name);
      if (other != same->second.end() && !same_content(other->second, object)) return true;
    }
  }
  return false;
}

// Only pictures bring transparency; a page of text alone is better off without a group.
bool LayerJoiner::may_be_transparent(const Resources& resources) {
  if (resources.contains("/XObject") || resources.contains("/Pattern")) return true;
  const auto states = resources.find("/ExtGState");
  if (states == resources.end()) return false;
  for (auto [name, state] : states->second) {
    if (!is_one(state.getKey("/CA")) || !is_one(state.getKey("/ca")) || state.hasKey("/SMask")) return true;
  }
  return false;
}

}  // namespace nbpublish
