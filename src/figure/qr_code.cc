#include "figure/qr_code.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <algorithm>
#include <memory>
#include <string>

namespace nbpublish {
namespace {

constexpr int kQuietZone = 4;      // modules on each side
constexpr double kModule = 1.2;    // pt: what phones read from uncoated paper
constexpr double kLeastSide = 58;  // pt

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

// One path, so that no viewer shows seams between modules: a rectangle for each run of dark modules in a row.
std::string path_of(const QRcode& code) {
  std::string path;
  for (int y = 0; y < code.width; ++y) {
    const unsigned char* row = code.data + y * code.width;
    for (int x = 0; x < code.width;) {
      int end = x;
      while (end < code.width && (row[end] & 1) != 0) ++end;
      if (end > x) path += fmt::format("M{} {}h{}v1h-{}z", x + kQuietZone, y + kQuietZone, end - x, end - x);
      x = std::max(end, x + 1);
    }
  }
  return path;
}

}  // namespace

Result<PicturePtr> qr_code(std::string_view text) {
  // Level M restores 15 % of a damaged code: enough for paper, small enough for a margin.
  const Code code(QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (code == nullptr) return fail(ErrorKind::Input, fmt::format("'{}' does not fit a QR code", text));
  const int modules = code->width + 2 * kQuietZone;
  const double side = std::max(kLeastSide, modules * kModule);
  // Black on white whatever the edition's colours: that is what phones look for.
  return read_picture(
      fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" style=\"forced-color-adjust:none\" width=\"{0}pt\" height=\"{0}pt\" "
                  "viewBox=\"0 0 {1} {1}\">"
                  "<path fill=\"#fff\" d=\"M0 0h{1}v{1}h-{1}z\"/><path fill=\"#000\" d=\"{2}\"/></svg>",
                  side, modules, path_of(*code)));
}

}  // namespace nbpublish
