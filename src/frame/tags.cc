#include "frame/tags.h"

#include <cassert>

namespace nbpublish {

std::string_view pdf_name(TagRole role) {
  switch (role) {
    case TagRole::Document:
      return "Document";
    case TagRole::Part:
      return "Part";
    case TagRole::Sect:
      return "Sect";
    case TagRole::Div:
      return "Div";
    case TagRole::BlockQuote:
      return "BlockQuote";
    case TagRole::Caption:
      return "Caption";
    case TagRole::Toc:
      return "TOC";
    case TagRole::TocItem:
      return "TOCI";
    case TagRole::Index:
      return "Index";
    case TagRole::P:
      return "P";
    case TagRole::H1:
      return "H1";
    case TagRole::H2:
      return "H2";
    case TagRole::H3:
      return "H3";
    case TagRole::H4:
      return "H4";
    case TagRole::H5:
      return "H5";
    case TagRole::H6:
      return "H6";
    case TagRole::L:
      return "L";
    case TagRole::LI:
      return "LI";
    case TagRole::Lbl:
      return "Lbl";
    case TagRole::LBody:
      return "LBody";
    case TagRole::Table:
      return "Table";
    case TagRole::THead:
      return "THead";
    case TagRole::TBody:
      return "TBody";
    case TagRole::TR:
      return "TR";
    case TagRole::TH:
      return "TH";
    case TagRole::TD:
      return "TD";
    case TagRole::Span:
      return "Span";
    case TagRole::Quote:
      return "Quote";
    case TagRole::Note:
      return "Note";
    case TagRole::Reference:
      return "Reference";
    case TagRole::Code:
      return "Code";
    case TagRole::Link:
      return "Link";
    case TagRole::Figure:
      return "Figure";
  }
  assert(!"every role has a name");
  return "NonStruct";
}

}  // namespace nbpublish
