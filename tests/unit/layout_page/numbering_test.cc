#include "layout/page/numbering.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

VolumePart part(std::size_t pages, bool starts_recto = false, bool is_roman = false, bool restarts = false) {
  VolumePart made;
  made.laid_out.part.pages.resize(pages);
  made.laid_out.facts.resize(pages);
  made.starts_recto = starts_recto;
  made.roman = is_roman;
  made.restarts = restarts;
  return made;
}

// "i ii -iii | 1 2": the folios, blanks with a minus, parts apart.
std::string folios(const std::vector<VolumePart>& parts) {
  std::string out;
  for (const VolumePart& p : parts) {
    if (!out.empty()) out += " |";
    for (const Page& page : p.laid_out.part.pages) out += (out.empty() ? "" : " ") + std::string(page.blank ? "-" : "") + page.label;
  }
  return out;
}

std::string numbered(std::vector<VolumePart> parts) {
  number_pages(parts);
  return folios(parts);
}

}  // namespace

TEST_CASE("pages are numbered through the parts") {
  CHECK(numbered({}).empty());
  CHECK(numbered({part(2), part(3)}) == "1 2 | 3 4 5 -6");
}

TEST_CASE("the last leaf has two pages") {
  CHECK(numbered({part(1), part(1)}) == "1 | 2");
  CHECK(numbered({part(1), part(2)}) == "1 | 2 3 -4");
}

TEST_CASE("a part that starts on a recto gets a blank page before it if it must") {
  CHECK(numbered({part(2), part(2, true)}) == "1 2 | 3 4");
  CHECK(numbered({part(3), part(2, true)}) == "1 2 3 -4 | 5 6");
  CHECK(numbered({part(1, true)}) == "1 -2");
}

TEST_CASE("front matter is numbered in roman, and the body restarts at an arabic 1 on a recto") {
  CHECK(numbered({part(3, false, true), part(2, true, false, true), part(1)}) == "i ii iii -iv | 1 2 | 3 -4");
  CHECK(numbered({part(4, false, true), part(1, false, false, true)}) == "i ii iii iv | 1 -2");
}

TEST_CASE("a blank page counts, belongs to the part before it, and is plain") {
  std::vector<VolumePart> parts = {part(1), part(1, true)};
  number_pages(parts);
  const LaidOutChapter& first = parts[0].laid_out;
  REQUIRE(first.part.pages.size() == 2);
  CHECK(first.part.pages[1].blank);
  CHECK(first.part.pages[1].items.empty());
  REQUIRE(first.facts.size() == 2);
  CHECK(first.facts[1].plain);
}

TEST_CASE("odd folios are rectos, whatever stands before") {
  for (std::size_t front = 1; front < 5; ++front)
    for (std::size_t chapter = 1; chapter < 5; ++chapter) {
      std::vector<VolumePart> parts = {part(front, false, true), part(2, true, false, true), part(chapter, true), part(1, true)};
      number_pages(parts);
      std::size_t sheet = 0;
      std::size_t folio = 0;
      for (const VolumePart& p : parts) {
        if (p.restarts) folio = 0;
        for (std::size_t i = 0; i < p.laid_out.part.pages.size(); ++i) {
          ++sheet, ++folio;
          CHECK(folio % 2 == sheet % 2);
          if (i == 0 && p.starts_recto) CHECK(sheet % 2 == 1);
        }
      }
    }
}

TEST_CASE("numbering again changes nothing") {
  std::vector<VolumePart> parts = {part(3, false, true), part(1, true, false, true), part(3, true), part(2, true)};
  number_pages(parts);
  const std::string once = folios(parts);
  number_pages(parts);
  CHECK(folios(parts) == once);
}

TEST_CASE("blanks of an earlier round go where they are no longer needed") {
  std::vector<VolumePart> parts = {part(3), part(1, true)};
  number_pages(parts);
  REQUIRE(folios(parts) == "1 2 3 -4 | 5 -6");
  parts[0] = part(4);
  number_pages(parts);
  CHECK(folios(parts) == "1 2 3 4 | 5 -6");
}

TEST_CASE("a destination is printed with the folio of its page") {
  std::vector<VolumePart> parts = {part(2, false, true), part(2, true, false, true)};
  parts[0].laid_out.part.pages[1].destinations.push_back({"preface", {}});
  parts[1].laid_out.part.pages[0].destinations.push_back({"one", {}});
  parts[1].laid_out.part.pages[1].destinations.push_back({"one#end", {}});
  number_pages(parts);
  const PageNumbers numbers = page_numbers(parts);
  CHECK(numbers.label_of("preface") == "ii");
  CHECK(numbers.label_of("one") == "1");
  CHECK(numbers.label_of("one#end") == "2");
  CHECK(numbers.label_of("two") == PageNumbers::kUnknownPage);
}
