#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "flowed.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

PicturePtr picture_of(double width, double height, double lettering = 0) {
  Picture made;
  made.lettering = Length::pt(lettering);
  made.kind = PictureKind::Svg;
  made.natural_size = {Length::pt(width), Length::pt(height)};
  return std::make_shared<const Picture>(std::move(made));
}

Block figure(std::string caption = "", std::string number = "") {
  Figure made;
  made.source = "picture.svg";
  made.alt = "what it shows";
  if (!caption.empty()) made.caption = {text(std::move(caption))};
  made.number = std::move(number);
  made.label = "fig:one";
  return {0, {}, std::move(made)};
}

struct Drawn : Flowed {
  Drawn(double width, double height, Blocks blocks, double lettering = 0) {
    pictures["chapters/picture.svg"] = picture_of(width, height, lettering);
    flow(std::move(blocks));
  }
  const FrameItem& picture_item() const {
    for (const GalleyRow& row : galley.rows)
      for (const FrameItem& item : row.items)
        if (std::holds_alternative<PlacedPicture>(item.content)) return item;
    throw std::runtime_error("no picture");
  }
  const Rect& rect() const { return std::get<PlacedPicture>(picture_item().content).rect; }
};

}  // namespace

TEST_CASE("a picture narrower than the measure is centred in its own size") {
  const Drawn f(100, 50, {figure()});
  CHECK(f.rect().width == Length::pt(100));
  CHECK(f.rect().height == Length::pt(50));
  CHECK(f.rect().x * 2 + f.rect().width == f.style.measure);
}

TEST_CASE("a picture wider than the measure is scaled down to it") {
  const Drawn f(648, 200, {figure()});
  CHECK(f.rect().x == Length{});
  CHECK(f.rect().width == f.style.measure);
  CHECK(abs(f.rect().height - Length::pt(100)) < Length::pt(0.01));
}

TEST_CASE("a picture is never higher than the style allows") {
  const Drawn f(300, 3000, {figure()});
  const Length most = f.style.leading * f.style.figure_most_lines;
  CHECK(f.rect().height == most);
  CHECK(abs(f.rect().width - most / 10) < Length::pt(0.01));
}

TEST_CASE("a picture is as wide as its author wants, up to the measure") {
  const auto width = [](FigureWidth wanted) {
    Block block = figure();
    std::get<Figure>(block.content).width = wanted;
    const Drawn f(100, 50, {block});
    CHECK(abs(f.rect().width - f.rect().height * 2) < Length::pt(0.01));
    return f.rect().width;
  };
  const Length measure = Drawn(100, 50, {figure()}).style.measure;
  CHECK(width({500, {}}) == measure.scaled(500, 1000));
  CHECK(width({0, Length::pt(60)}) == Length::pt(60));
  CHECK(width({0, Length::pt(6000)}) == measure);
}

TEST_CASE("a picture that is a link as a whole links with all of it") {
  Block block = figure();
  std::get<Figure>(block.content).link = ExternalTarget{"https://example.org"};
  const Drawn f(100, 50, {block});
  std::vector<LinkArea> links;
  for (const GalleyRow& row : f.galley.rows) links.insert(links.end(), row.links.begin(), row.links.end());
  REQUIRE(links.size() == 1);
  CHECK(links[0].rect == f.rect());
  CHECK(links[0].description == "what it shows");
  CHECK(f.tags.nodes[links[0].tag].role == TagRole::Link);
}

TEST_CASE("a figure takes whole lines, a line of white before it") {
  const Drawn f(100, 50, {paragraph("alpha."), figure("What it shows.", "9.1"), paragraph("omega.")});
  const double lines = f.lines_between("alpha", "omega");
  CHECK(std::abs(lines - std::round(lines)) < 1e-6);
  const Length picture_top = f.placed.rows[1].y;
  CHECK(picture_top - f.style.leading >= f.style.leading);
}

TEST_CASE("a caption stands below its picture with its number in strong text") {
  const Drawn f(100, 50, {figure("What it shows.", "9.1")});
  CHECK(f.galley.rows.size() == 2);
  CHECK(text_of(f.galley.rows[1].items).find("Figure 9.1") == 0);
  CHECK(project_fonts().entry(f.run("Figure 9.1").font).weight == f.style.caption_number_weight);
  CHECK(f.run("What it shows.").size == f.style.caption.size);
  CHECK(f.galley.rows[1].break_cost == kBreakForbidden);
  CHECK(f.galley.rows[0].height == Length::pt(50) + f.style.caption_gap);
}

TEST_CASE("a figure carries its alternative text and its label") {
  const Drawn f(100, 50, {figure("What it shows.", "9.1")});
  const TagNode& tag = f.tags.nodes[f.picture_item().tag];
  CHECK(tag.role == TagRole::Figure);
  CHECK(tag.alt == "what it shows");
  CHECK(f.galley.rows[0].places.front().name == "one#fig:one");
}

