#include "output/pdf/metadata.h"

#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <qpdf/Buffer.hh>

#include "unit/output_pdf/opened_pdf.h"
#include "unit/output_pdf/sample_volume.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::string packet(OpenedPdf& pdf) {
  const auto data = pdf.root().getKey("/Metadata").getStreamData();
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

}  // namespace

TEST_CASE("Info and XMP say the same") {
  OpenedPdf pdf(written(sample_volume()));
  pugi::xml_document xmp;
  REQUIRE(xmp.load_string(packet(pdf).c_str()));
  const pugi::xml_node about = xmp.select_node("//rdf:Description").node();
  const auto text = [&](const char* path) { return std::string(about.select_node(path).node().text().get()); };
  QPDFObjectHandle info = pdf.info();
  CHECK(info.getKey("/Title").getUTF8Value() == "Loops & Streams: What <libuv> does");
  CHECK(text("dc:title/rdf:Alt/rdf:li") == info.getKey("/Title").getUTF8Value());
  CHECK(text("dc:creator/rdf:Seq/rdf:li") == info.getKey("/Author").getUTF8Value());
  CHECK(text("dc:description/rdf:Alt/rdf:li") == info.getKey("/Subject").getUTF8Value());
  CHECK(text("pdf:Keywords") == info.getKey("/Keywords").getUTF8Value());
  CHECK(text("pdf:Producer") == info.getKey("/Producer").getUTF8Value());
  CHECK(text("xmp:CreatorTool") == info.getKey("/Creator").getUTF8Value());
  CHECK(info.getKey("/CreationDate").getUTF8Value() == "D:20240102030405Z");
  CHECK(info.getKey("/ModDate").getUTF8Value() == "D:20240102030405Z");
  CHECK(text("xmp:CreateDate") == "2024-01-02T03:04:05Z");
  CHECK(text("xmp:ModifyDate") == "2024-01-02T03:04:05Z");
  CHECK(text("dc:language/rdf:Bag/rdf:li") == "en-US");
  CHECK(text("dc:rights/rdf:Alt/rdf:li") == "© Ada");
  CHECK(text("dc:identifier") == "urn:uuid:0");
}

TEST_CASE("the catalogue tells readers what kind of file this is") {
  OpenedPdf pdf(written(sample_volume()));
  CHECK(pdf.root().getKey("/Lang").getUTF8Value() == "en-US");
  CHECK(pdf.root().getKey("/MarkInfo").getKey("/Marked").getBoolValue());
  CHECK(pdf.root().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
  CHECK(pdf.root().getKey("/Metadata").getDict().getKey("/Subtype").getName() == "/XML");
}

TEST_CASE("absent values leave no empty entries") {
  OpenedPdf pdf(written(plain_volume()));
  CHECK_FALSE(pdf.info().hasKey("/Author"));
  CHECK_FALSE(pdf.root().hasKey("/Lang"));
  CHECK(packet(pdf).find("dc:creator") == std::string::npos);
  CHECK(packet(pdf).find("dc:subject") == std::string::npos);
  CHECK(packet(pdf).find("pdf:Keywords") == std::string::npos);
}

TEST_CASE("times are written in UTC") {
  CHECK(iso_time(0) == "1970-01-01T00:00:00Z");
  CHECK(iso_time(951'782'400) == "2000-02-29T00:00:00Z");
  CHECK(iso_time(4'102'444'799) == "2099-12-31T23:59:59Z");
}
