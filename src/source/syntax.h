// SyntaxNode: the tree both parsers speak, before it means anything. pandoc says what a file holds
// (pandoc_json.h), cmark-gfm says where it stands (cmark_tree.h), match.h brings the two together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "document/document.h"

namespace nbpublish {

enum class SyntaxKind : std::uint8_t {
  // blocks
  Document,
  Paragraph,
  Heading,
  CodeBlock,
  HtmlBlock,
  List,
  Item,
  Quote,
  Table,
  Row,
  Cell,
  ThematicBreak,
  NoteDefinition,
  UnknownBlock,
  // inlines
  Text,
  SoftBreak,
  LineBreak,
  Code,
  HtmlInline,
  Emphasis,
  Strong,
  Strikeout,
  Link,
  Image,
  NoteReference,
  UnknownInline,
};

struct SyntaxNode {
  SyntaxKind kind{};
  SourceSpan span{};                       // in the file as the author sees it; line 0 = not known
  std::size_t begin = 0, end = 0;          // inline, Row and leaf block of cmark-gfm's tree: bytes of the SourceText
  std::string text{};                      // literal of Text, Code, CodeBlock, Html*; fence info is in `info`
  bool bare = false;                       // Link: an address without any marks around it
  std::string info{};                      // CodeBlock: whole info string, at `info_span`; NoteReference, NoteDefinition: name;
                                           // Unknown*: the name of what was not understood
  SourceSpan info_span{};                  // line 0 = not known
  std::string href{}, title{};             // Link, Image
  int level = 0;                           // Heading 1..6; List: first number; NoteReference, NoteDefinition: number from 1
  bool ordered = false;                    // List
  bool parenthesis = false;                // List: "1)"
  bool tight = false;                      // List
  int checked = -1;                        // Item: -1 no task, 0 open, 1 done
  std::vector<ColumnAlignment> columns{};  // Table
  std::vector<SourceSpan> lines{};         // CodeBlock, HtmlBlock: where the lines of its text stand in the file; empty = not known
  std::vector<SyntaxNode> children{};      // Table: rows, the first is the head; NoteReference: the note's blocks
};

// Whether it ends a line, softly or not.
bool is_break(const SyntaxNode& node);

// Adds literal text to an inline list, joining it to a Text that stands last.
void append_text(std::vector<SyntaxNode>& list, std::string_view text);

// Where the bytes [begin, end) of `text` stand, which as a whole stands at `place` on one line. All of
// `place` if escapes or entities in it make that uncertain.
SourceSpan part_of(SourceSpan place, std::string_view text, std::size_t begin, std::size_t end);

// The text of a list of inlines without any markup (used for alternative texts).
std::string syntax_text(const std::vector<SyntaxNode>& inlines);

}  // namespace nbpublish
