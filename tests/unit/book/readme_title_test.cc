#include "book/readme_title.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("the first H1 of a README, in each of its forms") {
  CHECK(readme_title("text\n\n# The Book\n\n# Another\n") == "The Book");
  CHECK(readme_title("# The Book #\r\n") == "The Book");
  CHECK(readme_title("# C#\n") == "C#");
  CHECK(readme_title("The Book\n========\n") == "The Book");
  CHECK(readme_title("<h1 align=\"center\">The <em>Book</em></h1>\n") == "The Book");
}

TEST_CASE("markup of the H1 is dropped") {
  CHECK(readme_title("# ![logo](a.png) **The** [Book](https://x.example) of `Node`") == "logo The Book of Node");
  CHECK(readme_title("# 1 < 2") == "1 < 2");
}

TEST_CASE("what is no H1 is passed over") {
  CHECK(readme_title("") == "");
  CHECK(readme_title("## Two\n#hash\n====\n") == "#hash");
  CHECK(readme_title("```sh\n# comment\n```\n# Real\n") == "Real");
  CHECK(readme_title("# <img src=x>\n# Real\n") == "Real");
  CHECK(readme_title("\n===\n") == "");
  CHECK(readme_title("# a\x01") == "a\u2401");
}
