#include "output/pdf/print_ink.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>
#include <vector>

#include "base/ascii.h"

namespace nbpublish {
namespace {

using Handle = QPDFObjectHandle;

std::string number(double value) {
  const std::string text = fmt::format("{:.4f}", std::clamp(value, 0.0, 1.0));
  const std::size_t last = text.find_last_not_of('0');
  return text[last] == '.' ? text.substr(0, last) : text.substr(0, last + 1);
}

std::vector<double> components_in(const Ink ink, const InkComponents& rgb) {
  if (ink == Ink::Gray) return {gray_of(rgb)};
  const auto cmyk = process_of(rgb);
  return {cmyk.begin(), cmyk.end()};
}

std::string colour_operator(Ink ink, const InkComponents& rgb, bool stroke) {
  std::string out;
  for (const double component : components_in(ink, rgb)) out += number(component) + " ";
  return out + (ink == Ink::Gray ? (stroke ? "G" : "g") : stroke ? "K" : "k");
}

bool is_delimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }

// Walks over the tokens of a content stream (ISO 32000-1, 7.8.2). By hand, as all of it is copied but the colours: qpdf's tokenizer
// makes a token with two strings of each word, and takes five times as long (0.54 s instead of 0.11 s for 700 pages).
class ContentWalker {
 public:
  ContentWalker(std::string_view text, Ink ink) : text_(text), ink_(ink) { out_.reserve(text.size()); }

  std::string ink_operators() {
    while (at_ < text_.size()) step();
    flush();
    return std::move(out_);
  }

 private:
  std::string_view text_;
  Ink ink_;
  std::string out_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;             // of the text, into out_
  std::vector<std::size_t> operands_;  // where the numbers before the operator begin

  void flush() {
    out_.append(text_.substr(copied_, at_ - copied_));
    copied_ = at_;
  }

  void step() {
    const char c = text_[at_];
    if (is_pdf_space(c)) ++at_;
    else if (c == '(') skip_string(), operands_.clear();
    else if (c == '%') at_ = std::min(text_.find('\n', at_), text_.size());
    else if (is_delimiter(c)) skip_delimited(c), operands_.clear();
    else take_word();
  }

  void skip_string() {
    int depth = 0;
    do {
      const char c = text_[at_++];
      if (c == '\\') ++at_;
      else if (c == '(') ++depth;
      else if (c == ')') --depth;
    } while (depth > 0 && at_ < text_.size());
    at_ = std::min(at_, text_.size());
  }

  // Names run to the next delimiter; hexadecimal strings to their end.
  void skip_delimited(char c) {
    ++at_;
    if (c == '<' && text_.substr(at_, 1) == "<") ++at_;
    else if (c == '<') at_ = std::min(text_.find('>', at_), text_.size());
    if (c == '/')
      while (at_ < text_.size() && !is_pdf_space(text_[at_]) && !is_delimiter(text_[at_])) ++at_;
  }

  void take_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_pdf_space(text_[at_]) && !is_delimiter(text_[at_])) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (is_digit(word.front()) || word.front() == '.' || word.front() == '-' || word.front() == '+') {
      operands_.push_back(begin);
      return;
    }
    if ((word == "rg" || word == "RG") && operands_.size() >= 3) replace_colour(word == "RG");
    else if (word == "ID") skip_inline_image();
    operands_.clear();
  }

  void replace_colour(bool stroke) {
    const std::size_t first = operands_[operands_.size() - 3];
    InkComponents rgb{};
    for (std::size_t i = 0; i < 3; ++i)
      rgb[i] = std::strtod(std::string(text_.substr(operands_[operands_.size() - 3 + i], 24)).c_str(), nullptr);
    const std::size_t end = std::exchange(at_, first);
    flush();
    // veraPDF wants white space between an operator and what follows it.
    if (!out_.empty() && !is_pdf_space(out_.back())) out_ += ' ';
    out_ += colour_operator(ink_, rgb, stroke);
    at_ = copied_ = end;
  }

  // Binary up to EI behind white space.
  void skip_inline_image() {
    while (at_ < text_.size()) {
      at_ = text_.find("EI", at_ + 1);
      if (at_ == std::string_view::npos) at_ = text_.size();
      else if (is_pdf_space(text_[at_ - 1]) && (at_ + 2 == text_.size() || is_pdf_space(text_[at_ + 2]))) return;
    }
  }
};

