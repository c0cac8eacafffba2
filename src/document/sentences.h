// Sentences of plain text or a line of Markdown.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

// The first one without its full stop; all of a text that has no other.
std::string first_sentence(std::string text);

// An excerpt as a standfirst: at most 160 characters, else its first sentence if that is so short; else nothing.
std::string short_excerpt(std::string_view excerpt);

}  // namespace nbpublish
