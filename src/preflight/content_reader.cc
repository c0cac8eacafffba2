#include "preflight/content_reader.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>

#include "base/ascii.h"

namespace nbpublish {
namespace {

using Token = QPDFTokenizer::Token;

// No page is larger, and their squares still are numbers.
constexpr double kLargestNumber = 1e9;

double number_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, -kLargestNumber, kLargestNumber);
}

Operand operand_of(const Token& token) {
  switch (token.getType()) {
    case QPDFTokenizer::tt_integer:
    case QPDFTokenizer::tt_real:
      return {Operand::Kind::Number, number_of(token.getValue()), {}};
    case QPDFTokenizer::tt_name:
      return {Operand::Kind::Name, 0, token.getValue()};
    case QPDFTokenizer::tt_string:
      return {Operand::Kind::String, 0, token.getValue()};
    default:
      return {Operand::Kind::Other, 0, token.getValue()};
  }
}

// What follows an image's end is operators; what follows an EI by chance in its bytes rarely looks like text.
bool looks_like_text(std::string_view text) {
  constexpr std::size_t kLookAt = 12;
  return std::ranges::all_of(text.substr(0, kLookAt), [](char c) { return is_pdf_space(c) || (c >= ' ' && c <= '~'); });
}

// Behind the EI of an inline image whose data begin at `from`; the end if there is none. Goes over the bytes
// once: qpdf's own search starts anew at each image.
std::size_t end_of_image(std::string_view content, std::size_t from) {
  for (std::size_t at = content.find("EI", from); at != std::string_view::npos; at = content.find("EI", at + 1)) {
    const bool ends = at + 2 == content.size() || is_pdf_space(content[at + 2]);
    if (at > 0 && is_pdf_space(content[at - 1]) && ends && looks_like_text(content.substr(at + 2))) return at + 2;
  }
  return content.size();
}

bool is_bracket(QPDFTokenizer::token_type_e type) {
  return type == QPDFTokenizer::tt_array_open || type == QPDFTokenizer::tt_array_close || type == QPDFTokenizer::tt_dict_open ||
         type == QPDFTokenizer::tt_dict_close;
}

}  // namespace

void read_content(const std::string& content, Budget& budget, const std::function<void(std::string_view, const Operands&)>& visit) {
  budget.spend_content(content.size());
  const auto input = std::make_shared<BufferInputSource>("content", content);
  QPDFTokenizer tokenizer;
  tokenizer.allowEOF();
  Operands operands;
  for (;;) {
    const Token token = tokenizer.readToken(input, "content", true, kMostTokenBytes);
    const QPDFTokenizer::token_type_e type = token.getType();
    if (type == QPDFTokenizer::tt_eof) return;
    if (type == QPDFTokenizer::tt_word) {
      budget.spend_operators(1);
      if (token.getValue() == "ID") {
        input->seek(static_cast<qpdf_offset_t>(end_of_image(content, static_cast<std::size_t>(input->tell()))), SEEK_SET);
        visit("BI", operands);
      } else if (token.getValue() != "BI" && token.getValue() != "EI") {
        visit(token.getValue(), operands);
      }
      operands.clear();
    } else if (!is_bracket(type)) {
      if (operands.size() >= kMostOperands) throw LimitPassed("an operator has more than 65,536 operands");
      operands.push_back(operand_of(token));
    }
  }
}

}  // namespace nbpublish
