#include "layout/page/missing_glyphs.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

namespace nbpublish {

void tell_missing_glyphs_once(DiagnosticSink& chapter) {
  struct Found {
    std::size_t count = 0;
    SourceSpan first;
  };
  std::map<std::string, Found> found;  // by the message, which names the character
  for (const Diagnostic& d : chapter.all()) {
    if (d.code != DiagCode::MissingGlyph) continue;
    Found& of = found[d.message];
    if (of.count++ == 0 || d.span < of.first) of.first = d.span;
  }
  if (found.empty()) return;
  DiagnosticSink told;
  for (Diagnostic d : chapter.all()) {
    if (d.code == DiagCode::MissingGlyph) {
      Found& of = found[d.message];
      if (of.count == 0 || d.span != of.first) continue;
      if (of.count > 1) d.message += fmt::format("; it stands {} times in this chapter", of.count);
      of.count = 0;
    }
    told.add(std::move(d));
  }
  chapter = std::move(told);
}

}  // namespace nbpublish
