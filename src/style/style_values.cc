#include "style/style_values.h"

#include <charconv>
#include <cmath>
#include <vector>

namespace nbpublish {
namespace {

constexpr double kMostPoints = 14'400;  // the largest page a PDF viewer must show
constexpr double kMostFactor = 100;
constexpr int kMostCount = 10'000;
constexpr double kMostTypeSize = 1'000;
constexpr std::string_view kTextStyleForm = "a text style such as \"serif 400 italic 9.5/13\"";

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(' '); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(' ', end);
  }
  return words;
}

template <class Number>
std::optional<Number> parse_whole(std::string_view text, int base) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<Length> parse_size(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (!(number > 0 && number <= kMostTypeSize)) return std::nullopt;
  return Length::pt(number);
}

std::optional<FontFamily> parse_family(std::string_view text) {
  if (text == "serif") return FontFamily::Serif;
  if (text == "sans") return FontFamily::Sans;
  if (text == "mono") return FontFamily::Mono;
  return std::nullopt;
}

// The string of a key whose type is written as one, or nothing after a complaint.
std::optional<std::string> written_form(const TomlReport& report, const TomlValue& value, std::string_view wanted) {
  const auto* text = value.node.as_string();
  if (!text) return report.wrong_type(value, wanted), std::nullopt;
  return text->get();
}

void malformed(const TomlReport& report, const TomlValue& value, std::string_view wanted) {
  report.complain(value.node.source(), "'" + std::string(value.path) + "' must be " + std::string(wanted));
}

}  // namespace

std::optional<TextStyle> parse_text_style(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() < 3 || words.size() > 4) return std::nullopt;
  if (words.size() == 4 && words[2] != "italic") return std::nullopt;
  const std::size_t slash = words.back().find('/');
  if (slash == std::string_view::npos) return std::nullopt;

  const auto family = parse_family(words[0]);
  const auto weight = parse_whole<int>(words[1], 10);
  const auto size = parse_size(words.back().substr(0, slash));
  const auto leading = parse_size(words.back().substr(slash + 1));
  if (!family || !weight || *weight < 1 || *weight > 1000 || !size || !leading) return std::nullopt;
  return TextStyle{*family, *weight, words.size() == 4, *size, *leading};
}

void read_style_value(const TomlReport& report, const TomlValue& value, Length& into) {
  double points = 0;
  if (read_number(report, value, 0, kMostPoints, points)) into = Length::pt(points);
}
void read_style_value(const TomlReport& report, const TomlValue& value, double& into) { read_number(report, value, 0, kMostFactor, into); }
void read_style_value(const TomlReport& report, const TomlValue& value, int& into) { read_whole(report, value, 0, kMostCount, into); }
void read_style_value(const TomlReport& report, const TomlValue& value, bool& into) { read_truth(report, value, into); }
void read_style_value(const TomlReport& report, const TomlValue& value, std::string& into) { read_line(report, value, into); }
void read_style_value(const TomlReport& report, const TomlValue& value, TextStyle& into) {
  const auto text = written_form(report, value, kTextStyleForm);
  if (!text) return;
  if (const auto style = parse_text_style(*text)) into = *style;
  else malformed(report, value, kTextStyleForm);
}
void read_style_value(const TomlReport& report, const TomlValue& value, InnerMargins& into) {
  constexpr std::string_view kForm = "a list of page counts, rising, with their margins such as [[300, 54], [500, 57]]";
  const toml::array* rows = value.node.as_array();
  if (!rows) return report.wrong_type(value, kForm);
  InnerMargins margins;
  for (const toml::node& node : *rows) {
    const toml::array* row = node.as_array();
    if (row == nullptr || row->size() != 2) return malformed(report, {value.path, node}, kForm);
    InnerMargin margin;
    double points = 0;
    if (!read_whole(report, {value.path, *row->get(0)}, 1, kMostCount, margin.most_pages)) return;
    if (!read_number(report, {value.path, *row->get(1)}, 0, kMostPoints, points)) return;
    margin.margin = Length::pt(points);
    if (!margins.empty() && margin.most_pages <= margins.back().most_pages) return malformed(report, {value.path, node}, kForm);
    margins.push_back(margin);
  }
  if (margins.empty()) return malformed(report, value, kForm);
  into = std::move(margins);
}
void read_style_value(const TomlReport& report, const TomlValue& value, Rgb& into) {
  constexpr std::string_view kForm = "a colour such as \"#7A1465\"";
  const auto text = written_form(report, value, kForm);
  if (!text) return;
  if (const auto colour = parse_colour(*text)) into = *colour;
  else malformed(report, value, kForm);
}

}  // namespace nbpublish
