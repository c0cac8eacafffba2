#include "cover/cover_sheet.h"

#include <utility>

#include "base/utf8.h"
#include "layout/inline/glyph_run.h"

namespace nbpublish {
namespace {

constexpr Length kNarrower = Length::pt(1);  // a step of balancing

// Runs stand one behind the other along the turned baseline.
void turn_about(GlyphRun& run, Point origin, Turn turn) {
  const Length along = run.origin.x - origin.x;
  run.turn = turn;
  if (turn == Turn::Right) run.origin = {origin.x, origin.y + along};
  if (turn == Turn::Left) run.origin = {origin.x, origin.y - along};
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

FontId CoverSheet::face(const Look& look) const {
  return shaper_.fonts().find(look.family == FontFamily::Serif ? faces_.serif : faces_.sans, look.weight, false);
}

void CoverSheet::fill(const Rect& rect, ColourRole colour) { page_.items.push_back({kArtifact, 0, 0, 0, Fill{rect, colour}}); }
void CoverSheet::draw(Path path) { page_.items.push_back({kArtifact, 0, 0, 0, std::move(path)}); }
void CoverSheet::place(PicturePtr picture, const Rect& rect) {
  page_.items.push_back({kArtifact, 0, 0, 0, PlacedPicture{std::move(picture), rect}});
}

void CoverSheet::write(std::string_view text, const Look& look, Point origin, TagId tag, Turn turn) {
  for (GlyphRun& run : glyph_runs(shaper_, face(look), look.features, look.size, look.colour, text, origin)) {
    turn_about(run, origin, turn);
    page_.items.push_back({tag, 0, 0, 0, std::move(run)});
  }
}

Length CoverSheet::write(const std::vector<std::string>& lines, const Look& look, Point origin, Length leading, TagId tag) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // The space keeps the words of two lines apart for who copies or listens.
    write(i + 1 < lines.size() ? lines[i] + ' ' : lines[i], look, origin, tag);
    origin.y += leading;
  }
  return origin.y;
}

Length CoverSheet::width(std::string_view text, const Look& look) { return shaper_.width(face(look), look.features, look.size, text); }

Length CoverSheet::word_width(std::string_view text, const Look& look) {
  Length widest;
  for (const std::string_view word : words_of(text)) widest = std::max(widest, width(word, look));
  return widest;
}

Length CoverSheet::fitting_size(std::string_view text, Look look, Length room) {
  const Length width = this->width(text, look);
  return width <= room ? look.size : look.size.scaled(std::max(room, Length{}).units(), width.units());
}

std::string_view CoverSheet::fitting_part(std::string_view word, const Look& look, Length measure) {
  std::size_t end = 0;
  next_code_point(word, end);  // at least one, or there would be no end
  for (std::size_t next = end; next < word.size(); end = next) {
    next_code_point(word, next);
    if (width(word.substr(0, next), look) > measure) break;
  }
  return word.substr(0, end);
}

std::vector<std::string> CoverSheet::break_lines(std::string_view text, const Look& look, Length measure) {
  std::vector<std::string> lines;
  for (std::string_view word : words_of(text)) {
    const std::string joined = lines.empty() ? std::string(word) : lines.back() + ' ' + std::string(word);
    if (!lines.empty() && width(joined, look) <= measure) {
      lines.back() = joined;
      continue;
    }
    for (; width(word, look) > measure; word.remove_prefix(lines.back().size())) {
      lines.emplace_back(fitting_part(word, look, measure));
      if (lines.back().size() == word.size()) break;
    }
    if (lines.empty() || lines.back() != word) lines.emplace_back(word);
  }
  return lines;
}

std::vector<std::string> CoverSheet::balance_lines(std::string_view text, const Look& look, Length measure) {
  std::vector<std::string> best = break_lines(text, look, measure);
  const Length widest_word = word_width(text, look);
  for (Length narrower = measure - kNarrower; narrower > widest_word; narrower -= kNarrower) {
    std::vector<std::string> lines = break_lines(text, look, narrower);
    if (lines.size() > best.size()) break;
    best = std::move(lines);
  }
  return best;
}

PagedPart CoverSheet::take(std::string key) {
  part_.key = std::move(key);
  part_.pages.push_back(std::move(page_));
  page_ = {};
  return std::exchange(part_, {});
}

}  // namespace nbpublish
