// The table of rules for EPUBs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "preflight/rules/outlet_rules.h"

namespace nbpublish {

// X(Identifier, "stable-word", LimitKind, "unit of its numbers", "what is wrong")
#define NBP_EPUB_RULES(X)                                                                                                           \
  X(FileSize, "file-size", Number, "MB", "the book is too large")                                                                   \
  X(FileCount, "file-count", Number, "files", "the book has too many files")                                                        \
  X(Mimetype, "mimetype", None, "", "the file does not begin as an EPUB does")                                                      \
  X(FileName, "file-name", None, "", "a file's name that some readers cannot take")                                                 \
  X(Encryption, "encryption", None, "", "a file of the book is encrypted")                                                          \
  X(FontObfuscation, "font-obfuscation", None, "", "a font is obfuscated")                                                          \
  X(EpubVersion, "epub-version", Number, "", "the book is of an old version of EPUB")                                               \
  X(Identifier, "identifier", None, "", "the book has no unique identifier")                                                        \
  X(Isbn, "isbn", None, "", "an identifier that says it is an ISBN is none")                                                        \
  X(Title, "title", None, "", "the book has no title")                                                                              \
  X(Language, "language", None, "", "the book's language is not named, or not by a tag of BCP 47")                                  \
  X(Modified, "modified", None, "", "the day of the last change is missing, or not in the form of EPUB")                            \
  X(FixedLayout, "fixed-layout", None, "", "pages have a fixed layout")                                                             \
  X(Accessibility, "accessibility", None, "", "metadata on accessibility are missing")                                              \
  X(AccessibilityClaim, "accessibility-claim", None, "", "the book does not say which accessibility standard it meets, or by whom") \
  X(ManifestItem, "manifest-item", None, "", "an item of the manifest is not complete, or there twice")                             \
  X(ManifestMissing, "manifest-missing", None, "", "a file of the manifest is not in the book")                                     \
  X(ManifestUnlisted, "manifest-unlisted", None, "", "a file is not in the manifest")                                               \
  X(MediaType, "media-type", None, "", "a file is of a type that readers need not know, or of another than it says")                \
  X(Spine, "spine", None, "", "the reading order is broken")                                                                        \
  X(Nav, "nav", None, "", "the navigation document is missing, or has no table of contents")                                        \
  X(NavDepth, "nav-depth", Number, "levels", "the table of contents is too deep")                                                   \
  X(PageList, "page-list", None, "", "there is no list of the printed book's pages")                                                \
  X(Landmarks, "landmarks", None, "", "no landmark says where the text begins")                                                     \
  X(Ncx, "ncx", None, "", "the table of contents of EPUB 2 (NCX) is missing or broken")                                             \
  X(NcxDepth, "ncx-depth", Number, "levels", "the NCX is too deep")                                                                 \
  X(Cover, "cover", None, "", "no picture is marked as the cover")                                                                  \
  X(CoverMeta, "cover-meta", None, "", "older readers do not find the cover")                                                       \
  X(CoverFormat, "cover-format", None, "", "the cover is neither JPEG nor PNG")                                                     \
  X(CoverShortSide, "cover-short-side", Number, "px", "the cover is too small")                                                     \
  X(CoverLongSide, "cover-long-side", Number, "px", "the cover is smaller than advised")                                            \
  X(CoverMost, "cover-most", Number, "px", "the cover is too large")                                                                \
  X(CoverRatio, "cover-ratio", Number, "", "the cover is too wide for its height")                                                  \
  X(CoverPage, "cover-page", None, "", "the cover shares its page with text")                                                       \
  X(ContentSize, "content-size", Number, "MB", "a file of text is too large")                                                       \
  X(Xml, "xml", None, "", "a file cannot be read as XML")                                                                           \
  X(Entity, "entity", None, "", "an entity that readers need not know")                                                             \
  X(PageTitle, "page-title", None, "", "a file of text has no title")                                                               \
  X(Link, "link", None, "", "a link leads nowhere")                                                                                 \
  X(Resource, "resource", None, "", "a file that is shown or used is not in the book")                                              \
  X(RemoteResource, "remote-resource", None, "", "something is loaded from the network")                                            \
  X(Script, "script", None, "", "there are scripts")                                                                                \
  X(Form, "form", None, "", "there are forms")                                                                                      \
  X(Frame, "frame", None, "", "there are frames, or embedded objects")                                                              \
  X(Media, "media", None, "", "there is sound or video")                                                                            \
  X(TableColumns, "table-columns", Number, "columns", "a table has too many columns for small screens")                             \
  X(InlineStyle, "inline-style", None, "", "looks are set in the text itself")                                                      \
  X(CssPosition, "css-position", None, "", "something is placed on the screen, out of the flow of text")                            \
  X(CssFontSize, "css-font-size", None, "", "a size of type is fixed, so that readers cannot change it")                            \
  X(CssPageColour, "css-page-colour", None, "", "colours are set for the whole page, against the reader's theme")                   \
  X(ImageDamaged, "image-damaged", None, "", "a picture cannot be read")                                                            \
  X(ImageFormat, "image-format", None, "", "a picture is of a format that the outlet's readers need not know")                      \
  X(ImagePixels, "image-pixels", Number, "million pixels", "a picture has too many pixels")                                         \
  X(ImagePixelsAdvised, "image-pixels-advised", Number, "million pixels", "a picture has more pixels than advised")                 \
  X(ImageSize, "image-size", Number, "MB", "a picture is too large")                                                                \
  X(ImageCmyk, "image-cmyk", None, "", "a picture is in the inks of printing")                                                      \
  X(ImageAnimated, "image-animated", None, "", "a picture moves")                                                                   \
  X(ImageTransparent, "image-transparent", None, "", "a picture has a transparent ground")                                          \
  X(ImageText, "image-text", None, "", "a picture has no text that stands for it")                                                  \
  X(SvgSide, "svg-side", Number, "px", "an SVG says that it is too large")                                                          \
  X(FontFormat, "font-format", None, "", "a font is of a format that the outlet's readers need not know")

enum class EpubRule : std::uint8_t { NBP_EPUB_RULES(NBP_RULE_ID) };

RuleTable epub_rules();

// read_outlet_rules() of the file `ebooks/<name>.toml` in `outlets`.
Result<OutletRules> read_epub_rules(const FileSystem& files, const std::filesystem::path& outlets, std::string_view name,
                                    DiagnosticSink& diagnostics);

}  // namespace nbpublish
