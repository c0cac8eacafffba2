#include "style/check_style.h"

#include <string>

namespace nbpublish {

void check_style(const Style& style, std::string_view file, DiagnosticSink& diagnostics) {
  const auto demand = [&](bool holds, std::string message) {
    if (!holds) diagnostics.report(DiagCode::StyleKey, file, {}, std::move(message));
  };
  const Length zero;
  const Length block_height = style.leading * style.lines;
  demand(style.leading > zero && style.lines > 0, "'page.leading' and 'page.lines' must not be 0");
  demand(style.measure > zero, "'page.measure' must not be 0");
  demand(style.margin_inside + style.measure <= style.trim_width,
         "the text block is wider than the page: 'page.margin-inside' + 'page.measure' > 'page.trim-width'");
  demand(style.top + block_height <= style.trim_height,
         "the text block is higher than the page: 'page.top' + 'page.lines' x 'page.leading' > "
         "'page.trim-height'");
  demand(style.code_indent + style.code.size < style.measure, "'listing.indent' leaves no room for code");
  demand(style.code_tab > 0, "'listing.tab' must not be 0");
  demand(style.code_least > 0, "'listing.least' must not be 0");
  demand(style.space_shrink <= 1 && style.space_stretch >= 1,
         "'text.space-shrink' must not exceed 1, nor 'text.space-stretch' be below it");
  demand(style.opener_text_line <= style.lines && style.opener_title_line <= style.opener_text_line &&
             style.opener_number_line <= style.opener_title_line,
         "an opener's number, title and text must follow each other on the lines of one page");
  demand(style.page_references == "far" || style.page_references == "none",
         "'reference.pages' must be \"far\" or \"none\"");
}

}  // namespace nbpublish
