// What is told of a volume, a text or a page: why it was made in the last run, or will be made in the next.
#pragma once

#include <optional>
#include <string>

#include "pipeline/record_changes.h"
#include "pipeline/volume_record.h"

namespace nbpublish {

// A volume as it is now, as the last run left it, and as the run before that did.
struct VolumeStory {
  std::string key, title;
  VolumeRecord now;
  std::optional<VolumeRecord> last{}, before{};
};

// At most some forty lines: what will be made and why, or, where nothing will, what the last run made.
std::string explain_volume(const VolumeStory& story);
// A text with its pages. It is one of story.now.
std::string explain_text(const VolumeStory& story, const RecordedText& text);
// The page of that folio in each layout, a line each; empty if there is none.
std::string explain_page(const VolumeStory& story, const std::string& label);

}  // namespace nbpublish
