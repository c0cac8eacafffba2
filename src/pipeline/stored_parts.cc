#include "pipeline/stored_parts.h"

#include "pipeline/stage_key.h"

namespace nbpublish {
namespace {

Hash128 stage_key(const std::string& part, const std::string& key) { return StageKey("part").add(part).add(key).key(); }

}  // namespace

std::optional<std::string> StoredParts::find(const std::string& part, const std::string& key) {
  const auto bytes = store_.find(stage_key(part, key));
  return bytes ? std::optional(*bytes) : std::nullopt;
}

void StoredParts::keep(const std::string& part, const std::string& key, const std::string& bytes) {
  store_.keep(stage_key(part, key), bytes);
}

}  // namespace nbpublish
