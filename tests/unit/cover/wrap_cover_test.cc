#include "cover/wrap_cover.h"

#include <algorithm>
#include <functional>

#include "base/contrast.h"
#include "base/roman.h"
#include "cover/cover_colours.h"
#include "cover/motif.h"
#include "cover_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

using Lines = std::vector<std::string>;

std::vector<GlyphRun> spine_runs(const WrapCover& cover) {
  std::vector<GlyphRun> runs;
  for (GlyphRun& run : runs_of(cover))
    if (run.origin.x >= cover.geometry.spine.x && run.origin.x < cover.geometry.spine.right()) runs.push_back(std::move(run));
  return runs;
}

// Of a path of whole circles: the corners of curves lie on their edge.
Rect extent_of(const Path& path) {
  Point least = path.segments.at(0).points[0], most = least;
  for (const PathSegment& s : path.segments) {
    if (s.kind == PathSegment::Kind::Close) continue;
    const Point end = s.kind == PathSegment::Kind::Curve ? s.points[2] : s.points[0];
    least = {std::min(least.x, end.x), std::min(least.y, end.y)};
    most = {std::max(most.x, end.x), std::max(most.y, end.y)};
  }
  return {least.x, least.y, most.x - least.x, most.y - least.y};
}

// The runs whose text begins so.
std::vector<GlyphRun> runs_with(const WrapCover& cover, std::string_view begin) {
  std::vector<GlyphRun> runs;
  for (GlyphRun& run : runs_of(cover))
    if (run.text.starts_with(begin)) runs.push_back(std::move(run));
  return runs;
}

const PlacedPicture* picture_of(const WrapCover& cover) {
  for (const FrameItem& item : items_of(cover))
    if (const auto* placed = std::get_if<PlacedPicture>(&item.content)) return placed;
  return nullptr;
}

void check_words_are_safe(const WrapCover& cover, const CoverRules& rules) {
  const WrapGeometry& wrap = cover.geometry;
  const Rect spine{wrap.spine.x + rules.spine_clearance, wrap.spine.y + rules.safe_zone, wrap.spine.width - rules.spine_clearance * 2,
                   wrap.spine.height - rules.safe_zone * 2};
  for (const GlyphRun& run : runs_of(cover)) {
    INFO(run.text);
    const Rect ink = test::ink_of(run);
    const bool is_safe = is_inside(ink, inset(wrap.back, rules.safe_zone)) || is_inside(ink, inset(wrap.front, rules.safe_zone)) ||
                         is_inside(ink, spine) || is_inside(ink, wrap.barcode);
    CHECK(is_safe);
  }
}

}  // namespace

TEST_CASE("no words stand outside the safe zones, for every outlet, thickness and volume") {
  for (const char* outlet : {"kdp", "ingram", "lulu"}) {
    CoverFixture set(outlet);
    set.book.back_cover = {std::string(900, 'x') + " " + set.book.volumes[0].description,
                           {"one", "two", "three"},
                           "Computers / JavaScript",
                           "$ 49",
                           "https://book.example",
                           "90000"};
    for (std::size_t volume = 0; volume < 4; ++volume)
      for (const int pages : {32, 78, 80, 120, 300, 828}) {
        INFO(outlet << " " << volume << " " << pages);
        check_words_are_safe(set.draw(volume, pages), set.rules);
      }
  }
}

TEST_CASE("the ground covers the sheet with its bleed, in one piece") {
  CoverFixture set;
  const WrapCover cover = set.draw(0, 300);
  const auto& ground = std::get<Fill>(items_of(cover).front().content);
  CHECK(ground.rect == cover.geometry.sheet());
  CHECK(ground.rect.x == Length::pt(-9));
  CHECK(ground.colour == kCoverGround);
  CHECK(cover.volume.trim == cover.geometry.trim);
}

TEST_CASE("a thin spine has no words") {
  CoverFixture set;
  set.rules.spine_text_pages = 150;
  CHECK(spine_runs(set.draw(0, 149)).empty());
  CHECK_FALSE(spine_runs(set.draw(0, 150)).empty());
  CHECK(set.sink.all().empty());
}

