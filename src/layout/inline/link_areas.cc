#include "layout/inline/link_areas.h"

namespace nbpublish {
namespace {

// Link areas reach over the letters' height.
constexpr double kLinkAscent = 0.78, kLinkDescent = 0.24;

}  // namespace

void LinkAreas::enter(const TextSpan& span, Length x) {
  if (span.link == link_) return;
  close();
  link_ = span.link;
  if (span.link < 0) return;
  const TextLink& link = text_.links[static_cast<std::size_t>(span.link)];
  const Length size = span.style.size;
  open_ = {{x, -size.scaled(kLinkAscent) - span.style.raise, {}, size.scaled(kLinkAscent + kLinkDescent)},
           link.target,
           link.tag,
           link.description};
}

void LinkAreas::close() {
  if (link_ >= 0 && open_.rect.width > Length{}) closed_.push_back(std::move(open_));
  link_ = -1;
  open_ = {};
}

}  // namespace nbpublish
