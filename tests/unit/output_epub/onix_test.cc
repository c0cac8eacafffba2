#include "output/epub/onix.h"

#include "epub_fixture.h"
#include "output/epub/onix_codes.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

struct OnixMessage {
  pugi::xml_document document;

  explicit OnixMessage(SampleBook& book) {
    REQUIRE(book.write());
    REQUIRE(document.load_buffer(book.onix.data(), book.onix.size(), pugi::parse_full));
  }
  std::string text(const std::string& path) const { return text_of(document.select_node(("/ONIXMessage/Product/" + path).c_str()).node()); }
  bool has_feature(const std::string& type, const std::string& value) const {
    return static_cast<bool>(document.select_node(
        ("//ProductFormFeature[ProductFormFeatureType='" + type + "'][ProductFormFeatureValue='" + value + "']").c_str()));
  }
  // The names of the children in their order, repeated ones once.
  std::string order(const std::string& path) const {
    std::string names, last;
    for (const pugi::xml_node child : document.select_node(path.c_str()).node().children())
      if (child.name() != last) names += (names.empty() ? "" : " ") + std::string(last = child.name());
    return names;
  }
};

}  // namespace

TEST_CASE("the ONIX message names the product and its parts in the order of the format") {
  SampleBook book;
  const OnixMessage onix(book);
  CHECK(std::string(onix.document.child("ONIXMessage").attribute("release").value()) == "3.0");
  CHECK(onix.order("/ONIXMessage") == "Header Product");
  CHECK(onix.order("//Product") == "RecordReference NotificationType ProductIdentifier DescriptiveDetail PublishingDetail");
  CHECK(onix.order("//DescriptiveDetail") ==
        "ProductComposition ProductForm ProductFormDetail ProductFormFeature EpubTechnicalProtection Collection TitleDetail Contributor "
        "EditionStatement Language Subject");
  CHECK(onix.text("RecordReference") == "urn:uuid:6f5b46c2-b0e2-5a47-a887-8eabf81f7f53");
  CHECK(onix.text("ProductIdentifier/ProductIDType") == "01");
  CHECK(onix.text("DescriptiveDetail/ProductForm") == "ED");
  CHECK(onix.text("DescriptiveDetail/ProductFormDetail") == "E101");
  CHECK(onix.text("DescriptiveDetail/Collection//PartNumber") == "1");
  CHECK(onix.text("DescriptiveDetail/Collection//TitleText") == "The Book");
  CHECK(onix.text("DescriptiveDetail/TitleDetail//TitleText") == "Basics of the Runtime");
  CHECK(onix.text("DescriptiveDetail/TitleDetail//Subtitle") == "From the Start");
  CHECK(onix.text("DescriptiveDetail/Contributor[3]/ContributorRole") == "Z99");
  CHECK(onix.text("DescriptiveDetail/Language/LanguageCode") == "eng");
  CHECK(onix.text("DescriptiveDetail/Subject[MainSubject]/SubjectCode") == "COM051260");
  CHECK(onix.text("DescriptiveDetail/Subject[SubjectSchemeIdentifier='20']/SubjectHeadingText") == "Runtime systems");
  CHECK(onix.text("PublishingDetail/PublishingDate/Date") == "20261101");
  CHECK(text_of(onix.document.select_node("//SentDateTime").node()) == "20261101T000000Z");
}

TEST_CASE("ISBNs are told as such") {
  SampleBook book;
  book.book.volumes[0].identifiers = {{"epub", "isbn:9781234567897"}};
  const OnixMessage onix(book);
  CHECK(onix.text("ProductIdentifier/ProductIDType") == "15");
  CHECK(onix.text("ProductIdentifier/IDValue") == "9781234567897");
}

TEST_CASE("accessibility features by code list 196 are those of the file") {
  SampleBook book;
  const OnixMessage plain(book);
  for (const char* there : {"00", "10", "11", "13", "14", "22", "29", "30", "32", "36", "52"}) {
    INFO(there);
    CHECK(plain.has_feature("09", there));
  }
  for (const char* absent : {"04", "08", "09", "12", "15", "19", "75", "76", "77", "82", "85", "90", "99"}) {
    INFO(absent);
    CHECK_FALSE(plain.has_feature("09", absent));
  }
  CHECK(plain.has_feature("12", "00"));
}

TEST_CASE("conformance, contact and exception in the ONIX message") {
  SampleBook book;
  book.book.accessibility = {
      "", true, {}, "A Checker", "", "https://checker.example/1", "mailto:access@press.example", EaaException::MicroEnterprise};
  const OnixMessage onix(book);
  for (const char* there : {"04", "82", "85", "75", "90", "94", "99"}) {
    INFO(there);
    CHECK(onix.has_feature("09", there));
  }
  CHECK(onix.text("DescriptiveDetail/ProductFormFeature[ProductFormFeatureValue='90']/ProductFormFeatureDescription") == "A Checker");
  CHECK(onix.text("DescriptiveDetail/ProductFormFeature[ProductFormFeatureValue='99']/ProductFormFeatureDescription") ==
        "access@press.example");
}

TEST_CASE("a picture without alternative text is a known limit") {
  SampleBook book;
  std::get<Figure>(book.documents[1].blocks[0].content).alt.clear();
  const OnixMessage onix(book);
  CHECK(onix.has_feature("09", "09"));
  CHECK_FALSE(onix.has_feature("09", "14"));
  CHECK_FALSE(onix.has_feature("09", "52"));
}

TEST_CASE("pages in the ONIX message lead to the printed book") {
  SampleBook book;
  REQUIRE(book.write());
  book.book.volumes[0].identifiers["print"] = "isbn:9781234567880";
  AccessFacts facts;
  facts.page_source = "urn:isbn:9781234567880";
  pugi::xml_document document;
  REQUIRE(document.load_string(onix_message(plan_publication(book.input), facts).c_str()));
  CHECK(text_of(document.select_node("//RelatedProduct/ProductRelationCode").node()) == "13");
  CHECK(text_of(document.select_node("//RelatedProduct/ProductIdentifier/IDValue").node()) == "9781234567880");
  CHECK(document.select_node("//ProductFormFeature[ProductFormFeatureValue='19']"));
}

TEST_CASE("languages and subjects by ONIX's lists") {
  CHECK(onix_language("de-AT") == "ger");
  CHECK(onix_language("tlh").empty());
  CHECK(onix_subject_scheme("COM051260") == "10");
  CHECK(onix_subject_scheme("UMW") == "93");
  CHECK(onix_subject_scheme("event loop") == "20");
}
