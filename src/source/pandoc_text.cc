#include "source/pandoc_text.h"

#include <algorithm>
#include <utility>

#include "source/bare_addresses.h"

namespace nbpublish {

std::string text_for_pandoc(const SyntaxNode& places, const SourceText& source, const std::vector<CodeApart>& code) {
  std::vector<WrittenLink> changes = written_links(places);
  for (std::size_t i = 0; i < code.size(); ++i) changes.push_back({code[i].begin, code[i].end, line_for_code(i)});
  std::ranges::stable_sort(changes, {}, &WrittenLink::begin);
  std::string text;
  std::size_t from = 0;
  for (const WrittenLink& change : changes) {
    if (change.begin < from || change.end <= change.begin) continue;
    text.append(source.text(), from, change.begin - from);
    text += change.text;
    from = change.end;
  }
  text.append(source.text(), from);
  if (!text.ends_with('\n')) text += '\n';  // else pandoc finds an empty paragraph behind a fence
  return text;
}

}  // namespace nbpublish
