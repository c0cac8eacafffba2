#include "workshop/wire.h"

#include <catch2/catch.hpp>

using namespace nbpublish;
using namespace nbpublish::literals;

TEST_CASE("What is written is read again") {
  Picture picture;
  picture.kind = PictureKind::Svg;
  picture.bytes = std::string("<svg\0/>", 7);
  picture.natural_size = {10_pt, -(2_pt)};
  picture.description = "words";
  PictureColours colours;
  colours.look = PictureLook::Dark;
  colours.dark.colours[3] = {1, 2, 3};
  WireWriter out;
  out.number(~std::uint64_t{0});
  out.picture(picture);
  out.colours(colours);
  out.error({ErrorKind::Input, "message", "hint"});
  const std::string bytes = out.take();
  WireReader in(bytes);
  CHECK(in.number() == ~std::uint64_t{0});
  const Picture again = in.picture();
  CHECK(again.bytes == picture.bytes);
  CHECK(again.natural_size == picture.natural_size);
  CHECK(again.description == "words");
  const PictureColours look = in.colours();
  CHECK(look.look == PictureLook::Dark);
  CHECK(look.dark.colours[3] == Rgb{1, 2, 3});
  const Error error = in.error();
  CHECK(error.message == "message");
  CHECK(error.hint == "hint");
  CHECK(in.is_sound());
  CHECK(in.number() == 0);
  CHECK_FALSE(in.is_sound());
}

TEST_CASE("Bytes of a child that has gone wrong are read without harm") {
  WireWriter out;
  out.picture({});
  const std::string whole = out.take();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    WireReader in(std::string_view(whole).substr(0, size));
    in.picture();
    CHECK_FALSE(in.is_sound());
  }
  WireWriter colours;
  colours.number(7);  // no look that there is
  colours.theme({}), colours.theme({});
  const std::string strange = colours.take();
  WireReader look(strange);
  look.colours();
  CHECK_FALSE(look.is_sound());
  WireReader lie(std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF....", 12));
  CHECK(lie.text().empty());
  CHECK_FALSE(lie.is_sound());
}
