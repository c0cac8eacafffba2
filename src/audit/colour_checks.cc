// 21: contrast of every text colour on every ground it stands on.
#include <set>

#include <fmt/format.h>

#include "audit/page_checks.h"
#include "base/contrast.h"

namespace nbpublish {
namespace {

constexpr double kLeastContrast = 7.0;  // WCAG 2, level AAA

constexpr std::array<std::string_view, kColourRoleCount> kNames{
#define NBP_X(id, key) key,
    NBP_COLOUR_ROLES(NBP_X)
#undef NBP_X
};
std::string_view name(ColourRole role) { return kNames[static_cast<std::size_t>(role)]; }

class ColourCheck {
 public:
  ColourCheck(const AuditView& view, FaultList& faults) : view_(view), faults_(faults) {}

  void check_contrasts() {
    check_theme();
    for (const AuditPart& part : view_.parts)
      for (std::size_t p = 0; p < part.pages.size(); ++p) {
        const Page& page = *part.pages[p].page;
        for (const std::vector<FrameItem>* items : {&page.items.all(), &page.furniture})
          for (const FrameItem& item : *items)
            if (const auto* run = std::get_if<GlyphRun>(&item.content)) check(part, p, item, run->colour, ground_of(page, *run));
      }
  }

 private:
  const AuditView& view_;
  FaultList& faults_;
  std::set<std::pair<ColourRole, ColourRole>> seen_;

  std::string problem(ColourRole text, ColourRole ground) {
    if (!seen_.emplace(text, ground).second) return {};
    const double ratio = contrast(view_.style().light[text], view_.style().light[ground]);
    return ratio >= kLeastContrast ? "" : fmt::format("{:.2f}: {} on {}", ratio, name(text), name(ground));
  }

  // What a book may come to use: all token colours on code, marked and plain ground.
  void check_theme() {
    using enum ColourRole;
    for (const ColourRole ground : {Paper, CodeGround, MarkedGround})
      for (const ColourRole text : {Text, Secondary, Link, Keyword, String, Number, Comment, Function, Type, Property, Added, Removed})
        if (std::string wrong = problem(text, ground); !wrong.empty()) faults_.add(FaultCode::LowContrast, std::move(wrong));
    for (const auto& [text, ground] :
         {std::pair{Added, AddedGround}, std::pair{Removed, RemovedGround}, std::pair{Text, HeadGround}, std::pair{AlertNote, Paper},
          std::pair{AlertTip, Paper}, std::pair{AlertImportant, Paper}, std::pair{AlertWarning, Paper}, std::pair{AlertCaution, Paper}})
      if (std::string wrong = problem(text, ground); !wrong.empty()) faults_.add(FaultCode::LowContrast, std::move(wrong));
  }

  void check(const AuditPart& part, std::size_t p, const FrameItem& item, ColourRole text, ColourRole ground) {
    if (std::string wrong = problem(text, ground); !wrong.empty())
      faults_.add(FaultCode::LowContrast, part, p, item.node, std::move(wrong));
  }

  // The topmost fill under the middle of a run's letters; artifacts are painted before text, in their order.
  static ColourRole ground_of(const Page& page, const GlyphRun& run) {
    const Length along = run.width / 2, up = run.size.scaled(0.3);
    const Point middle =
        run.turn == Turn::Left ? Point{run.origin.x - up, run.origin.y - along} : Point{run.origin.x + along, run.origin.y - up};
    ColourRole ground = ColourRole::Paper;
    for (const FrameItem& item : page.items) {
      const auto* fill = std::get_if<Fill>(&item.content);
      if (fill == nullptr) continue;
      const Rect& r = fill->rect;
      if (middle.x >= r.x && middle.x <= r.right() && middle.y >= r.y && middle.y <= r.bottom()) ground = fill->colour;
    }
    return ground;
  }
};

}  // namespace

void check_colours(const AuditView& view, FaultList& faults) { ColourCheck(view, faults).check_contrasts(); }

}  // namespace nbpublish
