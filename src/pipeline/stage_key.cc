#include "pipeline/stage_key.h"

#include "archive/document_fields.h"
#include "platform/program_identity.h"

namespace nbpublish {

StageKey::StageKey(const std::string& stage) {
  static const Hash128 kProgram = identity_of_program();
  encoder_(stage, kProgram);
}

Hash128 StageKey::key() {
  encoder_.finish();
  return hash_.hash();
}

}  // namespace nbpublish
