#include "pipeline/stored_drawings.h"

#include "archive/document_fields.h"
#include "pipeline/stage_key.h"

namespace nbpublish {
namespace {

Hash128 key_of_drawing(Hash128 drawing) {
  StageKey stage("drawing");
  stage(drawing);
  return stage.key();
}

}  // namespace

std::optional<std::string> StoredDrawings::find(Hash128 key) {
  const auto bytes = store_.find(key_of_drawing(key));
  return bytes ? std::optional(*bytes) : std::nullopt;
}

void StoredDrawings::keep(Hash128 key, const std::string& bytes) { store_.keep(key_of_drawing(key), bytes); }

}  // namespace nbpublish
