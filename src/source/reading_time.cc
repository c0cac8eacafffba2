#include "source/reading_time.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "document/text_limits.h"
#include "source/fenced_lines.h"

namespace nbpublish {
namespace {

// Seconds of pandoc 2.17, measured on texts made of nothing else.
constexpr double kOfLine = 10e-6, kOfWord = 4e-6, kOfMark = 8e-6, kOfCodeWord = 2e-6, kOfIndent = 2.5e-6;
// Set as a run of its own in lines of other runs, each of which Cairo looks at: what reading it does not take, its pages do.
constexpr double kOfRightToLeftWord = 9.5e-6;
constexpr double kOfTabs = 16e-9, kOfCombining = 150e-9, kOfDefinitions = 15e-9;  // by the square of their number
constexpr double kOfLinks = 1.8e-6, kOfEmphasis = 40e-9, kOfNoteLines = 10e-9;
constexpr double kMostForLines = 2.5, kMostForTexts = 2;
// Headings, listings, tables, quotations: each takes the lines of several when it is set.
constexpr std::size_t kMostBlocks = 10'000;

double squared(std::size_t count) { return static_cast<double>(count) * static_cast<double>(count); }

bool is_combining(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

bool is_right_to_left(char32_t c) {
  const auto direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

// What pandoc cuts a line into.
struct LineParts {
  std::size_t words = 0, marks = 0, tabs = 0, indent = 0;
  std::size_t right_to_left = 0;  // of the words
  std::size_t combining = 0;      // in the longest run of marks above a letter
  double combining_squared = 0;   // of all runs
};

LineParts parts_of(std::string_view line) {
  LineParts parts;
  parts.indent = std::min(line.find_first_not_of(" \t"), line.size());
  char before = 0;
  std::size_t combining = 0;
  for (std::size_t pos = 0; pos < line.size();) {
    const char c = line[pos];
    if (static_cast<unsigned char>(c) >= 0x80) {
      const char32_t character = next_code_point(line, pos);
      const bool is_one = is_combining(character);
      combining = is_one ? combining + 1 : 0;
      if (is_one) parts.combining_squared += 2 * static_cast<double>(combining);
      parts.combining = std::max(parts.combining, combining);
      const bool is_letter = u_isalnum(static_cast<UChar32>(character)) != 0;
      if (!is_letter) ++parts.marks;
      else if (before != 'a') ++parts.words;
      if (is_letter && before != 'a' && is_right_to_left(character)) ++parts.right_to_left;
      before = is_letter ? 'a' : '.';
      continue;
    }
    ++pos;
    combining = 0;
    const bool blank = is_markdown_blank(c), word = is_alphanumeric(c);
    if (c == '\t') ++parts.tabs;
    if (!blank && !word) ++parts.marks;
    else if (before != (blank ? ' ' : 'a')) ++parts.words;
    before = blank ? ' ' : word ? 'a' : c;
  }
  return parts;
}

bool is_definition(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(' ');
  return begin != line.npos && begin <= 3 && line[begin] == '[' && !line.substr(begin).starts_with("[^") &&
         line.find("]:", begin) != line.npos;
}

LimitBreach breach(SourceSpan place, std::string_view what) { return {place, std::string(what) + " would take too long to read"}; }

// Links, pictures and runs of emphasis marks of one text.
class TextParts {
 public:
  TextParts(const SyntaxNode& leaf, std::string_view text) {
    count_links(leaf);
    for (std::size_t i = 0; i < text.size(); ++i)
      if ((text[i] == '*' || text[i] == '_' || text[i] == '~') && (i == 0 || text[i] != text[i - 1])) ++emphasis_;
  }
  double seconds() const { return kOfLinks * squared(links_) + kOfEmphasis * squared(emphasis_); }
  std::size_t longest_address() const { return longest_address_; }
  std::string what() const {
    return kOfLinks * squared(links_) > kOfEmphasis * squared(emphasis_) ? fmt::format("this text with {} links", links_)
                                                                         : fmt::format("this text with {} marks of emphasis", emphasis_);
  }

 private:
  std::size_t links_ = 0, emphasis_ = 0, longest_address_ = 0;

  void count_links(const SyntaxNode& node) {
    if (node.kind == SyntaxKind::Link || node.kind == SyntaxKind::Image) ++links_;
    // A picture may be written out in its address.
    if (node.kind == SyntaxKind::Link) longest_address_ = std::max(longest_address_, node.href.size());
    for (const SyntaxNode& child : node.children) count_links(child);
  }
};

struct Left {
  double seconds = kMostForTexts;
  std::size_t blocks = kMostBlocks;
};

bool takes_lines(SyntaxKind kind) {
  return kind == SyntaxKind::Heading || kind == SyntaxKind::CodeBlock || kind == SyntaxKind::HtmlBlock || kind == SyntaxKind::Table ||
         kind == SyntaxKind::Quote || kind == SyntaxKind::ThematicBreak;
}

// A paragraph, heading or row of a table, with what it holds.
std::optional<LimitBreach> check_texts(const SyntaxNode& node, const SourceText& source, Left& left) {
  if (takes_lines(node.kind) && left.blocks-- == 0)
    return LimitBreach{node.span, fmt::format("the chapter has more than {} headings, listings, tables and quotations", kMostBlocks)};
  if (node.kind == SyntaxKind::Paragraph || node.kind == SyntaxKind::Heading || node.kind == SyntaxKind::Row) {
    const TextParts parts(node, std::string_view(source.text()).substr(node.begin, node.end - node.begin));
    left.seconds -= parts.seconds();
    if (left.seconds < 0) return breach(node.span, parts.what());
    if (parts.longest_address() > kMostInWord)
      return LimitBreach{node.span, fmt::format("an address has {} bytes; {} are the most", parts.longest_address(), kMostInWord)};
    return std::nullopt;
  }
  if (node.kind == SyntaxKind::NoteDefinition) {
    left.seconds -= kOfNoteLines * squared(node.span.end_line - node.span.line);
    if (left.seconds < 0) return breach(node.span, "this note");
  }
  for (const SyntaxNode& child : node.children)
    if (auto found = check_texts(child, source, left)) return found;
  return std::nullopt;
}

}  // namespace

std::optional<LimitBreach> check_reading_of_lines(const SourceText& source) {
  const std::vector<bool> fenced = fenced_lines(source);
  double seconds = 0;
  std::size_t definitions = 0;
  for (std::size_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    const LineParts parts = parts_of(line);
    const bool code = number <= fenced.size() && fenced[number - 1];
    const double tabs = kOfTabs * squared(parts.tabs), combining = kOfCombining * parts.combining_squared;
    seconds += kOfLine + tabs + combining + kOfIndent * static_cast<double>(code ? 0 : parts.indent);
    if (code) seconds += kOfCodeWord * static_cast<double>(parts.words + parts.marks);
    else
      seconds += kOfWord * static_cast<double>(parts.words) + kOfMark * static_cast<double>(parts.marks) +
                 kOfRightToLeftWord * static_cast<double>(parts.right_to_left);
    if (is_definition(line)) seconds += kOfDefinitions * 2 * static_cast<double>(definitions++);
    if (seconds <= kMostForLines) continue;
    const SourceSpan place = source.line_span(number, number);
    if (tabs > kMostForLines / 2) return breach(place, fmt::format("this line with {} tabs", parts.tabs));
    if (combining > kMostForLines / 2) return breach(place, fmt::format("{} marks above one letter", parts.combining));
    return breach(place, "the chapter has too many words and marks: what follows");
  }
  return std::nullopt;
}

std::optional<LimitBreach> check_reading_of_texts(const SyntaxNode& places, const SourceText& source) {
  Left left;
  return check_texts(places, source, left);
}

}  // namespace nbpublish
