#include "style/check_style.h"

#include <algorithm>
#include <string>

namespace nbpublish {

void complain_about(const Style& style, std::initializer_list<std::string_view> keys, std::string message, std::string hint,
                    DiagnosticSink& diagnostics) {
  StylePlace nearest{style.name, {}, style.folders.size()};
  for (const std::string_view key : keys)
    if (const auto place = style.places.find(key); place != style.places.end() && place->second.depth < nearest.depth)
      nearest = place->second;
  diagnostics.report(DiagCode::StyleKey, nearest.file, nearest.span, std::move(message), std::move(hint));
}

namespace {

constexpr std::string_view kPrintColourKeys[] = {
#define NBP_X(id, key) "colour.print." key,
    NBP_COLOUR_ROLES(NBP_X)
#undef NBP_X
};

// Print is black ink alone.
void check_print_colours(const Style& style, DiagnosticSink& diagnostics) {
  for (std::size_t i = 0; i < kColourRoleCount; ++i) {
    const Rgb c = style.print.colours[i];
    if (c.r == c.g && c.g == c.b) continue;
    complain_about(style, {kPrintColourKeys[i]}, "'" + std::string(kPrintColourKeys[i]) + "' must be a gray: print is black ink alone",
                   "equal red, green and blue: \"#E0E0E0\" is 12 % black", diagnostics);
  }
}

}  // namespace

void check_style(const Style& style, DiagnosticSink& diagnostics) {
  const auto demand = [&](bool holds, std::initializer_list<std::string_view> keys, std::string message) {
    if (!holds) complain_about(style, keys, std::move(message), {}, diagnostics);
  };
  const Length zero;
  const Length block_height = style.leading * style.lines;
  demand(style.leading > zero && style.lines > 0, {"page.leading", "page.lines"}, "'page.leading' and 'page.lines' must not be 0");
  demand(style.measure > zero, {"page.measure"}, "'page.measure' must not be 0");
  Length widest;
  for (const InnerMargin& row : style.inner_margins) widest = std::max(widest, row.margin);
  demand(widest + style.measure <= style.trim_width, {"page.inner-margins", "page.measure", "page.trim-width"},
         "the text block is wider than the page: 'page.inner-margins' + 'page.measure' > 'page.trim-width'");
  demand(style.top + block_height <= style.trim_height, {"page.lines", "page.top", "page.leading", "page.trim-height"},
         "the text block is higher than the page: 'page.top' + 'page.lines' x 'page.leading' > "
         "'page.trim-height'");
  const bool has_lines = block_height > zero;
  demand(!has_lines || style.note_gap + style.note_rule + style.note.leading + style.leading <= block_height,
         {"note.gap", "note.rule", "note.style", "page.lines"},
         "a page has no room for a note: 'note.gap' + 'note.rule' and two lines are higher than the text block");
  demand(!has_lines || style.text.leading <= block_height, {"text.style", "page.lines", "page.leading"},
         "a line of 'text.style' is higher than the page");
  demand(style.code_indent + style.code.size < style.measure, {"listing.indent", "listing.code", "page.measure"},
         "'listing.indent' leaves no room for code");
  demand(style.contents_leader_step >= Length::pt(1), {"contents.leader-step"}, "'contents.leader-step' must be at least 1");
  demand(style.code_tab > 0, {"listing.tab"}, "'listing.tab' must not be 0");
  demand(style.index_columns > 0, {"index.columns"}, "'index.columns' must not be 0");
  demand(style.code_least > 0, {"listing.least"}, "'listing.least' must not be 0");
  demand(style.space_shrink <= 1 && style.space_stretch >= 1, {"text.space-shrink", "text.space-stretch"},
         "'text.space-shrink' must not exceed 1, nor 'text.space-stretch' be below it");
  demand(style.opener_text_line <= style.lines && style.opener_bare_line <= style.lines &&
             style.opener_title_line <= std::min(style.opener_text_line, style.opener_bare_line) &&
             style.opener_number_line <= style.opener_title_line,
         {"opener.number-line", "opener.title-line", "opener.text-line", "opener.bare-line", "page.lines"},
         "an opener's number, title and text must follow each other on the lines of one page");
  demand(style.printed_urls == "notes" || style.printed_urls == "none", {"reference.urls"},
         "'reference.urls' must be \"notes\" or \"none\"");
  demand(style.page_references == "far" || style.page_references == "none", {"reference.pages"},
         "'reference.pages' must be \"far\" or \"none\"");
  check_print_colours(style, diagnostics);
}

}  // namespace nbpublish
