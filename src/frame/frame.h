// Frame: positioned items on pages: what layout hands to output, and all that output ever sees.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "base/hash.h"
#include "base/shared_list.h"
#include "document/document.h"
#include "figure/figure.h"
#include "frame/tags.h"
#include "text/font_library.h"

namespace nbpublish {

// One glyph of a run; offsets in Length units (1/65536 pt) from the run's origin on the baseline,
// y downward. 32 bits hold half a kilometre.
struct Glyph {
  std::uint32_t id = 0;
  std::int32_t x = 0, y = 0;
};
// `bytes` of the run's text are drawn by the next `glyphs` glyphs (as Cairo's text clusters).
struct GlyphCluster {
  std::uint16_t bytes = 0, glyphs = 0;
};

// A quarter turn about the origin of a run: turned left it reads upward, turned right downward.
enum class Turn : std::uint8_t { None, Left, Right };

// Text of one face, size and colour on one line: one call to Cairo.
struct GlyphRun {
  FontId font = 0;
  ColourRole colour = ColourRole::Text;
  Length size;
  Point origin;  // left end of the baseline
  Length width;  // advance of the whole run
  std::vector<Glyph> glyphs;
  std::vector<GlyphCluster> clusters;
  std::string text;  // what is copied: clusters' bytes add up to its size. U+00AD for a
                     // hyphen that a line break made, trailing space where a word ends.
  Turn turn = Turn::None;
};

// A filled rectangle: rules and grounds.
struct Fill {
  Rect rect;
  ColourRole colour = ColourRole::Text;
};

// A drawn shape: icons, task boxes, hooks, dotted rules, rounded frames.
struct PathSegment {
  enum class Kind : std::uint8_t { Move, Line, Curve, Close } kind{};
  std::array<Point, 3> points{};  // Curve: two controls and the end; Move, Line: points[0]
};
struct Path {
  std::vector<PathSegment> segments;
  ColourRole colour = ColourRole::Text;
  bool filled = false;       // else stroked
  Length width;              // of the stroke
  Length dash_on, dash_off;  // zero = solid
};

struct PlacedPicture {
  PicturePtr picture;
  Rect rect;            // on the page
  bool turned = false;  // drawn a quarter turned to the left
};

struct FrameItem {
  TagId tag = kArtifact;                       // leaf of the part's TagTree
  NodeId node = 0;                             // the document block it shows
  std::uint32_t text_begin = 0, text_end = 0;  // its range in that block's plain text, in bytes that are no blanks (document/ink.h)
  std::variant<GlyphRun, Fill, Path, PlacedPicture> content;
};

// What is known of a page's items without reading them (archive/item_facts.h).
struct ItemFacts {
  Hash128 seen;       // of what is seen, whatever it belongs to
  Hash128 tags;       // of the tags, item by item
  Hash128 artifacts;  // of which items are artifacts
  bool has_pictures = false;
  std::vector<TagId> used_tags{};  // each once, in the order of the items
  std::vector<NodeId> nodes{};     // the blocks that items with tags show, each once, in the order of the items
};
using PageItems = SharedList<FrameItem, ItemFacts>;

// A link's rectangle on one line; a link over three lines has three areas with one tag.
struct LinkArea {
  Rect rect;
  LinkTarget target;        // External or Internal
  TagId tag = kArtifact;    // the Link node of the tree
  std::string description;  // the link's text, for readers that speak
};

// A place that links, the outline and the contents lead to.
struct Destination {
  std::string name;  // destination_name()
  Point place;
};
// One name for a place of the book in PDF name trees: "chapter-key#anchor", "chapter-key" for its start.
std::string destination_name(const InternalTarget& target);

// note [body]: The places of a page's items, links and destinations are measured from the left edge of the block, and `across` is from the
// trimmed page's left edge to it: a body is one for all editions, wherever they let it stand between spine and fore edge, and copies share
// it. Furniture has the trimmed page's places. A page without a block, as covers are, has an `across` of zero.
struct Page {
  PageItems items;                   // in reading order; artifacts are painted before tagged items
  std::vector<FrameItem> furniture;  // running head and folio: artifacts, a content stream of their own
  SharedList<LinkArea> links;
  SharedList<Destination> destinations;
  std::string label;   // printed folio: "xii", "214"; PDF page label even where not printed
  bool blank = false;  // a parity page
  bool recto = true;   // the spine is at its left
  Length across;       // how far to the right of its places the body stands, see note [body]
};

// A heading for the PDF outline.
struct OutlineEntry {
  int level = 1;  // 1 topic, 2 chapter, 3 H2 …
  std::string text;
  std::string destination;
};

// What is laid out, drawn and cached on its own: front matter, a topic page, a chapter, back matter.
struct PagedPart {
  std::string key;  // "front", "topic-9", "node-arch/v8-engine-intro", "back"
  TagTree tags;
  std::vector<Page> pages;
  std::vector<OutlineEntry> outline;
};

struct VolumeInfo {
  std::string title, subtitle, author, subject, publisher, language, rights, identifier;
  std::vector<std::string> keywords;
};

// How far the sheet reaches beyond the trimmed page. Pages keep their coordinates, from the top left of the trimmed page; what
// bleeds or marks the corners stands outside it.
struct SheetEdges {
  Length outer;  // bleed at head, foot and fore edge
  Length spine;  // bleed at the spine: of single sheets, such as a cover's wrap
  Length slug;   // room for marks, beyond the bleed
};

struct PagedVolume {
  VolumeInfo info;
  Size trim;
  SheetEdges edges{};
  std::vector<PagedPart> parts;
};

// Text form for golden tests: one line per item, points with two decimals, faces by name.
std::string dump(const PagedPart& part, const FontLibrary& fonts);

}  // namespace nbpublish
