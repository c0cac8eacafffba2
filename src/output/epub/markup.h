// XHTML, OPF and NCX by pugixml: small helpers.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "document/document.h"

namespace nbpublish {

// Appends <name class="…"> to `parent`; no class attribute if it is empty.
pugi::xml_node add_element(pugi::xml_node parent, const char* name, std::string_view css_class = {});
// The same with text inside.
pugi::xml_node add_text_element(pugi::xml_node parent, const char* name, std::string_view text, std::string_view css_class = {});
// Appends text. Characters that XML 1.0 cannot carry become U+FFFD.
void add_text(pugi::xml_node parent, std::string_view text);
void set_attribute(pugi::xml_node node, const char* name, std::string_view value);

// The declarations of a picture's size; empty if it is as it comes. Of width and height the lesser rules.
std::string css_size(const FigureWidth& width, Length height);

// The document with its XML declaration, white space as it is.
std::string serialise(pugi::xml_document& document);

// Whether an EPUB reader will take the URL: http, https or mailto with a well-formed authority.
bool is_valid_url(std::string_view url);
// An id without white space; links and targets both go through it.
std::string xml_id(std::string_view anchor);

}  // namespace nbpublish
