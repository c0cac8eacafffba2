#include "preflight/colour_space.h"

#include <algorithm>
#include <array>
#include <utility>

#include "preflight/limits.h"
#include "preflight/streams.h"

namespace nbpublish {
namespace {

constexpr int kMostPaletteIndex = 255;  // ISO 32000-1, 8.6.6.3

ColourSpacePtr make(ColourFamily family, std::size_t components) {
  ColourSpace space;
  space.family = family;
  space.components = components;
  return std::make_shared<ColourSpace>(std::move(space));
}

struct NamedFamily {
  std::string_view name;
  ColourFamily family;
  std::size_t components;
};
// With the abbreviations of inline images (8.9.7).
constexpr std::array<NamedFamily, 10> kFamilies{{{"/DeviceGray", ColourFamily::Gray, 1},
                                                 {"/G", ColourFamily::Gray, 1},
                                                 {"/DeviceRGB", ColourFamily::Rgb, 3},
                                                 {"/RGB", ColourFamily::Rgb, 3},
                                                 {"/DeviceCMYK", ColourFamily::Cmyk, 4},
                                                 {"/CMYK", ColourFamily::Cmyk, 4},
                                                 {"/CalGray", ColourFamily::CalGray, 1},
                                                 {"/CalRGB", ColourFamily::CalRgb, 3},
                                                 {"/Lab", ColourFamily::Lab, 3},
                                                 {"/Pattern", ColourFamily::Pattern, 0}}};

class Reader {
 public:
  explicit Reader(QPDFObjectHandle resources) : resources_(resources) {}

  ColourSpacePtr read(QPDFObjectHandle object, int depth) {
    if (depth > kMostColourSpaceDepth) throw LimitPassed("colour spaces are nested too deeply");
    if (object.isName()) return named(object.getName(), depth);
    if (!object.isArray() || object.getArrayNItems() == 0 || !object.getArrayItem(0).isName()) return make(ColourFamily::Unknown, 0);
    const std::string name = object.getArrayItem(0).getName();
    QPDFObjectHandle second = object.getArrayNItems() > 1 ? object.getArrayItem(1) : QPDFObjectHandle::newNull();
    if (name == "/ICCBased") return icc(second);
    if (name == "/Indexed" || name == "/I") return indexed(object, second, depth);
    if (name == "/Separation" || name == "/DeviceN") return inks(second);
    if (name == "/Pattern" && !second.isNull()) return pattern(second, depth);
    return family(name);
  }

 private:
  static ColourSpacePtr family(std::string_view name) {
    const auto* found = std::ranges::find(kFamilies, name, &NamedFamily::name);
    return found != kFamilies.end() ? make(found->family, found->components) : make(ColourFamily::Unknown, 0);
  }

  ColourSpacePtr named(const std::string& name, int depth) {
    ColourSpacePtr known = family(name);
    if (known->family != ColourFamily::Unknown || !resources_.isDictionary()) return known;
    QPDFObjectHandle spaces = resources_.getKey("/ColorSpace");
    if (!spaces.isDictionary() || !spaces.hasKey(name)) return known;
    return read(spaces.getKey(name), depth + 1);
  }

  static ColourSpacePtr icc(QPDFObjectHandle profile) {
    QPDFObjectHandle count = profile.isStream() ? profile.getDict().getKey("/N") : QPDFObjectHandle::newNull();
    switch (count.isInteger() ? count.getIntValueAsInt() : 0) {
      case 1:
        return make(ColourFamily::IccGray, 1);
      case 3:
        return make(ColourFamily::IccRgb, 3);
      case 4:
        return make(ColourFamily::IccCmyk, 4);
      default:
        return make(ColourFamily::Unknown, 0);
    }
  }

