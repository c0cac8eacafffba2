// The graphics state and its parameter dictionaries (ISO 32000-1, 8.4.4, 8.4.5, 11.6).
#include <fmt/format.h>

#include "preflight/page_interpreter.h"

namespace nbpublish {
namespace {

constexpr double kOpaque = 0.999;  // three digits are what programs write

bool is_blending(QPDFObjectHandle mode) {
  if (mode.isArray() && mode.getArrayNItems() > 0) mode = mode.getArrayItem(0);
  return mode.isName() && mode.getName() != "/Normal" && mode.getName() != "/Compatible";
}

std::string name_of(QPDFObjectHandle mode) {
  if (mode.isArray()) mode = mode.getArrayItem(0);
  return mode.getName().substr(1);
}

}  // namespace

void PageInterpreter::save(const Operands&) {
  if (saved_.size() >= kMostSavedStates) throw LimitPassed("q is nested more than 512 deep");
  saved_.push_back(state_);
}

void PageInterpreter::restore(const Operands&) {
  if (saved_.empty()) return;
  state_ = std::move(saved_.back());
  saved_.pop_back();
}

void PageInterpreter::concatenate(const Operands& o) {
  state_.ctm = PdfMatrix{number(o, 0), number(o, 1), number(o, 2), number(o, 3), number(o, 4), number(o, 5)}.then(state_.ctm);
}

void PageInterpreter::set_line_width(const Operands& o) { state_.line_width = std::abs(number(o, 0)); }

void PageInterpreter::set_parameters(const Operands& o) {
  QPDFObjectHandle parameters = resource("/ExtGState", last_name(o));
  if (parameters.isDictionary()) apply_parameters(parameters);
}

void PageInterpreter::apply_parameters(QPDFObjectHandle parameters) {
  PdfPageFacts& facts = record_.facts();
  const auto value = [&](const char* key) { return parameters.getKey(key); };
  if (value("/LW").isNumber()) state_.line_width = std::abs(value("/LW").getNumericValue());
  if (QPDFObjectHandle font = value("/Font"); font.isArray() && font.getArrayNItems() == 2 && font.getArrayItem(0).isDictionary()) {
    state_.text.font = &cache_.fonts.get(font.getArrayItem(0));
    state_.text.size = font.getArrayItem(1).isNumber() ? font.getArrayItem(1).getNumericValue() : 0;
  }
  if (value("/SMask").isDictionary()) add_word(facts.transparent, "soft mask");
  for (const char* key : {"/ca", "/CA"})
    if (value(key).isNumber() && value(key).getNumericValue() < kOpaque)
      add_word(facts.transparent, fmt::format("opacity {:.2f}", value(key).getNumericValue()));
  if (is_blending(value("/BM"))) add_word(facts.transparent, "blend mode " + name_of(value("/BM")));
}

}  // namespace nbpublish
