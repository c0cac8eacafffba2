// The fields of pages and what is on them. Of pictures, for their hash alone.
#pragma once

#include "archive/document_fields.h"
#include "frame/frame.h"

namespace nbpublish {

NBP_FIELDS(Rgb, r, g, b)
NBP_FIELDS(Point, x, y)
NBP_FIELDS(Size, width, height)
NBP_FIELDS(Rect, x, y, width, height)

NBP_FIELDS(Picture, kind, bytes, width_px, height_px, natural_size, title, description, lettering)

NBP_FIELDS(Glyph, id, x, y)
NBP_FIELDS(GlyphCluster, bytes, glyphs)
NBP_FIELDS(GlyphRun, font, colour, size, origin, width, glyphs, clusters, text, turn)
NBP_FIELDS(Fill, rect, colour)
NBP_FIELDS(PathSegment, kind, points)
NBP_FIELDS(Path, segments, colour, filled, width, dash_on, dash_off)
NBP_FIELDS(PlacedPicture, picture, rect, turned)
NBP_FIELDS(FrameItem, tag, node, text_begin, text_end, content)

NBP_FIELDS(ItemFacts, seen, tags, artifacts, has_pictures, used_tags, nodes)

NBP_FIELDS(LinkArea, rect, target, tag, description)
NBP_FIELDS(Destination, name, place)
NBP_FIELDS(Page, items, furniture, links, destinations, label, blank, recto, across)
NBP_FIELDS(OutlineEntry, level, text, destination)
NBP_FIELDS(TagNode, role, parent, node, alt, language, column_scope, numbering)
NBP_FIELDS(TagTree, nodes)
NBP_FIELDS(PagedPart, key, tags, pages, outline)

NBP_FIELDS(VolumeInfo, title, subtitle, author, subject, publisher, language, rights, identifier, keywords)
NBP_FIELDS(SheetEdges, outer, spine, slug)
NBP_FIELDS(PagedVolume, info, trim, edges, parts)

}  // namespace nbpublish
