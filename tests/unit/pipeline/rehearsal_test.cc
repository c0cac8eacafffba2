// What is said of a run before it, and of the last one after it.
#include "pipeline/rehearsal.h"

#include <catch2/catch.hpp>

#include <set>
#include <sstream>

#include "fuzz/pandoc_of_cmark.h"
#include "pipeline/kept_records.h"
#include "pipeline/publish.h"
#include "pipeline/stages.h"
#include "support/layered_files.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

constexpr const char* kManifest =
    "title = \"A Book\"\nauthors = [\"Ada\"]\nrights = \"© Ada\"\ndate = \"2026-01-02\"\nstyle = \"own\"\n"
    "[[volume]]\nkey = \"one\"\ntitle = \"One\"\n[[volume.topic]]\ntitle = \"Topic\"\n"
    "chapter = [{ file = \"a.md\" }, { file = \"b.md\" }]\n"
    "[[volume.topic]]\ntitle = \"Second\"\nchapter = [{ file = \"c.md\" }]\n";

// A book that is edited, published and asked about.
struct ToldBook {
  LayeredFiles files;
  fuzz::CmarkAsPandoc pandoc;
  RunOptions options;

  ToldBook() {
    options.request.pdf = options.request.epub = true;
    options.folders = {"/book", "/out", "/cache"};
    options.execution.jobs = 2;
    write("book.toml", kManifest);
    restyle(14);
    write("a.md", "# First\n\nWords of the first.\n\n## Inside\n\nMore of them.\n\n![Shown](box.svg \"A box.\"){#fig:box}\n");
    write("b.md", "# Second\n\nSee [](#fig:box) on [](#fig:box \"page\").\n");
    write("c.md", "# Third\n\nWords alone.\n");
    write("box.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"60\"><rect width=\"120\" height=\"40\"/></svg>");
  }

  void write(const std::string& name, const std::string& text) { REQUIRE(files.write_file("/book/" + name, text)); }
  void restyle(int indent) {
    write("styles/own/style.toml", "extends = \"six-by-nine\"\n[text]\nindent = " + std::to_string(indent) + "\n");
  }
  void replace(const std::string& name, const std::string& from, const std::string& to) {
    std::string text = *files.read_file("/book/" + name);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    write(name, text.replace(at, from.size(), to));
  }

  Environment environment() { return {files, pandoc}; }
  std::vector<MadeFile> publish_it(RunLog* log = nullptr) {
    options.execution.log = log;
    DiagnosticSink sink;
    auto made = publish(options, environment(), sink);
    options.execution.log = nullptr;
    REQUIRE(made);
    return *made;
  }
  std::string rehearse() {
    const auto words = dry_run(options, environment());
    REQUIRE(words);
    return *words;
  }
  std::string told(const std::vector<std::string>& words) {
    RunOptions asked;
    asked.folders = options.folders;
    const auto text = explain(words, asked, environment());
    INFO((text ? std::string() : text.error().message));
    REQUIRE(text);
    return *text;
  }
  std::map<std::string, std::string> written() const {
    std::map<std::string, std::string> all = files.written_below("/cache");
    all.merge(files.written_below("/out"));
    return all;
  }
};

bool says(const std::string& text, const std::string& words) {
  INFO(text);
  INFO(words);
  CHECK(text.find(words) != std::string::npos);
  return text.find(words) != std::string::npos;
}

// The lines of a section, without what stands behind a colon.
std::set<std::string> names_below(const std::string& text, const std::string& heading) {
  std::set<std::string> out;
  std::istringstream lines(text);
  bool is_below = false;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  ")) is_below = line.starts_with(heading);
    else if (is_below) out.insert(line.substr(2, line.find(": ") - 2));
  }
  return out;
}

std::set<std::string> made_in(const RunLog& log, std::string_view stage) {
  std::set<std::string> out;
  for (const RunLog::Record& record : log.records())
    if (record.stage == stage && record.origin == RunLog::Origin::Made && !record.subject.empty()) out.insert(record.subject);
  return out;
}

// Says what a run would make, writes nothing, and then makes just that.
void require_foretold(ToldBook& book) {
  const auto before = book.written();
  const std::string words = book.rehearse();
  INFO(words);
  REQUIRE((book.written() == before));
  RunLog log;
  const std::vector<MadeFile> made = book.publish_it(&log);
  CHECK(names_below(words, "texts:") == made_in(log, stages::kText));
  CHECK(names_below(words, "pages of texts:") == made_in(log, stages::kPages));
  std::set<std::string> paths;
  for (const MadeFile& file : made) paths.insert(file.path.string());
  CHECK(names_below(words, words.starts_with("nothing") ? "nothing would be made" : "would be written") == paths);
}

}  // namespace

TEST_CASE("a dry run writes nothing, and a run makes what it said") {
  ToldBook book;
  require_foretold(book);
  require_foretold(book);  // all from the cache
  book.replace("a.md", "More of them.", "Much more of them.");
  require_foretold(book);
  book.restyle(16);
  require_foretold(book);
  book.replace("book.toml", "title = \"A Book\"", "title = \"Another Book\"");
  require_foretold(book);
  book.options.request.editions = {"all"};
  book.options.request.cover = book.options.request.sample = book.options.request.omnibus = true;
  require_foretold(book);
  book.replace("book.toml", "title = \"One\"", "title = \"One\"\nsplit-before = [2]");
  require_foretold(book);
}

