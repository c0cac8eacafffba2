// Files and their cross-references.
#include "output/pdf/pdf_file.h"

#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>

#include "output/pdf/number_tree.h"
#include "output/pdf/pdf_stream.h"
#include "output/pdf/pdf_syntax.h"

using namespace nbpublish;

namespace {

std::string number_of(std::int64_t value) {
  std::string out;
  append_thousandths(out, value);
  return out;
}

// The catalogue, the pages and Info of the smallest file.
void add_frame(PdfFile& file) {
  file.add(2, "<< /Type /Pages /Kids [] /Count 0 >>");
  file.add(1, "<< /Type /Catalog /Pages 2 0 R >>");
  file.add(3, "<< /Title (x) >>");
}

}  // namespace

TEST_CASE("numbers have up to three decimals") {
  CHECK(number_of(0) == "0");
  CHECK(number_of(12'000) == "12");
  CHECK(number_of(12'340) == "12.34");
  CHECK(number_of(-5) == "-0.005");
  CHECK(number_of(-12'500) == "-12.5");
  CHECK(thousandths(Length::raw(-1)) == 0);
  CHECK(thousandths(Length::pt(-0.0006)) == -1);
  CHECK(pdf_number(Length::pt(14.25)) == "14.25");
}

TEST_CASE("strings are escaped, text is ASCII or UTF-16") {
  CHECK(pdf_string("a(b)\\\r\n") == "(a\\(b\\)\\\\\\r\\n)");
  CHECK(pdf_text("plain (x)") == "(plain \\(x\\))");
  CHECK(pdf_text("\u00E9") == std::string("(\xFE\xFF\x00\xE9)", 6));
  CHECK(pdf_hex_text("a\U0001F600") == "<feff0061d83dde00>");
  CHECK(pdf_hex_text("") == "<feff>");
}

TEST_CASE("small data is not deflated") {
  CHECK(pdf_stream("", "q Q") == "<< /Length 3 >>\nstream\nq Q\nendstream");
  CHECK(pdf_stream("/N 3", std::string(1000, 'x')).starts_with("<< /Length "));
  CHECK(pdf_stream("/N 3", std::string(1000, 'x')).find(" /Filter /FlateDecode /N 3 >>\nstream\n") != std::string::npos);
}

TEST_CASE("a plain file has one table of all its objects") {
  PdfFile file("1.3", FileForm::Plain, 0);
  add_frame(file);
  file.add_stream(4, pdf_stream("", "abc"));
  const std::string bytes = file.finish(5).value();
  CHECK(bytes.starts_with("%PDF-1.3\n%"));
  CHECK(bytes.find("xref\n0 5\n0000000000 65535 f \n") != std::string::npos);
  QPDF pdf;
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  CHECK(pdf.getWarnings().empty());
  CHECK(pdf.getTrailer().getKey("/Size").getIntValue() == 5);
  CHECK(pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value() == "x");
}

TEST_CASE("a packed file may leave numbers out") {
  PdfFile file("1.7", FileForm::Packed, 0);
  add_frame(file);
  ObjectPacker packer;
  for (ObjectNumber number = 1'000'000; number < 1'000'450; ++number) packer.add(number, std::to_string(number));
  ObjectNumber next = 2'000'000;
  std::size_t packs = 0;
  for (const SealedPack& pack : packer.finish()) file.add_pack(next++, pack), ++packs;
  CHECK(packs == 3);
  const std::string bytes = file.finish(next).value();
  QPDF pdf;
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  for (ObjectNumber number = 1'000'000; number < 1'000'450; ++number)
    CHECK(pdf.getObjectByID(static_cast<int>(number), 0).getIntValue() == number);
  CHECK(pdf.getObjectByID(999'999, 0).isNull());
  CHECK(pdf.getTrailer().getKey("/Index").unparse() == "[ 0 4 1000000 450 2000000 5 ]");
  CHECK(pdf.getWarnings().empty());
}

TEST_CASE("a file's identifier follows from what is in it") {
  const auto id_of = [](const std::string& title) {
    PdfFile file("1.7", FileForm::Packed, 0);
    add_frame(file);
    file.add_stream(4, pdf_stream("", title));
    const std::string bytes = file.finish(5).value();
    return bytes.substr(bytes.find("/ID ["), 40);
  };
  CHECK(id_of("a") == id_of("a"));
  CHECK(id_of("a") != id_of("b"));
}

TEST_CASE("trees have limits on every node but the root") {
  TreeEntries entries;
  for (int i = 0; i < 70; ++i) entries.emplace_back(std::to_string(i), std::to_string(i) + " 0 R");
  std::vector<std::string> values;
  const AddObject add = [&](const std::string& value) {
    values.push_back(value);
    return static_cast<ObjectNumber>(values.size());
  };
  CHECK(tree_node({}, TreeKind::Numbers, add).number == 0);
  const SealedNode node = tree_node(entries, TreeKind::Numbers, add);
  CHECK(node.number == 3);
  CHECK((node.first == "0" && node.last == "69"));
  CHECK(values[0].starts_with("<< /Limits [0 63] /Nums [0 0 0 R 1 1 0 R "));
  CHECK(values[2] == "<< /Limits [0 69] /Kids [1 0 R 2 0 R] >>");
  CHECK(tree_root({node}, TreeKind::Numbers) == "<< /Kids [3 0 R] >>");
  entries.resize(1);
  CHECK(values[whole_tree(entries, TreeKind::Names, add) - 1] == "<< /Names [0 0 0 R ] >>");
}
