// 1: rules, bars and frames that cross the letters of a line.
#include <algorithm>

#include "audit/page_checks.h"
#include "base/geometry.h"

namespace nbpublish {
namespace {

constexpr Length kRuleTolerance = Length::pt(0.1);
constexpr Length kThickest = Length::pt(4);  // what is thicker is a ground
constexpr double kLeastLengthened = 2;       // a rule is longer than thick
constexpr Length kAlong = Length::pt(1);     // of the text that a rule must cross: slanted letters lean over their ends
// The letters of a line that no rule beside them touches: over most of the height of capitals, and not what hangs below the
// baseline, where underlines stand.
constexpr double kBodyAbove = 0.62, kBodyBelow = 0.08;

// Letters of one run, on the page.
struct Letters {
  Rect body;
  const FrameItem* item;
};
struct Rule {
  Rect rect;
  NodeId node;
};

Rect body_of(const GlyphRun& run) {
  const Extent ink = ink_of(run);
  const Length above = run.size.scaled(kBodyAbove), high = above + run.size.scaled(kBodyBelow), wide = ink.right - ink.left;
  if (run.turn == Turn::None) return {ink.left, run.origin.y - above, wide, high};
  const Length before = ink.left - run.origin.x;
  if (run.turn == Turn::Left) return {run.origin.x - above, run.origin.y - before - wide, high, wide};
  return {run.origin.x - (high - above), run.origin.y + before, high, wide};
}

bool is_rule(const Rect& r) {
  const Length thick = std::min(r.width, r.height), length = std::max(r.width, r.height);
  return thick > Length{} && thick <= kThickest && length > thick.scaled(kLeastLengthened);
}

// The straight strokes of a drawing that lie or stand: frames and dotted rules. Those of a slant are parts of icons.
void add_strokes(const Path& path, NodeId node, std::vector<Rule>& rules) {
  if (path.filled) return;
  Point begin, at;
  const auto draw_to = [&](Point to) {
    const Rect stroke = at.y == to.y   ? Rect{std::min(at.x, to.x), at.y - path.width / 2, abs(to.x - at.x), path.width}
                        : at.x == to.x ? Rect{at.x - path.width / 2, std::min(at.y, to.y), path.width, abs(to.y - at.y)}
                                       : Rect{};
    if (is_rule(stroke)) rules.push_back({stroke, node});
    at = to;
  };
  for (const PathSegment& s : path.segments) switch (s.kind) {
      case PathSegment::Kind::Move:
        begin = at = s.points[0];
        break;
      case PathSegment::Kind::Line:
        draw_to(s.points[0]);
        break;
      case PathSegment::Kind::Curve:
        at = s.points[2];
        break;
      case PathSegment::Kind::Close:
        draw_to(begin);
        break;
    }
}

class RuleCheck {
 public:
  RuleCheck(const AuditPart& part, std::size_t page, FaultList& faults) : part_(part), page_(page), faults_(faults) {}

  void check_page_rules() {
    const Page& page = *part_.pages[page_].page;
    for (const std::vector<FrameItem>* items : {&page.items.all(), &page.furniture})
      for (const FrameItem& item : *items) {
        if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
          if (const Letters letters{body_of(*run), &item}; letters.body.width > Length{} && letters.body.height > Length{})
            letters_.push_back(letters);
        } else if (const auto* fill = std::get_if<Fill>(&item.content)) {
          if (is_rule(fill->rect)) rules_.push_back({fill->rect, item.node});
        } else if (const auto* path = std::get_if<Path>(&item.content)) {
          add_strokes(*path, item.node, rules_);
        }
      }
    for (const Rule& rule : rules_) check(rule);
  }

 private:
  const AuditPart& part_;
  std::size_t page_;
  FaultList& faults_;
  std::vector<Letters> letters_;
  std::vector<Rule> rules_;

  static bool cross(const Rect& rule, const Rect& body) {
    const Length across = std::min(rule.right(), body.right()) - std::max(rule.x, body.x);
    const Length down = std::min(rule.bottom(), body.bottom()) - std::max(rule.y, body.y);
    const bool lies = rule.width > rule.height;
    return lies ? across > kAlong && down > kRuleTolerance : across > kRuleTolerance && down > kAlong;
  }

  // On one line, small letters above or below its baseline included.
  static bool is_near(const Rect& rule, const Rect& body, bool lies) {
    const Length around = (lies ? body.height : body.width) / 2;
    return lies ? rule.y < body.bottom() + around && body.y - around < rule.bottom()
                : rule.x < body.right() + around && body.x - around < rule.right();
  }

  // A rule that reaches no further than its block's words beside it underlines them or strikes them out.
  bool is_part_of_text(const Rule& rule, const Letters& crossed) const {
    if (rule.node != crossed.item->node) return false;
    const bool lies = rule.rect.width > rule.rect.height;
    Length from = lies ? crossed.body.x : crossed.body.y, to = lies ? crossed.body.right() : crossed.body.bottom();
    for (const Letters& other : letters_) {
      if (other.item->node != rule.node || !is_near(rule.rect, other.body, lies)) continue;
      from = std::min(from, lies ? other.body.x : other.body.y);
      to = std::max(to, lies ? other.body.right() : other.body.bottom());
    }
    const Length begins = lies ? rule.rect.x : rule.rect.y, ends = lies ? rule.rect.right() : rule.rect.bottom();
    return begins + kAlong >= from && ends - kAlong <= to;
  }

  // One fault for each rule: the first words tell where it is.
  void check(const Rule& rule) {
    for (const Letters& letters : letters_) {
      if (!cross(rule.rect, letters.body) || is_part_of_text(rule, letters)) continue;
      const std::string_view text = std::get<GlyphRun>(letters.item->content).text;
      faults_.add(FaultCode::RuleThroughText, part_, page_, letters.item->node, "through " + excerpt(text));
      return;
    }
  }
};

}  // namespace

void check_rules(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts)
    for (std::size_t p = 0; p < part.pages.size(); ++p) RuleCheck(part, p, faults).check_page_rules();
}

}  // namespace nbpublish
