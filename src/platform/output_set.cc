#include "platform/output_set.h"

#include <utility>

#include "platform/leavings.h"

namespace nbpublish {

Status OutputSet::add(const std::filesystem::path& path, std::string_view bytes) {
  NBP_TRY_ASSIGN(std::unique_ptr<StagedFile> staged, stage_file(files_, path, bytes));
  staged_.push_back(std::move(staged));
  paths_.push_back(path);
  return {};
}

Status OutputSet::commit() {
  for (const auto& file : staged_) NBP_TRY(file->settle());
  Status put;
  undisturbed([&] { put = put_in_place(); });
  NBP_TRY(std::move(put));
  for (const auto& file : staged_) file->settle_name();
  staged_.clear();
  return {};
}

Status OutputSet::put_in_place() {
  for (std::size_t i = 0; i < staged_.size(); ++i) {
    Status put = staged_[i]->put_in_place();
    if (put) continue;
    while (i-- > 0) staged_[i]->take_back();
    return put;
  }
  return {};
}

}  // namespace nbpublish
