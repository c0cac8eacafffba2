// The files that a document's places lie in.
#pragma once

#include <set>
#include <string>

#include "document/walk.h"

namespace nbpublish::testing {

// Of every place that is known; "" among them where one names no file.
inline std::set<std::string> span_files(const Document& document) {
  std::set<std::string> files;
  const auto add = [&](const SourceSpan& span) {
    if (span.line > 0) files.insert(span.file.text());
  };
  const FrontMatter& front = document.front;
  for (const SourceSpan& span : {front.title_span, front.short_span, front.standfirst_span, front.label_span}) add(span);
  for (const Inlines* words : {&document.title, &document.short_title, &document.standfirst})
    walk_detail::inlines(*words, [&](const Inline& inl) { add(inl.span); });
  for (const Note& note : document.notes) add(note.span);
  for_each_inline(document, [&](const Inline& inl, const Block&) { add(inl.span); });
  for_each_block(document, [&](const Block& block) {
    add(block.span);
    if (const auto* code = as<CodeBlock>(block))
      for (const SourceSpan& line : code->lines) add(line);
    if (const auto* list = as<List>(block))
      for (const ListItem& item : list->items) add(item.span);
    if (const auto* table = as<Table>(block)) {
      for (const TableCell& cell : table->head.cells) add(cell.span);
      for (const TableRow& row : table->rows)
        for (const TableCell& cell : row.cells) add(cell.span);
    }
  });
  return files;
}

}  // namespace nbpublish::testing
