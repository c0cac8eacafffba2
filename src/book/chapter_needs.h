// What a chapter builds on: the chapters before it that it refers to.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "book/volume_texts.h"

namespace nbpublish {

struct NeededChapter {
  std::string words;  // "1.3 Event Loop", the short title if there is one
  std::string key;
  int references = 0;  // to it
};

// By the keys of the volume's chapters, each list in the order of the book. Chapters that need none are left out.
using ChapterNeeds = std::map<std::string, std::vector<NeededChapter>>;
ChapterNeeds chapter_needs(const VolumeTexts& texts);

}  // namespace nbpublish
