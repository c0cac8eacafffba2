// Each mistake in a manifest, with its line, column and hint.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "manifest_fixture.h"

using namespace nbpublish;

namespace {

using Lines = std::vector<std::string>;

Lines complaints_about(const std::string& manifest) {
  ManifestFixture f(manifest);
  f.read();
  return f.complaints();
}
// The complaint about one more line at the top of a manifest that has no other mistake.
std::string about_top(const std::string& line) {
  const Lines lines = complaints_about(small_manifest("", "", "", "", line + "\n"));
  REQUIRE(lines.size() == 1);
  return lines.front();
}
std::string about_volume(const std::string& line) {
  const Lines lines = complaints_about(small_manifest(line + "\n", "", ""));
  REQUIRE(lines.size() == 1);
  return lines.front();
}
std::string about_chapter(const std::string& line) {
  const Lines lines = complaints_about(small_manifest("", "", line + "\n"));
  REQUIRE(lines.size() == 1);
  return lines.front();
}

}  // namespace

TEST_CASE("the small manifest of these tests has no mistake") { CHECK(complaints_about(small_manifest("", "", "")) == Lines{}); }

TEST_CASE("unknown keys get the nearest name") {
  CHECK(about_top("titel = \"x\"") == "manifest-key 3:1 unknown key 'titel' (did you mean 'title'?)");
  CHECK(about_top("license = \"x\"") == "manifest-key 3:1 unknown key 'license' (did you mean 'licence'?)");
  CHECK(about_top("quux = 1") == "manifest-key 3:1 unknown key 'quux'");
  CHECK(about_top("preface = \"x\"") == "manifest-key 3:1 unknown key 'preface' (it belongs into [front])");
  CHECK(about_top("\"front.preface\" = \"x\"").starts_with("manifest-key 3:1 unknown key 'front.preface'"));
  CHECK(about_volume("titles = 1") == "manifest-key 6:1 unknown key 'titles' (did you mean 'title'?)");
  CHECK(about_volume("identifiers = { pdx = \"\" }") == "manifest-key 6:17 unknown key 'identifiers.pdx' (did you mean 'pdf'?)");
  CHECK(about_chapter("state = 1") == "manifest-key 10:1 unknown key 'state' (did you mean 'status'?)");
}

TEST_CASE("values of the wrong type") {
  CHECK(about_top("subtitle = 7") == "manifest-key 3:12 'subtitle' must be a string, not a whole number");
  CHECK(about_top("authors = \"Ada\"") == "manifest-key 3:11 'authors' must be a list of strings, not a string");
  CHECK(about_top("authors = [\"Ada\", 7]") == "manifest-key 3:19 'authors' must be a string, not a whole number");
  CHECK(about_top("printing = \"1\"") == "manifest-key 3:12 'printing' must be a whole number, not a string");
  CHECK(about_top("printing = 0") == "manifest-key 3:12 'printing' must lie between 1 and 9999");
  CHECK(about_top("front = \"x\"") == "manifest-key 3:9 'front' must be a table, not a string");
  CHECK(about_volume("identifiers = 3") == "manifest-key 6:15 'identifiers' must be a table, not a whole number");
}

TEST_CASE("volumes that are not tables") {
  CHECK(complaints_about("title = \"x\"\nrights = \"y\"\nvolume = 3\n") ==
        Lines{"manifest-key 3:10 'volume' must be a list of tables, not a whole number"});
  CHECK(complaints_about("title = \"x\"\nrights = \"y\"\nvolume = [3]\n") ==
        Lines{"manifest-key 3:11 'volume' must be a table, not a whole number"});
}

TEST_CASE("words that are none of the allowed") {
  CHECK(about_chapter("status = \"redy\"") ==
        "manifest-key 10:10 'status' must be one of \"ready\", \"review\", \"draft\", \"planned\" (did you "
        "mean "
        "\"ready\"?)");
  CHECK(about_top("chapter-start = \"recta\"") ==
        "manifest-key 3:17 'chapter-start' must be one of \"recto\", \"next\" (did you mean \"recto\"?)");
  CHECK(about_top("language = \"american english\"").starts_with("manifest-key 3:12 'language' must be a tag"));
  CHECK(about_top("site = \"book.example\"").starts_with("manifest-key 3:8 'site' must be an http"));
  CHECK(about_top("date = \"1 May\"").starts_with("manifest-key 3:8 'date' must be a date"));
}

