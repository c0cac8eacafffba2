// Pictures and forms (ISO 32000-1, 8.8 to 8.10).
#include <algorithm>
#include <utility>

#include "base/units.h"
#include "preflight/image_ink.h"
#include "preflight/page_interpreter.h"
#include "preflight/streams.h"

namespace nbpublish {
namespace {

// A picture of fewer pixels in one direction is a colour or a gradient that is stretched on purpose.
constexpr double kLeastPixels = 8;
constexpr std::size_t kMostCachedFormBytes = 32u << 20;

double whole_number(QPDFObjectHandle object) { return object.isInteger() ? static_cast<double>(object.getIntValue()) : 0; }

bool is_filtered_by(QPDFObjectHandle filter, std::string_view name) {
  if (filter.isName()) return filter.getName() == name;
  if (!filter.isArray()) return false;
  for (int i = 0; i < std::min(filter.getArrayNItems(), 16); ++i)
    if (filter.getArrayItem(i).isName() && filter.getArrayItem(i).getName() == name) return true;
  return false;
}

}  // namespace

void PageInterpreter::draw_object(const Operands& o) {
  QPDFObjectHandle object = resource("/XObject", last_name(o));
  if (!object.isStream()) return;
  QPDFObjectHandle subtype = object.getDict().getKey("/Subtype");
  if (subtype.isNameAndEquals("/Image")) draw_image(object);
  if (subtype.isNameAndEquals("/Form")) draw_form(object, pdf_matrix_of(object.getDict().getKey("/Matrix"), {}));
}

void PageInterpreter::draw_image(QPDFObjectHandle image) {
  const PageBox box = state_.ctm.box(0, 0, 1, 1);
  if (box.inside(state_.clip).is_empty()) return;
  PdfPageFacts& facts = record_.facts();
  QPDFObjectHandle dictionary = image.getDict();
  QPDFObjectHandle mask = dictionary.getKey("/ImageMask");
  const bool is_mask = mask.isBool() && mask.getBoolValue();
  if (is_filtered_by(dictionary.getKey("/Filter"), "/JPXDecode")) facts.has_jpeg_2000 = true;
  if (dictionary.getKey("/SMask").isStream() || whole_number(dictionary.getKey("/SMaskInData")) > 0)
    add_word(facts.transparent, "a picture with a soft mask");
  if (is_mask) {
    if (state_.fill.space->family == ColourFamily::Pattern) paint_pattern(state_.fill, box);
    if (!record_.paint(state_.fill, "a picture")) return;
  } else {
    const ColourSpacePtr space = space_of(dictionary.getKey("/ColorSpace"));
    record_.use_space(*space, PaintPlace::Picture);
    if (has_inks(*space)) note_image_ink(image, *space);
  }
  note_pixels(dictionary, is_mask || whole_number(dictionary.getKey("/BitsPerComponent")) == 1);
  cover(box, false, "a picture");
}

void PageInterpreter::note_pixels(QPDFObjectHandle dictionary, bool is_one_bit) {
  const double columns = whole_number(dictionary.getKey("/Width")), rows = whole_number(dictionary.getKey("/Height"));
  const double width = state_.ctm.x_scale(), height = state_.ctm.y_scale();
  if (columns < kLeastPixels || rows < kLeastPixels || width <= 0 || height <= 0) return;
  PdfPageFacts& facts = record_.facts();
  keep_least(is_one_bit ? facts.least_line_art : facts.least_picture,
             std::min(columns * kPointsPerInch / width, rows * kPointsPerInch / height), "a picture");
}

void PageInterpreter::note_image_ink(QPDFObjectHandle image, const ColourSpace& space) {
  const auto [known, is_new] = cache_.image_inks.try_emplace(image.getObjGen());
  if (is_new) known->second = ink_of_image(image, space, cache_.budget);
  if (known->second) keep_most(record_.facts().most_ink, *known->second, "a picture");
  else add_word(record_.facts().unknown_ink, "a picture");
}

// 8.9.7. Its keys are abbreviated; qpdf's tokeniser gives keys and values in turn.
void PageInterpreter::inline_image(const Operands& o) {
  QPDFObjectHandle dictionary = QPDFObjectHandle::newDictionary();
  ColourSpacePtr space;
  bool is_mask = false;
  for (std::size_t i = 0; i + 1 < o.size(); ++i) {
    if (o[i].kind != Operand::Kind::Name) continue;
    const std::string& key = o[i].text;
    const Operand& value = o[i + 1];
    const bool is_number = value.kind == Operand::Kind::Number;
    if ((key == "/W" || key == "/Width") && is_number)
      dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(static_cast<long long>(value.number)));
    if ((key == "/H" || key == "/Height") && is_number)
      dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(static_cast<long long>(value.number)));
    if ((key == "/BPC" || key == "/BitsPerComponent") && is_number)
      dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(static_cast<long long>(value.number)));
    if (key == "/IM" || key == "/ImageMask") is_mask = value.text == "true";
    // An array is flat here: [/Indexed /DeviceRGB …] has the family that matters second.
    if (key == "/CS" || key == "/ColorSpace") {
      const bool is_indexed = value.text == "/I" || value.text == "/Indexed";
      const std::string& family = is_indexed && i + 2 < o.size() ? o[i + 2].text : value.text;
      if (family.starts_with('/')) space = space_of(QPDFObjectHandle::newName(family));
    }
  }
  const PageBox box = state_.ctm.box(0, 0, 1, 1);
  if (box.inside(state_.clip).is_empty()) return;
  if (is_mask && !record_.paint(state_.fill, "a picture")) return;
  if (space) record_.use_space(*space, PaintPlace::Picture);
  if (space && has_inks(*space)) add_word(record_.facts().unknown_ink, "an inline picture");
  note_pixels(dictionary, is_mask || whole_number(dictionary.getKey("/BitsPerComponent")) == 1);
  cover(box, false, "a picture");
}

