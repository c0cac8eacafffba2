#include "preflight/fonts.h"

#include <algorithm>

#include "preflight/page_tree.h"

namespace nbpublish {
namespace {

constexpr double kWidthOfUnembedded = 500;  // of the standard 14, which may lack Widths (9.6.2.2): about an average
constexpr double kDefaultWideWidth = 1000;  // DW's default (9.7.4.3)

double number_or(QPDFObjectHandle object, double otherwise) { return object.isNumber() ? object.getNumericValue() : otherwise; }

bool holds_program(QPDFObjectHandle descriptor) {
  if (!descriptor.isDictionary()) return false;
  return descriptor.getKey("/FontFile").isStream() || descriptor.getKey("/FontFile2").isStream() ||
         descriptor.getKey("/FontFile3").isStream();
}

// Without the tag of a subset: ABCDEF+Name.
std::string plain_name(QPDFObjectHandle name) {
  if (!name.isName()) return "without a name";
  std::string text = name.getName().substr(1);
  constexpr std::size_t kTag = 6;
  return text.size() > kTag && text[kTag] == '+' ? text.substr(kTag + 1) : text;
}

QPDFObjectHandle descendant_of(QPDFObjectHandle dictionary) {
  QPDFObjectHandle list = dictionary.getKey("/DescendantFonts");
  return list.isArray() && list.getArrayNItems() > 0 ? list.getArrayItem(0) : QPDFObjectHandle::newNull();
}

}  // namespace

const PdfFont& FontTable::get(QPDFObjectHandle dictionary) {
  if (!dictionary.isIndirect()) return direct_ = read(dictionary);
  const QPDFObjGen id = dictionary.getObjGen();
  const auto known = fonts_.find(id);
  return known != fonts_.end() ? known->second : fonts_.emplace(id, read(dictionary)).first->second;
}

PdfFont FontTable::read(QPDFObjectHandle dictionary) {
  PdfFont font;
  font.dictionary = dictionary;
  QPDFObjectHandle subtype = dictionary.getKey("/Subtype");
  const std::string kind = subtype.isName() ? subtype.getName() : "";
  QPDFObjectHandle holder = kind == "/Type0" ? descendant_of(dictionary) : dictionary;
  if (!holder.isDictionary()) holder = QPDFObjectHandle::newDictionary();
  QPDFObjectHandle descriptor = holder.getKey("/FontDescriptor");
  font.is_type3 = kind == "/Type3";
  font.has_wide_codes = kind == "/Type0";
  if (font.is_type3) font.matrix = pdf_matrix_of(dictionary.getKey("/FontMatrix"), font.matrix);
  if (font.has_wide_codes) read_wide_widths(holder, font);
  else read_simple_widths(dictionary, descriptor, font);
  std::string name = plain_name(dictionary.getKey(font.is_type3 ? "/Name" : "/BaseFont"));
  font.index = add_facts({std::move(name), font.is_type3 || holds_program(descriptor), font.is_type3});
  return font;
}

std::size_t FontTable::add_facts(FontFacts facts) {
  FactWords cut;
  add_word(cut, facts.name);
  facts.name = *cut.begin();
  const auto same = std::ranges::find_if(document_.fonts, [&](const FontFacts& f) {
    return f.name == facts.name && f.is_embedded == facts.is_embedded && f.is_type3 == facts.is_type3;
  });
  const auto index = static_cast<std::size_t>(same - document_.fonts.begin());
  budget_.spend_operators(index + 1);  // a file of fonts with different names only
  if (same == document_.fonts.end()) document_.fonts.push_back(std::move(facts));
  return index;
}

void FontTable::set_width(PdfFont& font, long long code, double width) {
  budget_.spend_operators(1);
  if (code < 0 || code >= kMostFontWidths) return;
  const auto at = static_cast<std::size_t>(code);
  if (at >= font.widths.size()) font.widths.resize(at + 1, font.default_width);
  font.widths[at] = width;
}

// 9.6.2: /Widths from /FirstChar on.
void FontTable::read_simple_widths(QPDFObjectHandle dictionary, QPDFObjectHandle descriptor, PdfFont& font) {
  QPDFObjectHandle widths = dictionary.getKey("/Widths"), first = dictionary.getKey("/FirstChar");
  if (!widths.isArray()) return void(font.default_width = kWidthOfUnembedded);
  if (descriptor.isDictionary()) font.default_width = number_or(descriptor.getKey("/MissingWidth"), 0);
  const int count = std::min(widths.getArrayNItems(), 256);
  for (int i = 0; i < count; ++i)
    set_width(font, (first.isInteger() ? first.getIntValue() : 0) + i, number_or(widths.getArrayItem(i), font.default_width));
}

// 9.7.4.3: /W is a list of `first [w …]` and `first last w`.
void FontTable::read_wide_widths(QPDFObjectHandle descendant, PdfFont& font) {
  font.default_width = number_or(descendant.getKey("/DW"), kDefaultWideWidth);
  QPDFObjectHandle list = descendant.getKey("/W");
  const int count = list.isArray() ? list.getArrayNItems() : 0;
  for (int i = 0; i + 1 < count;) {
    QPDFObjectHandle first = list.getArrayItem(i), second = list.getArrayItem(i + 1);
    if (!first.isInteger()) return;
    if (second.isArray()) {
      const int inner = second.getArrayNItems();
      for (int k = 0; k < inner; ++k) set_width(font, first.getIntValue() + k, number_or(second.getArrayItem(k), 0));
      i += 2;
    } else {
      if (!second.isInteger() || i + 2 >= count) return;
      const long long last = std::min<long long>(second.getIntValue(), kMostFontWidths);
      for (long long code = std::max(0LL, first.getIntValue()); code <= last; ++code)
        set_width(font, code, number_or(list.getArrayItem(i + 2), 0));
      i += 3;
    }
  }
}

}  // namespace nbpublish