TEST_CASE("keys that are missing") {
  CHECK(complaints_about("title = \"x\"\nrights = \"y\"\n[[volume]]\n") ==
        Lines{"manifest-key 3:1 the volume has no topics, and no folder of chapters/ is left for it (name their folders in `topics`, or "
              "write [[volume.topic]])"});
  CHECK(complaints_about("title = \"x\"\nrights = \"y\"\n[[volume]]\ntopic = []\n[[volume]]\ntopic = []\n") ==
        Lines{"manifest-key 3:1 the volume needs a title", "manifest-key 5:1 the volume needs a title"});
  CHECK(complaints_about(small_manifest("", "", "", "[[volume.topic]]\n")) ==
        Lines{"manifest-key 10:1 the topic needs a title (or the `folder` of its chapters)",
              "manifest-key 10:1 the topic has no chapters (name their `folder`, or set status = \"planned\")"});
  CHECK(
      complaints_about(small_manifest("", "", "", "[[volume.topic.chapter]]\n")) ==
      Lines{"manifest-key 10:1 missing key 'file' (or status = \"planned\")", "manifest-key 10:1 a chapter without a file needs a title"});
  CHECK(complaints_about(small_manifest("", "", "", "[[volume.topic]]\ntitle = \"x\"\n")) ==
        Lines{"manifest-key 10:1 the topic has no chapters (name their `folder`, or set status = \"planned\")"});
  CHECK(about_top("style = \"\"") == "manifest-key 3:9 'style' must not be empty");
}

TEST_CASE("a planned topic has no chapters") {
  CHECK(complaints_about(small_manifest("", "status = \"planned\"\n", "")) == Lines{"manifest-key 8:10 a planned topic has no chapters"});
}

TEST_CASE("neither rights nor licence") {
  ManifestFixture f(small_manifest("", "", ""));
  f.put("book.toml", f.disk.read_file("book/book.toml")->erase(14, 16));
  f.read();
  REQUIRE(f.sink.all().size() == 1);
  CHECK(f.sink.all()[0].code == DiagCode::MissingLicence);
  CHECK(f.sink.all()[0].severity == Severity::Warning);
}

TEST_CASE("files that are not there") {
  CHECK(about_top("cover = \"covr.png\"") == "missing-file 3:9 there is no file 'covr.png' (did you mean 'cover.png'?)");
  CHECK(about_top("cover = \"front\"") == "missing-file 3:9 there is no file 'front'");
  CHECK(about_top("back.appendices = [\"back/a.md\", \"back/nothing-at-all.md\"]") ==
        "missing-file 3:33 there is no file 'back/nothing-at-all.md'");
}

