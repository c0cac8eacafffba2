#include "bench/floor/lines.h"

#include <algorithm>

namespace nbpublish::floor_program {
namespace {

// Of the blank's width.
constexpr double kStretch = 0.57, kShrink = 0.32;
constexpr short kHyphenPenalty = 50;
constexpr float kFilling = 10000;

// How far a word's first `bytes` bytes reach; a cluster begins or the word ends there.
double reach(const Run& run, int bytes) {
  int offset = 0;
  for (const Cluster& cluster : run.clusters) {
    if (offset == bytes) return cluster.pen;
    offset += cluster.bytes;
  }
  return run.width;
}

}  // namespace

LineMaker::LineMaker(const Words& words, const Face& face, double measure)
    : words_(words), measure_(measure), blank_(face.shape(" ").width), hyphen_(face.shape("-").width) {}

void LineMaker::append_word(int number) {
  const Word& word = words_[number];
  int from = 0;
  double begin = 0;
  const auto append_box = [&](int to, double end, bool is_last) {
    items_.push_back({.width = static_cast<float>(end - begin), .kind = ItemKind::Box});
    pieces_.push_back({number, from, to, false, is_last});
    from = to;
    begin = end;
  };
  for (const int division : word.divisions) {
    append_box(division, reach(word.run, division), false);
    items_.push_back({.width = static_cast<float>(hyphen_), .penalty = kHyphenPenalty, .kind = ItemKind::Penalty, .is_flagged = true});
  }
  append_box(static_cast<int>(word.text->size()), word.run.width, true);
}

std::vector<Line> LineMaker::lines(const std::vector<int>& words) {
  items_.clear();
  pieces_.clear();
  const auto width = static_cast<float>(blank_);
  const auto stretch = static_cast<float>(blank_ * kStretch), shrink = static_cast<float>(blank_ * kShrink);
  for (const int word : words) {
    if (!items_.empty()) items_.push_back({.width = width, .stretch = stretch, .shrink = shrink, .kind = ItemKind::Glue});
    append_word(word);
  }
  items_.push_back({.penalty = kForbidden, .kind = ItemKind::Penalty});
  items_.push_back({.stretch = kFilling, .kind = ItemKind::Glue});
  items_.push_back({.penalty = kForced, .kind = ItemKind::Penalty, .is_flagged = true});

  std::vector<Line> lines;
  std::size_t item = 0, piece = 0;
  for (const int end : breaker_.breaks(items_, measure_)) {
    Line line;
    double natural = 0;
    int blanks = 0;
    while (item < items_.size() && items_[item].kind != ItemKind::Box) ++item;
    for (; item < static_cast<std::size_t>(end); ++item) {
      if (items_[item].kind == ItemKind::Box) {
        line.pieces.push_back(pieces_[piece++]);
        natural += items_[item].width;
      } else if (items_[item].kind == ItemKind::Glue && items_[item].stretch < kFilling) {
        ++blanks;
      }
    }
    const Item& last = items_[item];
    const bool is_divided = last.kind == ItemKind::Penalty && last.penalty > kForced;
    if (is_divided && !line.pieces.empty()) line.pieces.back().has_hyphen = true;
    const bool is_filled = last.kind == ItemKind::Penalty && last.penalty == kForced;
    const double room = measure_ - natural - (is_divided ? hyphen_ : 0);
    line.blank = is_filled || blanks == 0 ? blank_ : std::max(room / blanks, blank_ * (1 - kShrink));
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace nbpublish::floor_program
