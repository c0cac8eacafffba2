#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "preflight/epub/epub_checks.h"
#include "preflight/epub/shown.h"

namespace nbpublish {
namespace {

bool is_plain(char c) { return is_alphanumeric(c) || c == '.' || c == '-' || c == '_' || c == '/'; }

void check_names(const EpubBook& book, Findings& findings) {
  std::map<std::string, std::string_view> by_lower;
  for (const ZipEntry& entry : book.archive.entries()) {
    const Place place{shown_word(entry.name), 0};
    const auto odd = std::ranges::find_if(entry.name, [](char c) { return !is_plain(c); });
    if (odd != entry.name.end())
      findings.add(EpubRule::FileName, place,
                   static_cast<unsigned char>(*odd) >= 0x80 ? "it has letters beyond ASCII"
                   : *odd == ' '                            ? "it has a space"
                                                            : fmt::format("it has '{}'", shown_word(std::string_view(&*odd, 1))));
    const auto [other, is_new] = by_lower.emplace(lowered(entry.name), entry.name);
    if (!is_new) findings.add(EpubRule::FileName, place, fmt::format("it differs from {} by capitals alone", in_quotes(other->second)));
  }
}

bool belongs_to_container(std::string_view name) { return name == "mimetype" || name.starts_with("META-INF/"); }

}  // namespace

void check_files(const EpubBook& book, std::size_t file_bytes, Findings& findings) {
  findings.at_most(EpubRule::FileSize, 0, static_cast<double>(file_bytes) / 1e6, "");
  findings.at_most(EpubRule::FileCount, 0, static_cast<double>(book.archive.entries().size()), "");
  check_names(book, findings);
  for (const ZipEntry& entry : book.archive.entries())
    if (!belongs_to_container(entry.name) && entry.name != book.package.path && !book.package.item_of(entry.name))
      findings.add(EpubRule::ManifestUnlisted, {shown_word(entry.name), 0}, fmt::format("{} bytes", entry.size));
}

}  // namespace nbpublish
