#include "output/epub/xhtml_page.h"

#include <algorithm>
#include <array>

#include "output/epub/directions.h"
#include "output/epub/markup.h"

namespace nbpublish {
namespace {

bool is_void_element(std::string_view name) {
  static constexpr std::array<std::string_view, 6> kVoid = {"br", "hr", "img", "link", "meta", "col"};
  return std::ranges::find(kVoid, name) != kVoid.end();
}

// HTML parsers take "<td/>" for open; pugixml writes "<td></td>" for an element that holds an empty text.
struct EmptyElements : pugi::xml_tree_walker {
  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_element && !node.first_child() && !is_void_element(node.name()))
      node.append_child(pugi::node_pcdata).set_value("");
    return true;
  }
};

}  // namespace

XhtmlPage::XhtmlPage(std::string_view title, std::string_view language) {
  document_.append_child(pugi::node_doctype).set_value("html");
  pugi::xml_node html = document_.append_child("html");
  set_attribute(html, "xmlns", "http://www.w3.org/1999/xhtml");
  set_attribute(html, "xmlns:epub", "http://www.idpf.org/2007/ops");
  set_attribute(html, "lang", language);
  set_attribute(html, "xml:lang", language);
  pugi::xml_node head = add_element(html, "head");
  add_text_element(head, "title", title);
  for (const char* file : {"../style/fonts.css", "../style/book.css"}) {
    pugi::xml_node link = add_element(head, "link");
    set_attribute(link, "rel", "stylesheet");
    set_attribute(link, "type", "text/css");
    set_attribute(link, "href", file);
  }
  body_ = add_element(html, "body");
}

std::string XhtmlPage::bytes() {
  set_directions(body_);
  EmptyElements walker;
  document_.traverse(walker);
  return serialise(document_);
}

}  // namespace nbpublish
