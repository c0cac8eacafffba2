// How large a picture is asked to be.
#include <catch2/catch.hpp>

#include "reading.h"

using namespace nbpublish;
using namespace nbpublish::testing;

TEST_CASE("images: the size that is asked for, in a line and alone; what is not understood is told") {
  const ReadResult result = read(
      "x <img src=\"a.png\" alt=\"A\" width=\"20\"> ![b](b.png){width=5% height=10mm} <img src=\"c.png\" alt=\"C\" style=\"height: 12pt; "
      "width: auto\">\n\n"
      "<img src=\"d.png\" alt=\"D\" width=\"48px\" height=\"24\">\n\n![e](e.png){height=1in}\n");
  CHECK(complaints(result) == "");
  CHECK(dump_of(result).find("source=\"a.png\" alt=\"A\" width=15pt") != std::string::npos);
  CHECK(dump_of(result).find("source=\"b.png\" alt=\"b\" width=50/1000 height=28.34645pt") != std::string::npos);
  CHECK(dump_of(result).find("source=\"c.png\" alt=\"C\" height=12pt") != std::string::npos);
  CHECK(dump_of(result).find("source=\"d.png\" alt=\"D\" width=36pt height=18pt") != std::string::npos);
  CHECK(dump_of(result).find("source=\"e.png\" alt=\"e\" height=72pt") != std::string::npos);
  for (const char* value : {"width=\"abc\"", "width=\"-3\"", "width=\"0\"", "width=\"1e9\"", "height=\"50%\"", "width=\"3foo\"",
                            "style=\"width: calc(1px)\""}) {
    INFO(value);
    CHECK(complaints(read("x <img src=\"a.png\" alt=\"A\" " + std::string(value) + ">\n")) == "1:3 figure-attribute\n");
    CHECK(complaints(read("<img src=\"a.png\" alt=\"A\" " + std::string(value) + ">\n")) == "1:1 figure-attribute\n");
  }
  const ReadResult mdx =
      read("x <img src=\"a.png\" alt=\"A\" width={24} /> y\n\n<img src=\"b.png\" alt=\"B\" width={48} height=\"24\" />\n", "a.mdx");
  CHECK(complaints(mdx) == "");
  CHECK(dump_of(mdx).find("source=\"a.png\" alt=\"A\" width=18pt") != std::string::npos);
  CHECK(dump_of(mdx).find("source=\"b.png\" alt=\"B\" width=36pt height=18pt") != std::string::npos);
}