TEST_CASE("a picture that could not be read leaves its alternative text and its caption") {
  const Flowed f({figure("The caption.", "9.1")});
  CHECK(text_of(f.row_of_text("what it shows").items) == "[what it shows]");
  CHECK(f.find("The caption.") > f.find("what it shows"));
}

TEST_CASE("a picture in a list is scaled to the item's column") {
  const Drawn f(648, 200, {list({item({paragraph("alpha"), figure()})})});
  CHECK(f.rect().x == f.style.list_indent);
  CHECK(f.rect().width == f.style.measure - f.style.list_indent);
}

TEST_CASE("a picture of no size does no harm") {
  const Drawn f(0, 0, {figure("The caption.")});
  CHECK(f.find("what it shows") < f.find("The caption."));
}

TEST_CASE("below a figure that runs online stand its caption, the address and a QR code, kept whole") {
  Block block = figure("What it shows.", "9.1");
  std::get<Figure>(block.content).online_url = "https://example.org/streams";
  const Drawn f(100, 50, {block, paragraph("omega.")});
  std::string all;
  std::vector<Rect> pictures;
  std::size_t links = 0;
  for (std::size_t i = 0; i < f.find("omega"); ++i) {
    const GalleyRow& row = f.galley.rows[i];
    if (i > 0) CHECK(row.break_cost == kBreakForbidden);
    all += text_of(row.items);
    links += row.links.size();
    for (const FrameItem& item : row.items)
      if (const auto* placed = std::get_if<PlacedPicture>(&item.content)) pictures.push_back(placed->rect);
  }
  CHECK(all.find("What it shows.Runs in the online edition: example.org/streams") != std::string::npos);
  CHECK(links == 1);
  REQUIRE(pictures.size() == 2);
  CHECK(pictures[1].width >= Length::pt(58));
  CHECK(pictures[1].x + pictures[1].width == f.style.measure);
  Length below;  // the code does not reach into what follows
  for (std::size_t i = 1; i < f.find("omega"); ++i) below += f.galley.rows[i].height;
  CHECK(below >= pictures[1].height);
}

TEST_CASE("a raster with too few pixels for its printed size is told of at its place") {
  const auto told = [](std::uint32_t width_px, double width) {
    Drawn f(1, 1, {});
    Picture raster{PictureKind::Png, "", width_px, width_px / 2, {Length::pt(width), Length::pt(width / 2)}};
    f.pictures["chapters/picture.svg"] = std::make_shared<const Picture>(std::move(raster));
    Block block = figure();
    block.span = {7, 1, 7, 20};
    f.flow({block});
    std::string out;
    for (const Diagnostic& d : f.sink.all())
      out += std::to_string(d.span.line) + " " + std::string(word_of(d.code)) + ": " + d.message + "\n";
    return out;
  };
  CHECK(told(300, 72) == "");
  CHECK(told(299, 72) == "");  // rounding
  CHECK(told(280, 72) == "7 image-resolution: 'picture.svg' has 280 pixels to the inch at its printed size; print needs 300\n");
  CHECK(told(1350, 648) == "");  // scaled down to the measure of 324 pt
  CHECK(told(1200, 648) == "7 image-resolution: 'picture.svg' has 267 pixels to the inch at its printed size; print needs 300\n");
}

TEST_CASE("a drawing may be higher than usual if its lettering would get too small, and is told of if it does") {
  const auto height = [](double lettering, double natural_height, std::string& told) {
    Drawn f(1, 1, {});
    Picture drawing{PictureKind::Svg, "", 0, 0, {Length::pt(200), Length::pt(natural_height)}, "", "", Length::pt(lettering)};
    f.pictures["chapters/picture.svg"] = std::make_shared<const Picture>(std::move(drawing));
    f.flow({figure()});
    told.clear();
    for (const Diagnostic& d : f.sink.all()) told += word_of(d.code);
    return f.rect().height;
  };
  std::string told;
  const Drawn plain(1, 1, {});
  const Length usual = plain.style.leading * plain.style.figure_most_lines;
  CHECK(height(8, usual.points() * 1.1, told) == usual);
  CHECK(height(8, usual.points() * 1.3, told) == Length::pt(usual.points() * 1.3));
  CHECK(told == "");
  CHECK(height(8, usual.points() * 2, told) == highest_figure(plain.style));
  CHECK(told == "small-lettering");
  CHECK(height(0, usual.points() * 1.3, told) == usual);
  CHECK(told == "");
}

namespace {

// A paragraph that refers to the figure.
Block reference(std::string words) {
  return paragraph(Inlines{text(std::move(words)), link_to(InternalTarget{"one", "fig:one"}, "Figure 9.1")});
}

}  // namespace

