#include "preflight/facts.h"

#include "base/utf8.h"
#include "preflight/limits.h"

namespace nbpublish {

std::string_view word_of(PaintPlace place) {
  switch (place) {
    case PaintPlace::Fill:
      return "fill";
    case PaintPlace::Stroke:
      return "stroke";
    case PaintPlace::Picture:
      return "picture";
    case PaintPlace::Shading:
      return "shading";
  }
  return "";
}

std::string_view word_of(ColourKind kind) {
  switch (kind) {
    case ColourKind::DeviceRgb:
      return "DeviceRGB";
    case ColourKind::CalRgb:
      return "CalRGB";
    case ColourKind::IccRgb:
      return "ICC RGB";
    case ColourKind::CalGray:
      return "CalGray";
    case ColourKind::IccGray:
      return "ICC gray";
    case ColourKind::IccCmyk:
      return "ICC CMYK";
    case ColourKind::Lab:
      return "Lab";
    case ColourKind::Spot:
      return "spot colour";
  }
  return "";
}

void keep_least(std::optional<Measured>& least, double value, std::string_view what) {
  if (!least || value < least->value) least = {value, std::string(what)};
}

void keep_most(std::optional<Measured>& most, double value, std::string_view what) {
  if (!most || value > most->value) most = {value, std::string(what)};
}

void add_word(FactWords& words, std::string_view word) {
  if (words.size() < kMostWords) words.insert(sanitise(word.substr(0, kMostWordBytes)));
}

std::string joined(const FactWords& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace nbpublish