void PageInterpreter::draw_form(QPDFObjectHandle form, const PdfMatrix& placed) {
  const QPDFObjGen id = form.getObjGen();
  if (std::ranges::find(open_, id) != open_.end()) throw LimitPassed("a form draws itself: object " + id.unparse(' '));
  if (open_.size() >= kMostFormDepth) throw LimitPassed("forms are nested more than 24 deep");
  QPDFObjectHandle dictionary = form.getDict(), group = dictionary.getKey("/Group");
  if (group.isDictionary() && group.getKey("/S").isNameAndEquals("/Transparency")) add_word(record_.facts().groups, "a form");
  // 8.10.1: as between q and Q, with its matrix, clipped to its box.
  cache_.budget.spend_operators(kOperatorsOfForm);
  open_.push_back(id);
  GraphicsState state = state_;
  std::vector<GraphicsState> saved = std::exchange(saved_, {});
  const PdfMatrix base = base_;
  const PageBox path = std::exchange(path_, {});
  state_.ctm = base_ = placed.then(state_.ctm);
  const PageBox box = box_of(dictionary.getKey("/BBox"));
  if (!box.is_empty()) state_.clip = state_.clip.inside(state_.ctm.box(box.x0, box.y0, box.x1, box.y1));
  run_stream(form, dictionary.getKey("/Resources"));
  state_ = std::move(state), saved_ = std::move(saved), base_ = base, path_ = path;
  open_.pop_back();
}

void PageInterpreter::run_stream(QPDFObjectHandle stream, QPDFObjectHandle resources) {
  QPDFObjectHandle outer = resources_;
  if (resources.isDictionary()) resources_ = resources;
  const auto known = cache_.forms.find(stream.getObjGen());
  if (known != cache_.forms.end()) {
    run_content(known->second);
  } else {
    std::string content;
    append_decoded(stream, kMostContentBytes, content);
    run_content(content);
    if (cache_.form_bytes + content.size() <= kMostCachedFormBytes && stream.isIndirect()) {
      cache_.form_bytes += content.size();
      cache_.forms.emplace(stream.getObjGen(), std::move(content));
    }
  }
  resources_ = outer;
}

}  // namespace nbpublish
