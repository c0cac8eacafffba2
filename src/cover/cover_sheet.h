// CoverSheet: what a cover is drawn on. Shapes are artifacts and lie under all words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frame/frame.h"
#include "style/style.h"
#include "text/shaper.h"

namespace nbpublish {

struct CoverFaces {
  std::string sans, serif;
};

// Designs are drawn for panels of 6 x 9 in; on others they are in proportion.
inline constexpr double kDesignWidth = 432;  // points

class CoverSheet {
 public:
  // Borrows the fonts.
  CoverSheet(const FontLibrary& fonts, CoverFaces faces) : shaper_(fonts), faces_(std::move(faces)) {}

  struct Look {
    FontFamily family = FontFamily::Sans;
    int weight = 600;
    Length size;
    ColourRole colour = ColourRole::Paper;
    Features features = Features::Text;
  };

  void fill(const Rect& rect, ColourRole colour);
  void draw(Path path);
  void place(PicturePtr picture, const Rect& rect);

  // One line with its baseline from `origin`, to the right or turned.
  void write(std::string_view text, const Look& look, Point origin, TagId tag, Turn turn = Turn::None);
  // Lines one below the other; the baseline after the last.
  Length write(const std::vector<std::string>& lines, const Look& look, Point origin, Length leading, TagId tag);

  Length width(std::string_view text, const Look& look);
  // Of the widest of its words.
  Length word_width(std::string_view text, const Look& look);
  // The largest size up to the look's in which the text is no wider than `room`.
  Length fitting_size(std::string_view text, Look look, Length room);
  // Lines no wider than `measure`, broken at spaces; a longer word is divided.
  std::vector<std::string> break_lines(std::string_view text, const Look& look, Length measure);
  // As many lines as that, of about one width.
  std::vector<std::string> balance_lines(std::string_view text, const Look& look, Length measure);
  const FontMetrics& metrics(const Look& look) const { return shaper_.fonts().metrics(face(look)); }

  TagId tag(TagRole role) { return part_.tags.add(kRootTag, role); }
  // The one page with all of it; the sheet is empty then.
  PagedPart take(std::string key);

 private:
  FontId face(const Look& look) const;
  std::string_view fitting_part(std::string_view word, const Look& look, Length measure);

  Shaper shaper_;
  CoverFaces faces_;
  PagedPart part_;
  Page page_;
};

}  // namespace nbpublish
