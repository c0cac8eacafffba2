// Colours (ISO 32000-1, 8.6.8). A space counts when it is chosen, whether or not something is painted with
// it: standards forbid the operator.
#include "preflight/page_interpreter.h"

namespace nbpublish {
namespace {

constexpr PaintPlace place_of(PaintColour GraphicsState::*colour) {
  return colour == &GraphicsState::fill ? PaintPlace::Fill : PaintPlace::Stroke;
}

Components numbers_of(const Operands& o) {
  Components out;
  for (const Operand& operand : o)
    if (operand.kind == Operand::Kind::Number && out.size() < static_cast<std::size_t>(kMostInks)) out.push_back(operand.number);
  return out;
}

}  // namespace

template <PaintColour GraphicsState::*colour, ColourFamily family>
void PageInterpreter::set_device_colour(const Operands& o) {
  state_.*colour = {device_space(family), numbers_of(o), {}};
  record_.use_space(*(state_.*colour).space, place_of(colour));
}

template <PaintColour GraphicsState::*colour>
void PageInterpreter::set_space(const Operands& o) {
  const ColourSpacePtr space = space_of(QPDFObjectHandle::newName(last_name(o)));
  state_.*colour = {space, initial_colour(*space), {}};
  record_.use_space(*space, place_of(colour));
}

template <PaintColour GraphicsState::*colour>
void PageInterpreter::set_colour(const Operands& o) {
  PaintColour& to = state_.*colour;
  to.components = numbers_of(o);
  if (to.space->family != ColourFamily::Pattern) return;
  to.pattern = resource("/Pattern", last_name(o));
}

ColourSpacePtr PageInterpreter::space_of(QPDFObjectHandle object) {
  if (object.isName()) {
    QPDFObjectHandle named = resource("/ColorSpace", object.getName());
    if (!named.isNull()) object = named;
  }
  if (!object.isIndirect()) return read_colour_space(object, resources_);
  const auto [known, is_new] = cache_.spaces.try_emplace(object.getObjGen());
  if (is_new) known->second = read_colour_space(object, resources_);
  return known->second;
}

#define NBP_FOR(colour)                                                                          \
  template void PageInterpreter::set_device_colour<colour, ColourFamily::Gray>(const Operands&); \
  template void PageInterpreter::set_device_colour<colour, ColourFamily::Rgb>(const Operands&);  \
  template void PageInterpreter::set_device_colour<colour, ColourFamily::Cmyk>(const Operands&); \
  template void PageInterpreter::set_space<colour>(const Operands&);                             \
  template void PageInterpreter::set_colour<colour>(const Operands&);
NBP_FOR(&GraphicsState::fill)
NBP_FOR(&GraphicsState::stroke)
#undef NBP_FOR

}  // namespace nbpublish
