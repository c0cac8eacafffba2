// Print files: inks, boxes, versions, and what is not in them.
#include <catch2/catch.hpp>
#include <map>
#include <qpdf/Buffer.hh>

#include "frame/shift.h"
#include "output/pdf/part_store.h"
#include "output/pdf/print_ink.h"
#include "unit/output_pdf/opened_pdf.h"
#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

const PrintInk kGray(Ink::Gray), kProcess(Ink::Process);

PdfOptions print_options(PdfStandard standard) {
  PdfOptions options = test_options();
  options.standard = standard;
  options.intent = {"FOGRA39", "Offset printing on coated paper", {}};
  return options;
}
std::string print_file(const PagedVolume& volume, PdfStandard standard) { return written(volume, print_options(standard)); }

struct Opened {
  explicit Opened(std::string pdf) : bytes(std::move(pdf)) { file.processMemoryFile("print", bytes.data(), bytes.size()); }
  std::string bytes;
  QPDF file;

  std::string text_of(QPDFObjectHandle value) { return value.isString() ? value.getUTF8Value() : value.unparse(); }
  std::string info(const char* key) { return text_of(file.getTrailer().getKey("/Info").getKey(key)); }
  // All content streams and forms.
  std::string operators() {
    std::string out;
    for (QPDFObjectHandle object : file.getAllObjects()) {
      if (!object.isStream()) continue;
      const bool is_form = object.getDict().getKey("/Subtype").isNameAndEquals("/Form");
      if (!is_form && (object.getDict().hasKey("/Type") || object.getDict().hasKey("/Subtype") || object.getDict().hasKey("/Length1")))
        continue;
      const auto data = object.getStreamData(qpdf_dl_generalized);
      out.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()) += '\n';
    }
    return out;
  }
};

}  // namespace

TEST_CASE("colour operators become black ink; the rest of a stream stays byte for byte") {
  CHECK(kGray.content("q 0 0 0 rg 1 2 3 4 re f Q") == "q 0 g 1 2 3 4 re f Q");
  CHECK(kGray.content("1 1 1 RG\n0.5 0.5 0.5 rg") == "1 G\n0.5 g");
  CHECK(kGray.content("1 0 0 rg") == "0.2126 g");
  // In strings, names and dictionaries nothing is an operator.
  CHECK(kGray.content("(0 0 0 rg \\) x) Tj /rg gs <303020> Tj") == "(0 0 0 rg \\) x) Tj /rg gs <303020> Tj");
  CHECK(kGray.content("/Span <</ActualText (1 0 0 rg)>> BDC 0 0 0 rg") == "/Span <</ActualText (1 0 0 rg)>> BDC 0 g");
  // Nor in the samples of an inline image.
  CHECK(kGray.content("BI /W 1 /H 1 ID 0 0 0 rg EI 0 0 0 rg") == "BI /W 1 /H 1 ID 0 0 0 rg EI 0 g");
  CHECK(kGray.content("[1 2]0 0 0 rg") == "[1 2] 0 g");
  // Broken streams end, too.
  for (const char* broken : {"(", "<", "<<", "BI ID", "rg", "0 0 rg", "%", "/"}) CHECK(kGray.content(broken) == broken);
}

TEST_CASE("process colours: black takes what all have in common, and no sheet gets too much ink") {
  CHECK(kProcess.content("0 0 0 rg") == "0 0 0 1 k");
  CHECK(kProcess.content("1 1 1 RG") == "0 0 0 0 K");
  CHECK(kProcess.content("1 0 0 rg") == "0 1 1 0 k");
  for (int r = 0; r <= 10; ++r)
    for (int g = 0; g <= 10; ++g)
      for (int b = 0; b <= 10; ++b) {
        const auto ink = process_of({r / 10.0, g / 10.0, b / 10.0});
        CHECK(ink[0] + ink[1] + ink[2] + ink[3] <= kMostInk + 1e-9);
        for (const double part : ink) CHECK((part >= 0 && part <= 1));
      }
}

