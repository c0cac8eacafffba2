#include "layout/page/finish_volume.h"

#include <algorithm>

#include "layout/page/volume_info.h"

namespace nbpublish {
namespace {

void drop_dead_links(Page& page, const PageNumbers& numbers) {
  const auto is_dead = [&](const LinkArea& link) {
    const auto* target = std::get_if<InternalTarget>(&link.target);
    return target != nullptr && !numbers.labels.contains(destination_name(*target));
  };
  if (std::ranges::any_of(page.links, is_dead)) std::erase_if(page.links.edit(), is_dead);
}

void put_at_margin(Page& page, Length margin) {
  page.across = margin;
  for (FrameItem& item : page.furniture) shift(item, margin, {});
}

std::size_t page_count(const std::vector<VolumePart>& parts) {
  std::size_t count = 0;
  for (const VolumePart& part : parts) count += part.laid_out.part.pages.size();
  return count;
}

}  // namespace

PagedVolume finish_volume(const VolumeInput& input, WorkerPool& workers, std::vector<VolumePart> parts, const PageNumbers& numbers,
                          const DocumentsByKey& documents, DiagnosticSink& diagnostics) {
  const Style& style = *input.style;
  const std::size_t count = page_count(parts);
  const Length inside = style.inner_margin(count), outside = style.outer_margin(count);
  PagedVolume volume;
  volume.info = volume_info(input.texts);
  volume.trim = {style.trim_width, style.trim_height};
  const WorkerPool::Lease worker = workers.lease();
  int number = 0;
  for (VolumePart& part : parts) {
    if (part.restarts) number = 0;
    PagedPart& paged = part.laid_out.part;
    LayoutContext context{style, worker->shaper, worker->hyphenator, worker->words, numbers, *input.pictures, paged.tags, diagnostics, "",
                          ""};
    const auto document = documents.find(paged.key);
    const bool is_text = document != documents.end();
    if (is_text) context.file = document->second->file;
    check_running_heads(context, part.laid_out.facts, part.furniture, is_text ? document->second : nullptr);
    for (std::size_t i = 0; i < paged.pages.size(); ++i) {
      Page& page = paged.pages[i];
      page.recto = ++number % 2 == 1;
      add_furniture(context, page, part.laid_out.facts[i], part.furniture, page.recto);
      drop_dead_links(page, numbers);
      put_at_margin(page, page.recto ? inside : outside);
    }
    volume.parts.push_back(std::move(paged));
  }
  return volume;
}

}  // namespace nbpublish
