#include "pipeline/stored_packs.h"

#include "archive/document_fields.h"
#include "pipeline/stage_key.h"

namespace nbpublish {
namespace {

Hash128 key_of_step(std::string_view step, Hash128 key) {
  StageKey stage("ebook");
  stage(std::string(step), key);
  return stage.key();
}

}  // namespace

std::optional<std::string> StoredPacks::find(std::string_view step, Hash128 key) {
  const auto bytes = store_.find(key_of_step(step, key));
  return bytes ? std::optional(*bytes) : std::nullopt;
}

void StoredPacks::keep(std::string_view step, Hash128 key, const std::string& bytes) { store_.keep(key_of_step(step, key), bytes); }

}  // namespace nbpublish
