// Pictures that take their decoder down, run for ever or eat memory, in a child that may.
#include "workshop/careful_pictures.h"

#include <catch2/catch.hpp>

#include <functional>

#include "support/pictures.h"

using namespace nbpublish;
using namespace nbpublish::literals;

namespace {

std::string svg(const std::string& content, const std::string& box = "0 0 100 100") {
  return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='" + box + "'>" + content + "</svg>";
}

// librsvg 2.54 panics: the text's height is negative by overflow.
const std::string kAborts = svg("<text font-size='1e8'>a</text>");
const std::string kRunsOn =
    svg("<filter id='f'><feTurbulence numOctaves='99999999'/></filter><rect width='9' height='9' filter='url(#f)'/>");

struct Setup {
  MemoryFileSystem files;
  Store store{files, "cache", {}};
  CarefulPlan plan;

  Setup() {
    plan.worker = {NBP_PICTURE_WORKER};
    plan.jobs = 2;
    plan.store = &store;
    PictureColours light, dark, gray;
    dark.look = PictureLook::Dark;
    gray.look = PictureLook::Gray;
    for (PictureColours* colours : {&light, &dark, &gray}) {
      colours->light.colours[static_cast<std::size_t>(ColourRole::Paper)] = {255, 255, 255};
      colours->dark.colours.fill({230, 230, 230});
      colours->dark.colours[static_cast<std::size_t>(ColourRole::Paper)] = {20, 20, 20};
    }
    plan.looks = {light, dark, gray};
    plan.usual_size = [](const Picture&) { return Size{72_pt, 72_pt}; };
  }
  CarefulPictures pictures() { return CarefulPictures(plan); }
  // Pictures that cannot be tried: only what is known already can be answered.
  CarefulPictures remembered() {
    CarefulPlan blind = plan;
    blind.worker = {"nbp-no-such-program"};
    return CarefulPictures(blind);
  }
};

std::string refusal_of(const Result<PicturePtr>& read) {
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::Input);
  return read.error().message;
}

}  // namespace

TEST_CASE("A sound picture comes back as reading it here would give it") {
  Setup setup;
  CarefulPictures pictures = setup.pictures();
  for (const std::string& bytes :
       {svg("<title>A box</title><rect width='10' height='10' fill='#336699'/>"), testing::png_bytes(4, 10, 20, 30)}) {
    const PicturePtr careful = *pictures.read(bytes), here = *read_picture(bytes);
    CHECK(careful->kind == here->kind);
    CHECK(careful->bytes == here->bytes);
    CHECK(careful->natural_size == here->natural_size);
    CHECK(careful->width_px == here->width_px);
    CHECK(careful->title == here->title);
    for (const PictureColours& colours : setup.plan.looks) {
      const auto made = pictures.recolour(careful, colours, {{30_pt, 30_pt}, false});
      REQUIRE(made);
      CHECK(made->picture->bytes == recoloured(here, colours, {30_pt, 30_pt})->picture->bytes);
    }
  }
  const std::string png = testing::png_bytes(40, 10, 20, 30);
  CHECK(*pictures.fit_for_ebook(png, 400) == *pictures_here().fit_for_ebook(png, 400));
}

TEST_CASE("A drawing that needs pixels is drawn by the child, once for a known size") {
  Setup setup;
  CarefulPictures pictures = setup.pictures();
  const PicturePtr drawing = *pictures.read(svg("<rect width='90' height='90' opacity='.5'/>"));
  const PictureColours& gray = setup.plan.looks[2];
  const auto expected = recoloured(drawing, gray, {72_pt, 72_pt});
  REQUIRE(expected->flattened);
  for (int i = 0; i < 2; ++i) {
    const auto made = pictures.recolour(drawing, gray, {{72_pt, 72_pt}, false});
    REQUIRE(made);
    CHECK(made->flattened);
    CHECK(made->picture->bytes == expected->picture->bytes);
  }
}

