#include <catch2/catch.hpp>
#include <iterator>
#include <set>
#include <sstream>

#include "unit/output_pdf/opened_pdf.h"
#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

std::vector<int> mcids_in(const std::string& content) {
  std::vector<int> result;
  const std::vector<std::string> words = words_of(content);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1] == "/MCID") result.push_back(std::stoi(words[i]));
  }
  return result;
}

// "page:mcid" of every mark in the structure's text form.
std::multiset<std::string> marks_in(const std::string& structure) {
  std::multiset<std::string> result;
  for (const std::string& word : words_of(structure)) {
    const std::size_t colon = word.find(':');
    if (colon != std::string::npos && word.find_first_not_of("0123456789:") == std::string::npos) result.insert(word);
  }
  return result;
}

bool has_kid(QPDFObjectHandle element, int mcid, QPDFObjectHandle page) {
  QPDFObjectHandle kids = element.getKey("/K");
  if (!kids.isArray()) kids = QPDFObjectHandle::newArray({kids});
  for (int i = 0; i < kids.getArrayNItems(); ++i) {
    QPDFObjectHandle kid = kids.getArrayItem(i);
    const bool reference = kid.isDictionary() && kid.hasKey("/MCID");
    QPDFObjectHandle number = reference ? kid.getKey("/MCID") : kid;
    QPDFObjectHandle at = reference ? kid.getKey("/Pg") : element.getKey("/Pg");
    if (number.isInteger() && number.getIntValueAsInt() == mcid && at.getObjGen() == page.getObjGen()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the structure tree is the parts' trees, pruned, in reading order") {
  OpenedPdf pdf(written(sample_volume()));
  CHECK(pdf.structure() ==
        "Document\n"
        "  Sect\n"
        "    H1 0:0\n"
        "    TOC\n"
        "      TOCI\n"
        "        Link 0:1 0:Dest\n"
        "  Sect\n"
        "    H1 2:0\n"
        "    L /Decimal\n"
        "      LI\n"
        "        Lbl 2:1\n"
        "        LBody 2:2\n"
        "      LI\n"
        "        Lbl 2:3\n"
        "        LBody 2:4\n"
        "    Table\n"
        "      THead\n"
        "        TR\n"
        "          TH /Column 2:5\n"
        "          TH /Column 2:6\n"
        "      TBody\n"
        "        TR\n"
        "          TD 2:7\n"
        "          TD\n"
        "    Figure Alt=The loop’s phases [ 54 248 254 348 ] 2:8\n"
        "    P 2:9 3:0 3:2\n"
        "      Code 3:1\n"
        "      Link 3:3 3:Dest 3:Dest\n"
        "      Span Lang=de 3:4\n"
        "    Note ID=note-0004112-000001 2:10\n"
        "    Link 3:5 3:URI\n");
}

TEST_CASE("content of a mute span keeps its place among its parent's children") {
  OpenedPdf pdf(written(sample_volume()));
  for (QPDFObjectHandle element : pdf.objects()) {
    if (!element.isDictionary() || !element.getKey("/S").isNameAndEquals("/P")) continue;
    QPDFObjectHandle kids = element.getKey("/K");  // first page, second page, Code, second page, Link, Span
    REQUIRE(kids.getArrayNItems() == 6);
    CHECK(kids.getArrayItem(0).isInteger());
    CHECK(kids.getArrayItem(2).getKey("/S").getName() == "/Code");
    CHECK(kids.getArrayItem(3).getKey("/MCID").getIntValue() == 2);
  }
}

TEST_CASE("marks in the content, the structure tree and the ParentTree agree") {
  OpenedPdf pdf(written(sample_volume()));
  auto parents = pdf.tree(pdf.root().getKey("/StructTreeRoot").getKey("/ParentTree"));
  std::multiset<std::string> in_content;
  for (std::size_t i = 0; i < pdf.pages().size(); ++i) {
    QPDFObjectHandle page = pdf.page(i);
    const std::vector<int> mcids = mcids_in(pdf.content(i));
    CHECK(page.hasKey("/StructParents") == !mcids.empty());
    if (mcids.empty()) continue;
    QPDFObjectHandle elements = parents.at(page.getKey("/StructParents").unparse());
    REQUIRE(elements.getArrayNItems() == static_cast<int>(mcids.size()));
    for (std::size_t n = 0; n < mcids.size(); ++n) {
      CHECK(mcids[n] == static_cast<int>(n));
      CHECK(has_kid(elements.getArrayItem(mcids[n]), mcids[n], page));
      in_content.insert(std::to_string(i) + ":" + std::to_string(n));
    }
  }
  CHECK(marks_in(pdf.structure()) == in_content);
  const long long next = pdf.root().getKey("/StructTreeRoot").getKey("/ParentTreeNextKey").getIntValue();
  for (const auto& [key, elements] : parents) CHECK(std::stoll(key) < next);
}

TEST_CASE("every link annotation leads to its element") {
  OpenedPdf pdf(written(sample_volume()));
  auto parents = pdf.tree(pdf.root().getKey("/StructTreeRoot").getKey("/ParentTree"));
  int seen = 0;
  for (QPDFObjectHandle page : pdf.pages()) {
    QPDFObjectHandle annotations = page.getKey("/Annots");
    for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i, ++seen) {
      QPDFObjectHandle key = annotations.getArrayItem(i).getKey("/StructParent");
      CHECK(parents.at(key.unparse()).getKey("/S").getName() == "/Link");
    }
  }
  CHECK(seen == 4);
}

TEST_CASE("notes are found by their IDs") {
  OpenedPdf pdf(written(sample_volume()));
  auto ids = pdf.tree(pdf.root().getKey("/StructTreeRoot").getKey("/IDTree"));
  REQUIRE(ids.size() == 1);
  CHECK(ids.at("note-0004112-000001").getKey("/S").getName() == "/Note");
}

TEST_CASE("what is not content is marked as artifact, and nothing is unmarked") {
  OpenedPdf pdf(written(sample_volume()));
  const std::string content = pdf.content(2);
  const std::size_t ground = content.find(" re f"), artifact = content.rfind("/Artifact BMC", ground);
  REQUIRE(ground != std::string::npos);
  REQUIRE(artifact != std::string::npos);
  CHECK(ground < content.find("EMC", artifact));
  CHECK(content.find("/Artifact BMC") < content.find("/MCID 0"));
  // Outside of marks only the state changes: no text, no painting.
  std::string outside;
  int depth = 0;
  for (const std::string& token : words_of(content)) {
    if (token == "BMC" || token == "BDC") ++depth;
    if (token == "EMC") --depth;
    REQUIRE(depth >= 0);
    if (depth == 0 && (token == "BT" || token == "f" || token == "S" || token == "Do")) outside += token + " ";
  }
  CHECK(outside == "");
  CHECK(depth == 0);
}

TEST_CASE("no content stream occurs twice on a page") {
  OpenedPdf pdf(written(sample_volume()));
  QPDFObjectHandle contents = pdf.page(2).getKey("/Contents");
  std::set<QPDFObjGen> streams;
  for (int i = 0; i < contents.getArrayNItems(); ++i) streams.insert(contents.getArrayItem(i).getObjGen());
  CHECK(static_cast<int>(streams.size()) == contents.getArrayNItems());
}

TEST_CASE("a page on which nothing is inked has no marks and no dangling parents") {
  PagedVolume volume = sample_volume();
  PagedPart& part = volume.parts[1];
  const TagId space = part.tags.add(kRootTag, TagRole::P, 20);
  Page page;
  page.label = "3";
  page.items.push_back(text_item(space, 54, 60, " "));
  part.pages.push_back(page);
  OpenedPdf pdf(written(volume));
  CHECK(mcids_in(pdf.content(4)).empty() == !pdf.page(4).hasKey("/StructParents"));
  CHECK(pdf.warnings() == std::vector<std::string>{});
}

TEST_CASE("several sequences of one leaf on a page each have their number") {
  PagedVolume volume = plain_volume();
  TagTree& tags = volume.parts[0].tags;
  const TagId a = tags.add(kRootTag, TagRole::P), b = tags.add(kRootTag, TagRole::P);
  only_page(volume).items =
      std::vector<FrameItem>{text_item(a, 54, 60, "one "), text_item(b, 54, 80, "two "), text_item(a, 54, 100, "three ")};
  CHECK(OpenedPdf(written(volume)).structure() == "Document\n  Sect\n    P 0:0 0:2\n    P 0:1\n");
}
