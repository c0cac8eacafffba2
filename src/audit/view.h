// AuditView: a laid-out volume as lines and blocks. Frames hold items alone; lines are found again by tag and
// baseline, word spaces by the advance of space glyphs.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit_input.h"
#include "audit/fault.h"

namespace nbpublish {

enum class LineKind : std::uint8_t {
  Text,  // of a paragraph, wherever it stands
  Heading,
  Code,   // of a listing
  Title,  // a listing's file name, an alert's or component's label: text that hangs on the block itself
  Caption,
  Cell,      // text in a table, whatever block it belongs to
  Contents,  // entry of contents or index
  Label,     // bullet, number, mark of a note
  Figure,    // a picture that is a block
};

struct AuditLine {
  std::size_t page = 0;  // in its part
  LineKind kind{};
  TagId block = kRootTag;  // tag of the paragraph, heading, cell ...
  NodeId node = 0;
  bool in_note = false;
  bool turned = false;                 // it reads upward: baseline, left and right are where it stands across the page
  Length baseline, left, right, size;  // of the ink: spaces at the end left out; size: the largest
  std::string text;                    // without the space at its end; U+00AD where the line divides a word
  std::vector<const FrameItem*> items;

  bool is_in_column() const { return !in_note && kind != LineKind::Label; }  // neither a bullet nor in a note
  bool divided() const { return text.ends_with("\u00AD"); }
};

// Whether the line fills a line of the grid: running text, but for the key of a listing's callouts, which is set small; and contents. Notes
// are for the caller to leave out.
inline bool is_on_grid(const AuditLine& line, const Style& style) {
  const bool is_key = line.size == style.callout_key.size && line.size != style.text.size;
  return (line.kind == LineKind::Text && !is_key) || line.kind == LineKind::Contents;
}

// The lines of one block, over pages.
struct AuditBlock {
  LineKind kind{};
  TagId tag = kRootTag;
  NodeId node = 0;
  bool in_note = false;
  std::vector<const AuditLine*> lines;

  std::size_t first_page() const { return lines.front()->page; }
  std::size_t last_page() const { return lines.back()->page; }
  std::size_t lines_on(std::size_t page) const;
};

struct AuditPage {
  const Page* page = nullptr;
  bool recto = false;
  std::size_t number = 0;                    // in the volume, from 1
  Length left;                               // of the text block
  std::size_t first_line = 0, end_line = 0;  // in AuditPart::lines
};

struct AuditPart {
  const PagedPart* part = nullptr;
  const Document* document = nullptr;
  std::vector<AuditPage> pages;
  std::vector<AuditLine> lines;    // in reading order, the notes of a page after its text
  std::vector<AuditBlock> blocks;  // by their first lines
  std::map<NodeId, SourceSpan> spans;
  std::map<NodeId, const Block*> source_blocks;

  bool is_display() const { return part->key == "title" || part->key.starts_with("topic-"); }  // title and topic pages
  // A chapter, or a text before or behind them: neither those nor contents, lists and index.
  bool is_text() const;
  bool has_ancestor(TagId tag, TagId ancestor) const;
  // It, or what it stands in, has that role.
  bool is_in(TagId tag, TagRole role) const;
  const TagNode& tag(TagId id) const { return part->tags.nodes[id]; }
};

struct AuditView {
  explicit AuditView(const AuditInput& input);
  AuditView(const AuditView&) = delete;  // blocks point into lines
  AuditView& operator=(const AuditView&) = delete;

  const AuditInput& input;
  std::vector<AuditPart> parts;
  std::size_t page_count = 0;

  const Style& style() const { return input.style; }
  Length block_bottom() const { return style().top + style().leading * style().lines; }
  // Of a page that runs long.
  Length lowest_bottom() const { return style().top + style().leading * style().most_lines(); }
};

// Collects faults with the place of what they concern.
class FaultList {
 public:
  void add(FaultCode code, const AuditPart& part, std::size_t page, NodeId node, std::string detail);
  void add(FaultCode code, const AuditPart& part, const AuditLine& line, std::string detail) {
    add(code, part, line.page, line.node, std::move(detail));
  }
  void add(FaultCode code, std::string detail) { audit_.faults.push_back({code, "", "", 0, std::move(detail)}); }
  // `count` more lines were looked at for the fault.
  void looked_at(FaultCode code, std::size_t count) { audit_.looked_at[static_cast<std::size_t>(code)] += count; }
  Audit take() { return std::move(audit_); }

 private:
  Audit audit_;
};

// A word space as it was set.
struct Gap {
  Length left, width, natural;
};
// Those of a line in its running faces: spaces in code do not give, and the one at the line's end is not seen.
std::vector<Gap> gaps_of(const AuditLine& line, const FontLibrary& fonts, const Style& style);

// Where the ink of a run begins and ends, as if it were not turned: without spaces at its ends. Equal if there is none.
struct Extent {
  Length left, right;
};
Extent ink_of(const GlyphRun& run);

// "…the last words of a text", for messages.
std::string excerpt(std::string_view text);
// A length in points with one or two decimals.
std::string points(Length length);

}  // namespace nbpublish
