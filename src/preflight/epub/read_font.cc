#include "preflight/epub/readers.h"

namespace nbpublish {
namespace {

// TrueType, OpenType and WOFF 1 are shown everywhere.
std::string_view fault_of(std::string_view bytes) {
  const std::string_view magic = bytes.substr(0, 4);
  if (magic == std::string_view("\0\1\0\0", 4) || magic == "true" || magic == "OTTO" || magic == "wOFF") return {};
  if (magic == "wOF2") return "WOFF 2";
  return magic == "ttcf" ? "a collection of fonts" : "no TrueType, OpenType or WOFF";
}

}  // namespace

void read_font(Reading& reading, const std::string& file) {
  const ZipEntry* entry = reading.book.archive.find(file);
  if (!entry || reading.book.obfuscated.contains(file)) return;
  const std::string bytes = reading.book.archive.read(*entry);
  if (const std::string_view fault = fault_of(bytes); !fault.empty())
    reading.findings.add(EpubRule::FontFormat, {file, 0}, std::string(fault));
}

}  // namespace nbpublish
