#include "pipeline/stored_parts.h"

#include "pipeline/stage_key.h"

namespace nbpublish {
namespace {

Hash128 key_of_stage(const std::string& part, const std::string& key) {
  StageKey stage("part");
  stage(part, key);
  return stage.key();
}

}  // namespace

std::optional<std::string> StoredParts::find(const std::string& part, const std::string& key) {
  const auto bytes = store_.find(key_of_stage(part, key));
  return bytes ? std::optional(*bytes) : std::nullopt;
}

void StoredParts::keep(const std::string& part, const std::string& key, const std::string& bytes) {
  store_.keep(key_of_stage(part, key), bytes);
}

}  // namespace nbpublish
