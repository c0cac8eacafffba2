// The one typed schema of style files: reading, its errors, defaults by inheritance and the documentation
// (`nbpublish --style-keys`, docs/style-keys.md) all come from this table.
#pragma once

#include "base/length.h"

// X(type, member, "section.key", "what it decides")
// Types: Length (a number of points), double, int, bool, std::string, TextStyle, InnerMargins.
#define NBP_STYLE_KEYS(X)                                                                                                    \
  X(std::string, family_serif, "family.serif", "family of the running text")                                                 \
  X(std::string, family_sans, "family.sans", "family of headings, tables and captions")                                      \
  X(std::string, family_mono, "family.mono", "family of code")                                                               \
  X(Length, trim_width, "page.trim-width", "width of the trimmed page")                                                      \
  X(Length, trim_height, "page.trim-height", "height of the trimmed page")                                                   \
  X(Length, measure, "page.measure", "width of the text block; never changes with the page count")                           \
  X(InnerMargins, inner_margins, "page.inner-margins", "inner margins by page count: [[most pages, margin], ...]")           \
  X(Length, top, "page.top", "top edge of the text block")                                                                   \
  X(Length, leading, "page.leading", "distance of the lines of the baseline grid")                                           \
  X(int, lines, "page.lines", "lines of a full page")                                                                        \
  X(Length, baseline_drop, "page.baseline-drop", "how far a baseline stands above its line's lower edge")                    \
  X(Length, head_baseline, "page.head-baseline", "baseline of the running head, from the top edge")                          \
  X(Length, drop_folio_baseline, "page.drop-folio-baseline", "baseline of a drop folio, from the top edge")                  \
  X(int, short_by_limit, "page.short-by-limit", "lines a page that is not a chapter's last may run short")                   \
  X(int, long_by_limit, "page.long-by-limit", "lines that two facing pages may both run long")                               \
  X(TextStyle, text, "text.style", "running text")                                                                           \
  X(Length, indent, "text.indent", "first-line indent of a paragraph that follows another")                                  \
  X(Length, least_last_line, "text.least-last-line", "a paragraph's last line should not be shorter")                        \
  X(double, space_shrink, "text.space-shrink", "word space may shrink to this part of its natural width")                    \
  X(double, space_stretch, "text.space-stretch", "word space stretches to this multiple before it is loose")                 \
  X(int, strong_weight, "text.strong-weight", "weight of strong text")                                                       \
  X(double, code_size, "text.code-size", "size of inline code as a part of the text size")                                   \
  X(double, code_size_sans, "text.code-size-sans", "the same beside the sans face")                                          \
  X(Length, hang_limit, "text.hang-limit", "how far hanging punctuation may pass the measure")                               \
  X(TextStyle, keyboard, "text.keyboard", "the letters of <kbd>")                                                            \
  X(TextStyle, part_label, "topic.label", "'Chapter 9' on a topic page")                                                     \
  X(TextStyle, part_title, "topic.title", "title on a topic page")                                                           \
  X(TextStyle, part_summary, "topic.summary", "summary on a topic page")                                                     \
  X(TextStyle, part_excerpt, "topic.excerpt", "what a chapter is about, in the list on a topic page")                        \
  X(int, part_sink, "topic.sink", "lines above the label of a topic page")                                                   \
  X(TextStyle, opener_number, "opener.number", "'9.1' on a chapter's first page")                                            \
  X(TextStyle, opener_title, "opener.title", "title on a chapter's first page")                                              \
  X(TextStyle, opener_standfirst, "opener.standfirst", "standfirst on a chapter's first page")                               \
  X(int, opener_number_line, "opener.number-line", "grid line of the number")                                                \
  X(int, opener_title_line, "opener.title-line", "grid line of the title's first line")                                      \
  X(int, opener_text_line, "opener.text-line", "grid line where the text starts at the earliest")                            \
  X(int, opener_bare_line, "opener.bare-line", "the same where there is neither standfirst nor map")                         \
  X(TextStyle, opener_map, "opener.map", "a chapter's sections on its first page, and what it builds on")                    \
  X(TextStyle, opener_map_label, "opener.map-label", "the words above and before them")                                      \
  X(int, opener_map_least, "opener.map-least", "a chapter of fewer sections has no map; 0: none has")                        \
  X(int, opener_map_lines, "opener.map-lines", "lines of a map's two columns at most")                                       \
  X(bool, start_recto, "opener.start-recto", "chapters start on a recto")                                                    \
  X(TextStyle, h2, "heading.h2", "level 2")                                                                                  \
  X(TextStyle, h3, "heading.h3", "level 3")                                                                                  \
  X(TextStyle, h4, "heading.h4", "level 4")                                                                                  \
  X(TextStyle, h5, "heading.h5", "level 5, run in")                                                                          \
  X(TextStyle, h6, "heading.h6", "level 6, run in")                                                                          \
  X(Length, h2_before, "heading.h2-before", "space before level 2")                                                          \
  X(Length, h2_after, "heading.h2-after", "space after level 2")                                                             \
  X(Length, h3_before, "heading.h3-before", "space before level 3")                                                          \
  X(Length, h3_after, "heading.h3-after", "space after level 3")                                                             \
  X(Length, h4_before, "heading.h4-before", "space before level 4")                                                          \
  X(Length, h4_after, "heading.h4-after", "space after level 4")                                                             \
  X(Length, h5_before, "heading.h5-before", "space before a run-in heading")                                                 \
  X(Length, list_indent, "list.indent", "left edge of an item's text at the first level")                                    \
  X(Length, list_step, "list.step", "further indent of each next level")                                                     \
  X(Length, list_number_edge, "list.number-edge", "right edge of numbers at the first level")                                \
  X(Length, list_space, "list.space", "space before and after a list, and between loose items")                              \
  X(Length, list_box, "list.box", "size of a task's box")                                                                    \
  X(Length, quote_indent, "quote.indent", "indent of a block quotation on both sides")                                       \
  X(TextStyle, code, "listing.code", "code of listings")                                                                     \
  X(TextStyle, code_title, "listing.title", "a listing's file name")                                                         \
  X(TextStyle, code_number, "listing.number", "line numbers")                                                                \
  X(Length, code_least_size, "listing.least-size", "type size that is tried before code is wrapped")                         \
  X(Length, code_indent, "listing.indent", "left edge of the code, right of the rule")                                       \
  X(Length, code_rule, "listing.rule", "thickness of the rule at the left of a listing")                                     \
  X(Length, code_mark_rule, "listing.mark-rule", "thickness of that rule beside marked lines")                               \
  X(Length, code_ground, "listing.ground", "how far the ground reaches above and below the code")                            \
  X(Length, code_title_rule, "listing.title-rule", "thickness of the rule below a file name")                                \
  X(Length, code_caption_gap, "listing.caption-gap", "space between a caption and its code")                                 \
  X(Length, code_before, "listing.before", "space above the code inside its block")                                          \
  X(Length, code_after, "listing.after", "space below the code inside its block")                                            \
  X(Length, code_top_of_page, "listing.top-of-page", "space above the code at the top of a page")                            \
  X(Length, code_most_slack, "listing.most-slack", "what fills whole lines: so much goes above, or is given")                \
  X(Length, code_join, "listing.join", "space between code and the output that is joined to it")                             \
  X(int, code_tab, "listing.tab", "columns of a tab stop")                                                                   \
  X(int, code_whole, "listing.whole", "listings of up to this many lines are never split")                                   \
  X(int, code_least, "listing.least", "least lines of a split listing on each side")                                         \
  X(int, code_wrap_window, "listing.wrap-window", "columns in which a good break point is looked for")                       \
  X(int, code_wrap_indent, "listing.wrap-indent", "columns a continuation is further indented")                              \
  X(bool, callout_draw, "callout.draw", "numbers such as '// (1)' at the ends of a listing's lines are drawn, with a key")   \
  X(TextStyle, callout_number, "callout.number", "the number in its circle")                                                 \
  X(Length, callout_circle, "callout.circle", "diameter of the circle")                                                      \
  X(TextStyle, callout_key, "callout.key", "text of the key below the listing")                                              \
  X(int, callout_columns, "callout.columns", "columns of the key, where its texts are short")                                \
  X(Length, callout_gap, "callout.gap", "space between them")                                                                \
  X(bool, rail_draw, "rail.draw", "text in a fence whose lines begin with '->' is drawn as a rail")                          \
  X(TextStyle, rail_text, "rail.text", "its steps")                                                                          \
  X(TextStyle, rail_owner, "rail.owner", "whose step it is")                                                                 \
  X(Length, rail_rule, "rail.rule", "thickness of the rail")                                                                 \
  X(Length, rail_dot, "rail.dot", "diameter of its dots")                                                                    \
  X(Length, rail_indent, "rail.indent", "left edge of the steps")                                                            \
  X(Length, rail_gap, "rail.gap", "space between steps and owners")                                                          \
  X(TextStyle, alert_label, "alert.label", "the word above an alert")                                                        \
  X(int, alert_whole, "alert.whole", "alerts of up to this many lines are never split")                                      \
  X(double, alert_tracking, "alert.tracking", "space between the letters of the word, in ems")                               \
  X(Length, alert_icon, "alert.icon", "size of the icon")                                                                    \
  X(Length, alert_icon_gap, "alert.icon-gap", "space between the icon and the word")                                         \
  X(Length, alert_rule, "alert.rule", "thickness of the rules")                                                              \
  X(Length, alert_rule_important, "alert.rule-important", "thickness of the rule above what is important")                   \
  X(Length, alert_rule_warning, "alert.rule-warning", "thickness of the rule above a warning")                               \
  X(Length, alert_rule_caution, "alert.rule-caution", "thickness of the frame of what asks for caution")                     \
  X(Length, alert_band, "alert.band", "height of the band behind the word in a frame")                                       \
  X(Length, alert_inset, "alert.inset", "indent of the text in a frame")                                                     \
  X(Length, alert_indent, "alert.indent", "indent of the text between rules")                                                \
  X(TextStyle, table, "table.style", "cells")                                                                                \
  X(int, table_head_weight, "table.head-weight", "weight of the head row")                                                   \
  X(TextStyle, table_code, "table.code", "code in cells")                                                                    \
  X(Length, table_pad, "table.pad", "space above and below a cell's text")                                                   \
  X(Length, table_gap, "table.gap", "space between columns")                                                                 \
  X(Length, table_rule, "table.rule", "thickness of the rules")                                                              \
  X(Length, table_least_column, "table.least-column", "no column is narrower")                                               \
  X(Length, table_least_size, "table.least-size", "type size that is tried before words are broken")                         \
  X(int, table_whole_row, "table.whole-row", "a row of more lines may be split by a page break")                             \
  X(Length, table_before, "table.before", "space above a table")                                                             \
  X(Length, table_after, "table.after", "space below a table")                                                               \
  X(Length, table_caption_gap, "table.caption-gap", "space between a caption and its table")                                 \
  X(TextStyle, caption, "caption.style", "captions of figures, tables and listings")                                         \
  X(int, caption_number_weight, "caption.number-weight", "weight of 'Figure 9.4'")                                           \
  X(Length, caption_gap, "caption.gap", "space between a figure and its caption")                                            \
  X(int, figure_most_lines, "figure.most-lines", "a higher figure gets a page of its own")                                   \
  X(TextStyle, note, "note.style", "footnotes")                                                                              \
  X(Length, note_rule, "note.rule", "thickness of the rule above footnotes")                                                 \
  X(Length, note_rule_width, "note.rule-width", "its length")                                                                \
  X(Length, note_gap, "note.gap", "space between the rule and the first note")                                               \
  X(Length, note_mark_gap, "note.mark-gap", "space between a note's number and its text")                                    \
  X(TextStyle, component, "component.text", "the address of what runs online alone")                                         \
  X(TextStyle, component_title, "component.title", "its name")                                                               \
  X(Length, component_pad, "component.pad", "space beside a QR code")                                                        \
  X(TextStyle, head, "furniture.head", "running heads and folios")                                                           \
  X(TextStyle, drop_folio, "furniture.drop-folio", "the folio of openers")                                                   \
  X(double, head_most, "furniture.head-most", "part of the measure that a running head may fill")                            \
  X(TextStyle, contents_topic, "contents.topic", "topics in the contents")                                                   \
  X(TextStyle, contents_chapter, "contents.chapter", "chapters in the contents")                                             \
  X(TextStyle, contents_section, "contents.section", "sections in the contents")                                             \
  X(Length, contents_number_width, "contents.number-width", "width of the column of chapter numbers")                        \
  X(Length, contents_indent, "contents.indent", "indent of sections")                                                        \
  X(Length, contents_turnover, "contents.turnover", "further indent of a section's second line")                             \
  X(Length, contents_short, "contents.short", "how far lines end before the page numbers")                                   \
  X(Length, contents_leader_step, "contents.leader-step", "distance of the leaders' dots")                                   \
  X(Length, contents_leader_size, "contents.leader-size", "size of these dots")                                              \
  X(Length, contents_chapter_space, "contents.chapter-space", "space above the entry of a chapter")                          \
  X(int, contents_heading_lines, "contents.heading-lines", "lines of the heading with the white below it")                   \
  X(Length, contents_caption_width, "contents.caption-width", "width of the column of caption numbers in a list of figures") \
  X(TextStyle, index_entry, "index.entry", "entries of the index")                                                           \
  X(TextStyle, index_code, "index.code", "names of code in them")                                                            \
  X(TextStyle, index_letter, "index.letter", "letters above its groups")                                                     \
  X(int, index_columns, "index.columns", "columns of its page")                                                              \
  X(Length, index_gap, "index.gap", "space between them")                                                                    \
  X(Length, index_indent, "index.indent", "further indent of each level below the first")                                    \
  X(Length, index_turnover, "index.turnover", "indent of an entry's further lines")                                          \
  X(TextStyle, copyright, "matter.copyright", "the copyright page")                                                          \
  X(TextStyle, title_volume, "matter.title", "volume title on the title page")                                               \
  X(TextStyle, title_set, "matter.set", "the set's name on the title page")                                                  \
  X(TextStyle, title_small, "matter.small", "author, edition and publisher on the title page")                               \
  X(int, matter_title_line, "matter.title-line", "grid line of the titles and the dedication")                               \
  X(std::string, page_references, "reference.pages", "'far': links to other chapters print '(page n)'; 'none'")              \
  X(std::string, printed_urls, "reference.urls", "'notes': a footnote gives the address of a link to the web; 'none'")
