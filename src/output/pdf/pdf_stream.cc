#include "output/pdf/pdf_stream.h"

#include <fmt/format.h>
#include <libdeflate.h>

#include <memory>
#include <new>

namespace nbpublish {
namespace {

// Of 683 pages' 11 MB, level 6 takes 0.19 s; level 1 takes 0.06 s and leaves 10 % more, level 9 takes 0.49 s and leaves 1 % less.
constexpr int kLevel = 6;

struct Free {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

// One for each thread: it is of some size, and knows nothing of what it did before.
libdeflate_compressor* compressor() {
  thread_local const std::unique_ptr<libdeflate_compressor, Free> owned(libdeflate_alloc_compressor(kLevel));
  if (!owned) throw std::bad_alloc();
  return owned.get();
}

}  // namespace

std::string deflated(std::string_view data) {
  std::string out(libdeflate_zlib_compress_bound(compressor(), data.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor(), data.data(), data.size(), out.data(), out.size()));
  return out;
}

std::string pdf_stream(std::string_view entries, std::string_view data) {
  constexpr std::string_view kFilter = "/Filter /FlateDecode ";
  const std::string small = deflated(data);
  if (small.size() + kFilter.size() >= data.size()) return pdf_stream_as_is(entries, data);
  return pdf_stream_as_is(std::string(kFilter).append(entries), small);
}

std::string pdf_stream_as_is(std::string_view entries, std::string_view data) {
  std::string out =
      fmt::format("<< /Length {} {}{}>>\nstream\n", data.size(), entries, entries.empty() || entries.ends_with(' ') ? "" : " ");
  // PDF/A wants a line's end before the keyword (ISO 19005-2, 6.1.7.1).
  return out.append(data).append("\nendstream");
}

}  // namespace nbpublish