  ColourSpacePtr indexed(QPDFObjectHandle object, QPDFObjectHandle base, int depth) {
    ColourSpace space;
    space.family = ColourFamily::Indexed;
    space.components = 1;
    space.base = read(base, depth + 1);
    const std::size_t most = (kMostPaletteIndex + 1) * std::max<std::size_t>(1, space.base->components);
    QPDFObjectHandle table = object.getArrayNItems() > 3 ? object.getArrayItem(3) : QPDFObjectHandle::newNull();
    if (table.isString()) space.palette = table.getStringValue();
    if (table.isStream()) append_decoded(table, kMostTokenBytes, space.palette);
    space.palette.resize(std::min(space.palette.size(), most));
    return std::make_shared<ColourSpace>(std::move(space));
  }

  static ColourSpacePtr inks(QPDFObjectHandle names) {
    ColourSpace space;
    space.family = ColourFamily::Inks;
    if (names.isName()) space.inks.push_back(names.getName().substr(1));
    const int count = names.isArray() ? names.getArrayNItems() : 0;
    if (count > kMostInks) throw LimitPassed("a colour space has more than 32 inks");
    for (int i = 0; i < count; ++i)
      if (names.getArrayItem(i).isName()) space.inks.push_back(names.getArrayItem(i).getName().substr(1));
    space.components = space.inks.size();
    return std::make_shared<ColourSpace>(std::move(space));
  }

  ColourSpacePtr pattern(QPDFObjectHandle under, int depth) {
    ColourSpace space;
    space.family = ColourFamily::Pattern;
    space.base = read(under, depth + 1);
    space.components = space.base->components;
    return std::make_shared<ColourSpace>(std::move(space));
  }

  QPDFObjectHandle resources_;
};

bool is_process_ink(const std::string& ink) {
  static constexpr std::array<std::string_view, 6> kProcess{"Cyan", "Magenta", "Yellow", "Black", "All", "None"};
  return std::ranges::find(kProcess, ink) != kProcess.end();
}

}  // namespace

ColourSpacePtr device_space(ColourFamily family) {
  static const ColourSpacePtr kGray = make(ColourFamily::Gray, 1), kRgb = make(ColourFamily::Rgb, 3), kCmyk = make(ColourFamily::Cmyk, 4),
                              kPattern = make(ColourFamily::Pattern, 0);
  switch (family) {
    case ColourFamily::Rgb:
      return kRgb;
    case ColourFamily::Cmyk:
      return kCmyk;
    case ColourFamily::Pattern:
      return kPattern;
    default:
      return kGray;
  }
}

ColourSpacePtr read_colour_space(QPDFObjectHandle object, QPDFObjectHandle resources) { return Reader(resources).read(object, 0); }

std::optional<ColourKind> kind_of(const ColourSpace& space) {
  switch (space.family) {
    case ColourFamily::Rgb:
      return ColourKind::DeviceRgb;
    case ColourFamily::CalRgb:
      return ColourKind::CalRgb;
    case ColourFamily::IccRgb:
      return ColourKind::IccRgb;
    case ColourFamily::CalGray:
      return ColourKind::CalGray;
    case ColourFamily::IccGray:
      return ColourKind::IccGray;
    case ColourFamily::IccCmyk:
      return ColourKind::IccCmyk;
    case ColourFamily::Lab:
      return ColourKind::Lab;
    case ColourFamily::Inks:
      if (std::ranges::all_of(space.inks, is_process_ink)) return std::nullopt;
      return ColourKind::Spot;
    case ColourFamily::Indexed:
    case ColourFamily::Pattern:
      return space.base ? kind_of(*space.base) : std::nullopt;
    case ColourFamily::Gray:
    case ColourFamily::Cmyk:
    case ColourFamily::Unknown:
      return std::nullopt;
  }
  return std::nullopt;
}

void add_spot_inks(const ColourSpace& space, FactWords& into) {
  if (space.base) return add_spot_inks(*space.base, into);
  for (const std::string& ink : space.inks)
    if (!is_process_ink(ink)) add_word(into, ink);
}

}  // namespace nbpublish
