// Images that are alone on their lines: figures.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "source/syntax.h"

namespace nbpublish {

// What stands in braces behind an image: {#fig:name width=60%}.
struct ImageAttributes {
  std::string label;
  FigureWidth width;
  Length height;
  // Words that were not understood, as ranges [first, second) of the text that was read.
  std::vector<std::pair<std::size_t, std::size_t>> unknown;
  std::size_t end = 0;  // behind the closing brace; 0 = the text does not begin with attributes
};

// Reads the attributes that `text` begins with, behind blanks: #label, width=60%, width=300px, pt, mm, cm or in, height likewise without %.
// Braces that hold anything but words with '#', '.' or '=' are no attributes.
ImageAttributes read_image_attributes(std::string_view text);

inline constexpr const char* kSizeHint = "a width in %, px, pt, mm, cm or in, or a height in one of the others";

struct FigureSyntax {
  std::string source, alt, title;
  std::string label;  // fig:name
  FigureWidth width;
  Length height;
  std::string link;  // the address, if the image is all that a link holds
  SourceSpan span;
  struct Unknown {
    std::string word;
    SourceSpan span;
    bool in_tag = false;  // of <img>, in contrast to braces
  };
  std::vector<Unknown> unknown;  // attributes that were not understood
};

// A paragraph cut at its figures: each part is either one of them or text.
struct ParagraphPart {
  std::vector<FigureSyntax> figures;  // none or one
  std::vector<SyntaxNode> text;
};

// False for most paragraphs: cutting them is not worth the while.
bool may_hold_figure(const std::vector<SyntaxNode>& paragraph);

// Markdown's image or <img> is a figure if there are only images, links around one, their attributes, comments
// and blanks on its lines. A paragraph without figures is one part.
std::vector<ParagraphPart> cut_at_figures(const std::vector<SyntaxNode>& paragraph);

// The size that an <img> asks for by its attributes `width` and `height`, in MDX also as {24}, or by those two in its `style`; and the
// attributes of which that cannot be said, as written.
struct TagSize {
  FigureWidth width;
  Length height;
  std::vector<std::string> unknown;
};
struct HtmlToken;
TagSize size_of_tag(const HtmlToken& img);

// "60%" or "300px" as <img> has it too, where a bare number is of pixels; nothing of both if it is neither.
FigureWidth read_figure_width(std::string_view value);

// The name in "{#fig:name}" if `text` is nothing else, blanks aside.
std::optional<std::string> label_in(std::string_view text);

}  // namespace nbpublish
