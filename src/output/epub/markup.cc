#include "output/epub/markup.h"

#include "base/utf8.h"

namespace nbpublish {
namespace {

struct StringWriter : pugi::xml_writer {
  std::string bytes;
  void write(const void* data, std::size_t size) override { bytes.append(static_cast<const char*>(data), size); }
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

pugi::xml_node add_text_element(pugi::xml_node parent, const char* name, std::string_view text, std::string_view css_class) {
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

std::string css_size(const FigureWidth& width, Length height) {
  const auto points = [](Length length) { return std::to_string(length / Length::pt(1)) + "pt"; };
  const std::string tenths = width.of_measure % 10 == 0 ? "" : "." + std::to_string(width.of_measure % 10);
  const std::string wide = width.of_measure != 0    ? std::to_string(width.of_measure / 10) + tenths + "%"
                           : width.length.is_zero() ? ""
                                                    : points(width.length);
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
