// How the value of one key of a style file becomes a member of Style; one overload per type of the schema.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/parse_colour.h"
#include "style/style.h"
#include "toml/toml_keys.h"

namespace nbpublish {

// "serif 400 italic 9.5/13": family role, weight, slant, size and leading in points.
std::optional<TextStyle> parse_text_style(std::string_view text);

// Leave `into` as it is and complain if the value doesn't fit.
void read_style_value(const TomlReport& report, const TomlValue& value, Length& into);
void read_style_value(const TomlReport& report, const TomlValue& value, double& into);
void read_style_value(const TomlReport& report, const TomlValue& value, int& into);
void read_style_value(const TomlReport& report, const TomlValue& value, bool& into);
void read_style_value(const TomlReport& report, const TomlValue& value, std::string& into);
void read_style_value(const TomlReport& report, const TomlValue& value, TextStyle& into);
void read_style_value(const TomlReport& report, const TomlValue& value, Rgb& into);
void read_style_value(const TomlReport& report, const TomlValue& value, InnerMargins& into);

}  // namespace nbpublish