TEST_CASE("a numbered figure may move to the next page, and to the top of its own where the text of its section has referred to it") {
  const auto figures = [](Blocks blocks) { return Drawn(100, 50, std::move(blocks)).galley.figures; };
  const auto seen =
      figures({paragraph("alpha."), reference("See "), paragraph("beta."), figure("What it shows.", "9.1"), paragraph("omega.")});
  REQUIRE(seen.size() == 1);
  CHECK(seen[0].may_move);
  CHECK(seen[0].reference == 1);
  CHECK(seen[0].first == 3);
  CHECK(seen[0].end == 5);
  CHECK(seen[0].space_without == 0);
  // Without a reference before it in its section, to the next page alone.
  for (const auto& blocks : {Blocks{paragraph("alpha."), figure("What it shows.", "9.1"), reference("See ")},
                             Blocks{reference("See "), heading(2, "Another"), paragraph("beta."), figure("What it shows.", "9.1")},
                             Blocks{paragraph("alpha."), heading(2, "Another"), figure("What it shows.", "9.1"), paragraph("beta.")}}) {
    CHECK(figures(blocks).at(0).may_move);
    CHECK(!figures(blocks).at(0).reference);
  }
  // Behind a lead-in, to avoid a hole alone.
  CHECK(figures({reference("See "), paragraph("This way:"), figure("What it shows.", "9.1")}).at(0).is_announced);
  // Where it has no number the text cannot refer to it.
  CHECK(!figures({reference("See "), figure("What it shows.")}).at(0).may_move);
}

TEST_CASE("a figure without a label may move to the page after the text before it") {
  const auto figures = [](Blocks blocks) { return Drawn(100, 50, std::move(blocks)).galley.figures; };
  const auto unnamed = [] {
    Block block = figure("What it shows.", "9.1");
    std::get<Figure>(block.content).label.clear();
    return block;
  };
  const auto moved = figures({paragraph("alpha."), unnamed(), paragraph("omega.")});
  REQUIRE(moved.size() == 1);
  CHECK(moved[0].may_move);
  CHECK(moved[0].reference == 0);
  CHECK(!figures({paragraph("This way:"), unnamed(), paragraph("omega.")}).at(0).reference);
  CHECK(!figures({paragraph("alpha."), heading(2, "Heading"), unnamed(), paragraph("omega.")}).at(0).reference);
}

TEST_CASE("the white that a block wants stays where a figure before it moves away") {
  const Drawn f(100, 50, {reference("See "), figure("What it shows.", "9.1"), quote({paragraph("Next.")}), paragraph("omega.")});
  REQUIRE(f.galley.figures.size() == 1);
  const GalleyFigure& moved = f.galley.figures.front();
  CHECK(moved.space_without == 1);
  CHECK(moved.space_without ==
        Drawn(100, 50, {reference("See "), quote({paragraph("Next.")}), paragraph("omega.")}).row_of_text("Next").space_before);
}

namespace {

// The lines that a figure's rows take with the space around them.
double lines_of(const Galley& galley, const GalleyFigure& figure, Length picture) {
  const GalleyGroup& group = galley.groups[static_cast<std::size_t>(galley.rows[figure.first].group)];
  Length sum = group.top_first + group.bottom_last + picture;
  for (std::size_t row = figure.first + 1; row < figure.end; ++row) sum += galley.rows[row].height;
  return sum.points() / 13;
}

}  // namespace

TEST_CASE("a picture can be set smaller, by whole lines of its figure and a seventh of its size at most") {
  const Drawn f(600, 600, {paragraph("alpha."), figure("What it shows.", "9.1"), paragraph("omega.")});
  REQUIRE(f.galley.figures.size() == 1);
  const GalleyFigure& sized = f.galley.figures.front();
  const GalleyRow& row = f.galley.rows[sized.first];
  const Rect full = std::get<PlacedPicture>(row.items.front().content).rect;
  REQUIRE(sized.sizes.size() >= 2);
  const double natural = std::ceil(lines_of(f.galley, sized, row.height) - 1e-6);
  double cost = 0;
  for (std::size_t n = 0; n < sized.sizes.size(); ++n) {
    const FigureSize& size = sized.sizes[n];
    const Rect rect = std::get<PlacedPicture>(size.items.front().content).rect;
    CHECK(lines_of(f.galley, sized, size.height) == Approx(natural - 1 - static_cast<double>(n)));
    CHECK(row.height - size.height == full.height - rect.height);
    CHECK(rect.width.points() / rect.height.points() == Approx(full.width.points() / full.height.points()).epsilon(0.001));
    CHECK((rect.x + rect.width / 2).points() == Approx((full.x + full.width / 2).points()).margin(0.01));
    CHECK(rect.height >= full.height.scaled(6.0 / 7));
    CHECK(size.cost > cost);
    cost = size.cost;
  }
}

TEST_CASE("a picture is not set smaller where its author gave a size, or lettering could no longer be read") {
  Block asked = figure("What it shows.", "9.1");
  std::get<Figure>(asked.content).width.of_measure = 500;
  CHECK(Drawn(600, 600, {paragraph("alpha."), asked}).galley.figures.at(0).sizes.empty());
  const auto lettered = [](double points) {
    Drawn f(324, 260, {paragraph("alpha."), figure("What it shows.", "9.1")}, points);
    return f.galley.figures.at(0).sizes.size();
  };
  CHECK(lettered(0) > 0);
  CHECK(lettered(12) == lettered(0));
  CHECK(lettered(7.1) == 0);
}
