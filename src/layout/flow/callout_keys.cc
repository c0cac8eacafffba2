// The key of a listing's callouts: small, its numbers circled, in columns where its texts are short.
#include <algorithm>
#include <string>

#include "layout/flow/galley_builder.h"
#include "layout/inline/callout_mark.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostLinesInColumn = 4;  // of an item; longer ones take the whole measure

Length mark_room(const Style& style) { return style.callout_circle + style.callout_circle / 2; }

// A line of one item beside that of another.
void append(GalleyRow& row, GalleyRow part) {
  std::move(part.items.begin(), part.items.end(), std::back_inserter(row.items));
  std::move(part.links.begin(), part.links.end(), std::back_inserter(row.links));
  std::move(part.places.begin(), part.places.end(), std::back_inserter(row.places));
  row.notes.insert(row.notes.end(), part.notes.begin(), part.notes.end());
}

}  // namespace

std::vector<SetLine> GalleyBuilder::callout_text(const ListItem& item, Length measure, TagId body) {
  const Block& block = item.blocks.front();
  const TagId tag = context_.tags.add(body, TagRole::P, block.id);
  const ParagraphText text =
      flatten(context_, as<Paragraph>(block)->children, {style_.callout_key, ColourRole::Text, Features::Text, {}}, tag);
  ParagraphRules rules;
  rules.measure = measure - mark_room(style_);
  rules.alignment = Alignment::Ragged;
  rules.hyphenate = false;
  rules.node = block.id;
  rules.source = block.span;
  return set_paragraph(context_, text, rules);
}

void GalleyBuilder::add_callout_key(const List& list, const Block& block, const FlowScope& scope) {
  const auto columns = static_cast<std::size_t>(std::max(style_.callout_columns, 1));
  const Length narrow = (scope.measure - style_.callout_gap * static_cast<std::int64_t>(columns - 1)) / static_cast<std::int64_t>(columns);
  // Tags are made once: it is tried on the items' own lengths whether they fit the columns.
  const Length longest = longest_callout(list);
  const bool is_short = columns > 1 && longest <= (narrow - mark_room(style_)) * static_cast<std::int64_t>(kMostLinesInColumn - 1);
  const std::size_t across = is_short ? columns : 1;
  const Length width = is_short ? narrow : scope.measure;

  GalleyGroup group;
  group.bottom_last = style_.list_space;
  group.to_grid = true;
  const int inside = open_group(std::move(group), scope);
  const TagId tag = context_.tags.add(scope.parent, TagRole::L, block.id);
  context_.tags.nodes[tag].numbering = list.numbering;
  const std::size_t first = galley_.rows.size();
  for (std::size_t item = 0; item < list.items.size(); item += across) {
    std::vector<GalleyRow> rows;
    for (std::size_t i = item; i < std::min(item + across, list.items.size()); ++i)
      add_callout_item(list.items[i], static_cast<int>(i + 1),
                       scope.left + (width + style_.callout_gap) * static_cast<std::int64_t>(i - item), width, tag, rows);
    for (GalleyRow& row : rows) {
      row.group = inside;
      row.is_further_slice = &row != &rows.front();
      galley_.rows.push_back(std::move(row));
    }
  }
  const std::size_t end = galley_.rows.size();
  keep_whole(galley_.rows, first, end);
  pending_space_ = pending_stretch_ = 0;  // it stands close to its listing
  pending_cost_ = kBreakBad;
  begin_block(first, 0);
  end_block(Previous::Listing, 0, 1);
}

// The width that the longest item's text would have on one line.
Length GalleyBuilder::longest_callout(const List& list) const {
  Length longest;
  for (const ListItem& item : list.items)
    longest = std::max(longest, context_.shaper.width(context_.font(style_.callout_key), Features::Text, style_.callout_key.size,
                                                      plain_text(as<Paragraph>(item.blocks.front())->children)));
  return longest;
}

// Adds the item's lines to the rows that stand beside each other.
void GalleyBuilder::add_callout_item(const ListItem& item, int number, Length left, Length width, TagId list,
                                     std::vector<GalleyRow>& rows) {
  const TagId li = context_.tags.add(list, TagRole::LI, item.id);
  const TagId label = context_.tags.add(li, TagRole::Lbl, item.id);
  context_.tags.nodes[label].alt = std::to_string(number);
  const TagId body = context_.tags.add(li, TagRole::LBody, item.id);
  std::vector<SetLine> lines = callout_text(item, width, body);
  const std::size_t parts = rows.empty() ? 0 : rows.front().part_ends.size();  // of the items before
  for (std::size_t i = 0; i < std::max(lines.size(), std::max(rows.size(), std::size_t{1})); ++i) {
    if (i >= rows.size()) {
      GalleyRow row;
      row.height = style_.callout_key.leading;
      row.baseline = row.height - drop(style_.callout_key);
      row.part_ends.assign(parts, 0);
      rows.push_back(std::move(row));
    }
    GalleyRow& row = rows[i];
    if (i == 0)
      for (FrameItem& mark : callout_mark(context_, number, std::to_string(number), {left, row.baseline}, style_.callout_key.size, label)) {
        mark.node = item.id;
        row.items.push_back(std::move(mark));
      }
    if (i < lines.size())
      append(row, row_of(std::move(lines[i]), style_.callout_key.leading, drop(style_.callout_key), left + mark_room(style_)));
    row.part_ends.push_back(row.items.size());
  }
}

}  // namespace nbpublish
