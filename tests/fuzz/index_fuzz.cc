// The index: marks in the text, the terms of their attributes, and the index that they make. Each line of the input is a paragraph; lines
// that begin with '=' are terms of the manifest, with '>' references of it.
#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "document/index.h"
#include "document/index_term.h"
#include "document/mark_terms.h"
#include "fuzz/fuzz.h"
#include "source/index_marks.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

struct Input {
  Document document;
  std::vector<IndexTerm> terms;
  std::vector<IndexReference> references;
};

Inlines emphasised(std::string_view words) { return {Inline{{1, 1, 1, 1}, Emphasis{{Inline{{1, 1, 1, 1}, Text{std::string(words)}}}}}}; }

// The manifest's reader lets no others through (book/manifest_index.cc).
bool is_entry(std::string_view term) {
  const std::size_t levels = levels_of(term).size();
  return levels > 0 && levels <= kMostIndexLevels;
}

Input input_of(std::string_view text) {
  Input input;
  input.document.chapter = "one";
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const SourceSpan span{++number, 1, number, 1};
    if (line.starts_with('=')) {
      input.terms.push_back({line.substr(1), {plain_term(line.substr(1))}});
    } else if (line.starts_with('>')) {
      const std::size_t to = std::min(line.find('>', 1), line.size() - 1);
      const std::string from = line.substr(1, to), target = line.substr(to + 1);
      if (is_entry(from) && is_entry(target)) input.references.push_back({from, target, "book.toml", span});
    } else {
      Inlines words = line.starts_with('*') ? emphasised(line.substr(1)) : Inlines{Inline{span, Text{line}}};
      input.document.blocks.push_back({number, span, Paragraph{std::move(words)}});
    }
  }
  return input;
}

void read_term(std::string_view term) {
  const std::string written = term_of(inlines_of_term(term));
  must(term_of(inlines_of_term(written)) == written, "a term that is written can be read");
  for (const std::string& level : levels_of(term)) must(!level.empty(), "empty levels go");
  (void)references_of(term);
  (void)plain_term(term);
}

std::string shown(const std::vector<IndexEntry>& entries, int depth = 0) {
  std::string out;
  for (const IndexEntry& entry : entries) {
    must(depth < static_cast<int>(kMostIndexLevels), "an index has few levels");
    must(!entry.anchor.empty(), "entries have an anchor");
    out += std::string(static_cast<std::size_t>(depth), ' ') + entry.term + ' ' + entry.anchor + ' ' + std::to_string(entry.places.size()) +
           '\n';
    out += shown(entry.children, depth + 1);
  }
  return out;
}

std::string index_of(Input input) {
  DiagnosticSink sink;
  for (Block& block : input.document.blocks) take_index_marks(std::get<Paragraph>(block.content).children, "a.md", sink);
  mark_terms(input.document, input.terms);
  assign_index_anchors(input.document);
  const BookIndex index = collect_index({&input.document}, input.references, "en-US", sink);
  report_dead_references(input.references, {&index}, sink);
  std::string out;
  for (const IndexGroup& group : index) out += group.heading + '\n' + shown(group.entries);
  return out + told(sink);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = sanitise(text_of(data, size));
  read_term(text);
  const Input input = input_of(text);
  must(index_of(input) == index_of(input), "made twice it is the same");
  return 0;
}
