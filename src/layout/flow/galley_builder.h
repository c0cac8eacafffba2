// GalleyBuilder: the state of the column while blocks are added. One file per kind of block implements it.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "layout/flow/flow.h"
#include "layout/galley/rows.h"
#include "layout/table/table.h"

namespace nbpublish {

// What a block stands in: column, list depth, enclosing group and tag, the text style in force.
struct FlowScope {
  Length left, measure;
  TextStyle text;
  int group = -1;
  TagId parent = kRootTag;
  int list_depth = 0;
  bool in_note = false;
  bool has_entries = false;      // in a glossary
  std::optional<CellLook> cell;  // in a table's cell

  // Where paragraphs are told apart by white, not by an indent.
  bool is_small_matter() const { return list_depth > 0 || in_note || cell.has_value(); }
};

// What came before, for indents and white.
enum class Previous : std::uint8_t { Nothing, Paragraph, LeadIn, Heading, Listing, Alert, List, Other };

class ListMarks;

class GalleyBuilder {
 public:
  explicit GalleyBuilder(LayoutContext& context);

  // To be called first, with the notes of the chapter.
  void use_notes(std::span<const Note> notes) { notes_ = notes; }
  void add_blocks(const Blocks& blocks, const FlowScope& scope);
  // The cell as a column of its own. The builder is empty afterwards.
  Galley make_cell(const TableCell& cell, const CellLook& look, Length width, TagId tag);
  // Where the components run that the text has: once, behind all of it, with a code for readers of paper.
  void add_online_address();
  // The finished column. The builder is empty afterwards.
  Galley take();
  FlowScope top_scope() const;

 private:
  LayoutContext& context_;
  const Style& style_;
  Galley galley_;
  Previous previous_ = Previous::Nothing;
  int pending_space_ = 0;              // lines of white that the last block asks for after it
  bool pending_keep_ = false;          // the next row must stay with the last
  std::vector<std::size_t> headings_;  // their rows
  double pending_cost_ = 0;            // of a break before the next row
  int pending_stretch_ = 0;
  bool pending_well_ = false;                // the first of them is not seen
  int last_list_ = -1;                       // the group of the list that nothing follows yet
  int last_alert_ = -1;                      // the group of the alert that nothing follows yet, if it has rules alone
  std::vector<std::string> pending_places_;  // destinations waiting for their row
  std::span<const Note> notes_;
  // Of the components: the page of the chapter online, and the last of them.
  struct Online {
    std::string url;
    NodeId node = 0;
    SourceSpan span;
  };
  Online online_;

  GalleyNote make_note(const Note& note, std::size_t number, TagId parent);
  void add_notes();
  void settle_notes();
  void keep_second_lines();

  void add(const Paragraph& p, const Block& block, const FlowScope& scope);
  void add(const Heading& h, const Block& block, const FlowScope& scope);
  void add(const CodeBlock& c, const Block& block, const FlowScope& scope);
  void add(const List& l, const Block& block, const FlowScope& scope);
  void add(const Quote& q, const Block& block, const FlowScope& scope);
  void add(const Alert& a, const Block& block, const FlowScope& scope);
  void add(const Table& t, const Block& block, const FlowScope& scope);
  void add(const Figure& f, const Block& block, const FlowScope& scope);
  void add(const ThematicBreak& t, const Block& block, const FlowScope& scope);
  void add(const Details& d, const Block& block, const FlowScope& scope);
  void add(const Component& c, const Block& block, const FlowScope& scope);

  // A listing, or one and what it printed, in one block.
  void add_listings(std::span<const Block> listings, const FlowScope& scope);
  // The list that explains a listing's callouts.
  void add_callout_key(const List& list, const Block& block, const FlowScope& scope);
  Length longest_callout(const List& list) const;
  std::vector<SetLine> callout_text(const ListItem& item, Length measure, TagId body);
  void add_callout_item(const ListItem& item, int number, Length left, Length width, TagId list, std::vector<GalleyRow>& rows);
  // False if the table fits as it is, or turned neither.
  bool add_turned(const Table& t, const Block& block, const FlowScope& scope);
  Length room_for_notes(const Table& t, const Block& block, const TableRules& rules) const;
  void add_run_in(const Heading& h, const Block& heading, const Paragraph& p, const Block& block, const FlowScope& scope);
  void close_up_alert(int alert);
  GalleyGroup group_of_list() const;
  GalleyGroup group_of_airy_item() const;
  void add_list_item(const ListItem& item, const ListMarks& marks, std::size_t index, const FlowScope& scope, TagId list_tag);

  void register_figure(const Figure& f, std::size_t first, int space_before, const FlowScope& scope);
  void add_online_caption(const Figure& f, const Block& block, const FlowScope& scope);

  // Whether what was added last has given its white.
  bool has_own_white() const { return previous_ == Previous::Listing || previous_ == Previous::Alert; }

  // Sets `text` and appends its rows. Returns the index of the first.
  std::size_t add_text(const ParagraphText& text, const Block& block, const FlowScope& scope, Length indent, Alignment alignment);
  // Rows [first, end) have just been added by a block that wants `before` lines of white: settles white, breaks, places.
  void begin_block(std::size_t first, int before, int stretch = 0);
  void end_block(Previous kind, int after, int stretch = 0);
  // Places that nothing follows stand on the last row.
  void settle_places();
  int open_group(GalleyGroup group, const FlowScope& scope);
  BaseStyle base(const FlowScope& scope) const {
    if (scope.cell) return {scope.text, ColourRole::Text, Features::Tabular, scope.cell->code.size, highest_figure(style_)};
    return {scope.text, ColourRole::Text, Features::Text, {}, highest_figure(style_)};
  }
  static Alignment alignment(const FlowScope& scope) { return scope.cell ? scope.cell->alignment : Alignment::Justified; }
  Length drop(const TextStyle& text) const;
  // Where a mark of that text stands that hangs before a row: on the row's first line, or as on a line at its top.
  Length mark_baseline(const GalleyRow& row, const TextStyle& text) const {
    return row.baseline.is_zero() ? text.leading - drop(text) : row.baseline;
  }
};

// The address as readers type it, without its scheme, and a link.
Inline link_to_online(const std::string& url, SourceSpan span);

// The label that an alert prints and speaks.
std::string_view alert_word(AlertKind kind);

}  // namespace nbpublish
