#include "accept_report.h"

#include <algorithm>

#include "base/xml_text.h"
#include "difference.h"
#include "drawn_frames.h"

namespace nbpublish::cases {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>What has changed</title><style>
body { font: 14px sans-serif; margin: 2em; background: #f6f6f6 }
.pages { display: grid; grid-template-columns: 1fr 1fr; gap: 1em }
figure { margin: 0; overflow: auto } svg { background: #fff; border: 1px solid #bbb; max-width: 100%; height: auto; font-family: monospace }
svg text { white-space: pre } pre { background: #fff; border: 1px solid #bbb; padding: .5em; overflow: auto }
.old { color: #a00 } .new { color: #060 } .place { color: #777 }
</style></head><body>
<h1>What has changed</h1>
)";

std::string page(const std::vector<DrawnPage>& pages, std::size_t i, std::string_view when) {
  if (i >= pages.size()) return "<figure><figcaption>no page</figcaption></figure>";
  return "<figure><figcaption>" + xml_text(pages[i].label) + ", " + std::string(when) + "</figcaption>" + pages[i].svg + "</figure>";
}

std::string pages_of(const Change& change) {
  const std::vector<DrawnPage> before = drawn_pages(change.before, change.after), after = drawn_pages(change.after, change.before);
  std::string out = "<div class=\"pages\">\n";
  for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
    const bool is_same = i < before.size() && i < after.size() && before[i].svg == after[i].svg;
    if (!is_same) out += page(before, i, "before") + page(after, i, "after") + '\n';
  }
  return out + "</div>\n";
}

std::string difference_of(const Change& change) {
  std::string out = "<pre>";
  for (const std::string& line : lines_of(unified_difference(change.before, change.after))) {
    const char* kind = line.starts_with('-') ? "old" : line.starts_with('+') ? "new" : line.starts_with('@') ? "place" : "";
    out += "<span class=\"" + std::string(kind) + "\">" + xml_text(line) + "</span>\n";
  }
  return out + "</pre>\n";
}

}  // namespace

std::string as_text(const std::vector<Change>& changes) {
  std::string out;
  for (const Change& change : changes) out += change.name + ": " + change.section + "\n" + unified_difference(change.before, change.after);
  return out;
}

std::string as_html(const std::vector<Change>& changes) {
  std::string out(kHead);
  if (changes.empty()) out += "<p>Nothing.</p>\n";
  for (const Change& change : changes) {
    out += "<h2>" + xml_text(change.name) + ": " + change.section + "</h2>\n";
    if (change.section == "frames") out += pages_of(change);
    out += difference_of(change);
  }
  return out + "</body></html>\n";
}

}  // namespace nbpublish::cases