TEST_CASE("a chapter whose file is missing keeps its number as a planned one") {
  ManifestFixture f(small_manifest("", "", "", R"([[volume.topic.chapter]]
file = "chapters/01-first/07-late-one.md"
[[volume.topic.chapter]]
file = "chapters/01-first/02-b.mdx"
)"));
  const Book book = f.read();
  CHECK(f.complaints() == Lines{"missing-file 11:8 there is no file 'chapters/01-first/07-late-one.md'"});
  const auto& chapters = book.volumes[0].topics[0].chapters;
  REQUIRE(chapters.size() == 3);
  CHECK(chapters[1].status == ChapterStatus::Planned);
  CHECK(chapters[1].key == "first/late-one");
  CHECK(chapters[1].title == "Late One");
  CHECK(chapters[1].file.empty());
  CHECK(chapters[2].number == 3);
}

TEST_CASE("paths that leave the book's folder are refused") {
  CHECK(about_top("cover = \"../cover.png\"") == "manifest-key 3:9 '../cover.png' leads out of the book's folder");
  CHECK(about_top("cover = \"front/../../cover.png\"") == "manifest-key 3:9 'front/../../cover.png' leads out of the book's folder");
  CHECK(about_top("cover = \"/etc/cover.png\"") == "manifest-key 3:9 '/etc/cover.png' must be relative to the book's folder");
  CHECK(about_top("cover = \"front\\\\cover.png\"").ends_with("must be written with '/'"));
  CHECK(about_top("cover = \"front/\"").ends_with("does not name a file"));
  CHECK(about_top("cover = \"x/..\"").ends_with("does not name a file"));
}

TEST_CASE("symbolic links that leave the book's folder are refused, others followed") {
  namespace fs = std::filesystem;
  const fs::path here = fs::temp_directory_path() / ("nbpublish-manifest-errors-" + std::to_string(getpid()));
  fs::remove_all(here);
  fs::create_directories(here / "book");
  std::ofstream(here / "secret.md") << "x";
  std::ofstream(here / "book/real.md") << "x";
  fs::create_symlink("../secret.md", here / "book/out.md");
  fs::create_directory_symlink("..", here / "book/up");
  fs::create_symlink("real.md", here / "book/in.md");
  std::ofstream(here / "book/book.toml") << "title = \"x\"\nrights = \"y\"\nvolume = []\n[front]\npreface = \"out.md\"\n"
                                            "dedication = \"up/secret.md\"\nacknowledgments = \"in.md\"\n";
  DiagnosticSink sink;
  const auto book = read_manifest(RealFileSystem(), here / "book", sink);
  fs::remove_all(here);
  REQUIRE(book);
  REQUIRE(sink.all().size() == 2);
  CHECK(sink.all()[0].message == "'out.md' leads out of the book's folder through a symbolic link");
  CHECK(sink.all()[1].message == "'up/secret.md' leads out of the book's folder through a symbolic link");
  CHECK(book->matter.files == std::map<MatterId, std::string>{{{MatterRole::Acknowledgments}, "in.md"}});
}

TEST_CASE("a chapter's file is Markdown") {
  const std::string wrong = small_manifest("", "", "", "[[volume.topic.chapter]]\nfile = \"cover.png\"\n");
  CHECK(complaints_about(wrong) == Lines{"manifest-key 11:8 a chapter's file must end in .md or .mdx"});
}

TEST_CASE("keys that are given twice") {
  CHECK(complaints_about(small_manifest("", "", "", "[[volume.topic.chapter]]\nfile = \"chapters/01-first/01-a.md\"\n")) ==
        Lines{"manifest-key 11:8 'chapters/01-first/01-a.md' is named twice (line 9 has it already)"});
  ManifestFixture f(small_manifest("", "", "", "[[volume.topic.chapter]]\nfile = \"first/a.md\"\n"));
  f.put("first/a.md", "x");
  f.read();
  CHECK(f.complaints() ==
        Lines{"manifest-key 11:8 two chapters have the key 'first/a' (folder and file without numbers and extension must differ)"});
  const std::string second = "[[volume]]\nkey = \"one\"\ntitle = \"x\"\ntopic = []\n";
  CHECK(complaints_about(small_manifest("", "", "", second)) ==
        Lines{"manifest-key 11:7 two volumes have the key 'one' (names of files are not told apart by their case)"});
  const std::string other = "[[volume]]\nkey = \"One\"\ntitle = \"x\"\ntopic = []\n";
  CHECK(complaints_about(small_manifest("", "", "", other)).size() == 1);
}

TEST_CASE("chapter keys stay unique even then") {
  ManifestFixture f(small_manifest("", "", "", "[[volume.topic.chapter]]\nfile = \"chapters/01-first/01-a.md\"\n"));
  const Book book = f.read();
  CHECK(book.volumes[0].topics[0].chapters[1].key == "first/a-2");
}

TEST_CASE("a volume's key names files") {
  const std::string manifest = "title = \"x\"\nrights = \"y\"\n[[volume]]\nkey = \"../x\"\ntitle = \"z\"\ntopic = []\n";
  ManifestFixture f(manifest);
  const Book book = f.read();
  CHECK(f.complaints() == Lines{"manifest-key 4:7 'key' must consist of letters, digits, '-', '_' and '.'"});
  CHECK(book.volumes[0].key == "volume-1");
}

TEST_CASE("identifiers") {
  CHECK(about_volume("identifiers = { pdf = \"isbn:9780306406158\" }") ==
        "manifest-key 6:23 'isbn:9780306406158' is an ISBN with a wrong check digit");
  CHECK(about_volume("identifiers = { pdf = \"0306406152\" }") ==
        "manifest-key 6:23 '0306406152' must begin with \"isbn:\" or \"urn:uuid:\"");
  CHECK(about_volume("identifiers = { pdf = \"isbn:9780306406157\", epub = \"isbn:978-0-306-40615-7\" }")
            .starts_with("manifest-key 6:52 'isbn:978-0-306-40615-7' is given twice"));
}

TEST_CASE("all mistakes of a file are reported, in its order") {
  const Lines lines = complaints_about(small_manifest("sub = 1\n", "summary = 2\n", "status = 3\n", "", "colour = 4\n"));
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].starts_with("manifest-key 3:1 "));
  CHECK(lines[1].starts_with("manifest-key 7:1 "));
  CHECK(lines[2].starts_with("manifest-key 10:11 "));
  CHECK(lines[3].starts_with("manifest-key 13:10 "));
}

TEST_CASE("mistakes in [components] are told at their line") {
  ManifestFixture f(small_manifest("", "", "",
                                   "[components.One]\ncaption = \"no figure\"\n"
                                   "[components.Two]\nfigure = \"covr.png\"\n"
                                   "[components.Three]\nfigure = \"cover.png\"\ncation = \"x\"\n"
                                   "[components.four]\nfigure = \"cover.png\"\n"
                                   "[components]\nFive = \"cover.png\"\n"));
  const Book book = f.read();
  CHECK(f.complaints() ==
        std::vector<std::string>{"manifest-key 10:1 missing key 'figure'",
                                 "missing-file 13:10 there is no file 'covr.png' (did you mean 'cover.png'?)",
                                 "manifest-key 16:1 unknown key 'cation' (did you mean 'caption'?)",
                                 "manifest-key 17:13 'four' is no component's name (they begin with a capital letter, as in the chapters)",
                                 "manifest-key 20:8 'components.Five' must be a table, not a string"});
  REQUIRE(book.components.size() == 3);
  CHECK(book.components.at("Two").figure.empty());
  CHECK(book.components.at("Three").figure == "cover.png");
}
