#include "book/matter.h"

#include <catch2/catch.hpp>
#include <set>

#include "book/volume_texts.h"
#include "manifest_fixture.h"

using namespace nbpublish;

TEST_CASE("each text of front and back matter has names of its own") {
  CHECK(name_of({MatterRole::Preface}) == "preface");
  CHECK(key_of({MatterRole::Preface}) == "matter/preface");
  CHECK(default_title({MatterRole::AboutAuthor}) == "About the Author");
  CHECK(letter_of({MatterRole::Glossary}).empty());
  CHECK(name_of({MatterRole::Appendix, 2}) == "appendix-2");
  CHECK(key_of({MatterRole::Appendix, 2}) == "matter/appendix-2");
  CHECK(default_title({MatterRole::Appendix, 2}) == "Appendix B");
  std::set<std::string_view> keys, names;
  for (const MatterKind& kind : kMatterKinds) CHECK((keys.insert(kind.key).second && names.insert(kind.name).second));
}

TEST_CASE("no two appendices have one letter") {
  std::set<std::string> letters;
  for (int number = 1; number <= 60; ++number) CHECK(letters.insert(letter_of({MatterRole::Appendix, number})).second);
  CHECK(letter_of({MatterRole::Appendix, 26}) == "Z");
  CHECK(letter_of({MatterRole::Appendix, 27}) == "AA");
}

TEST_CASE("front and back matter is in reading order") {
  CHECK(MatterId{MatterRole::Preface} < MatterId{MatterRole::Appendix, 1});
  CHECK(MatterId{MatterRole::Appendix, 9} < MatterId{MatterRole::Appendix, 10});
  CHECK(MatterId{MatterRole::Appendix, 10} < MatterId{MatterRole::Glossary});
}

TEST_CASE("every kind of front and back matter is a key of the manifest") {
  std::string front, back;
  for (const MatterKind& kind : kMatterKinds) {
    const bool is_front = kind.key.starts_with("front.");
    const std::string key(kind.key.substr(kind.key.find('.') + 1)), name(kind.name);
    const std::string value = kind.is_lettered ? "[\"m/" + name + ".md\", \"m/" + name + "-more.md\"]" : "\"m/" + name + ".md\"";
    (is_front ? front : back) += key + " = " + value + "\n";
  }
  ManifestFixture f(small_manifest("", "", "", "", "[front]\n" + front + "[back]\n" + back));
  for (const MatterKind& kind : kMatterKinds)
    for (const char* ending : {".md", "-more.md"}) f.put("m/" + std::string(kind.name) + ending, "x");
  const Book book = f.read();
  CHECK(f.complaints() == std::vector<std::string>{});
  for (const MatterKind& kind : kMatterKinds)
    CHECK(book.matter.files.at({kind.role, kind.is_lettered ? 1 : 0}) == "m/" + std::string(kind.name) + ".md");
  CHECK(book.matter.files.at({MatterRole::Appendix, 2}) == "m/appendix-more.md");
}

TEST_CASE("an appendix that cannot be used leaves no gap in the letters") {
  ManifestFixture f(small_manifest("", "", "", "", "[back]\nappendices = [\"back/none.md\", \"back/a.md\"]\n"));
  CHECK(f.read().matter.files == std::map<MatterId, std::string>{{{MatterRole::Appendix, 1}, "back/a.md"}});
}

TEST_CASE("the texts of a volume: chapters, then front and back matter in reading order; what is planned has none") {
  Document first, preface, appendix;
  first.chapter = "one/first";
  preface.chapter = "matter/preface";
  appendix.chapter = "matter/appendix-1";
  VolumeTexts texts;
  texts.topics = {{nullptr, {{nullptr, &first}, {nullptr, nullptr}}}};
  texts.matter = {{{MatterRole::Appendix, 1}, &appendix}, {{MatterRole::Preface}, &preface}};
  CHECK(texts.documents() == std::vector<const Document*>{&first, &preface, &appendix});
  CHECK(texts.documents_by_key().at("matter/appendix-1") == &appendix);
  CHECK(texts.indexes().empty());
}
