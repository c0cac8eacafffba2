// Headings on lines of their own.
#include <algorithm>

#include "layout/flow/galley_builder.h"
#include "layout/inline/display_text.h"

namespace nbpublish {
namespace {

constexpr double kBelowBaseline = 0.25;  // of a line's leading

struct HeadingLook {
  TextStyle text;
  Length before, after;
  int shrink = 0;  // lines of white that a page may take
  int grow = 0;    // or give
  TagRole role = TagRole::H2;
};

HeadingLook look_of(const Style& s, int level) {
  switch (level) {
    case 1:
    case 2:
      return {s.h2, s.h2_before, s.h2_after, 1, 0, TagRole::H2};
    case 3:
      return {s.h3, s.h3_before, s.h3_after, 0, 1, TagRole::H3};
    case 4:
      return {s.h4, s.h4_before, s.h4_after, 0, 0, TagRole::H4};
    case 5:
      return {s.h5, s.h5_before, {}, 0, 0, TagRole::H5};
    default:
      return {s.h6, s.h5_before, {}, 0, 0, TagRole::H6};
  }
}

}  // namespace

// note [headings on the grid]: before + lines + after is brought to the nearest number of whole lines, the difference
// above the letters (docs/design.md, Headings: an H2 takes 4 lines, 5 with two lines of its own). The part above the letters is white
// that goes at the top of a page; the rest is one row, which rises there until its first line stands where text of its leading would.
void GalleyBuilder::add(const Heading& h, const Block& block, const FlowScope& scope) {
  HeadingLook look = look_of(style_, h.level);
  if (scope.cell) {
    look.text = scope.text;
    look.text.weight = style_.table_head_weight;
    look.before = look.after = {};
  }
  const TagId tag = context_.tags.add(scope.parent, look.role, block.id);
  const ParagraphText text = flatten(context_, h.children, {look.text, ColourRole::Text, Features::Text, {}}, tag);
  if (text.text.empty()) {
    pending_places_.push_back(context_.chapter + "#" + h.anchor);
    for (const TextPlace& place : text.places) pending_places_.push_back(place.name);
    return;
  }
  std::vector<SetLine> lines = set_paragraph(context_, text, display_rules(scope.measure, Alignment::Balanced, block));

  const Length letters = look.text.leading * static_cast<std::int64_t>(lines.size());
  const Length row_height = scope.cell ? letters : round_up(letters + look.after, style_.leading);
  const Length total = std::max(row_height, style_.leading * ((look.before + letters + look.after + style_.leading / 2) / style_.leading));
  GalleyRow row;
  row.group = scope.group;
  row.height = row_height;
  row.baseline =
      row_height - look.after - look.text.leading * static_cast<std::int64_t>(lines.size() - 1) - look.text.leading.scaled(kBelowBaseline);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Length below = look.after + look.text.leading * static_cast<std::int64_t>(lines.size() - 1 - i);
    shift(lines[i], scope.left, row_height - below - look.text.leading.scaled(kBelowBaseline));
    std::move(lines[i].items.begin(), lines[i].items.end(), std::back_inserter(row.items));
    std::move(lines[i].links.begin(), lines[i].links.end(), std::back_inserter(row.links));
    for (std::string& name : lines[i].places) row.places.push_back({std::move(name), {}});
    row.notes.insert(row.notes.end(), lines[i].notes.begin(), lines[i].notes.end());
  }
  if (h.level <= 2 && !scope.cell) row.section = plain_text(h.children);
  pending_places_.push_back(context_.chapter + "#" + h.anchor);
  if (scope.group < 0 && !scope.is_small_matter()) {
    row.rise_at_top = row.baseline - (look.text.leading - style_.baseline_drop);
    row.less_at_top = row_height - round_up(letters, style_.leading);
  }
  const bool follows_heading = previous_ == Previous::Heading;
  int space = follows_heading ? 0 : static_cast<int>((total - row_height) / style_.leading);
  // note [white never adds up]: an alert has given a line, and a heading has more of its own; a list gives none above one.
  const bool takes_white = previous_ == Previous::Alert;
  if (takes_white && !scope.cell) --space;
  if (previous_ == Previous::List && last_list_ >= 0) galley_.groups[static_cast<std::size_t>(last_list_)].bottom_last = {};
  pending_space_ = follows_heading ? 0 : std::min(pending_space_, space);
  headings_.push_back(galley_.rows.size());
  galley_.rows.push_back(std::move(row));
  GalleyRow& placed = galley_.rows.back();
  begin_block(galley_.rows.size() - 1, space);
  placed.space_before = galley_.rows.size() == 1 ? 0 : space;
  placed.shrink_before = placed.space_before > 0 && !takes_white ? look.shrink : 0;
  placed.grow_before = scope.group < 0 && !follows_heading && !takes_white && !scope.cell ? look.grow : 0;
  // Not below what has room for it either, but where that has lost some.
  const int group = galley_.rows.size() > 1 ? galley_.rows[galley_.rows.size() - 2].group : -1;
  const bool has_lost = group >= 0 && galley_.groups[static_cast<std::size_t>(group)].may_lose > Length{};
  if (!placed.stretches_well) placed.stretch_before = 0;
  // Beside a table or figure it is seen where a heading adds its own.
  placed.stretches_well = placed.stretches_well && has_lost;
  end_block(Previous::Heading, 0);
  pending_keep_ = true;
}

}  // namespace nbpublish
