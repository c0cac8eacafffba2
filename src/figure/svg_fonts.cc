#include "figure/svg_fonts.h"

#include <fontconfig/fontconfig.h>

#include <memory>
#include <utility>

#include <fmt/format.h>

#include "base/xml_text.h"

namespace nbpublish {
namespace {

struct ConfigDeleter {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using Config = std::unique_ptr<FcConfig, ConfigDeleter>;

FcChar8* as_fc(std::string& text) { return reinterpret_cast<FcChar8*>(text.data()); }

// The rules of fonts.conf that say what a family stands for. The last one is for families nobody has.
std::string rules(const SvgFonts& fonts) {
  std::string out = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>";
  for (const auto& [generic, family] : {std::pair{"serif", &fonts.serif}, {"sans-serif", &fonts.sans}, {"monospace", &fonts.mono}})
    out +=
        fmt::format("<alias binding=\"same\"><family>{}</family><prefer><family>{}</family></prefer></alias>", generic, xml_text(*family));
  out += fmt::format("<match target=\"pattern\"><edit name=\"family\" mode=\"append_last\"><string>{}</string></edit></match>",
                     xml_text(fonts.sans));
  // Contextual alternates may draw other characters than were written, see text/shaper.cc. Pango asks for the features here.
  out += "<match target=\"font\"><edit name=\"fontfeatures\" mode=\"append\"><string>calt=0</string></edit></match></fontconfig>";
  return out;
}

}  // namespace

Status set_svg_fonts(const SvgFonts& fonts) {
  const Config config(FcConfigCreate());
  if (config == nullptr) return fail(ErrorKind::Environment, "fontconfig cannot be set up");
  std::string xml = rules(fonts);
  if (!FcConfigParseAndLoadFromMemory(config.get(), as_fc(xml), FcTrue))
    return fail(ErrorKind::Environment, "fontconfig refuses the rules for text in SVG drawings");
  for (const std::filesystem::path& file : fonts.files) {
    std::string name = file.string();
    if (!FcConfigAppFontAddFile(config.get(), as_fc(name)))
      return fail(ErrorKind::Environment, fmt::format("fontconfig cannot read the font file '{}'", name));
  }
  // The process keeps a reference of its own.
  if (!FcConfigSetCurrent(config.get())) return fail(ErrorKind::Environment, "fontconfig cannot use the book's fonts");
  return {};
}

}  // namespace nbpublish
