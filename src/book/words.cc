#include "book/words.h"

#include "document/index_term.h"
#include "source/smart_punctuation.h"
#include "source/smart_quotes.h"
#include "source/titles.h"

namespace nbpublish {

Phrase phrase_of(std::string_view markdown, SourceSpan span, std::string_view file, DiagnosticSink& diagnostics) {
  return Phrase::of(read_title(markdown, span, std::string(file), diagnostics));
}

Phrase phrase_of(std::string_view markdown) {
  DiagnosticSink unheard;
  return phrase_of(markdown, {}, "", unheard);
}

std::string prose_of(std::string_view markdown, SourceSpan span, std::string_view file, DiagnosticSink& diagnostics) {
  constexpr std::string_view kBlank = " \t\r\n";
  std::string out;
  for (std::size_t begin = markdown.find_first_not_of(kBlank); begin != markdown.npos;) {
    // A line with nothing but blanks parts paragraphs too.
    std::size_t end = begin, next = markdown.npos;
    for (; (end = markdown.find('\n', end)) != markdown.npos; ++end) {
      next = markdown.find_first_not_of(kBlank, end);
      if (next == markdown.npos || markdown.substr(end + 1, next - end - 1).find('\n') != markdown.npos) break;
    }
    if (end == markdown.npos) next = markdown.npos;
    const std::string text = phrase_of(markdown.substr(begin, end - begin), span, file, diagnostics).plain();
    if (!text.empty()) out += (out.empty() ? "" : "\n\n") + text;
    begin = next;
  }
  return out;
}

std::string name_of_text(std::string_view name) {
  Inlines words{{{}, Text{std::string(name)}}};
  Prose prose(words);
  set_quotes(prose);
  prose.write_back();
  return plain_text(words);
}

std::string term_of_text(std::string_view term) {
  Inlines words = inlines_of_term(term);
  apply_smart_punctuation(words);
  return term_of(words);
}

}  // namespace nbpublish
