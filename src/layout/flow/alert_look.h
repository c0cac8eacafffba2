// How alerts are told apart: by word, icon and rule, never by colour alone (docs/design.md, Alerts).
#pragma once

#include "layout/galley/galley.h"

namespace nbpublish {

struct AlertLook {
  std::string_view word;
  ColourRole colour{};
  Length rule_top, rule_bottom;
  bool dotted = false;
  bool framed = false;  // closed frame, label on a black band
};
AlertLook alert_look(const Style& style, AlertKind kind);

// Icon and label, y from the top of their line. `suffix` is " (continued)" or empty.
std::vector<FrameItem> alert_label_items(LayoutContext& context, AlertKind kind, std::string_view suffix, TagId tag, Length left,
                                         Length measure);

// Width of the label's word.
Length alert_label_width(const LayoutContext& context, AlertKind kind);

// Rules, frame and repeated label of an alert in a column.
GroupPainter alert_painter(LayoutContext& context, AlertKind kind, Length left, Length measure);

}  // namespace nbpublish
