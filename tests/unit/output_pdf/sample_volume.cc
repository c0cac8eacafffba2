#include "unit/output_pdf/sample_volume.h"

#include <catch2/catch.hpp>

using namespace nbpublish::literals;

namespace nbpublish::testing {
namespace {

constexpr const char* kDrawing =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><rect width='20' height='10' "
    "fill='#00f'/></svg>";

PagedPart front() {
  PagedPart part;
  part.key = "front";
  const TagId title = part.tags.add(kRootTag, TagRole::H1, 1);
  const TagId toc = part.tags.add(kRootTag, TagRole::Toc, 2);
  const TagId entry = part.tags.add(toc, TagRole::TocItem, 2);
  const TagId link = part.tags.add(entry, TagRole::Link, 2);
  Page first;
  first.label = "i";
  first.destinations.push_back({"front", {54_pt, 60_pt}});
  first.items = std::vector<FrameItem>{text_item(title, 54, 100, "Loops and Streams"), text_item(link, 54, 140, "9.1 The loop")};
  first.links.push_back({{54_pt, 130_pt, 60_pt, 12_pt}, InternalTarget{"topic/one", ""}, link, "9.1 The loop"});
  Page second;
  second.label = "ii";
  second.blank = true;
  part.pages = {first, second};
  part.outline.push_back({1, "Contents", "front"});
  return part;
}

void add_list(PagedPart& part, Page& page) {
  const TagId list = part.tags.add(kRootTag, TagRole::L, 5);
  part.tags.nodes[list].numbering = ListNumbering::Decimal;
  for (int i = 0; i < 2; ++i) {
    const TagId item = part.tags.add(list, TagRole::LI, 6);
    const TagId label = part.tags.add(item, TagRole::Lbl, 6);
    const TagId body = part.tags.add(item, TagRole::LBody, 6);
    page.items.push_back(text_item(label, 54, 200 + 14 * i, std::to_string(i + 1) + ". "));
    page.items.push_back(text_item(body, 70, 200 + 14 * i, i == 0 ? "timers " : "poll "));
  }
}

void add_table(PagedPart& part, Page& page) {
  const TagId table = part.tags.add(kRootTag, TagRole::Table, 8);
  const TagId head = part.tags.add(part.tags.add(table, TagRole::THead, 8), TagRole::TR, 8);
  for (int i = 0; i < 2; ++i) {
    const TagId cell = part.tags.add(head, TagRole::TH, 8);
    part.tags.nodes[cell].column_scope = true;
    page.items.push_back(text_item(part.tags.add(cell, TagRole::Span, 8), 54 + 60 * i, 260, i == 0 ? "Phase " : "Work "));
  }
  const TagId row = part.tags.add(part.tags.add(table, TagRole::TBody, 8), TagRole::TR, 8);
  page.items.push_back(text_item(part.tags.add(row, TagRole::TD, 8), 54, 274, "check "));
  part.tags.add(row, TagRole::TD, 8);  // empty, and must stay
}

void add_figure(PagedPart& part, Page& page) {
  const TagId figure = part.tags.add(kRootTag, TagRole::Figure, 9);
  part.tags.nodes[figure].alt = "The loop’s phases";
  const auto drawing = picture(PictureKind::Svg, kDrawing, 20);
  page.items.push_back({figure, 9, 0, 0, PlacedPicture{drawing, {54_pt, 300_pt, 200_pt, 100_pt}}});
}

FrameItem folio(const std::string& text) { return text_item(kArtifact, 360, 36, text, "Inter"); }

PagedPart chapter() {
  PagedPart part;
  part.key = "topic/one";
  Page first, second;
  first.label = "1";
  second.label = "2";
  const TagId heading = part.tags.add(kRootTag, TagRole::H1, 3);
  const TagId unused = part.tags.add(kRootTag, TagRole::Div, 3);
  part.tags.add(unused, TagRole::P, 3);  // nothing was painted: left out
  first.destinations.push_back({"topic/one", {54_pt, 60_pt}});
  first.items.push_back(text_item(heading, 54, 100, "The loop"));
  add_list(part, first);
  add_table(part, first);
  add_figure(part, first);

  const TagId paragraph = part.tags.add(kRootTag, TagRole::P, 10);
  const TagId plain = part.tags.add(paragraph, TagRole::Span, 10);
  const TagId code = part.tags.add(paragraph, TagRole::Code, 10);
  const TagId rest = part.tags.add(paragraph, TagRole::Span, 10);
  const TagId link = part.tags.add(paragraph, TagRole::Link, 10);
  const TagId german = part.tags.add(paragraph, TagRole::Span, 10);
  part.tags.nodes[german].language = "de";
  const TagId note = part.tags.add(kRootTag, TagRole::Note, 11);
  first.items.push_back({kArtifact, 0, 0, 0, Fill{{54_pt, 440_pt, 100_pt, 14_pt}, ColourRole::CodeGround}});
  first.items.push_back(text_item(plain, 54, 450, "It is asyn\u00AD"));
  first.items.push_back(text_item(note, 54, 600, "A note. "));
  first.furniture.push_back(folio("1"));

  second.items.push_back(text_item(plain, 54, 60, "chronous and calls "));
  second.items.push_back(text_item(code, 150, 60, "read()", "JetBrains Mono"));
  second.items.push_back(text_item(rest, 200, 60, " as told "));
  second.items.push_back(text_item(link, 260, 60, "on the "));
  second.items.push_back(text_item(link, 54, 74, "first page"));
  second.items.push_back(text_item(german, 120, 74, " genau."));
  second.links.push_back({{260_pt, 50_pt, 40_pt, 12_pt}, InternalTarget{"front", ""}, link, "on the first page"});
  second.links.push_back({{54_pt, 64_pt, 50_pt, 12_pt}, InternalTarget{"front", ""}, link, "on the first page"});
  const TagId away = part.tags.add(kRootTag, TagRole::Link, 12);
  second.items.push_back(text_item(away, 54, 100, "Elsewhere"));
  second.links.push_back({{54_pt, 90_pt, 50_pt, 12_pt}, ExternalTarget{"https://example.org/?a=(b)"}, away, "Elsewhere"});
  second.destinations.push_back({"topic/one#phases", {54_pt, 50_pt}});
  second.furniture.push_back(folio("2"));
  part.pages = {first, second};
  part.outline = {{1, "Chapter 9", "topic/one"},
                  {2, "9.1 The loop", "topic/one"},
                  {3, "Phases", "topic/one#phases"},
                  {4, "Too deep", "topic/one#phases"}};
  return part;
}

}  // namespace

FrameItem text_item(TagId tag, double x, double y, const std::string& text, std::string_view family) {
  const FontId font = project_fonts().find(family, 400, false);
  return {tag, 0, 0, 0, text_run(font, 10_pt, {Length::pt(x), Length::pt(y)}, text)};
}

PagedVolume sample_volume() {
  PagedVolume volume;
  volume.info = {"Loops & Streams", "What <libuv> does", "Ada Author",     "Event loops", "A Press", "en-US",
                 "© Ada",           "urn:uuid:0",        {"node", "loops"}};
  volume.trim = kTrim;
  volume.parts = {front(), chapter()};
  return volume;
}

PagedVolume plain_volume() {
  PagedVolume volume;
  volume.info.title = "Plain";
  volume.trim = kTrim;
  volume.parts.resize(1);
  volume.parts[0].key = "plain";
  volume.parts[0].pages.resize(1);
  only_page(volume).label = "1";
  return volume;
}

PdfOptions test_options() { return {test_theme(), PdfStandard::Accessible, 1704164645, "nbpublish test", 1}; }

std::string written(const PagedVolume& volume, const PdfOptions& options) {
  auto pdf = write_pdf(volume, project_fonts(), options);
  if (!pdf) FAIL(pdf.error().message);
  return *pdf;
}

std::string written(const PagedVolume& volume, unsigned jobs) {
  PdfOptions options = test_options();
  options.jobs = jobs;
  return written(volume, options);
}

}  // namespace nbpublish::testing
