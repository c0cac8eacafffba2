// Heading levels without gaps.
#pragma once

#include <vector>

namespace nbpublish {

// The levels of a document's headings in reading order, as screen readers and PDF/UA (ISO 14289-1, 7.4.2) want them: the
// first is H1, and none is more than one deeper than the heading before it. A level that the author skipped closes up; its headings stay
// equals.
class HeadingLevels {
 public:
  // The level for the next heading, which was written as `level`; both from 1 to 6.
  int next(int level);
  // Levels as written of the headings that the next may stand below, ascending: all that the next ones depend on.
  const std::vector<int>& open() const { return open_; }

 private:
  std::vector<int> open_;
};

}  // namespace nbpublish
