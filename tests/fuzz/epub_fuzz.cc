// An EPUB's package and what it lists. The input is its files as text: a line "@@ NAME" begins each, so that the fuzzer need not
// find checksums.
#include <algorithm>

#include "fuzz/all_rules.h"
#include "fuzz/fuzz.h"
#include "preflight/epub/preflight_epub.h"
#include "unit/preflight_epub/made_zip.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

constexpr const char* kContainer =
    R"(<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>)"
    R"(<rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>)";

std::string archive_of(std::string_view text) {
  testing::MadeZip zip;
  zip.entries = {{"mimetype", "application/epub+zip"}};
  if (text.find("@@ META-INF/container.xml\n") == std::string_view::npos) zip.entries.push_back({"META-INF/container.xml", kContainer});
  while (!text.empty()) {
    const std::size_t begin = text.find("@@ ");
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin + 3);
    const std::size_t name = std::min(text.find('\n'), text.size());
    const std::size_t end = std::min(text.find("\n@@ ", name), text.size());
    const std::size_t body = std::min(name + 1, end);
    zip.entries.push_back({std::string(text.substr(0, name)), std::string(text.substr(body, end - body))});
    text.remove_prefix(end);
  }
  return zip.bytes();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const OutletRules kRules = all_rules(epub_rules());
  const std::string archive = archive_of(text_of(data, size));
  const Result<PreflightReport> report = preflight_epub(archive, "a.epub", kRules);
  if (!report) {
    must(report.error().kind == ErrorKind::Input, "what is refused is the file's fault");
    return 0;
  }
  for (const Finding& finding : report->findings) must(finding.rule.row < kRules.rules.size(), "findings are of the outlet's rules");
  must(preflight_text(*report) == preflight_text(*preflight_epub(archive, "a.epub", kRules)), "read twice tells the same");
  (void)preflight_json(*report);
  return 0;
}
