// Faults of laid-out pages: one table, after the twenty-five of docs/design.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nbpublish {

// X(Identifier, "stable-word", number in docs/design.md, share that is allowed in 1/1000, "what is wrong")
// A share is of what was looked at (Audit::looked_at): lines, listings, spreads, chapters; 0: no such fault is allowed.
#define NBP_PAGE_FAULTS(X)                                                                                        \
  X(OutsideFrame, "outside-frame", 1, 0, "text, rule or picture outside the text block, or beyond hanging")       \
  X(TextOverlap, "text-overlap", 1, 0, "two pieces of text on one line overlap")                                  \
  X(RuleThroughText, "rule-through-text", 1, 0, "a rule, bar or frame crosses letters that it is not part of")    \
  X(Widow, "widow", 2, 0, "the last line of a paragraph alone at the top of a page")                              \
  X(Orphan, "orphan", 2, 0, "the first line of a paragraph alone at the foot of a page")                          \
  X(WordPartAtTop, "word-part-at-top", 2, 0, "a page begins with the rest of a divided word")                     \
  X(StrandedHeading, "stranded-heading", 3, 0, "a heading with fewer than two lines below it on its page")        \
  X(StrongParagraph, "strong-paragraph", 3, 0, "strong words alone, which are a heading, are set as text")        \
  X(PartedLeadIn, "parted-lead-in", 4, 0, "a lead-in on another page than the first lines of what it announces")  \
  X(SplitListing, "split-listing", 5, 0, "a listing that is short enough to stay whole is split")                 \
  X(ListingStub, "listing-stub", 5, 0, "too few lines of a split listing on one of its pages")                    \
  X(PartedListing, "parted-listing", 5, 3, "a listing of up to twelve lines is split")                            \
  X(HangingRule, "hanging-rule", 5, 0, "the rule beside a split listing goes on below its last line")             \
  X(SpacedHyphen, "spaced-hyphen", 6, 0, "a hyphen between spaces stands for a dash")                             \
  X(StraightQuote, "straight-quote", 6, 0, "a straight quotation mark in prose")                                  \
  X(CurlyQuoteInCode, "curly-quote-in-code", 6, 0, "a curly quotation mark in code that its source lacks")        \
  X(UnequalSpread, "unequal-spread", 7, 0, "facing pages end on different lines")                                 \
  X(ShortPage, "short-page", 7, 0, "a page under 95 % full, neither last nor matched by its facing page")         \
  X(Hole, "hole", 7, 0, "more than three lines are missing at the end of a page that is not the last")            \
  X(UnequalTops, "unequal-tops", 7, 20, "the first lines of facing pages are more than 4 apart")                  \
  X(ShortEnd, "short-end", 7, 36, "a chapter ends with under eight lines on a leaf of their own")                 \
  X(OffGrid, "off-grid", 8, 0, "a baseline of running text off the grid")                                         \
  X(AddedWhite, "added-white", 8, 0, "what a list or alert has below it adds to the white of a heading")          \
  X(LooseSpace, "loose-word-space", 9, 5, "a line with word spaces over 2.0 of their natural width")              \
  X(RaggedLine, "ragged-line", 9, 25, "a justified line that ends early, for what follows has no place to break") \
  X(TightSpace, "tight-word-space", 9, 5, "a line with word spaces under 0.75 of their natural width")            \
  X(LooseLines, "loose-lines", 9, 0, "three loose lines (over 1.4) in a row")                                     \
  X(River, "river", 9, 0, "wide gaps of four lines in a row stand below each other")                              \
  X(HyphenLadder, "hyphen-ladder", 10, 0, "more than two lines in a row end with a hyphen")                       \
  X(HyphenAtFoot, "hyphen-at-foot", 10, 0, "a recto ends with a divided word")                                    \
  X(MisplacedHyphen, "misplaced-hyphen", 10, 0, "a word divided in a heading, the contents or code")              \
  X(BrokenName, "broken-name", 10, 0, "a name of code under 28 characters is broken in text")                     \
  X(ShortLastLine, "short-last-line", 11, 5, "a paragraph's last line is too short, or only a word-part")         \
  X(WrappedRest, "wrapped-rest", 11, 0, "under five columns of a wrapped line of code are left")                  \
  X(StackedWords, "stacked-words", 12, 0, "three lines in a row begin or end with the same word")                 \
  X(WrongFace, "wrong-face", 13, 0, "a common character from a fallback or the emoji face")                       \
  X(MissingGlyphDrawn, "missing-glyph-drawn", 13, 0, "a box stands for a character that no face has")             \
  X(Replacement, "replacement-character", 13, 0, "U+FFFD on a page that its source lacks")                        \
  X(WrongSize, "wrong-size", 14, 0, "a size that the style does not name, or one under 7")                        \
  X(WrongFamily, "wrong-family", 14, 0, "a family that is neither the style's nor a fallback")                    \
  X(LiteralMarkup, "literal-markup", 15, 0, "markup of the source is printed as it stands")                       \
  X(WrongHead, "wrong-running-head", 16, 0, "a running head that is missing, wrong, or on a page without one")    \
  X(CollidingHead, "colliding-head", 16, 0, "running head and folio nearer than 12, or outside the measure")      \
  X(WrongPageNumber, "wrong-page-number", 17, 0, "a printed page number differs from its target's folio")         \
  X(WrongFolio, "wrong-folio", 17, 0, "the printed folio differs from the page's label")                          \
  X(PartedCaption, "parted-caption", 18, 0, "a caption on another page than its figure or table")                 \
  X(MissingTableHead, "missing-table-head", 18, 0, "a table goes on without its head")                            \
  X(EarlyFigure, "early-figure", 18, 0, "a figure stands on a spread before its first reference")                 \
  X(UnjoinedAlerts, "unjoined-alerts", 19, 0, "two alerts that follow each other have two rules between them")    \
  X(LowContrast, "low-contrast", 21, 0, "text with a contrast under 7 : 1 on its ground")                         \
  X(AlteredCode, "altered-code", 22, 0, "a listing's text differs from its source")                               \
  X(WrappedDiagram, "wrapped-diagram", 23, 0, "a drawing of box characters is wrapped")                           \
  X(WrongParity, "wrong-parity", 24, 0, "an odd folio on a verso, or an even one on a recto")                     \
  X(NarrowGutter, "narrow-gutter", 24, 0, "an inner margin below the style's for this page count")                \
  X(BlankPages, "blank-pages", 24, 0, "more than two blank pages in a row")                                       \
  X(OddPageCount, "odd-page-count", 24, 0, "the volume has an odd number of pages")                               \
  X(AltText, "alt-text", 25, 0, "alternative text is missing, a file name, or over 250 characters")

