#include "pipeline/stored_parts.h"

#include "pipeline/stage_key.h"
#include "pipeline/stages.h"

namespace nbpublish {
namespace {

Hash128 key_of_stage(const std::string& part, const std::string& key) {
  StageKey stage("part");
  stage(part, key);
  return stage.key();
}

}  // namespace

std::optional<std::string> StoredParts::find(const std::string& part, const std::string& key) {
  if (const auto bytes = store_.find(key_of_stage(part, key))) {
    RunLog::Span(log_, stages::kPart, part).set_found();
    return *bytes;
  }
  const std::lock_guard lock(one_at_a_time_);
  begun_.try_emplace(part, log_, stages::kPart, part);
  return std::nullopt;
}

void StoredParts::keep(const std::string& part, const std::string& key, const std::string& bytes) {
  store_.keep(key_of_stage(part, key), bytes);
  const std::lock_guard lock(one_at_a_time_);
  begun_.erase(part);
}

}  // namespace nbpublish