TEST_CASE("A picture that takes its library down is refused, and the next one is read") {
  Setup setup;
  CarefulPictures pictures = setup.pictures();
  CHECK(refusal_of(pictures.read(kAborts)) == "the picture ends the library that draws it (Aborted)");
  CHECK(pictures.read(svg("<rect width='10' height='10'/>")));
  CHECK(refusal_of(pictures.read(kAborts)) == "the picture ends the library that draws it (Aborted)");
}

TEST_CASE("A picture that would be drawn for ever is refused by processor time") {
  Setup setup;
  CHECK(refusal_of(setup.pictures().read(kRunsOn)) == "the picture takes more than 2 s of processor time");
}

TEST_CASE("Only what is the same on every machine is remembered from run to run") {
  Setup setup;
  const std::string good = svg("<rect width='10' height='10'/>");
  {
    CarefulPictures pictures = setup.pictures();
    CHECK(pictures.read(good));
    CHECK_FALSE(pictures.read(kAborts));
    CHECK_FALSE(pictures.read("no picture"));
    CHECK_FALSE(pictures.read(kRunsOn));
  }
  CarefulPictures again = setup.remembered();
  CHECK(again.read(good));
  CHECK(refusal_of(again.read(kAborts)) == "the picture ends the library that draws it (Aborted)");
  CHECK(refusal_of(again.read("no picture")) == "the file is no picture of a known kind");
  const auto untried = again.read(kRunsOn);
  REQUIRE_FALSE(untried);
  CHECK(untried.error().kind == ErrorKind::Environment);
}

TEST_CASE("What is known of a picture is kept beside its content; damaged, or of other fonts, it is nothing") {
  Setup setup;
  const std::string good = svg("<rect width='10' height='10'/>");
  { CHECK(setup.pictures().read(good)); }
  // Of the file as it was found, and of the drawing that was read from it.
  const auto kept = *setup.files.list_directory("cache");
  CHECK(kept.size() == 2);
  const auto damage = [&](const std::function<std::string(std::string)>& change) {
    for (const DirectoryEntry& entry : kept) {
      const std::filesystem::path file = "cache/" + entry.name;
      REQUIRE(setup.files.write_file(file, change(*setup.files.read_file(file))));
    }
  };
  SECTION("cut") {
    damage([](const std::string& whole) { return whole.substr(0, whole.size() / 2); });
  }
  SECTION("a bit") {
    damage([](std::string whole) {
      whole[whole.size() - 3] ^= 1;
      return whole;
    });
  }
  SECTION("fonts") { setup.plan.fonts.sans = "Another"; }
  CHECK_FALSE(setup.remembered().read(good));
}

TEST_CASE("Each look of a drawing is tried where a style sheet can tell them apart") {
  Setup setup;
  // Black is nothing to draw; what is pale for a dark page, and so no longer black, would be drawn for ever.
  const std::string dark_only =
      svg("<style>rect:not([fill='#000000']) { filter: url(#f) }</style><filter id='f'><feTurbulence numOctaves='99999999'/></filter>"
          "<rect width='9' height='9' fill='#000000'/>");
  CHECK(refusal_of(setup.pictures().read(dark_only)) == "the picture takes more than 2 s of processor time");
}

TEST_CASE("A size at which a drawing was not tried yet is tried before it is drawn") {
  Setup setup;
  CarefulPictures pictures = setup.pictures();
  // Its letters become too large for FreeType with the picture.
  const auto read = pictures.read(svg("<g transform='scale(20)'><text font-size='100'>a</text></g>"));
  REQUIRE(read);
  const PictureColours& light = setup.plan.looks[0];
  CHECK(pictures.recolour(*read, light, {{72_pt, 72_pt}, true}));
  const auto huge = pictures.recolour(*read, light, {{14000_pt, 14000_pt}, false});
  REQUIRE_FALSE(huge);
  CHECK(huge.error().kind == ErrorKind::Input);
}

TEST_CASE("A picture may be larger than a pipe, and so may its answer") {
  Setup setup;
  std::string content;
  for (int i = 0; i < 20'000; ++i) content += "<path d='M0 0h10v10z'/>";
  const auto read = setup.pictures().read(svg(content));
  REQUIRE(read);
  CHECK((*read)->bytes.size() > 400'000);
}