TEST_CASE("words that would be smaller than 7 pt are left off the spine, and told of") {
  CoverFixture set;
  CHECK(spine_runs(set.draw(0, 90)).empty());
  CHECK(set.complaints() == Lines{"cover-text volume-1: the spine of 90 pages is too thin for words and has none"});
  for (const GlyphRun& run : spine_runs(set.draw(0, 110))) CHECK(run.size >= Length::pt(7));
}

TEST_CASE("the spines of a set line up, however thick they are") {
  CoverFixture set;
  const int pages[] = {120, 300, 500, 828};
  std::vector<Length> numerals, sets, titles;
  for (std::size_t volume = 0; volume < 4; ++volume) {
    const auto runs = spine_runs(set.draw(volume, pages[volume]));
    REQUIRE(runs.size() == 4);  // numeral, set, publisher, title
    CHECK(runs[0].turn == Turn::None);
    numerals.push_back(runs[0].origin.y);
    sets.push_back(runs[1].origin.y);
    titles.push_back(runs[3].origin.y);
    CHECK(runs[3].text == set.book.volumes[volume].title);
    CHECK(runs[3].turn == Turn::Right);
    CHECK(runs[2].origin.y + runs[2].width == set.style.trim_height - set.rules.safe_zone);
  }
  for (const auto* places : {&numerals, &sets, &titles})
    CHECK(std::ranges::all_of(*places, [&](Length y) { return y == places->front(); }));
}

TEST_CASE("words on the spine stand in its middle by their x-height") {
  CoverFixture set;
  const WrapCover cover = set.draw(2, 400);
  const GlyphRun title = spine_runs(cover).at(3);
  const double x_height = project_fonts().metrics(title.font).x_height * title.size.points();
  CHECK(title.origin.x.points() + x_height / 2 == Approx((cover.geometry.spine.x + cover.geometry.spine.width / 2).points()).margin(0.01));
}

TEST_CASE("a title too long for the spine is set smaller, and told of") {
  CoverFixture set;
  set.book.volumes[0].title = "Everything About the Event Loop, the Thread Pool, Streams and Whatever Else Runs in There";
  check_words_are_safe(set.draw(0, 300), set.rules);
  CHECK(std::ranges::count(set.complaints(),
                           "cover-text volume-1: the title is set smaller on the spine than the spine's width asks for") == 1);
}

TEST_CASE("the title on the front is set in 44 points or more, or told of") {
  CoverFixture set;
  for (std::size_t volume = 0; volume < 4; ++volume) {
    const WrapCover cover = set.draw(volume, 300);
    const std::string title = set.book.volumes[volume].title.plain(), first = title.substr(0, title.find(' '));
    CHECK(std::ranges::any_of(runs_with(cover, first), [](const GlyphRun& run) { return run.size >= Length::pt(44); }));
  }
  CHECK(set.sink.all().empty());
  set.book.volumes[0].title = "Internationalization";
  set.draw(0, 300);
  REQUIRE(set.complaints().size() == 1);
  CHECK(set.complaints()[0].starts_with("cover-text volume-1: the title is set in "));
}

TEST_CASE("a picture fills the front over its edges if shape and pixels allow it") {
  CoverFixture set;
  set.art = raster(1900, 2850);
  const WrapCover cover = set.draw(0, 300);
  CHECK(set.sink.all().empty());
  const PlacedPicture* placed = picture_of(cover);
  REQUIRE(placed);
  const Rect& front = cover.geometry.front;
  CHECK(placed->rect.x == front.x);
  CHECK(placed->rect.y <= Length::pt(-9));
  CHECK(placed->rect.right() >= front.right() + Length::pt(9));
  CHECK(placed->rect.bottom() >= front.bottom() + Length::pt(9));
  CHECK(placed->rect.height.points() / placed->rect.width.points() == Approx(1.5).margin(0.001));
}

