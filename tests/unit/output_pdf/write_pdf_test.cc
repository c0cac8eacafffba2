#include "output/pdf/write_pdf.h"

#include <unistd.h>
#include <catch2/catch.hpp>

#include "platform/file_system.h"
#include "platform/process.h"
#include "unit/output_pdf/opened_pdf.h"
#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

// Runs a program on the file.
ProcessOutput run_on(const std::string& pdf, std::vector<std::string> argv) {
  const auto path = std::filesystem::temp_directory_path() / ("nbpublish-test-" + std::to_string(getpid()) + ".pdf");
  REQUIRE(RealFileSystem().write_file(path, pdf));
  for (std::string& argument : argv) {
    if (argument == "FILE") argument = path.string();
  }
  auto output = RealProcessRunner().run({argv, "", std::chrono::milliseconds(20'000)});
  std::filesystem::remove(path);
  if (!output) FAIL(output.error().message << ": `make setup` installs " << argv[0]);
  return *output;
}

std::string message_of(const PagedVolume& volume) {
  const auto pdf = write_pdf(volume, project_fonts(), test_options());
  REQUIRE_FALSE(pdf);
  CHECK(pdf.error().kind == ErrorKind::Internal);
  return pdf.error().message;
}

}  // namespace

TEST_CASE("a volume is a PDF 1.7 that qpdf reads without complaint") {
  const std::string bytes = written(sample_volume());
  CHECK(bytes.starts_with("%PDF-1.7"));
  OpenedPdf pdf(bytes);
  CHECK(pdf.warnings() == std::vector<std::string>{});
  CHECK(pdf.pages().size() == 4);
  const ProcessOutput check = run_on(bytes, {"qpdf", "--check", "FILE"});
  CHECK(check.exit_code == 0);
  CHECK(check.err == "");
}

TEST_CASE("equal input gives equal bytes, at any number of jobs") {
  const PagedVolume volume = sample_volume();
  const std::string once = written(volume, 1);
  CHECK(written(volume, 1) == once);
  CHECK(written(volume, 2) == once);
  CHECK(written(volume, 5) == once);
}

TEST_CASE("text is extracted in reading order, furniture first, broken words as they are") {
  const ProcessOutput text = run_on(written(sample_volume()), {"pdftotext", "-raw", "FILE", "-"});
  CHECK(text.out.find("The loop\n1. timers\n2. poll\nPhase Work\ncheck\nIt is asyn\u00AD\nA note.") != std::string::npos);
  CHECK(text.out.find("chronous and calls read() as told on the\nfirst page genau.") != std::string::npos);
}

TEST_CASE("boxes are the trim, and only pages with pictures have a group") {
  OpenedPdf pdf(written(sample_volume()));
  for (QPDFObjectHandle page : pdf.pages()) {
    CHECK(page.getKey("/MediaBox").unparse() == "[ 0 0 432 648 ]");
    CHECK(page.getKey("/TrimBox").unparse() == "[ 0 0 432 648 ]");
    CHECK_FALSE(page.hasKey("/Group"));  // the drawing is vectors without transparency
  }
  PagedVolume volume = plain_volume();
  only_page(volume).items.push_back(
      {kArtifact, 0, 0, 0, PlacedPicture{picture(PictureKind::Png, png_bytes(8, 9, 9, 9), 8), {54_pt, 54_pt, 8_pt, 8_pt}}});
  OpenedPdf with_picture(written(volume));
  CHECK(with_picture.page(0).getKey("/Group").getKey("/CS").getName() == "/DeviceRGB");
}

TEST_CASE("a blank page has no content, a volume of blank pages is a file") {
  OpenedPdf sample(written(sample_volume()));
  CHECK_FALSE(sample.page(1).hasKey("/Contents"));
  OpenedPdf blank(written(plain_volume()));
  CHECK(blank.pages().size() == 1);
  CHECK(blank.warnings() == std::vector<std::string>{});
}

TEST_CASE("many pages stand in a tree of bounded nodes, in order") {
  PagedVolume volume = plain_volume();
  volume.parts[0].pages.clear();
  for (int i = 0; i < 70; ++i) {
    Page page;
    page.label = std::to_string(i + 1);
    page.furniture.push_back(text_item(kArtifact, 54, 60, page.label));
    volume.parts[0].pages.push_back(page);
  }
  const std::string bytes = written(volume);
  OpenedPdf pdf(bytes);
  CHECK(pdf.root().getKey("/Pages").getKey("/Kids").getArrayNItems() == 3);
  CHECK(pdf.root().getKey("/Pages").getKey("/Count").getIntValue() == 70);
  for (const std::string page : {"1", "33", "70"})
    CHECK(run_on(bytes, {"pdftotext", "-f", page, "-l", page, "FILE", "-"}).out == page + "\n\n\f");
}

TEST_CASE("a link or outline entry to nowhere is named with its place") {
  PagedVolume volume = sample_volume();
  volume.parts[1].pages[1].links.edit()[0].target = InternalTarget{"topic/two", "gone"};
  CHECK(message_of(volume) == "topic/one, page 2: a link leads to 'topic/two#gone', which is nowhere in the volume");
  volume = sample_volume();
  volume.parts[0].outline[0].destination = "gone";
  CHECK(message_of(volume).find("'gone'") != std::string::npos);
}

TEST_CASE("links without resolution or tag, and tags that are not the part's, are refused") {
  PagedVolume volume = sample_volume();
  volume.parts[1].pages[1].links.edit()[0].target = RawTarget{"./x.md"};
  CHECK(message_of(volume).find("./x.md") != std::string::npos);
  volume = sample_volume();
  volume.parts[1].pages[1].links.edit()[0].tag = kArtifact;
  CHECK(message_of(volume).find("has no tag") != std::string::npos);
  volume = sample_volume();
  volume.parts[1].pages[0].items.edit()[0].tag = 1000;
  CHECK(message_of(volume).find("tag") != std::string::npos);
}

TEST_CASE("furniture is drawn without pictures") {
  PagedVolume volume = plain_volume();
  only_page(volume).furniture.push_back(
      {kArtifact, 0, 0, 0, PlacedPicture{picture(PictureKind::Png, png_bytes(8, 9, 9, 9), 8), {0_pt, 0_pt, 8_pt, 8_pt}}});
  CHECK(message_of(volume) == "plain, page 1: there is a picture among its furniture");
}

TEST_CASE("an error of drawing names the part and the page") {
  PagedVolume volume = plain_volume();
  only_page(volume).items.push_back(
      {kArtifact, 0, 0, 0, PlacedPicture{picture(PictureKind::Png, "no picture", 8), {0_pt, 0_pt, 8_pt, 8_pt}}});
  const auto pdf = write_pdf(volume, project_fonts(), test_options());
  REQUIRE_FALSE(pdf);
  CHECK(pdf.error().message.starts_with("plain, page 1: "));
}

TEST_CASE("a word over two lines is extracted whole") {
  PagedVolume volume = plain_volume();
  const TagId tag = volume.parts[0].tags.add(kRootTag, TagRole::P);
  only_page(volume).items =
      std::vector<FrameItem>{text_item(tag, 54, 60, "Node is asyn\u00AD"), text_item(tag, 54, 74, "chronous by design.")};
  const ProcessOutput text = run_on(written(volume), {"pdftotext", "-raw", "FILE", "-"});
  CHECK(text.out.find("asynchronous") != std::string::npos);
  CHECK(text.out.find("by design.") != std::string::npos);
  CHECK(text.out.find("\u00AD") == std::string::npos);
}
