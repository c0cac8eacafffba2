// The table of rules for PDFs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "preflight/rules/outlet_rules.h"

namespace nbpublish {

// X(Identifier, "stable-word", LimitKind, "unit of its numbers", "what is wrong")
#define NBP_PREFLIGHT_RULES(X)                                                                            \
  X(Damaged, "damaged", None, "", "the file is damaged and had to be mended to be read")                  \
  X(PdfVersion, "pdf-version", Number, "", "the file's version of PDF is newer than the outlet reads")    \
  X(Encryption, "encryption", None, "", "the file is encrypted")                                          \
  X(PdfX, "pdf-x", None, "", "the file does not say that it is PDF/X, or has no output intent for it")    \
  X(Title, "title", None, "", "the file has no title")                                                    \
  X(Author, "author", None, "", "the file has no author")                                                 \
  X(Xmp, "xmp", None, "", "the file has no XMP metadata")                                                 \
  X(Language, "language", None, "", "the file does not name its language")                                \
  X(TitleShown, "title-shown", None, "", "viewers are not told to show the title in their window")        \
  X(Tagged, "tagged", None, "", "the file is not tagged")                                                 \
  X(Outline, "outline", None, "", "the file has an outline (bookmarks)")                                  \
  X(Annotation, "annotation", None, "", "a page has annotations: links, comments, form fields")           \
  X(PageCountLeast, "page-count-least", Number, "pages", "the file has too few pages")                    \
  X(PageCountMost, "page-count-most", Number, "pages", "the file has too many pages")                     \
  X(PageCountEven, "page-count-even", None, "", "the count of pages is odd")                              \
  X(BlankRun, "blank-run", Number, "pages", "too many blank pages in a row")                              \
  X(LastPageBlank, "last-page-blank", None, "", "the last page is not blank")                             \
  X(PageSize, "page-size", None, "", "a page has another trimmed size than the first")                    \
  X(Boxes, "boxes", None, "", "a page box is not inside the one it belongs in")                           \
  X(Slug, "slug", None, "", "the media box is larger than the bleed box: room for crop marks")            \
  X(Bleed, "bleed", Number, "pt", "what touches the trimmed edge does not go far enough over it")         \
  X(InnerMargin, "inner-margin", ByPages, "pt", "text, pictures or rules too near the spine")             \
  X(OuterMargin, "outer-margin", Number, "pt", "text, pictures or rules too near another edge")           \
  X(FontEmbedded, "font-embedded", None, "", "a font that text is set in is not embedded")                \
  X(FontType3, "font-type3", None, "", "text is set in a Type 3 font: little drawings, often pixels")     \
  X(TextSize, "text-size", Number, "pt", "text is set too small")                                         \
  X(TextTint, "text-tint", None, "", "text is set in a tint, which is printed as dots")                   \
  X(Rgb, "rgb", None, "", "colour is given in DeviceRGB or CalRGB, or in an ICC profile of RGB")          \
  X(ColourManaged, "colour-managed", None, "", "colour is device-independent: ICC profile, Lab, CalGray") \
  X(SpotColour, "spot-colour", None, "", "a spot colour: Separation or DeviceN with an ink of its own")   \
  X(TotalInk, "total-ink", Number, "%", "the inks of a colour, added up, are too much")                   \
  X(InkUnknown, "ink-unknown", None, "", "a CMYK picture or shading whose ink could not be measured")     \
  X(FaintFill, "faint-fill", Number, "%", "a fill is so light that it may not print")                     \
  X(Transparency, "transparency", None, "", "something is transparent: soft mask, opacity, blend mode")   \
  X(TransparencyGroup, "transparency-group", None, "", "a transparency group, even if nothing in it is")  \
  X(ImageResolution, "image-resolution", Number, "ppi", "a picture has too few pixels for its size")      \
  X(LineArtResolution, "line-art-resolution", Number, "ppi", "a picture of one bit has too few pixels")   \
  X(Jpeg2000, "jpeg-2000", None, "", "a picture is compressed by JPEG 2000")                              \
  X(Hairline, "hairline", Number, "pt", "a stroke of no width, or hardly any")                            \
  X(StrokeWidth, "stroke-width", Number, "pt", "a stroke, or a filled bar, is too thin")

enum class Rule : std::uint8_t { NBP_PREFLIGHT_RULES(NBP_RULE_ID) };

RuleTable pdf_rules();

// read_outlet_rules() of the file `<name>.toml` in `outlets`.
Result<OutletRules> read_pdf_rules(const FileSystem& files, const std::filesystem::path& outlets, std::string_view name,
                                   DiagnosticSink& diagnostics);

}  // namespace nbpublish