TEST_CASE("another picture becomes a band of 300 ppi or more, and the size needed is named") {
  for (const auto& [width, height] : {std::pair(1578u, 832u), std::pair(1200u, 1800u), std::pair(3000u, 3000u)}) {
    CoverFixture set;
    set.book.meta.cover = "cover.png";
    set.art = raster(width, height);
    const WrapCover cover = set.draw(0, 300);
    REQUIRE(set.sink.all().size() == 1);
    CHECK(set.sink.all()[0].code == DiagCode::CoverShape);
    CHECK(set.sink.all()[0].file == "cover.png");
    CHECK(set.sink.all()[0].hint == "a picture that is to fill it needs 1838 x 2775 pixels, portrait");
    const PlacedPicture* placed = picture_of(cover);
    REQUIRE(placed);
    CHECK(is_inside(placed->rect, inset(cover.geometry.front, set.rules.safe_zone)));
    CHECK(width / (placed->rect.width.points() / 72) >= 299.9);
    CHECK(placed->rect.height.points() / placed->rect.width.points() == Approx(static_cast<double>(height) / width).margin(0.01));
  }
}

TEST_CASE("the back has its words, and the barcode's panel is white with black bars") {
  CoverFixture set;
  set.book.back_cover.points = {"Measure it.", "Mend it."};
  set.book.volumes[0].back_cover.price = "$ 49.99";
  const WrapCover cover = set.draw(0, 300);
  for (const char* words : {"One turn of", "Measure it.", "Mend it.", "$ 49.99", "ISBN 978-0-306-40615-7"}) {
    INFO(words);
    CHECK(runs_with(cover, words).size() == 1);
  }
  CHECK(cover.theme[kCoverBlack] == Rgb{0, 0, 0});
  CHECK(cover.theme[kCoverWhite] == Rgb{255, 255, 255});
  CHECK(std::ranges::any_of(items_of(cover), [&](const FrameItem& item) {
    const auto* fill = std::get_if<Fill>(&item.content);
    return fill && fill->rect == cover.geometry.barcode && fill->colour == kCoverWhite;
  }));
}

TEST_CASE("without an ISBN, or where the outlet prints the bars, the panel is empty") {
  CoverFixture set;
  set.rules.outlet_prints_barcode = true;
  CHECK(runs_with(set.draw(0, 300), "ISBN").empty());
  CHECK(set.sink.all().empty());
  set.rules.outlet_prints_barcode = false;
  set.book.volumes[0].identifiers["print"] = "urn:uuid:e640f4e0-85ce-5ea0-8f1d-a3de408d25a5";
  set.book.volumes[0].print_isbn.clear();
  CHECK(runs_with(set.draw(0, 300), "ISBN").empty());
  CHECK(set.complaints() == Lines{"cover-barcode volume-1: there is no ISBN of the printed book, and the barcode's panel is left empty"});
}

TEST_CASE("category, price and address are as large as goes beside the barcode") {
  CoverFixture set;
  set.book.back_cover.price = "$ 49.99";
  set.book.back_cover.address = "https://book.example";
  const auto size_with = [&](const std::string& category) {
    set.book.back_cover.category = category;
    const WrapCover cover = set.draw(0, 300);
    check_words_are_safe(cover, set.rules);
    const GlyphRun first = runs_with(cover, "Computers").at(0);
    CHECK((first.size <= Length::pt(8.5) || first.origin.y - first.size >= cover.geometry.barcode.y));
    return first.size;
  };
  CHECK(size_with("Computers / Programming Languages / JavaScript") == Length::pt(10));
  std::vector<Length> sizes;
  std::string category = "Computers";
  for (int i = 0; i < 60; ++i) sizes.push_back(size_with(category += " words"));
  CHECK(std::ranges::is_sorted(sizes, std::greater()));
  CHECK(sizes.back() == Length::pt(8.5));
  CHECK(std::ranges::any_of(sizes, [](Length size) { return size > Length::pt(8.5) && size < Length::pt(10); }));
}

