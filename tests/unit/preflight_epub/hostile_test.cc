// Archives that are damaged, or made to do harm: each ends in a sentence, soon.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "preflight/epub/epub_limits.h"
#include "support/sound_report.h"
#include "unit/preflight_epub/made_epub.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// The clean book with one more file, whose headers the test makes lie.
std::string with(MadeEntry entry) {
  MadeEpub epub;
  epub.zip.entries.push_back(std::move(entry));
  return refusal(epub.bytes());
}

}  // namespace

TEST_CASE("what is no archive is told so") {
  CHECK(refusal("") == "the file is not an EPUB");
  CHECK(refusal("%PDF-1.4") == "the file is not an EPUB");
  CHECK(refusal("PK") == "the archive is truncated or damaged: it has no directory at its end");
  CHECK(refusal("PK\x03\x04" + std::string(90'000, 'x')) == "the archive is truncated or damaged: it has no directory at its end");
  CHECK(refusal(MadeZip{{{"a", "b"}}}.bytes()) == "it has no META-INF/container.xml: it is not an EPUB");
  CHECK(refusal(MadeZip().bytes()) == "it has no META-INF/container.xml: it is not an EPUB");
}

TEST_CASE("a truncated archive is refused wherever it ends") {
  const std::string whole = MadeEpub().bytes();
  for (std::size_t size = 0; size < whole.size(); size += 13) CHECK(refusal(whole.substr(0, size)) != "no error");
}

TEST_CASE("an archive with a changed byte gives a sound report or a named error, twice the same") {
  const std::string whole = MadeEpub().bytes();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 0x15);
    INFO("byte " << i);
    CHECK(fault_of([&] { return preflight_epub(changed, "made.epub", all_epub_rules()); }, "made.epub", all_epub_rules()) == "");
  }
}

TEST_CASE("names that lead out of the book") {
  CHECK(with({"../../etc/passwd", "x"}) == "the name of the file '../../etc/passwd' leads out of the book");
  CHECK(with({"EPUB/..", "x"}) == "the name of the file 'EPUB/..' leads out of the book");
  CHECK(with({"/etc/passwd", "x"}) == "the name of the file '/etc/passwd' is an absolute path: it would be written outside of the book");
  CHECK(with({"C:/x", "x"}).ends_with("is an absolute path: it would be written outside of the book"));
  CHECK(with({"a\\b", "x"}).ends_with("has a backslash in it"));
  CHECK(with({std::string("a\0b", 3), "x"}).ends_with("has a NUL in it"));
  CHECK(with({"", "x"}) == "a file in the archive has no name");
  CHECK(with({std::string(2000, 'a'), "x"}).ends_with("is too long"));
}

TEST_CASE("entries that are no plain files") {
  CHECK(with({.name = "link", .bytes = "/etc/passwd", .unix_mode = 0120777}) == "link: it is a symbolic link");
  CHECK(with({.name = "a", .bytes = "x", .flags = 1}) == "a: it is encrypted in the archive, which no reader opens");
  CHECK(with({.name = "a", .bytes = "x", .method = 12}) == "a: it is compressed by method 12; EPUB allows deflate alone");
}

TEST_CASE("headers that lie") {
  CHECK(with({.name = "a", .bytes = "x", .local_name = "b"}) ==
        "a: the archive's directory and the file's own header disagree on its name");
  CHECK(with({.name = "a", .bytes = "x", .local_size = 7}) == "a: the archive's directory and the file's own header disagree on its size");
  CHECK(with({.name = "a", .bytes = "x", .stated_size = 7}) == "a: the archive states two sizes of it, though it is not compressed");
  CHECK(with({.name = "a", .bytes = "x", .header = 5}) ==
        "a: the archive's directory and the file's own header disagree on where it begins");
  CHECK(with({.name = "a", .bytes = "x", .header = 0xFFFFFFF0}) == "the archive is truncated or damaged");
  CHECK(with({.name = kChapter, .bytes = "x"}) == "EPUB/chapter.xhtml: the archive has two files of this name");
  CHECK(with({.name = "a", .bytes = "x", .header = 0}) == "a: the archive's directory and the file's own header disagree on its name");
  MadeEpub count;
  count.zip.stated_count = 11;
  CHECK(refusal(count.bytes()) == "the archive is damaged: its directory breaks off");
  count.zip.stated_count = 9;
  CHECK(refusal(count.bytes()) == "the archive is damaged: its directory has another size than it says");
}

TEST_CASE("entries that share their bytes") {
  // The quoted file of Fifield's bomb: one local header inside of another's bytes.
  MadeZip inner{{{"b", std::string(100, 'b')}}};
  const std::string header = inner.bytes().substr(0, 31 + 100);
  MadeEpub epub;
  const std::size_t at = epub.bytes().find("PK\x01\x02") + 31;
  epub.zip.entries.push_back({"a", header});
  MadeEntry shared{"b", std::string(100, 'b')};
  shared.header = static_cast<std::uint32_t>(at);
  epub.zip.entries.push_back(shared);
  CHECK(refusal(epub.bytes()) == "a: it shares bytes of the archive with b");
}

TEST_CASE("bombs end before they unfold") {
  CHECK(with({.name = "a", .bytes = std::string(40u << 20, ' '), .is_deflated = true})
            .ends_with(" bytes unfold to 40 MB: no book does that"));
  CHECK(with({.name = "a", .bytes = "x", .is_deflated = true, .stated_size = 0xFFFFFFF0}) ==
        "a: it unfolds to 4095 MB; more than 256 MB are not read");
  // Sizes in the ZIP64 field: 1 TB.
  CHECK(with({.name = "a",
              .bytes = "x",
              .is_deflated = true,
              .stated_size = 0xFFFFFFFF,
              .central_extra = little(1, 2) + little(8, 2) + little(1ull << 40, 8)}) ==
        "a: it unfolds to 1048576 MB; more than 256 MB are not read");
  MadeEpub many;  // each of them below what one may
  for (int i = 0; i < 12; ++i) many.zip.entries.push_back({fmt::format("a{}", i), std::string(25u << 20, ' '), true});
  CHECK(refusal(many.bytes()).ends_with(" KB unfold to 300 MB: no book does that"));
}

TEST_CASE("a file that unfolds to another size than stated") {
  MadeEpub epub;
  for (MadeEntry& entry : epub.zip.entries)
    if (entry.name == kChapter) entry.stated_size = 10;
  CHECK(refusal(epub.bytes()) == "EPUB/chapter.xhtml: it unfolds to more than the 10 bytes that the archive states");
  for (MadeEntry& entry : epub.zip.entries)
    if (entry.name == kChapter) entry.stated_size = 100'000;
  CHECK(refusal(epub.bytes()) == "EPUB/chapter.xhtml: its compressed bytes are damaged");
  for (MadeEntry& entry : epub.zip.entries)
    if (entry.name == kChapter) entry.stated_size.reset(), entry.stated_crc = 1;
  CHECK(refusal(epub.bytes()) == "EPUB/chapter.xhtml: it is damaged: its checksum is another than the archive states");
}

TEST_CASE("too many files") {
  MadeZip zip;
  for (std::size_t i = 0; i <= kEpubMostEntries; ++i) zip.entries.push_back({std::to_string(i), ""});
  CHECK(refusal(zip.bytes()) == "the archive says that it has 20001 files; more than 20000 are not read");
}

TEST_CASE("a package document that cannot be read") {
  CHECK(refusal(MadeEpub().remove(kPackage).bytes()) ==
        "META-INF/container.xml names the package document 'EPUB/package.opf', which is not in the archive");
  CHECK(refusal(MadeEpub().replace("META-INF/container.xml", "full-path", "path").bytes()) ==
        "META-INF/container.xml names no package document");
  CHECK(refusal(MadeEpub().replace(kPackage, "</spine>", "</spin>").bytes()) ==
        "EPUB/package.opf: line 26: the package document cannot be read: mismatched tag");
  MadeEpub html;
  html[kPackage] = "<html/>";
  CHECK(refusal(html.bytes()) == "EPUB/package.opf: it is no package document: it begins with <html>");
}

TEST_CASE("entities that multiply are not expanded") {
  std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE html [\n<!ENTITY a \"ha\">\n";
  for (char c = 'b'; c <= 'z'; ++c)
    bomb += fmt::format("<!ENTITY {} \"&{};&{};&{};&{};\">\n", c, char(c - 1), char(c - 1), char(c - 1), char(c - 1));
  MadeEpub epub;
  epub[kChapter] = bomb + "]>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>&z;</body></html>";
  CHECK(found(epub, EpubRule::Entity) == "EPUB/chapter.xhtml:3: &a;");
  epub[kChapter] = "<!DOCTYPE html [<!ENTITY passwords SYSTEM \"file:///etc/passwd\">]><html>&passwords;</html>";
  CHECK(found(epub, EpubRule::Entity) == "EPUB/chapter.xhtml:1: &passwords;");
  MadeEpub package;
  package[kPackage] = "<!DOCTYPE package [<!ENTITY a \"ha\">]><package>&a;</package>";
  CHECK(refusal(package.bytes()) == "EPUB/package.opf: line 1: the package document uses the entity &a;");
}

TEST_CASE("elements nested too deeply") {
  std::string open, close;
  for (std::size_t i = 0; i < 200'000; ++i) open += "<b>", close += "</b>";
  CHECK(found(MadeEpub().chapter(open + close), EpubRule::Xml) == "EPUB/chapter.xhtml:5: elements are nested more than 512 deep");
}

TEST_CASE("links beyond counting") {
  std::string links;
  for (std::size_t i = 0; i <= kMostMarks; ++i) links += "<a href='#a'/>";
  CHECK(refusal(MadeEpub().chapter(links).bytes()) == "it has more than 2 million links and ids");
}

TEST_CASE("style sheets that never end") {
  for (const std::string part : {"{", "/*", "url(", "\"", "a{b:", "@import ", "(", "\\", "}"}) {
    std::string css;
    while (css.size() < 1'000'000) css += part;
    const std::string bytes = MadeEpub().style(css).bytes();
    INFO(part);
    CHECK(fault_of([&] { return preflight_epub(bytes, "made.epub", all_epub_rules()); }, "made.epub", all_epub_rules()) == "");
  }
}
