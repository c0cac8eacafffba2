#include <algorithm>
#include <cmath>
#include <sstream>

#include "base/utf8.h"
#include "toml/toml_keys.h"

namespace nbpublish {
namespace {

std::string_view type_word(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "a whole number";
    case toml::node_type::floating_point:
      return "a number";
    case toml::node_type::boolean:
      return "true or false";
    default:
      return "a date or time";
  }
}

std::string plain_number(double number) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << number;
  return out.str();
}

bool in_range(const TomlReport& report, const TomlValue& value, double number, double least, double most) {
  if (number >= least && number <= most) return true;  // false for NaN
  report.complain(value.node.source(),
                  "'" + std::string(value.path) + "' must lie between " + plain_number(least) + " and " + plain_number(most));
  return false;
}

// A key or a value that is quoted may be megabytes long, and move a terminal's cursor.
std::string fit_to_tell(const std::string& text) {
  constexpr std::size_t kMost = 400;  // bytes
  std::string clean = sanitise(text);
  std::ranges::replace_if(
      clean, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (clean.size() <= kMost) return clean;
  std::size_t end = 0;
  for (std::size_t next = 0; next < kMost; end = next) next_code_point(clean, next);
  return clean.substr(0, end) + "\u2026";
}

std::string as_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

void TomlReport::complain(DiagCode code, const toml::source_region& where, const std::string& message, const std::string& hint) const {
  diagnostics_.report(code, file_, span_of(where), fit_to_tell(message), fit_to_tell(hint));
}

void TomlReport::complain(const toml::source_region& where, const std::string& message, const std::string& hint) const {
  complain(code_, where, message, hint);
}

void TomlReport::warn(const toml::source_region& where, const std::string& message, const std::string& hint) const {
  diagnostics_.add({code_, Severity::Warning, file_, span_of(where), fit_to_tell(message), fit_to_tell(hint)});
}

void TomlReport::wrong_type(const TomlValue& value, std::string_view wanted) const {
  complain(value.node.source(),
           "'" + std::string(value.path) + "' must be " + std::string(wanted) + ", not " + std::string(type_word(value.node)));
}

bool read_text(const TomlReport& report, const TomlValue& value, std::string& into) {
  const auto* text = value.node.as_string();
  if (!text) return report.wrong_type(value, "a string"), false;
  into = sanitise(text->get());
  if (into != text->get())
    report.complain(DiagCode::InvalidText, value.node.source(),
                    "'" + std::string(value.path) + "' holds characters that no output may carry");
  return true;
}

bool read_line(const TomlReport& report, const TomlValue& value, std::string& into) {
  if (!read_text(report, value, into)) return false;
  into = as_line(std::move(into));
  return true;
}

bool read_lines(const TomlReport& report, const TomlValue& value, std::vector<std::string>& into) {
  const toml::array* list = value.node.as_array();
  if (!list) return report.wrong_type(value, "a list of strings"), false;
  std::vector<std::string> lines;
  for (const toml::node& element : *list) {
    std::string line;
    if (!read_line(report, {value.path, element}, line)) return false;
    lines.push_back(std::move(line));
  }
  into = std::move(lines);
  return true;
}

bool read_number(const TomlReport& report, const TomlValue& value, double least, double most, double& into) {
  if (!value.node.is_number()) return report.wrong_type(value, "a number"), false;
  const double number = value.node.value<double>().value_or(std::nan(""));
  if (!in_range(report, value, number, least, most)) return false;
  into = number;
  return true;
}

bool read_whole(const TomlReport& report, const TomlValue& value, int least, int most, int& into) {
  const auto* number = value.node.as_integer();
  if (!number) return report.wrong_type(value, "a whole number"), false;
  if (!in_range(report, value, static_cast<double>(number->get()), least, most)) return false;
  into = static_cast<int>(number->get());
  return true;
}

bool read_truth(const TomlReport& report, const TomlValue& value, bool& into) {
  const auto* truth = value.node.as_boolean();
  if (!truth) return report.wrong_type(value, "true or false"), false;
  into = truth->get();
  return true;
}

bool read_day(const TomlReport& report, const TomlValue& value, std::string& into) {
  const auto* date = value.node.as_date();
  if (!date) return report.wrong_type(value, "a date such as 2026-11-26"), false;
  std::ostringstream text;
  text << date->get();
  into = text.str();
  return true;
}

}  // namespace nbpublish
