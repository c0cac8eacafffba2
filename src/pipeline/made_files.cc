#include "pipeline/made_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace nbpublish {
namespace {

// All files of a kind.
struct Sum {
  std::string_view kind;
  std::size_t files = 0, pages = 0;
};

std::string words_of(const Sum& sum) {
  if (sum.pages > 0) return fmt::format("{} {} page{}", sum.kind, sum.pages, sum.pages == 1 ? "" : "s");
  return sum.files == 1 ? std::string(sum.kind) : fmt::format("{} {}", sum.files, sum.kind);
}

}  // namespace

Status MadeFiles::add(const std::filesystem::path& path, std::string_view kind, std::size_t pages, std::string_view bytes) {
  NBP_TRY(outputs_.add(path, bytes));
  files_.push_back({path, volume_, std::string(kind), pages});
  return {};
}

Status MadeFiles::commit(std::vector<MadeFile>& made) {
  NBP_TRY(outputs_.commit());
  std::ranges::move(files_, std::back_inserter(made));
  files_.clear();
  return {};
}

std::string summary_of(const std::vector<MadeFile>& made) {
  if (made.empty()) return "nothing was made";
  std::set<std::string_view> volumes;
  std::vector<Sum> sums;
  for (const MadeFile& file : made) {
    volumes.insert(file.volume);
    if (file.kind.empty()) continue;
    auto sum = std::ranges::find(sums, std::string_view(file.kind), &Sum::kind);
    if (sum == sums.end()) sum = sums.insert(sums.end(), Sum{file.kind});
    ++sum->files;
    sum->pages += file.pages;
  }
  std::string out = volumes.size() == 1 ? std::string(*volumes.begin()) : fmt::format("{} volumes", volumes.size());
  for (const Sum& sum : sums) out += (&sum == &sums.front() ? ": " : ", ") + words_of(sum);
  return out;
}

}  // namespace nbpublish
