#include "cover/wrap_geometry.h"

#include "base/units.h"

namespace nbpublish {
namespace {}  // namespace

Rect inset(const Rect& rect, Length margin) {
  return {rect.x + margin, rect.y + margin, rect.width - margin * 2, rect.height - margin * 2};
}

WrapGeometry wrap_geometry(Size page, int pages, const CoverRules& rules, const CoverPaper& paper) {
  const int sides = pages + pages % 2;
  WrapGeometry wrap;
  wrap.bleed = rules.bleed;
  wrap.back = {{}, {}, page.width, page.height};
  wrap.spine = {page.width, {}, Length::pt(sides * paper.caliper * kPointsPerInch) + rules.spine_allowance, page.height};
  wrap.front = {wrap.spine.right(), {}, page.width, page.height};
  wrap.trim = {wrap.front.right(), page.height};
  const Size panel = rules.barcode_panel;
  wrap.barcode = {wrap.back.right() - rules.barcode_clearance - panel.width, wrap.back.bottom() - rules.barcode_clearance - panel.height,
                  panel.width, panel.height};
  wrap.has_spine_text = pages >= rules.spine_text_pages;
  return wrap;
}

}  // namespace nbpublish
