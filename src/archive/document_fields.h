// The fields of documents, of what is known of them, and of what is told of them.
#pragma once

#include "archive/fields.h"
#include "base/hash.h"
#include "document/addresses.h"
#include "document/captions.h"
#include "document/document.h"
#include "document/index.h"
#include "document/name_index.h"
#include "document/printed_pages.h"

namespace nbpublish {

NBP_FIELDS(Hash128, high, low)
NBP_FIELDS(Diagnostic, code, severity, file, span, message, hint)

NBP_FIELDS(ExternalTarget, url)
NBP_FIELDS(InternalTarget, chapter, anchor)
NBP_FIELDS(RawTarget, href)

NBP_FIELDS(Text, text)
NBP_NO_FIELDS(SoftBreak)
NBP_NO_FIELDS(LineBreak)
NBP_FIELDS(Code, text)
NBP_FIELDS(Emphasis, children)
NBP_FIELDS(Strong, children)
NBP_FIELDS(Strikeout, children)
NBP_FIELDS(Superscript, children)
NBP_FIELDS(Subscript, children)
NBP_FIELDS(Keyboard, children)
NBP_FIELDS(Link, target, title, children, page)
NBP_FIELDS(FigureWidth, of_measure, length)
NBP_FIELDS(InlineImage, source, alt, width, height)
NBP_FIELDS(IndexMark, children, entry, see, see_also, main, anchor)
NBP_FIELDS(NoteReference, note)
NBP_FIELDS(Inline, span, content)

NBP_FIELDS(Heading, level, children, anchor)
NBP_FIELDS(Paragraph, children)
NBP_FIELDS(FenceInfo, language, title, label, marked, line_numbers, first_line)
NBP_FIELDS(CodeBlock, info, text, lines, caption, number)
NBP_FIELDS(ListItem, id, span, checked, blocks, number)
NBP_FIELDS(List, numbering, start, tight, items, reversed, parenthesis)
NBP_FIELDS(Quote, blocks, attribution)
NBP_FIELDS(Alert, kind, blocks)
NBP_FIELDS(TableCell, id, span, blocks)
NBP_FIELDS(TableRow, cells)
NBP_FIELDS(Table, columns, head, rows, caption, label, number)
NBP_FIELDS(Figure, source, alt, caption, label, number, component, online_url, description, width, height, link)
NBP_NO_FIELDS(ThematicBreak)
NBP_FIELDS(Details, summary, blocks)
NBP_FIELDS(Component, name, title, online_url)
NBP_FIELDS(Block, id, span, content)

NBP_FIELDS(Note, id, span, name, blocks)
NBP_FIELDS(FrontMatter, title, short_title, standfirst, excerpt, category, author, date, label, tags, published, title_span, short_span,
           standfirst_span, label_span)
NBP_FIELDS(Document, file, chapter, front, title, short_title, standfirst, blocks, notes)

NBP_FIELDS(CaptionCounters, figures, tables, listings)
NBP_FIELDS(ChapterAddress, key, file, public_path, number, topic_number, presence, is_read, anchors, names, label, volume, volume_title,
           title_anchors)
NBP_FIELDS(FarChapter, number, title, volume, page)
NBP_FIELDS(BookAddresses, site, chapters, far, far_mentions)

NBP_FIELDS(IndexPlace, target, main, volume)
NBP_FIELDS(IndexEntry, term, anchor, places, see, see_also, children, file, span)
NBP_FIELDS(IndexGroup, heading, entries)
NBP_FIELDS(IndexReference, term, target, file, span)
NBP_FIELDS(NamePlace, kind, name, target, main, mentions, volume)
NBP_FIELDS(NameIndexes, apis, errors)

NBP_FIELDS(PrintedPageStart, label, node, at, target)
NBP_FIELDS(PartStarts, part, starts)
NBP_FIELDS(PrintedPages, source, parts)

}  // namespace nbpublish
