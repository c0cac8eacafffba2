// What stands behind the fence of a listing.
#include "fuzz/fuzz.h"
#include "source/fence_info.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ParsedFenceInfo parsed = parse_fence_info(text_of(data, size));
  std::size_t from = 0;
  for (const auto& [begin, end] : parsed.unknown) {
    must(from <= begin && begin < end && end <= size, "what was not understood stands in the text, in order");
    from = end;
  }
  for (const auto& [first, last] : parsed.info.marked) must(first >= 1 && first <= last, "marked lines are ranges");
  must(parsed.info.marked.size() <= size && parsed.caption.size() <= size, "nothing grows");
  return 0;
}
