// The table of diagnostic codes: stable words that contributors can search for and CI can filter.
#pragma once

#include <cstdint>
#include <string_view>

namespace nbpublish {

// X(Identifier, "stable-word", DefaultSeverity, "what it means, for the documentation")
#define NBP_DIAGNOSTIC_CODES(X)                                                                                     \
  X(ManifestSyntax, "manifest-syntax", Error, "book.toml is not TOML")                                              \
  X(ManifestKey, "manifest-key", Error, "a key of book.toml is unknown, missing or of the wrong type")              \
  X(MissingFile, "missing-file", Error, "a file that the manifest or a chapter names is not there")                 \
  X(MissingLicence, "missing-licence", Warning, "neither rights nor licence given; 'All rights reserved'")          \
  X(StyleKey, "style-key", Error, "a key of a style file is unknown or of the wrong type")                          \
  X(StyleSheet, "style-sheet", Error, "a style sheet of the book would load something into the ebook")              \
  X(OutletRules, "outlet-rules", Error, "a key of an outlet's rules is unknown, missing or of the wrong type")      \
  X(FrontMatter, "front-matter", Error, "the YAML front matter cannot be read")                                     \
  X(InvalidText, "invalid-text", Warning, "bytes that are not UTF-8, or characters no output may carry")            \
  X(ControlCharacter, "control-character", Warning, "a control character; a sign stands for it")                    \
  X(BidiControl, "bidi-control", Warning, "an invisible character that turns text around; a sign stands for it")    \
  X(ReplacementCharacter, "replacement-character", Warning, "U+FFFD stands in the source")                          \
  X(LimitExceeded, "limit-exceeded", Error, "the file is larger or more deeply nested than is read")                \
  X(UnreadBlock, "unread-block", Warning, "a construct that is not understood was left out")                        \
  X(RawHtml, "raw-html", Warning, "an HTML element that is not supported; its text is kept")                        \
  X(PositionMismatch, "position-mismatch", Note, "the exact place could not be found; the block's is given")        \
  X(UnclosedMarkup, "unclosed-markup", Warning, "a comment, an element or a fence is opened and never closed")      \
  X(EmptyHeading, "empty-heading", Warning, "a heading has no words")                                               \
  X(Mathematics, "mathematics", Warning, "mathematics is not set; its TeX is printed as it stands")                 \
  X(HeadingSkipped, "heading-skipped", Warning, "a heading level is skipped")                                       \
  X(LabelAsHeading, "label-as-heading", Note, "a paragraph of strong words alone is set as a heading")              \
  X(ExtraH1, "extra-h1", Warning, "an H1 inside a chapter is set as H2")                                            \
  X(UndeclaredComponent, "undeclared-component", Warning, "an MDX component has no declared fallback")              \
  X(UnusedComponent, "unused-component", Note, "a component is declared in book.toml but stands in no chapter")     \
  X(MdxExpression, "mdx-expression", Warning, "an MDX expression or import could not be evaluated")                 \
  X(TableCells, "table-cells", Warning, "a table's row has more cells than the table has columns")                  \
  X(FigureAttribute, "figure-attribute", Warning, "an attribute of an image is not understood")                     \
  X(ForeignMarkup, "foreign-markup", Warning, "a form of another Markdown, printed as it stands")                   \
  X(FenceInfo, "fence-info", Warning, "an attribute of a code fence is not understood")                             \
  X(UnknownLanguage, "unknown-language", Warning, "a code fence names a language without a highlighter")            \
  X(UnresolvedReference, "unresolved-reference", Error, "a link or reference has no target")                        \
  X(OutsideReference, "outside-reference", Warning, "a link leads to a chapter that is not in this build")          \
  X(IndexMark, "index-mark", Warning, "a mark for the index, or a reference in it, is not understood")              \
  X(IndexCrowded, "index-crowded", Warning, "an index entry has too many page numbers of its own")                  \
  X(DuplicateLabel, "duplicate-label", Error, "two elements carry the same label")                                  \
  X(UnusedNote, "unused-note", Warning, "a footnote is defined but never used")                                     \
  X(DuplicateNote, "duplicate-note", Warning, "a footnote is defined twice")                                        \
  X(MissingAltText, "missing-alt-text", Warning, "an image has no alternative text")                                \
  X(ImageUnreadable, "image-unreadable", Error, "an image is damaged, of an unknown kind or too large")             \
  X(ImageResolution, "image-resolution", Warning, "an image has too few pixels for its printed size")               \
  X(DrawingFlattened, "drawing-flattened", Warning, "a drawing's transparency or gradients become pixels in print") \
  X(CoverShape, "cover-shape", Warning, "the cover picture does not fit and becomes a band")                        \
  X(CoverText, "cover-text", Warning, "words of the cover are too long for their place")                            \
  X(CoverBarcode, "cover-barcode", Warning, "the cover has no barcode, or not as it was asked for")                 \
  X(CoverPaper, "cover-paper", Warning, "the thickness of the paper is not the outlet's own figure")                \
  X(MissingGlyph, "missing-glyph", Warning, "no font has this character")                                           \
  X(OverfullLine, "overfull-line", Warning, "a line is wider than the measure")                                     \
  X(OverfullPage, "overfull-page", Warning, "something is higher than a page, and runs over its foot")              \
  X(LooseLine, "loose-line", Note, "a line had to be stretched beyond its limit")                                   \
  X(ListingTooWide, "listing-too-wide", Warning, "a code line needs more than two continuation lines")              \
  X(TableTooWide, "table-too-wide", Warning, "a table does not fit the measure")                                    \
  X(TableSmaller, "table-smaller", Note, "a table is set in smaller type to fit the measure")                       \
  X(TableTurned, "table-turned", Note, "a table is turned on a page of its own to fit")                             \
  X(TableHead, "table-head", Warning, "a table's head is too high to be repeated on the next page")                 \
  X(RunningHeadTooLong, "running-head-too-long", Warning, "a running head exceeds its share of the measure")        \
  X(PagesUnsettled, "pages-unsettled", Warning, "page numbers did not settle in the allowed rounds")                \
  X(SmallLettering, "small-lettering", Warning, "the lettering of a drawing is too small to read in print")         \
  X(Preflight, "preflight", Warning, "a print file breaks a rule of its outlet")                                    \
  X(MermaidSyntax, "mermaid-syntax", Error, "Mermaid cannot draw a diagram")                                        \
  X(MermaidNotDrawn, "mermaid-not-drawn", Error, "a Mermaid diagram is missing: nothing here can draw it")          \
  X(EmptyChapter, "empty-chapter", Warning, "a chapter has no text")                                                \
  X(LinkTarget, "link-target", Error, "a link's address is malformed or of a forbidden kind")                       \
  X(AccessibilityClaim, "accessibility-claim", Warning, "an ebook cannot have the conformance that the manifest claims")

enum class DiagCode : std::uint8_t {
#define NBP_X(id, word, severity, text) id,
  NBP_DIAGNOSTIC_CODES(NBP_X)
#undef NBP_X
};

// The stable word of a code, such as "missing-glyph".
std::string_view word_of(DiagCode code);
// One sentence for the documentation.
std::string_view meaning_of(DiagCode code);

}  // namespace nbpublish
