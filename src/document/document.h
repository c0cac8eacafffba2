// Document: what a chapter means, without geometry. Made by source/, resolved by document/resolve.h,
// read by layout/ and output/epub. A value: stages take it const and return new ones. Walks through it: document/walk.h.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/length.h"
#include "diag/diagnostic.h"

namespace nbpublish {

// Identity of a block inside its chapter: a hash of kind, text and the number of equal blocks before
// it, so that an edit elsewhere keeps it (document/ids.h). 0 = not assigned.
using NodeId = std::uint64_t;

struct Inline;
struct Block;
using Inlines = std::vector<Inline>;
using Blocks = std::vector<Block>;

// ---- where a link leads ---------------------------------------------------------------------------

struct ExternalTarget {
  std::string url;  // http, https or mailto; percent-encoded as in the source
  friend bool operator==(const ExternalTarget&, const ExternalTarget&) = default;
};
// A place in the book. `chapter` is the chapter's key (book/book.h); `anchor` an id in it, empty for
// its beginning.
struct InternalTarget {
  std::string chapter;
  std::string anchor;
  friend bool operator==(const InternalTarget&, const InternalTarget&) = default;
};
// As it stands in the source, before resolution, and for good if nothing was found.
struct RawTarget {
  std::string href;
  friend bool operator==(const RawTarget&, const RawTarget&) = default;
};
using LinkTarget = std::variant<RawTarget, ExternalTarget, InternalTarget>;

// ---- inlines --------------------------------------------------------------------------------------

struct Text {
  std::string text;
};                    // smart punctuation done; may hold spaces; no line feeds
struct SoftBreak {};  // a line end in the source: a word space
struct LineBreak {};  // <br>, two spaces or a backslash at the line end
struct Code {
  std::string text;
};  // `code`, verbatim
struct Emphasis {
  Inlines children;
};
struct Strong {
  Inlines children;
};
struct Strikeout {
  Inlines children;
};
struct Superscript {
  Inlines children;
};
struct Subscript {
  Inlines children;
};
struct Keyboard {
  Inlines children;
};  // <kbd>
// How a link says on which page its target is printed. An ebook has no pages: there the words stand alone.
enum class PageText : std::uint8_t {
  ByStyle,  // "the heap (page 214)" where the style has it for links into other chapters
  Never,
  Behind,   // "the heap (page 214)"
  Instead,  // "page 214" in place of the words
};
struct Link {
  LinkTarget target;
  std::string title;
  Inlines children;
  PageText page = PageText::ByStyle;  // set by resolution
};
// How wide the author wants a picture: thousandths of the measure, or a length. Nothing of both: as it comes.
struct FigureWidth {
  std::uint32_t of_measure = 0;
  Length length{};
  friend bool operator==(const FigureWidth&, const FigureWidth&) = default;
};
// An image inside a line. An image alone in its paragraph is a Figure block instead.
struct InlineImage {
  std::string source;  // as written; resolved against the chapter's folder, "/" = the book's folder
  std::string alt;
  FigureWidth width{};
  Length height{};  // 0 = as it comes. A picture keeps its proportions: of width and height the lesser rules
};
// [words]{.index}: a place that the index lists. The words are set as they are; there may be none.
struct IndexMark {
  Inlines children;
  std::vector<std::string> entry;          // from the outermost: "streams", "readable"; empty = the words
  std::vector<std::string> see, see_also;  // entries, their levels parted by '!'; with `see` it is no place
  bool main = false;                       // the term is explained here
  std::string anchor;                      // unique in the chapter, given by resolution; empty if it is no place
};
// The mark of a footnote: an index into Document::notes.
struct NoteReference {
  std::uint32_t note = 0;
};

struct Inline {
  SourceSpan span;
  std::variant<Text, SoftBreak, LineBreak, Code, Emphasis, Strong, Strikeout, Superscript, Subscript, Keyboard, Link, InlineImage,
               IndexMark, NoteReference>
      content;
};

// ---- blocks ---------------------------------------------------------------------------------------

struct Heading {
  int level = 2;  // 2..6 in a chapter (1 is the chapter's title)
  Inlines children;
  std::string anchor;  // unique in the chapter: {#given} or made from the text (document/anchors.h)
};
struct Paragraph {
  Inlines children;
};

// What stands behind ``` on a fence's line.
struct FenceInfo {
  std::string language;                                         // lower case; empty = plain
  std::string title;                                            // title="server.js"
  std::string label;                                            // {#lst:name}
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marked;  // {3,5-7}: inclusive ranges, from 1
  bool line_numbers = false;                                    // showLineNumbers
  std::uint32_t first_line = 1;                                 // showLineNumbers=10 or startLine=10
};
struct CodeBlock {
  FenceInfo info;
  std::string text;               // LF line ends, no trailing line feed
  std::vector<SourceSpan> lines;  // where its lines stand in the file: not always one below the other; empty = not known
  Inlines caption;                // from caption="What it `shows`"
  std::string number;             // "9.4" if labelled or captioned, set by resolution
};
// Where line `index` of the text, from 0, stands in the file: the last of `lines` stands for those behind it.
SourceSpan place_of_line(const CodeBlock& code, std::size_t index);

enum class ListNumbering : std::uint8_t { Bullet, Decimal, LowerAlpha, UpperAlpha, LowerRoman, UpperRoman };
struct ListItem {
  NodeId id = 0;
  SourceSpan span;
  std::optional<bool> checked;  // a task item
  Blocks blocks;
  std::optional<std::int32_t> number = {};  // given to it; those after it count on from there
};
struct List {
  ListNumbering numbering = ListNumbering::Bullet;
  std::int32_t start = 1;
  bool tight = true;
  std::vector<ListItem> items;
  bool reversed = false;     // counts down
  bool parenthesis = false;  // "1)" instead of "1."
};
struct Quote {
  Blocks blocks;
  Inlines attribution;  // last paragraph that began with an em dash, without the dash
};
enum class AlertKind : std::uint8_t { Note, Tip, Important, Warning, Caution };
struct Alert {
  AlertKind kind{};
  Blocks blocks;
};

enum class ColumnAlignment : std::uint8_t { Default, Left, Center, Right };
struct TableCell {
  NodeId id = 0;
  SourceSpan span;
  Blocks blocks;  // a Paragraph in pipe tables
};
struct TableRow {
  std::vector<TableCell> cells;
};  // as many as there are columns; a head may have none
struct Table {
  std::vector<ColumnAlignment> columns;
  TableRow head;
  std::vector<TableRow> rows;
  Inlines caption;
  std::string label, number;
};

struct Figure {
  std::string source;  // as InlineImage::source
  std::string alt;
  Inlines caption;  // from the image's title, read as Markdown
  std::string label, number;
  // Of a figure that stands for an interactive MDX component: its name, and the public page where it runs.
  std::string component{}, online_url{};
  std::string description{};  // more than alternative text can hold: what a diagram's parts are and how they are joined
  FigureWidth width{};
  Length height{};    // as InlineImage::height
  LinkTarget link{};  // of an image that is a link as a whole; RawTarget{} = none
};
struct ThematicBreak {};
struct Details {
  Inlines summary;
  Blocks blocks;
};
// An interactive MDX component that has no figure to stand for it: a labelled box with a link to the online page.
struct Component {
  std::string name;        // "BufferGrowth"
  std::string title;       // from its attributes title/caption, else the name in words
  std::string online_url;  // the chapter's public page; empty if the book has no site
};

struct Block {
  NodeId id = 0;
  SourceSpan span;
  std::variant<Paragraph, Heading, CodeBlock, List, Quote, Alert, Table, Figure, ThematicBreak, Details, Component> content;
};

struct Note {
  NodeId id = 0;
  SourceSpan span;
  std::string name;  // as in [^name]
  Blocks blocks;
};

// ---- the chapter ----------------------------------------------------------------------------------

struct FrontMatter {
  std::string title, short_title, standfirst, excerpt, category, author, date;
  std::string label;  // of the chapter as a whole: "ch:loop"
  std::vector<std::string> tags;
  bool published = true;
  // Source position of a key's value, for diagnostics; line 0 if the key is absent.
  SourceSpan title_span, short_span, standfirst_span, label_span;
};

struct Document {
  std::string file;     // relative to the book's folder, '/' separators: names it in diagnostics
  std::string chapter;  // key of the chapter it belongs to (book/book.h)
  FrontMatter front;
  // Read as Markdown. The title is the book's, else the front matter's, else the first H1, else the file's name in
  // words; empty for front and back matter without any.
  Inlines title, short_title, standfirst;
  Blocks blocks;
  std::vector<Note> notes;  // in order of first reference: mark n is notes[n - 1]
};

template <class T>
const T* as(const Block& block) {
  return std::get_if<T>(&block.content);
}
template <class T>
const T* as(const Inline& inl) {
  return std::get_if<T>(&inl.content);
}

// All text of the inlines, code included, soft and hard breaks as spaces, no marks of notes.
std::string plain_text(const Inlines& inlines);

// Words of prose (headings, paragraphs, lists, tables, notes; code not counted), as `list` prints them.
std::size_t count_words(const Document& document);

// One line per node with its position; the form that cases compare and `dump --stage=document` prints.
std::string dump(const Document& document);

}  // namespace nbpublish