TEST_CASE("before the first run, all is told to be made") {
  ToldBook book;
  CHECK(says(book.told({}), "all of it will be made: nothing was made of it yet"));
  CHECK(book.written().empty());
}

TEST_CASE("an edit is told by its place, before the run that makes it and after it") {
  ToldBook book;
  book.publish_it();
  CHECK(says(book.told({"1.1"}), "text: made in the last run, the first that is known"));
  book.replace("a.md", "## Inside", "## Within");
  CHECK(says(book.told({"one"}), "1.1 First (a.md): heading at a.md:5 changed"));
  CHECK(says(book.told({"a.md"}), "text: will be made: heading at a.md:5 changed"));
  CHECK(says(book.told({"c.md"}), "text: made in the last run, the first that is known"));
  book.publish_it();
  CHECK(says(book.told({"1.1"}), "text: made in the last run: heading at a.md:5 changed"));
  CHECK(says(book.told({"c.md"}), "text: from the cache in the last run: nothing had changed"));
  CHECK(says(book.told({}), "nothing will be made: nothing has changed since the last run"));
}

TEST_CASE("a figure that has moved is told where it stands and where its page is printed") {
  ToldBook book;
  book.publish_it();
  std::string words;
  for (int i = 0; i < 40; ++i) words += "A paragraph that is here so that what follows it comes to stand on a later page of the book.\n\n";
  book.replace("a.md", "More of them.", words + "More of them.");
  CHECK(says(book.told({"b.md"}), "`fig:box` moved from 3 to 5"));
  CHECK(says(book.told({"page", "5"}), "`fig:box` moved from 3"));
  CHECK(says(book.told({"page", "3"}), "12 paragraphs at a.md:7-29 added; `fig:box` moved to 5"));
}

TEST_CASE("a key of the style and a picture are told with their names") {
  ToldBook book;
  book.publish_it();
  book.restyle(16);
  CHECK(says(book.told({}), "all pages (own) will be made: style key text.indent is 16, was 14"));
  book.publish_it();
  book.replace("box.svg", "height=\"60\"", "height=\"80\"");
  CHECK(says(book.told({"a.md"}), "picture box.svg changed"));
}

TEST_CASE("a request that makes nothing is explained as the last run was asked") {
  ToldBook book;
  book.options.request.editions = {"print"};
  book.publish_it();
  CHECK(says(book.told({}), "nothing has changed since the last run"));
}

TEST_CASE("explaining leaves no traces, and a page that there is not is refused") {
  ToldBook book;
  book.publish_it();
  book.replace("a.md", "More of them.", "Fewer.");
  const auto before = book.written();
  static_cast<void>(book.told({"a.md", "page", "3"}));
  CHECK((book.written() == before));
  const auto none = explain({"page", "999"}, book.options, book.environment());
  REQUIRE_FALSE(none);
  CHECK(none.error().kind == ErrorKind::Usage);
}

TEST_CASE("a book with mistakes is explained as far as it goes") {
  ToldBook book;
  book.publish_it();
  book.replace("a.md", "More of them.", "See [nothing](#fig:nowhere).");
  CHECK(says(book.told({"1.1"}), "paragraph at a.md:7 changed"));
}

TEST_CASE("the record of a volume comes back as it was, and takes little room") {
  ToldBook book;
  book.publish_it();
  Store store(book.files, "/cache/store", {});
  const auto record = KeptRecords(store, book.options.folders).last("one");
  REQUIRE(record);
  const auto again = decode<VolumeRecord>(encode(*record));
  REQUIRE(again);
  CHECK(encode(*again) == encode(*record));
  CHECK(record->texts.size() == 3);
  std::size_t pages = 0;
  for (const RecordedPart& part : record->layouts.front().parts) pages += part.pages.size();
  CHECK(encode(*record).size() < 12'000 + 600 * pages);  // style keys and faces, then the pages
  CHECK_FALSE(KeptRecords(store, book.options.folders).last("two"));
}

TEST_CASE("a chapter with a code for readers of paper is found again") {
  ToldBook book;
  book.write("book.toml", std::string("site = \"https://example.org\"\n") + kManifest + "[components.Map]\ncaption = \"The map.\"\n");
  book.replace("book.toml", "a.md", "a.mdx");
  book.write("a.mdx", "# First\n\nWords of the first.\n\n<Map />\n");
  book.publish_it();
  book.replace("c.md", "alone", "for themselves");
  RunLog log;
  book.publish_it(&log);
  const RunLog::Tally pages = log.tally(stages::kPages);
  CHECK(pages.made > 0);
  for (const RunLog::Record& record : log.records())
    if (record.stage == stages::kPages && record.subject == "a.mdx") CHECK(record.origin == RunLog::Origin::Found);
  bool has_code = false;
  for (const auto& [key, bytes] : book.files.written_below("/cache")) has_code = has_code || bytes.find("<svg") != std::string::npos;
  CHECK(has_code);
}
