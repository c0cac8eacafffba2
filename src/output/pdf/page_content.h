// The content streams of pages.
#pragma once

#include <map>
#include <tuple>

#include "frame/frame.h"
#include "output/pdf/content_writer.h"

namespace nbpublish {

// A picture as it is drawn: the same at the same size is one form.
using PictureKey = std::tuple<const Picture*, Length, Length, bool>;
inline PictureKey key_of(const PlacedPicture& placed) {
  return {placed.picture.get(), placed.rect.width, placed.rect.height, placed.turned};
}
// The names of a page's pictures.
using PictureNames = std::map<PictureKey, std::string>;

// The operators of a page's body. Its artifacts come first; where the file is tagged they and the runs of its leaves are marked.
// Ends with the Q for the head's q.
std::string body_content(const Page& page, const PictureNames& pictures, bool is_tagged, Length page_height, ContentWriter& writer);

// Of its furniture, and of where on the sheet the body begins (note [body]): "q 1 0 0 1 x y cm". `sheet` is the medium in the page's
// coordinates. Empty for an empty page.
std::string head_content(const Page& page, const Rect& sheet, bool is_tagged, Length page_height, ContentWriter& writer);

}  // namespace nbpublish
