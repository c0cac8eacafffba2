// StageKey: by what the store knows a stage's value: the hash of all that the value depends on.
#pragma once

#include <string>

#include "archive/encoder.h"
#include "base/hash_stream.h"

namespace nbpublish {

class StageKey {
 public:
  // The stage's word. Of another program, or with other libraries, each stage has other keys.
  explicit StageKey(const std::string& stage);
  StageKey(const StageKey&) = delete;

  // Values of any type whose fields are known (archive/fields.h), in a fixed order.
  void operator()(const auto&... values) { encoder_(values...); }
  // Of all that was added; nothing more may be.
  Hash128 key();

 private:
  HashStream hash_;
  Encoder encoder_{hash_};
};

}  // namespace nbpublish
