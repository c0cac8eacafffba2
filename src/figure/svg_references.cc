// References inside an SVG: attributes, style sheets, embedded pictures.
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "figure/base64.h"
#include "figure/raster.h"
#include "figure/svg_sanitise.h"

namespace nbpublish {
namespace {

constexpr std::size_t kShownLength = 60;

std::string shown(std::string_view reference) {
  return std::string(reference.substr(0, kShownLength)) + (reference.size() > kShownLength ? "..." : "");
}

std::unexpected<Error> outside(std::string_view reference) {
  return fail(ErrorKind::Input, fmt::format("the SVG refers to something outside itself: {}", shown(reference)),
              "embed it in the file; the book must not depend on addresses or other files");
}

constexpr std::string_view kAround = " \t\r\n\f\"'";  // an address: white space and quotation marks

// Whether what stands before a gap and what stands behind it would together begin what is removed, or a comment.
bool joins_badly(std::string_view before, std::string_view behind, std::string_view begin) {
  for (const std::string_view word : {begin, std::string_view("/*")}) {
    const std::size_t most = word.size() - 1;
    const std::string seam = lowered(before.substr(before.size() - std::min(before.size(), most))) + lowered(behind.substr(0, most));
    if (seam.find(word) != std::string::npos) return true;
  }
  return false;
}

// Removes each stretch from `begin` to `end`; an unclosed one reaches to the end of the text.
std::string without(std::string_view text, const std::string& lower_text, std::string_view begin, std::string_view end) {
  std::string result;
  const auto append = [&](std::string_view kept) {
    if (joins_badly(result, kept, begin)) result += ' ';
    result += kept;
  };
  std::size_t done = 0;
  for (std::size_t at; (at = lower_text.find(begin, done)) != std::string::npos;) {
    append(text.substr(done, at - done));
    const std::size_t close = lower_text.find(end, at + begin.size());
    done = close == std::string::npos ? text.size() : close + end.size();
  }
  append(text.substr(std::min(done, text.size())));
  return result;
}

}  // namespace

Status check_urls(std::string_view value) {
  const std::string text = lowered(value);
  for (std::size_t at = 0; (at = text.find("url(", at)) != std::string::npos;) {
    at += 4;
    const std::size_t close = std::min(text.find(')', at), text.size());
    const std::string_view reference = trimmed(value.substr(at, close - at), kAround);
    if (!reference.starts_with('#')) return outside(reference);
  }
  for (const std::string_view function : {"image(", "image-set(", "src("})
    if (text.find(function) != std::string::npos) return outside(value);
  if (text.find('\\') != std::string::npos && text.find('(') != std::string::npos) return outside(value);  // u\72l(
  return {};
}

Result<std::string> sanitise_css(std::string_view css) {
  if (css.find('\\') != std::string_view::npos)
    return fail(ErrorKind::Input, "the SVG's style sheet has backslash escapes, which are not read", "write the characters themselves");
  const std::string plain = without(css, std::string(css), "/*", "*/");
  std::string result = without(plain, lowered(plain), "@font-face", "}");
  if (lowered(result).find("@import") != std::string::npos) return outside("@import in a style sheet");
  NBP_TRY(check_urls(result));
  return result;
}

Status check_reference(std::string_view reference, const PictureLimits& limits) {
  reference = trimmed(reference, kAround);
  if (reference.empty() || reference.starts_with('#')) return {};
  const std::size_t comma = reference.find(',');
  const std::string head = lowered(reference.substr(0, std::min(comma, reference.size())));
  const bool png = head == "data:image/png;base64";
  if (!png && head != "data:image/jpeg;base64" && head != "data:image/jpg;base64") return outside(reference);
  const std::string bytes = decode_base64(reference.substr(comma + 1));
  const Result<Raster> raster = png ? read_png(bytes, limits) : read_jpeg(bytes, limits);
  if (!raster) return fail(ErrorKind::Input, fmt::format("a picture embedded in the SVG: {}", raster.error().message), raster.error().hint);
  return {};
}

}  // namespace nbpublish