TEST_CASE("samples of pictures follow the same rule") {
  CHECK(kGray.samples(std::string("\x00\x00\x00\xFF\xFF\xFF\x80\x80\x80", 9)) == std::string("\x00\xFF\x80", 3));
  CHECK(kProcess.samples(std::string("\xFF\x00\x00", 3)) == std::string("\x00\xFF\xFF\x00", 4));
}

TEST_CASE("print files have no colour but black, no links, no outline, no tags") {
  for (const PdfStandard standard : {PdfStandard::X1a2001, PdfStandard::X1a2003, PdfStandard::X4}) {
    Opened print(print_file(sample_volume(), standard));
    const std::string operators = print.operators();
    CHECK(operators.find(" g") != std::string::npos);
    for (const char* rgb : {" rg", " RG", "/DeviceRGB"}) CHECK(operators.find(rgb) == std::string::npos);
    CHECK(print.bytes.find("/DeviceRGB") == std::string::npos);
    QPDFObjectHandle root = print.file.getRoot();
    for (const char* key : {"/StructTreeRoot", "/Outlines", "/Names", "/MarkInfo", "/PageLabels", "/ViewerPreferences"})
      CHECK_FALSE(root.hasKey(key));
    for (QPDFObjectHandle page : print.file.getAllPages()) {
      CHECK_FALSE(page.hasKey("/Annots"));
      CHECK_FALSE(page.hasKey("/Group"));
      CHECK_FALSE(page.hasKey("/StructParents"));
      CHECK(page.getKey("/TrimBox").unparse() == page.getKey("/MediaBox").unparse());
    }
  }
}

TEST_CASE("each standard says what it is, in its own version of PDF") {
  Opened first(print_file(sample_volume(), PdfStandard::X1a2001));
  CHECK(first.file.getPDFVersion() == "1.3");
  CHECK(first.info("/GTS_PDFXVersion") == "PDF/X-1:2001");
  CHECK(first.info("/GTS_PDFXConformance") == "PDF/X-1a:2001");
  CHECK(first.info("/Trapped") == "/False");
  CHECK(first.bytes.find("/ObjStm") == std::string::npos);
  CHECK_FALSE(first.file.getRoot().hasKey("/Metadata"));
  Opened second(print_file(sample_volume(), PdfStandard::X1a2003));
  CHECK(second.file.getPDFVersion() == "1.4");
  CHECK(second.info("/GTS_PDFXVersion") == "PDF/X-1a:2003");
  CHECK(second.bytes.find("/ObjStm") == std::string::npos);
  Opened fourth(print_file(sample_volume(), PdfStandard::X4));
  CHECK(fourth.info("/GTS_PDFXVersion") == "PDF/X-4");
  CHECK(fourth.file.getRoot().hasKey("/Metadata"));
  for (Opened* file : {&first, &second, &fourth}) {
    QPDFObjectHandle intent = file->file.getRoot().getKey("/OutputIntents").getArrayItem(0);
    CHECK(intent.getKey("/S").unparse() == "/GTS_PDFX");
    CHECK(intent.getKey("/OutputConditionIdentifier").getUTF8Value() == "FOGRA39");
    CHECK(file->file.getTrailer().hasKey("/ID"));
  }
}

TEST_CASE("what bleeds has a sheet around it, with nothing beyond the spine") {
  PagedVolume volume = plain_volume();
  volume.edges.outer = Length::pt(9);
  only_page(volume).furniture.push_back(
      {kArtifact, 0, 0, 0, Fill{{Length::pt(-20), Length::pt(10), Length::pt(15), Length::pt(10)}, ColourRole::Text}});
  Opened print(print_file(volume, PdfStandard::X1a2001));
  QPDFObjectHandle page = print.file.getAllPages().front();
  const auto box = [&](const char* key) {
    std::vector<double> numbers;
    for (QPDFObjectHandle n : page.getKey(key).aitems()) numbers.push_back(n.getNumericValue());
    return numbers;
  };
  const double w = volume.trim.width.points(), h = volume.trim.height.points();
  CHECK(box("/MediaBox") == std::vector<double>{0, 0, w + 9, h + 18});
  CHECK(box("/BleedBox") == box("/MediaBox"));
  CHECK(box("/TrimBox") == std::vector<double>{0, 9, w, h + 9});
}

