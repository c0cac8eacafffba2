#include "source/index_marks.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "document/index_term.h"
#include "document/text_row.h"
#include "source/figure_syntax.h"
#include "source/smart_punctuation.h"

namespace nbpublish {
namespace {

// Longer attributes are no mark; keeps the search for the closing brace short.
constexpr std::size_t kLongestMarkAttributes = 1000;
constexpr std::string_view kClass = ".index";

// Bytes [begin, end) of the row.
struct Range {
  std::size_t begin = 0, end = 0;
};

// What stands in a mark's braces.
struct Attributes {
  std::size_t end = 0;  // behind the closing brace
  Range entry, see, see_also;
  bool main = false;
  Range unknown;  // the first that is not understood
};

struct Mark {
  std::size_t open = 0, close = 0;  // of the brackets
  Attributes attributes;
};

// The next word of the braces: .class, #id, key=value or key="value". Empty at the closing brace, and where a
// quotation mark or the text has no end.
Range next_word(std::string_view text, std::size_t pos, std::size_t limit) {
  while (pos < limit && is_markdown_blank(text[pos])) ++pos;
  const std::size_t begin = pos;
  char quote = 0;
  for (; pos < limit && (quote != 0 || (!is_markdown_blank(text[pos]) && text[pos] != '}')); ++pos) {
    if (quote != 0 && text[pos] == quote) quote = 0;
    else if (quote == 0 && (text[pos] == '"' || text[pos] == '\'')) quote = text[pos];
  }
  return quote != 0 ? Range{begin, begin} : Range{begin, pos};
}

bool is_quoted(std::string_view value) {
  return value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
}

// False if the word is not understood.
bool take_word(std::string_view text, Range range, Attributes& into) {
  const std::string_view word = text.substr(range.begin, range.end - range.begin);
  if (word == ".main") return into.main = true;
  const std::size_t equals = word.find('=');
  if (equals == word.npos) return false;
  Range value{range.begin + equals + 1, range.end};
  if (is_quoted(word.substr(equals + 1))) ++value.begin, --value.end;
  for (const auto& [key, target] : {std::pair{"entry", &into.entry}, {"see", &into.see}, {"seealso", &into.see_also}})
    if (word.substr(0, equals) == key) return *target = value, true;
  return false;
}

// The attributes that begin with the brace at `open`; nothing if they are not an index mark's.
std::optional<Attributes> attributes_at(std::string_view text, std::size_t open) {
  const std::size_t limit = std::min(text.size(), open + kLongestMarkAttributes);
  Attributes out;
  bool is_index = false;
  Range word = next_word(text, open + 1, limit);
  for (; word.begin < word.end; word = next_word(text, word.end, limit)) {
    if (text.substr(word.begin, word.end - word.begin) == kClass) is_index = true;
    else if (!take_word(text, word, out) && out.unknown.end == 0) out.unknown = word;
  }
  if (!is_index || word.end >= limit || text[word.end] != '}') return std::nullopt;
  out.end = word.end + 1;
  return out;
}

// The marks of the row, none inside another.
std::vector<Mark> marks_in(std::string_view text) {
  std::vector<Mark> marks;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') open.push_back(i);
    if (text[i] != ']' || open.empty()) continue;
    const std::size_t from = open.back();
    open.pop_back();
    if (i + 1 >= text.size() || text[i + 1] != '{') continue;
    std::optional<Attributes> attributes = attributes_at(text, i + 1);
    if (!attributes || (!marks.empty() && marks.back().open > from)) continue;
    marks.push_back({from, i, *attributes});
    i = marks.back().attributes.end - 1;
  }
  return marks;
}

class Taker {
 public:
  Taker(const std::string& file, DiagnosticSink& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  void take(Inlines& list) {
    for (Inline& inl : list)
      std::visit(
          [&](auto& content) {
            if constexpr (requires { content.children; }) take(content.children);
          },
          inl.content);
    if (std::ranges::none_of(list, may_hold_mark)) return;
    const TextRow row(list);
    const std::vector<Mark> marks = marks_in(row.text());
    report_leftovers(row, marks);
    report_foreign_classes(row);
    if (marks.empty()) return;
    Inlines out;
    std::size_t done = 0;
    for (const Mark& mark : marks) {
      append(out, row.slice(done, mark.open));
      append(out, mark_of(row, mark));
      done = mark.attributes.end;
    }
    append(out, row.slice(done, row.text().size()));
    list = std::move(out);
  }

 private:
  // The words of the text get their apostrophes and dashes later; those of entries must not differ.
  static std::string term_at(const TextRow& row, Range range) {
    Inlines words = row.slice(range.begin, range.end);
    apply_smart_punctuation(words);
    return term_of(words);
  }
  static bool may_hold_mark(const Inline& inl) {
    const Text* text = as<Text>(inl);
    return text != nullptr && (text->text.find("]{") != std::string::npos || text->text.find("{.") != std::string::npos);
  }
  static void append(Inlines& out, Inlines&& more) { std::ranges::move(more, std::back_inserter(out)); }

  // The mark, or its words alone if it says nothing.
  Inlines mark_of(const TextRow& row, const Mark& mark) const {
    const SourceSpan span = row.span(mark.open, mark.attributes.end);
    IndexMark made;
    made.children = row.slice(mark.open + 1, mark.close);
    made.entry = levels_of(term_at(row, mark.attributes.entry));
    made.see = references_of(term_at(row, mark.attributes.see));
    made.see_also = references_of(term_at(row, mark.attributes.see_also));
    made.main = mark.attributes.main;
    if (const Range unknown = mark.attributes.unknown; unknown.end != 0)
      report(row.span(unknown.begin, unknown.end),
             "'" + row.text().substr(unknown.begin, unknown.end - unknown.begin) + "' in a mark for the index is not understood",
             R"(entry="parent!child", see="...", seealso="...", .main)");
    if (made.entry.size() > kMostIndexLevels) report(span, "an index entry has at most three levels", R"(entry="parent!child!grandchild")");
    if (made.entry.empty() && term_of(made.children).empty()) {
      report(span, "a mark for the index has neither words nor an entry", R"([words]{.index entry="..."})");
      return std::move(made.children);
    }
    if (made.entry.size() > kMostIndexLevels) made.entry.resize(kMostIndexLevels);
    Inlines out;
    out.push_back({span, std::move(made)});
    return out;
  }

  // "]{.index" outside the marks was meant to be one.
  void report_leftovers(const TextRow& row, const std::vector<Mark>& marks) const {
    const std::string_view text = row.text();
    for (std::size_t at = text.find("]{.index"); at != text.npos; at = text.find("]{.index", at + 1)) {
      const auto mark = std::ranges::lower_bound(marks, at, {}, &Mark::close);
      if (mark == marks.end() || mark->close != at)
        report(row.span(at, at + 8), "this mark for the index is not understood",
               "it needs both brackets and braces, closed, and no other mark inside");
    }
  }

  // pandoc's other classes: [words]{.smallcaps}, `code`{.js}, # Heading {.unnumbered}
  void report_foreign_classes(const TextRow& row) const {
    const std::string_view text = row.text();
    for (std::size_t at = text.find("{."); at != text.npos; at = text.find("{.", at + 2)) {
      const std::size_t length = text.substr(at).starts_with("{.index") ? 0 : read_image_attributes(text.substr(at)).end;
      if (length > 0)
        diagnostics_.report(DiagCode::ForeignMarkup, file_, row.span(at, at + length),
                            "'" + std::string(text.substr(at, length)) + "' is not understood and printed as it stands",
                            "the only class is [words]{.index}; take it out, or write it as code");
    }
  }

  void report(SourceSpan span, std::string message, std::string hint) const {
    diagnostics_.report(DiagCode::IndexMark, file_, span, std::move(message), std::move(hint));
  }

  const std::string& file_;
  DiagnosticSink& diagnostics_;
};

}  // namespace

void take_index_marks(Inlines& list, const std::string& file, DiagnosticSink& diagnostics) { Taker(file, diagnostics).take(list); }

}  // namespace nbpublish
