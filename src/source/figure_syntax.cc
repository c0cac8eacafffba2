#include "source/figure_syntax.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

#include "base/ascii.h"
#include "source/html_tokens.h"

namespace nbpublish {
namespace {

// Longer attributes are none; keeps the search for the closing brace short.
constexpr std::size_t kLongestAttributes = 1000;

bool is_label_char(char c) { return is_alphanumeric(c) || c == ':' || c == '-' || c == '_' || c == '.'; }

bool is_attribute(std::string_view word) {
  const std::size_t equals = word.find('=');
  return word.size() > 1 && (word[0] == '#' || word[0] == '.' || (equals != word.npos && equals > 0));
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// False if it is neither width nor height, or has no such value.
bool take_size(std::string_view key, std::string_view value, FigureWidth& width, Length& height) {
  const FigureWidth read = key == "width" || key == "height" ? read_figure_width(value) : FigureWidth{};
  if (read == FigureWidth{} || (key == "height" && read.of_measure != 0)) return false;
  if (key == "width") width = read;
  else height = read.length;
  return true;
}

// False if the word is not understood.
bool take_word(std::string_view word, ImageAttributes& into) {
  if (word[0] == '#') {
    into.label = word.substr(1);
    return std::ranges::all_of(into.label, is_label_char) ? true : (into.label.clear(), false);
  }
  const std::size_t equals = std::min(word.find('='), word.size() - 1);
  return take_size(word.substr(0, equals), without_quotes(word.substr(equals + 1)), into.width, into.height);
}

// "{24}" and "{'24px'}", as MDX has it, is what it holds.
std::string_view without_braces(std::string_view value) {
  const bool braced = value.size() > 2 && value.front() == '{' && value.back() == '}';
  return braced ? without_quotes(value.substr(1, value.size() - 2)) : value;
}

// The declarations of a style attribute that say how large a picture is.
void take_style(std::string_view style, TagSize& size) {
  while (!style.empty()) {
    const std::string_view declaration = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(declaration.size() + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    const std::string key = lowered(trimmed(declaration.substr(0, colon), kMarkdownSpace));
    const std::string_view value = colon == declaration.npos ? std::string_view() : trimmed(declaration.substr(colon + 1), kMarkdownSpace);
    const bool is_size = key == "width" || key == "height";
    if (is_size && value != "auto" && !take_size(key, value, size.width, size.height))
      size.unknown.emplace_back(trimmed(declaration, kMarkdownSpace));
  }
}

// One line of a paragraph, or an image that goes over several, as figures.
class LineReader {
 public:
  std::vector<FigureSyntax> figures;
  std::vector<SyntaxNode> places;  // <a id="name"></a> beside them

  // False if a figure cannot hold this inline.
  bool take(const SyntaxNode& node) {
    switch (node.kind) {
      case SyntaxKind::Text:
        return take_text(node);
      case SyntaxKind::Image:
        figures.push_back({node.href, syntax_text(node.children), node.title, {}, {}, {}, {}, node.span, {}});
        return true;
      case SyntaxKind::Link:
        return take_link(node);
      case SyntaxKind::HtmlInline:
        return take_html(node);
      default:
        return is_break(node);
    }
  }
  bool is_whole() const { return link_.empty() && !figures.empty(); }
  // A line that holds nothing but what belongs to the image before it.
  bool takes_only_attributes() const { return link_.empty() && figures.empty() && leading_; }
  const std::optional<FigureSyntax>& leading() const { return leading_; }

 private:
  std::string link_;                     // of an <a> that is open
  std::optional<FigureSyntax> leading_;  // attributes before any image of the line

  bool take_text(const SyntaxNode& node) {
    if (node.text.find_first_not_of(' ') == std::string::npos) return true;
    const ImageAttributes attributes = read_image_attributes(node.text);
    if (attributes.end == 0 || node.text.find_first_not_of(' ', attributes.end) != std::string::npos) return false;
    if (figures.empty() && leading_) return false;
    FigureSyntax& figure = figures.empty() ? leading_.emplace() : figures.back();
    if (!attributes.label.empty()) figure.label = attributes.label;
    if (attributes.width != FigureWidth{}) figure.width = attributes.width;
    if (!attributes.height.is_zero()) figure.height = attributes.height;
    for (const auto& [begin, end] : attributes.unknown)
      figure.unknown.push_back({node.text.substr(begin, end - begin), part_of(node.span, node.text, begin, end), false});
    return true;
  }

  bool take_link(const SyntaxNode& link) {
    LineReader inside;
    for (const SyntaxNode& child : link.children)
      if (!inside.take(child)) return false;
    if (!inside.is_whole() || inside.figures.size() != 1 || inside.leading_) return false;
    figures.push_back(std::move(inside.figures.front()));
    std::ranges::move(inside.places, std::back_inserter(places));
    if (figures.back().link.empty()) figures.back().link = link.href;
    figures.back().span = link.span;
    return true;
  }

  bool take_html(const SyntaxNode& node) {
    bool is_place = false;
    for (const HtmlToken& token : cut_html(node.text)) {
      if (token.kind == HtmlToken::Kind::Comment || (token.kind == HtmlToken::Kind::Void && token.is("br"))) continue;
      const bool ends_place = token.is("a") && token.kind == HtmlToken::Kind::Close && link_.empty() && (is_place || !places.empty());
      if (ends_place || (token.is("a") && token.attribute("href").empty() && !token.place_names().empty())) {
        is_place = true;
      } else if (token.is("a") && token.kind == HtmlToken::Kind::Open && link_.empty() && !token.attribute("href").empty()) {
        link_ = token.attribute("href");
      } else if (token.is("a") && token.kind == HtmlToken::Kind::Close && !link_.empty()) {
        link_.clear();
      } else if (token.kind == HtmlToken::Kind::Void && token.is("img")) {
        TagSize size = size_of_tag(token);
        figures.push_back({token.attribute("src"),
                           token.attribute("alt"),
                           token.attribute("title"),
                           token.attribute("id"),
                           size.width,
                           size.height,
                           link_,
                           node.span,
                           {}});
        for (std::string& word : size.unknown) figures.back().unknown.push_back({std::move(word), node.span, true});
      } else {
        return false;
      }
    }
    if (is_place) places.push_back(node);
    return true;
  }
};

// The lines [first, last) of a paragraph that belong together, as inlines.
using Lines = std::vector<std::vector<SyntaxNode>>;

Lines lines_of(const std::vector<SyntaxNode>& paragraph) {
  Lines lines(1);
  for (const SyntaxNode& node : paragraph) {
    lines.back().push_back(node);
    if (is_break(node)) lines.emplace_back();
  }
  return lines;
}

void add_text(std::vector<ParagraphPart>& parts, std::vector<SyntaxNode> line) {
  if (parts.empty() || !parts.back().figures.empty()) parts.emplace_back();
  std::ranges::move(line, std::back_inserter(parts.back().text));
}

// Attributes on a line of their own belong to the image above it.
bool add_attributes(std::vector<ParagraphPart>& parts, const LineReader& line) {
  if (!line.takes_only_attributes() || parts.empty() || parts.back().figures.empty()) return false;
  FigureSyntax& figure = parts.back().figures.front();
  const FigureSyntax& more = *line.leading();
  if (!more.label.empty()) figure.label = more.label;
  if (more.width != FigureWidth{}) figure.width = more.width;
  if (!more.height.is_zero()) figure.height = more.height;
  figure.unknown.insert(figure.unknown.end(), more.unknown.begin(), more.unknown.end());
  return true;
}

}  // namespace

TagSize size_of_tag(const HtmlToken& img) {
  TagSize size;
  take_style(img.attribute("style"), size);
  for (const char* key : {"width", "height"}) {
    const std::string value = img.attribute(key);
    if (value.empty() || value == "auto") continue;
    if (!take_size(key, trimmed(without_braces(value), kMarkdownSpace), size.width, size.height))
      size.unknown.push_back(std::string(key) + "=\"" + value + "\"");
  }
  return size;
}

FigureWidth read_figure_width(std::string_view value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || !(number > 0) || number > 10'000) return {};
  const std::string_view unit(end, static_cast<std::size_t>(value.data() + value.size() - end));
  if (unit == "%") return {static_cast<std::uint32_t>(std::lround(std::min(number, 100.0) * 10)), {}};
  for (const auto& [name, points] :
       {std::pair<std::string_view, double>{"", 0.75}, {"px", 0.75}, {"pt", 1}, {"in", 72}, {"cm", 72 / 2.54}, {"mm", 72 / 25.4}})
    if (unit == name) return {0, Length::pt(number * points)};
  return {};
}

ImageAttributes read_image_attributes(std::string_view text) {
  std::size_t pos = std::min(text.find_first_not_of(' '), text.size());
  if (pos == text.size() || text[pos] != '{') return {};
  const std::size_t limit = std::min(text.size(), pos + kLongestAttributes);
  ImageAttributes out;
  bool any = false;
  for (++pos; pos < limit;) {
    if (text[pos] == '}') {
      if (any) out.end = pos + 1;
      return out.end != 0 ? out : ImageAttributes{};
    }
    if (text[pos] == ' ') {
      ++pos;
      continue;
    }
    const std::size_t begin = pos;
    for (char quote = 0; pos < limit && (quote != 0 || (text[pos] != ' ' && text[pos] != '}')); ++pos) {
      if (quote != 0 && text[pos] == quote) quote = 0;
      else if (quote == 0 && (text[pos] == '"' || text[pos] == '\'')) quote = text[pos];
    }
    const std::string_view word = text.substr(begin, pos - begin);
    if (!is_attribute(word)) return {};
    any = true;
    if (!take_word(word, out)) out.unknown.emplace_back(begin, pos);
  }
  return {};
}

bool may_hold_figure(const std::vector<SyntaxNode>& paragraph) {
  return std::ranges::any_of(paragraph, [](const SyntaxNode& node) {
    return node.kind == SyntaxKind::Image || node.kind == SyntaxKind::Link || node.kind == SyntaxKind::HtmlInline;
  });
}

std::vector<ParagraphPart> cut_at_figures(const std::vector<SyntaxNode>& paragraph) {
  std::vector<ParagraphPart> parts;
  for (std::vector<SyntaxNode>& line : lines_of(paragraph)) {
    LineReader reader;
    const bool fits = std::ranges::all_of(line, [&](const SyntaxNode& node) { return reader.take(node); });
    if (fits && add_attributes(parts, reader)) continue;
    if (!fits || !reader.is_whole() || reader.leading()) {
      add_text(parts, std::move(line));
      continue;
    }
    if (!reader.places.empty()) add_text(parts, std::move(reader.places));
    for (FigureSyntax& figure : reader.figures) parts.push_back({{std::move(figure)}, {}});
  }
  return parts;
}

std::optional<std::string> label_in(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (!text.starts_with("{#") || !text.ends_with('}') || text.size() < 4) return std::nullopt;
  text = text.substr(2, text.size() - 3);
  if (!std::ranges::all_of(text, is_label_char)) return std::nullopt;
  return std::string(text);
}

}  // namespace nbpublish