enum class FaultCode : std::uint8_t {
#define NBP_X(id, word, sin, allowed, text) id,
  NBP_PAGE_FAULTS(NBP_X)
#undef NBP_X
};
inline constexpr std::size_t kFaultCodes = 0
#define NBP_X(id, word, sin, allowed, text) +1
    NBP_PAGE_FAULTS(NBP_X)
#undef NBP_X
    ;

struct FaultKind {
  std::string_view word;
  int sin = 0;
  int allowed = 0;  // share in 1/1000
  std::string_view text;
};
const FaultKind& kind_of(FaultCode code);

struct Fault {
  FaultCode code{};
  std::string page;        // folio; empty: the volume as a whole
  std::string file;        // of the block, relative to the book's folder; empty if it is not from a chapter
  std::uint32_t line = 0;  // 0: unknown
  std::string detail;      // one line: the words, the measure
};

struct Audit {
  std::vector<Fault> faults;                         // in the order of the checks, then of the pages
  std::array<std::size_t, kFaultCodes> looked_at{};  // for faults of which a share is allowed, and others that the summary counts
  std::size_t pages = 0;

  std::size_t count(FaultCode code) const;
  // More of these than are allowed.
  bool is_over(FaultCode code) const;
  bool is_clean() const;
};

}  // namespace nbpublish
