// What is painted on a page of a PDF. A first line "%% KEYS" is added to the page's resources; the rest is the content of the page, and
// of the form and the tile that it may use.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "fuzz/all_rules.h"
#include "fuzz/fuzz.h"
#include "preflight/content_reader.h"
#include "preflight/preflight.h"
#include "preflight/rule.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

std::string stream(std::string_view keys, std::string_view data) {
  return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", keys, data.size(), data);
}

std::string file_of(const std::vector<std::string>& objects) {
  std::string out = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  return fmt::format("{0}xref\n0 {1}\n0000000000 65535 f \n{2}trailer\n<< /Size {1} /Root 1 0 R >>\nstartxref\n{3}\n%%EOF\n", out,
                     objects.size() + 1, table, out.size());
}

constexpr std::string_view kFonts =
    "/Font << /F << /Type /Font /Subtype /TrueType /BaseFont /S /FirstChar 32 /Widths [250 500 500] >> "
    "/G << /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.01 0 0 .01 0 0] /FirstChar 32 /Widths [9 9] "
    "/CharProcs << /a 6 0 R >> /Encoding << /Differences [32 /a /a] >> >> >>";
constexpr std::string_view kOthers =
    "/XObject << /X 5 0 R /I 7 0 R >> /Pattern << /P 6 0 R >> /Shading << /H << /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 9 9] "
    "/Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >> >> >> "
    "/ColorSpace << /C [/Separation /Ink /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0 1 0] /N 1 >>] "
    "/D [/Indexed /DeviceRGB 1 (abcdef)] >> /ExtGState << /S << /ca .5 /LW 0 /BM /Multiply >> >>";

std::string pdf_of(std::string_view keys, std::string_view content) {
  const std::string resources = fmt::format("/Resources << {} {} {} >>", kFonts, kOthers, keys);
  const std::string inner = "/Resources << /XObject << /I 7 0 R >> >>";
  return file_of(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
       fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 450 666] /TrimBox [9 9 441 657] /Contents 4 0 R {} >>", resources),
       stream("", content), stream("/Subtype /Form /BBox [0 0 99 99] " + inner, content),
       stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 " + inner, content),
       stream("/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceCMYK", "0123456789abcdef")});
}

void read_operators(const std::string& content) {
  Budget budget(1u << 20, 1u << 16, 1u << 20);
  try {
    read_content(content, budget, [](std::string_view name, const Operands& operands) {
      must(!name.empty() && operands.size() <= kMostOperands, "operators have a name and not too many operands");
    });
  } catch (const LimitPassed&) {
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const OutletRules kRules = all_rules(pdf_rules());
  std::string_view text = text_of(data, size), keys;
  if (text.starts_with("%% ")) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    keys = text.substr(3, end - 3);
    text.remove_prefix(end);
  }
  read_operators(std::string(text));
  const std::string pdf = pdf_of(keys, text);
  const Result<PreflightReport> report = preflight(pdf, "a.pdf", kRules);
  must(report || report.error().kind == ErrorKind::Input, "what is refused is the file's fault");
  if (report) (void)preflight_json(*report);
  return 0;
}
