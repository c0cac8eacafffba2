// Where sealed parts are kept from run to run.
#pragma once

#include <optional>
#include <string>

#include "output/pdf/seal_part.h"

namespace nbpublish {

// Called from several threads at a time, with another part each.
class PartStore {
 public:
  virtual ~PartStore() = default;
  // What was kept under this name, if it was made of what `key` stands for.
  virtual std::optional<std::string> find(const std::string& part, const std::string& key) = 0;
  // A failure to keep is no failure: the part is made again.
  virtual void keep(const std::string& part, const std::string& key, const std::string& bytes) = 0;
};

// What seal_part() reads, and this program's way of sealing: equal keys stand for equal parts. 32 digits.
std::string seal_key(const PagedPart& part, const PartPlace& place, const SealSettings& settings, const FontLibrary& fonts);

// seal_part(), asked of `store` first if that is not null.
Result<SealedPart> seal_part(const PagedPart& part, const PartPlace& place, const SealSettings& settings, const GlyphTables& tables,
                             PartStore* store);

}  // namespace nbpublish
