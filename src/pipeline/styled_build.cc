#include "pipeline/styled_build.h"

#include "document/printed_urls.h"

namespace nbpublish {
namespace {

bool changes_texts(const Style& style) { return style.printed_urls == "notes"; }

LoadedVolume with_notes(LoadedVolume loaded) {
  for (auto* texts : {&loaded.chapters, &loaded.matter})
    for (auto& [key, document] : *texts) document = with_printed_urls(std::move(document));
  return loaded;
}

}  // namespace

StyledBuild::StyledBuild(const VolumeBuild& build, const Style& style)
    : own_(changes_texts(style) ? with_notes(build.loaded) : LoadedVolume{}),
      build_{build.book, build.volume, changes_texts(style) ? own_ : build.loaded, build.pictures, build.early_access} {}

}  // namespace nbpublish
