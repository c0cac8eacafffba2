// What stays the same of a part while others change: bytes that the join copies, and what it must know of them.
// note [sealed parts]: Nothing of a sealed part depends on another part, on page numbers or on where the block stands on its pages. Content
// streams have no number of their own, the join gives them one. Objects that refer to each other (the structure, links) have numbers from a
// range that belongs to the part's place in its volume, so that they are packed and deflated once; the numbers that a range leaves over
// are not in the file. Pages get the range's first numbers and are written by the join, since a page tells which furniture it has.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/hash.h"
#include "output/pdf/glyph_use.h"
#include "output/pdf/pdf_syntax.h"

namespace nbpublish {

// A stream as it stands behind "12 0 obj", see pdf_stream().
using SealedStream = std::string;

struct SealedPage {
  SealedStream body;                    // its content, from the left edge of the block, note [body]; empty: none
  std::vector<std::uint32_t> pictures;  // drawn on it as /P0, /P1 …: indices of SealedPart::pictures
  ObjectNumber first_link = 0;          // of its annotations, which have consecutive numbers
  std::uint32_t links = 0;
  std::int64_t structure_key = -1;  // in the ParentTree; -1: nothing is marked
  bool may_be_transparent = false;
};

// A node of a name tree or number tree, and its least and greatest key as they stand in a file.
struct SealedNode {
  ObjectNumber number = 0;  // 0: there is none
  std::string first, last;
};

// Where a name leads.
struct SealedDestination {
  std::string name;
  std::string place;  // "[12 0 R /XYZ 54 598 null]"
};

struct SealedHeading {
  std::int32_t level = 1;
  std::string text, destination;
};

// Objects of a part with numbers of their own, packed in an object stream.
struct SealedPack {
  SealedStream stream;
  std::vector<ObjectNumber> inside;
};

// An object of a drawn picture. It refers only to objects that stand before it in the list.
struct PictureObject {
  Hash128 content;                     // of all that it is and refers to: equal ones are one object of the file
  std::vector<std::string> text;       // pieces between references
  std::vector<std::uint32_t> targets;  // one fewer: whose references stand between them
  std::string stream;                  // what follows its dictionary; empty: it is no stream
};

struct SealedPart {
  ObjectNumber first_number = 0;  // its pages have this and those behind it
  std::vector<SealedPage> pages;
  std::vector<SealedPack> packs;
  std::vector<PictureObject> picture_objects;
  std::vector<std::uint32_t> pictures;  // the forms among picture_objects
  ObjectNumber structure = 0;           // the root of its structure tree
  SealedNode parents, ids;              // of the ParentTree and the IDTree
  std::int64_t next_structure_key = 0;
  std::vector<SealedDestination> destinations;  // by page
  std::vector<SealedHeading> outline;
  std::vector<FaceGlyphs> glyphs;
};
// Shared, so that who keeps them in memory need not copy them for each file.
using SealedParts = std::vector<std::shared_ptr<const SealedPart>>;

// What depends on page numbers and margins: drawn for all pages of a part together.
struct SealedSheet {
  SealedStream head;  // furniture, and where the body begins; empty: the page has neither
  std::string label;
  bool recto = true;
};
struct SealedFurniture {
  std::vector<SealedSheet> sheets;  // one for each page
  std::vector<FaceGlyphs> glyphs;
};

}  // namespace nbpublish
