#include "frame/frame.h"

#include <catch2/catch.hpp>
#include <set>

#include "support/simple_text.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

TEST_CASE("every role has a PDF name of its own") {
  std::set<std::string_view> names;
  const int last = static_cast<int>(TagRole::Figure);
  for (int i = 0; i <= last; ++i) names.insert(pdf_name(static_cast<TagRole>(i)));
  CHECK(names.size() == static_cast<std::size_t>(last) + 1);
  CHECK(pdf_name(TagRole::TocItem) == "TOCI");
  CHECK(pdf_name(TagRole::LBody) == "LBody");
}

TEST_CASE("a destination is the chapter, or a place in it") {
  CHECK(destination_name({"node-arch/intro", ""}) == "node-arch/intro");
  CHECK(destination_name({"node-arch/intro", "the-loop"}) == "node-arch/intro#the-loop");
}

TEST_CASE("a tag tree begins with its root and grows below it") {
  TagTree tree;
  const TagId p = tree.add(kRootTag, TagRole::P, 7);
  CHECK(tree.nodes[kRootTag].role == TagRole::Sect);
  CHECK(tree.nodes[p].parent == kRootTag);
  CHECK(tree.nodes[p].node == 7);
}

namespace {

PagedPart part_with_everything() {
  PagedPart part;
  part.key = "topic/chapter";
  const TagId heading = part.tags.add(kRootTag, TagRole::H1, 0xABCDEF);
  const TagId figure = part.tags.add(kRootTag, TagRole::Figure, 0x1234);
  part.tags.nodes[figure].alt = "A \"loop\"";
  const TagId link = part.tags.add(heading, TagRole::Link, 0xABCDEF);
  part.tags.nodes[link].language = "de";
  Page page;
  page.label = "xii";
  page.destinations.push_back({"topic/chapter", {54_pt, 60.126_pt}});
  GlyphRun run = text_run(0, 10_pt, {54_pt, 70_pt}, "syn\u00AD");
  run.width = 12.345_pt;
  page.items.push_back({heading, 0xABCDEF, 0, 3, run});
  page.items.push_back({kArtifact, 0, 0, 0, Fill{{-0.001_pt, 0_pt, 10_pt, 0.5_pt}, ColourRole::CodeGround}});
  Path path;
  path.segments = {{PathSegment::Kind::Move, {Point{1_pt, 2_pt}}},
                   {PathSegment::Kind::Curve, {Point{1_pt, 1_pt}, Point{2_pt, 2_pt}, Point{3_pt, 3_pt}}},
                   {PathSegment::Kind::Close, {}}};
  path.width = 0.75_pt;
  path.dash_on = 1_pt;
  path.dash_off = 2_pt;
  page.items.push_back({kArtifact, 0, 0, 0, path});
  page.items.push_back(
      {figure, 0x1234, 0, 0,
       PlacedPicture{std::make_shared<const Picture>(Picture{PictureKind::Svg, "", 0, 0, {}}), {54_pt, 100_pt, 30_pt, 20_pt}}});
  page.furniture.push_back({kArtifact, 0, 0, 0, text_run(0, 7_pt, {54_pt, 30_pt}, "xii", ColourRole::Secondary)});
  std::get<GlyphRun>(page.furniture[0].content).width = 9_pt;
  page.links.push_back({{54_pt, 62_pt, 20_pt, 10_pt}, ExternalTarget{"https://example.org"}, link, "an example"});
  part.pages = {page, Page{.items = {}, .furniture = {}, .links = {}, .destinations = {}, .label = "xiii", .blank = true, .across = {}}};
  part.outline.push_back({2, "Loops", "topic/chapter"});
  return part;
}

}  // namespace

TEST_CASE("a dump shows every kind of item, one on a line") {
  const std::string face = project_fonts().entry(0).family + " " + std::to_string(project_fonts().entry(0).weight);
  CHECK(dump(part_with_everything(), project_fonts()) ==
        "part topic/chapter\n"
        "tag 0 Sect\n"
        "tag 1 H1 in 0 n1\n"
        "tag 2 Figure in 0 n2 alt=\"A \\\"loop\\\"\"\n"
        "tag 3 Link in 1 n1 lang=de\n"
        "page \"xii\"\n"
        "  destination topic/chapter (54.00,60.13)\n"
        "  run (54.00,70.00) w 12.35 " +
            face +
            " 10.00 text \"syn\\-\" t1 n1 0-3\n"
            "  fill (0.00,0.00) 10.00x0.50 code-ground\n"
            "  path stroked 0.75 dash 1.00,2.00 text M(1.00,2.00) C(1.00,1.00)(2.00,2.00)(3.00,3.00) Z\n"
            "  picture (54.00,100.00) 30.00x20.00 svg t2 n2\n"
            "  furniture run (54.00,30.00) w 9.00 " +
            face +
            " 7.00 secondary \"xii\"\n"
            "  link (54.00,62.00) 20.00x10.00 -> https://example.org t3 \"an example\"\n"
            "page \"xiii\" blank\n"
            "outline 2 \"Loops\" -> topic/chapter\n");
}
