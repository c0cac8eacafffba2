#include "pipeline/layouts.h"

#include <algorithm>
#include <string_view>

namespace nbpublish {

Result<const PagedVolume*> Layouts::of(const Style& style, DiagnosticSink& diagnostics) {
  std::unique_ptr<Made>& made = made_[&style];
  if (made == nullptr) {
    auto fresh = std::unique_ptr<Made>(new Made{StyledBuild(build_, style), {}});
    NBP_TRY_ASSIGN(fresh->pages, lay_out(fresh->styled.build(), style, typography_, execution_, diagnostics));
    made = std::move(fresh);
  }
  return &made->pages;
}

void Layouts::add_pages_to(PagesByStyle& pages) const {
  for (const auto& [style, made] : made_)
    if (made != nullptr) add_pages(made->pages, pages[style]);
}

std::vector<std::pair<const Style*, const PagedVolume*>> Layouts::made() const {
  std::vector<std::pair<const Style*, const PagedVolume*>> out;
  for (const auto& [style, made] : made_)
    if (made != nullptr) out.emplace_back(style, &made->pages);
  std::ranges::sort(out, {}, [](const auto& layout) { return std::string_view(layout.first->name); });
  return out;
}

}  // namespace nbpublish