namespace {

// Keeps parts in memory and tells which it was given.
struct CountingParts : PartStore {
  std::map<std::string, std::pair<std::string, std::string>> kept;
  std::vector<std::string> made;

  std::optional<std::string> find(const std::string& part, const std::string& key) override {
    const auto found = kept.find(part);
    return found != kept.end() && found->second.first == key ? std::optional(found->second.second) : std::nullopt;
  }
  void keep(const std::string& part, const std::string& key, const std::string& bytes) override {
    kept[part] = {key, bytes};
    made.push_back(part);
  }
};

}  // namespace

TEST_CASE("a part that did not change is not sealed again, and the file is the same") {
  PagedVolume volume = sample_volume();
  REQUIRE(volume.parts.size() > 1);
  CountingParts parts;
  PdfOptions options = print_options(PdfStandard::X1a2001);
  options.store = &parts;
  const std::string first = written(volume, options);
  CHECK(parts.made.size() == volume.parts.size());
  parts.made.clear();
  CHECK(written(volume, options) == first);
  CHECK(parts.made.empty());
  // One glyph at another place.
  shift(volume.parts.back().pages.front().items.edit().back(), Length::pt(1), {});
  const std::string changed = written(volume, options);
  CHECK(parts.made == std::vector<std::string>{volume.parts.back().key});
  CHECK(changed == print_file(volume, PdfStandard::X1a2001));
  CHECK(changed != first);
  // Nor do other inks take what was kept for these.
  parts.made.clear();
  options.in_colour = true;
  written(volume, options);
  CHECK(parts.made.size() == volume.parts.size());
}

TEST_CASE("where the block stands between spine and fore edge is not the parts'") {
  PagedVolume volume = sample_volume();
  CountingParts parts;
  PdfOptions options = print_options(PdfStandard::X1a2001);
  options.store = &parts;
  const std::string first = written(volume, options);
  parts.made.clear();
  for (PagedPart& part : volume.parts)
    for (Page& page : part.pages) page.across += page.recto ? Length::pt(4) : -Length::pt(4);
  const std::string moved = written(volume, options);
  CHECK(parts.made.empty());
  CHECK(moved == print_file(volume, PdfStandard::X1a2001));
  CHECK(moved != first);
}

TEST_CASE("lines under links are no part of a printed page") {
  PagedVolume volume = sample_volume();
  const std::string plain = print_file(volume, PdfStandard::X1a2001);
  volume.parts[0].pages[0].items.push_back({kArtifact, 0, 0, 0, Fill{{{}, {}, Length::pt(9), Length::pt(0.5)}, ColourRole::Link}});
  CHECK(print_file(volume, PdfStandard::X1a2001) == plain);
  volume.parts[0].pages[0].items.push_back({kArtifact, 0, 0, 0, Fill{{{}, {}, Length::pt(9), Length::pt(0.5)}, ColourRole::Rule}});
  CHECK(print_file(volume, PdfStandard::X1a2001) != plain);
}

TEST_CASE("what was kept and is damaged is made again") {
  CountingParts parts;
  PdfOptions options = print_options(PdfStandard::X1a2001);
  options.store = &parts;
  const std::string first = written(sample_volume(), options);
  for (auto& [part, kept] : parts.kept) kept.second.resize(kept.second.size() / 2);
  CHECK(written(sample_volume(), options) == first);
}

TEST_CASE("print files are the same bytes at any number of threads") {
  PdfOptions options = print_options(PdfStandard::X1a2001);
  const std::string one = written(sample_volume(), options);
  options.jobs = 4;
  CHECK(one == written(sample_volume(), options));
}
