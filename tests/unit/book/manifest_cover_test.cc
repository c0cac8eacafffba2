// What a manifest says for the printed cover.
#include <catch2/catch.hpp>

#include "manifest_fixture.h"

using namespace nbpublish;

namespace {

using Lines = std::vector<std::string>;

Lines complaints_about_volume(const std::string& line) {
  ManifestFixture f(small_manifest(line + "\n", "", ""));
  f.read();
  return f.complaints();
}
Lines complaints_about_back(const std::string& line) {
  ManifestFixture f(small_manifest("", "", "", "[back-cover]\n" + line + "\n"));
  f.read();
  return f.complaints();
}

}  // namespace

TEST_CASE("the cover's words are read") {
  ManifestFixture f(
      small_manifest("colour = \"#014A75\"\nmotif = \"flames\"\nback-cover = { price = \"$ 49\", add-on = true }\n"
                     "identifiers = { print = \"isbn:0-306-40615-2\" }\n",
                     "", "",
                     "[back-cover]\ntext = \"\"\"One.\n\nTwo.\"\"\"\npoints = [\"a\", \"b\"]\ncategory = \"Computers\"\n"
                     "address = \"https://book.example\"\nadd-on = \"52999\"\n"));
  const Book book = f.read();
  CHECK(f.complaints() == Lines{});
  CHECK(book.back_cover.text == "One.\n\nTwo.");
  CHECK(book.back_cover.points == Lines{"a", "b"});
  CHECK(book.back_cover.category == "Computers");
  CHECK(book.back_cover.address == "https://book.example");
  CHECK(book.back_cover.add_on == "52999");
  const Volume& volume = book.volumes.at(0);
  CHECK(volume.colour == Rgb{0x01, 0x4A, 0x75});
  CHECK(volume.motif == CoverMotif::Flames);
  CHECK(volume.back_cover.price == "$ 49");
  CHECK(volume.back_cover.add_on == "90000");
  CHECK(volume.identifiers.at("print") == "isbn:9780306406157");
  CHECK(volume.print_isbn == "978-0-306-40615-7");
}

TEST_CASE("mistakes in the cover's words") {
  CHECK(complaints_about_volume("motif = \"flame\"") ==
        Lines{"manifest-key 6:9 'motif' must be one of \"loop\", \"threads\", \"flames\", \"pulse\" (did you mean \"flames\"?)"});
  CHECK(complaints_about_volume("colour = \"blue\"") == Lines{"manifest-key 6:10 'blue' is not a colour (such as \"#014A75\")"});
  CHECK(complaints_about_volume("colour = \"#61 AD1\"").size() == 1);
  CHECK(complaints_about_volume("colour = \"#619AD1\"") ==
        Lines{"manifest-key 6:10 '#619AD1' is too light for a cover: white on it has a contrast of 3.0 : 1 (7 : 1 is needed)"});
  CHECK(complaints_about_volume("color = \"#014A75\"") == Lines{"manifest-key 6:1 unknown key 'color' (did you mean 'colour'?)"});
  CHECK(complaints_about_volume("identifiers = { print = \"isbn:0-306-40615-3\" }") ==
        Lines{"manifest-key 6:25 'isbn:0-306-40615-3' is an ISBN with a wrong check digit"});
  CHECK(complaints_about_back("prize = \"$ 49\"").at(0).ends_with("unknown key 'prize' (did you mean 'price'?)"));
  for (const char* wrong : {"add-on = \"5299\"", "add-on = \"5299a\""})
    CHECK(complaints_about_back(wrong).at(0).ends_with(
        "'add-on' must have five digits, such as \"52999\" for US$ 29.99 (true stands for \"90000\": no price)"));
  CHECK(complaints_about_back("add-on = 52999").at(0).ends_with("'add-on' must be a string, not a whole number"));
}

TEST_CASE("no price is asked for, and none at all") {
  ManifestFixture f(small_manifest("back-cover.add-on = false\n", "", ""));
  CHECK(f.read().volumes.at(0).back_cover.add_on.empty());
  CHECK(f.complaints() == Lines{});
}