TEST_CASE("the numerals of a set are drawn with serifs, on the front and on the spine") {
  CoverFixture set;
  Shaper shaper(project_fonts());
  for (std::size_t volume = 0; volume < 4; ++volume) {
    const auto runs = runs_with(set.draw(volume, 300), capital_roman(static_cast<int>(volume) + 1));
    const auto numerals = std::ranges::count_if(runs, [&](const GlyphRun& run) {
      const bool is_numeral = run.text == capital_roman(static_cast<int>(volume) + 1);
      if (is_numeral) CHECK(run.glyphs.at(0).id == shaper.shape(run.font, Features::Numerals, "I").at(0).glyphs.at(0).id);
      return is_numeral;
    });
    CHECK(numerals == 2);
  }
}

TEST_CASE("the corners of a motif are round") {
  CoverFixture set;
  for (std::size_t volume = 0; volume < 4; ++volume) {
    const WrapCover cover = set.draw(volume, 300);
    std::vector<Rect> dots;
    for (const FrameItem& item : items_of(cover))
      if (const auto* path = std::get_if<Path>(&item.content); path && path->filled) dots.push_back(extent_of(*path));
    std::size_t corners = 0;
    for (const FrameItem& item : items_of(cover)) {
      const auto* path = std::get_if<Path>(&item.content);
      if (!path || path->filled) continue;
      for (std::size_t i = 1; i + 1 < path->segments.size(); ++i) {
        const PathSegment &before = path->segments[i], &behind = path->segments[i + 1];
        if (before.kind != PathSegment::Kind::Line) continue;
        CHECK(behind.kind == PathSegment::Kind::Move);  // a stroke that turned would have a point
        if (behind.points[0] != before.points[0]) continue;
        const Point at = before.points[0];
        const Length half = path->width / 2;
        ++corners;
        CHECK(std::ranges::any_of(dots, [&](const Rect& dot) {
          return is_inside({at.x - half, at.y - half, path->width, path->width}, dot);
        }));
      }
    }
    CHECK((corners > 0) == (cover_motif(set.book.volumes[volume]) == CoverMotif::Pulse));
  }
}

TEST_CASE("text too long for the back is cut above the barcode, and told of") {
  CoverFixture set;
  for (int i = 0; i < 400; ++i) set.book.volumes[0].description += " And so on and on.";
  const WrapCover cover = set.draw(0, 300);
  CHECK(set.complaints() == Lines{"cover-text volume-1: the text for the back is too long and was cut"});
  check_words_are_safe(cover, set.rules);
  for (const GlyphRun& run : runs_with(cover, "And")) CHECK(run.origin.y < cover.geometry.barcode.y);
}

TEST_CASE("a paper whose caliper is not the outlet's own is told of where it stands") {
  CoverFixture set("lulu");
  set.draw(0, 300);
  REQUIRE(set.sink.all().size() == 1);
  CHECK(set.sink.all()[0].code == DiagCode::CoverPaper);
  CHECK(set.sink.all()[0].file == "outlets/covers/lulu.toml");
  CHECK(set.sink.all()[0].span.line > 0);
}

TEST_CASE("the covers' lettering can be read on every ground, and their inks are within the outlets' limits") {
  Volume volume;
  for (volume.number = 0; volume.number < 6; ++volume.number) {
    const CoverColours colours = cover_colours(volume);
    CHECK(contrast(colours.light, colours.ground) > 5);
    CHECK(contrast({255, 255, 255}, colours.ground) > 7);
    CHECK(contrast(colours.mid, colours.ground) > 3);
    // The most that a plain conversion without black gives.
    const int ink = 3 * 255 - colours.ground.r - colours.ground.g - colours.ground.b;
    CHECK(ink * 100 / 255 <= 240);
  }
  volume.colour = Rgb{0x20, 0x20, 0x60};
  CHECK(cover_colours(volume).ground == *volume.colour);
  CHECK(contrast(cover_colours(volume).light, *volume.colour) > 5);
}

TEST_CASE("a book in one volume has neither set nor numeral on its cover") {
  CoverFixture set;
  set.book.volumes.resize(1);
  set.book.volumes[0].title = set.book.meta.title;
  const WrapCover cover = set.draw(0, 300);
  CHECK(runs_with(cover, "I").size() == 1);         // the ISBN's
  CHECK(runs_with(cover, "NodeBook").size() == 2);  // front and spine
}
