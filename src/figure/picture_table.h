// PictureTable: the pictures of a book, by picture_key().
#pragma once

#include <map>
#include <string>

#include "figure/figure.h"

namespace nbpublish {

using PictureTable = std::map<std::string, PicturePtr>;  // null where a picture cannot be used

}  // namespace nbpublish
