// From the inlines of the syntax to those of the Document: raw HTML paired, links and images made.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "source/note_collector.h"
#include "source/syntax.h"

namespace nbpublish {

class InlineBuilder {
 public:
  InlineBuilder(std::string file, NoteCollector& notes, DiagnosticSink& diagnostics)
      : file_(std::move(file)), notes_(notes), diagnostics_(diagnostics) {}

  // The inlines of one leaf block, smart punctuation done, blanks at both ends dropped.
  Inlines leaf(const std::vector<SyntaxNode>& nodes);
  void report(DiagCode code, SourceSpan span, std::string message, std::string hint = {});
  // What is told of a title or caption, whose text no chapter's stage has seen.
  void report_lost_entities(std::string_view text, SourceSpan span);
  std::string with_mathematics_as_code(std::string_view text, SourceSpan span);
  const NoteCollector& notes() const { return notes_; }

 private:
  struct Frame;  // an HTML element that is still open
  Inlines list(const std::vector<SyntaxNode>& nodes);
  void add(std::vector<Frame>& open, const SyntaxNode& node);
  void add_text_behind_image(Inlines& into, const SyntaxNode& node);
  void add_text(Inlines& into, const SyntaxNode& node);
  void add_html(std::vector<Frame>& open, const SyntaxNode& node);
  void close_element(std::vector<Frame>& open, std::string_view tag, SourceSpan span);
  void give_up(std::vector<Frame>& open, std::size_t index);
  Inline image(const SyntaxNode& node);

  std::string file_;
  NoteCollector& notes_;
  DiagnosticSink& diagnostics_;
};

}  // namespace nbpublish
