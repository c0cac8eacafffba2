#include "output/epub/markup.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "output/epub/directions.h"

namespace nbpublish {
namespace {

struct StringWriter : pugi::xml_writer {
  std::string bytes;
  void write(const void* data, std::size_t size) override {
    bytes.append(static_cast<const char*>(data), size);
  }
};

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

void declare_xml(pugi::xml_document& document) {
  pugi::xml_node declaration = document.prepend_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
}

}  // namespace

pugi::xml_node add_element(pugi::xml_node parent, const char* name, std::string_view css_class) {
  pugi::xml_node node = parent.append_child(name);
  if (!css_class.empty()) set_attribute(node, "class", css_class);
  return node;
}

pugi::xml_node add_text_element(pugi::xml_node parent, const char* name, std::string_view text,
                                std::string_view css_class) {
  pugi::xml_node node = add_element(parent, name, css_class);
  add_text(node, text);
  return node;
}

void add_text(pugi::xml_node parent, std::string_view text) {
  if (!text.empty()) parent.append_child(pugi::node_pcdata).set_value(sanitise(text).c_str());
}

void set_attribute(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name).set_value(sanitise(value).c_str());
}

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

std::string css_size(const FigureWidth& width, Length height) {
  const auto points = [](Length length) { return std::to_string(length / Length::pt(1)) + "pt"; };
  const std::string tenths = width.of_measure % 10 == 0 ? "" : "." + std::to_string(width.of_measure % 10);
  const std::string wide = width.of_measure != 0 ? std::to_string(width.of_measure / 10) + tenths + "%" : width.length.is_zero() ? "" : points(width.length);
  if (height.is_zero()) return wide.empty() ? "" : "width: " + wide;
  return wide.empty() ? "height: " + points(height) + "; width: auto" : "width: " + wide + "; max-height: " + points(height);
}

std::string serialise(pugi::xml_document& document) {
  declare_xml(document);
  StringWriter writer;
  document.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(writer.bytes) + '\n';
}

}  // namespace nbpublish
