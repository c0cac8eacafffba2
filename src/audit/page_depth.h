// Where the text of a page begins and ends.
#pragma once

#include <optional>

#include "audit/view.h"

namespace nbpublish {

// Lines missing at the end of a page's text; negative where it runs long. Between two values: what is not running text ends somewhere above
// the lower edge of its last line of the grid.
struct MissingLines {
  int least = 0, most = 0;
  bool meets(const MissingLines& o) const { return least <= o.most && o.least <= most; }
};

// Whether its depth can be judged: neither blank nor turned nor the part's last with text.
bool has_judged_depth(const AuditPart& part, std::size_t page);
// Blank pages may follow it.
bool is_last_with_text(const AuditPart& part, std::size_t page);
// The part's page on the other side of the spread.
std::optional<std::size_t> facing_page(const AuditPart& part, std::size_t page);

MissingLines missing_lines(const AuditView& view, const AuditPart& part, std::size_t page);
// The lower edge of the last line, rule or picture; of the block where notes stand at its foot.
Length text_end(const AuditView& view, const AuditPart& part, std::size_t page);
// The first baseline, what is repeated at a page's top included; none if a figure stands there, or nothing.
std::optional<Length> first_baseline(const AuditPart& part, std::size_t page);

}  // namespace nbpublish