bool is_rgb(Handle space) { return space.isNameAndEquals("/DeviceRGB"); }

InkComponents components_of(Handle array) {
  InkComponents rgb{};
  for (int i = 0; i < 3; ++i) rgb[static_cast<std::size_t>(i)] = array.getArrayItem(i).getNumericValue();
  return rgb;
}

// C0 and C1 of an interpolating function whose values are colours.
void convert_ends(Handle& function, Ink ink) {
  for (const char* key : {"/C0", "/C1"}) {
    Handle end = function.getKey(key);
    if (!end.isArray() || end.getArrayNItems() != 3) continue;
    Handle converted = Handle::newArray();
    for (const double c : components_in(ink, components_of(end))) converted.appendItem(Handle::newReal(c, 4));
    function.replaceKey(key, converted);
  }
}

bool is_exactly_one(Handle value) { return value.isNumber() && value.getNumericValue() == 1; }

// Constant alpha of 1 changes nothing, and PDF 1.3 does not know it.
void drop_idle_transparency(Handle& dictionary) {
  for (const char* key : {"/CA", "/ca"})
    if (is_exactly_one(dictionary.getKey(key))) dictionary.removeKey(key);
  if (dictionary.getKey("/BM").isNameAndEquals("/Normal")) dictionary.removeKey("/BM");
  if (dictionary.getKey("/SMask").isNameAndEquals("/None")) dictionary.removeKey("/SMask");
  if (dictionary.getKey("/Group").isDictionary()) dictionary.removeKey("/Group");
}

}  // namespace

double gray_of(const InkComponents& rgb) {
  if (rgb[0] == rgb[1] && rgb[1] == rgb[2]) return rgb[0];
  return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

std::array<double, 4> process_of(const InkComponents& rgb) {
  const double black = 1 - std::max({rgb[0], rgb[1], rgb[2]});
  if (black >= 1) return {0, 0, 0, 1};
  std::array<double, 4> cmyk{};
  for (std::size_t i = 0; i < 3; ++i) cmyk[i] = (1 - rgb[i] - black) / (1 - black);
  cmyk[3] = black;
  const double colour = cmyk[0] + cmyk[1] + cmyk[2];
  if (colour + black > kMostInk)
    for (std::size_t i = 0; i < 3; ++i) cmyk[i] *= (kMostInk - black) / colour;
  return cmyk;
}

std::string PrintInk::colour(const InkComponents& rgb, bool stroke) const { return colour_operator(ink_, rgb, stroke); }

std::string PrintInk::content(std::string_view operators) const { return ContentWalker(operators, ink_).ink_operators(); }

std::string PrintInk::samples(std::string_view rgb) const {
  std::string out;
  out.reserve(rgb.size());
  for (std::size_t i = 0; i + 2 < rgb.size(); i += 3) {
    InkComponents c{};
    for (std::size_t k = 0; k < 3; ++k) c[k] = static_cast<unsigned char>(rgb[i + k]) / 255.0;
    for (const double value : components_in(ink_, c)) out += static_cast<char>(static_cast<unsigned char>(std::lround(value * 255)));
  }
  return out;
}

Handle PrintInk::colour_space() const { return Handle::newName(ink_ == Ink::Gray ? "/DeviceGray" : "/DeviceCMYK"); }

void PrintInk::put_right(Handle& dictionary) const {
  drop_idle_transparency(dictionary);
  if (dictionary.hasKey("/ShadingType") && is_rgb(dictionary.getKey("/ColorSpace"))) dictionary.replaceKey("/ColorSpace", colour_space());
  if (dictionary.hasKey("/FunctionType")) convert_ends(dictionary, ink_);
}

}  // namespace nbpublish
