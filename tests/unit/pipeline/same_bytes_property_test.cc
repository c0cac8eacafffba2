// Books of every kind give the same bytes, however many threads make them.
#include "fuzz/pandoc_of_cmark.h"
#include "pipeline/publish.h"
#include "support/layered_files.h"
#include "support/property.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

constexpr int kChapters = 6;

// Text of a chapter out of numbers, which shrink towards a paragraph of one word.
std::string markdown_of(const std::vector<int>& numbers) {
  static const std::vector<std::string> kBlocks = {"Words of a paragraph that is long enough to be broken into lines, and hyphenated here.",
                                                   "## A heading that is numbered",
                                                   "- one\n- two\n\n  more of it\n- three",
                                                   "1. first\n2. second",
                                                   "```js title=\"a.js\"\nconst answer = 42; // of it\n```",
                                                   "> A quotation, with `code` in it.",
                                                   "> [!TIP]\n> Words of advice.",
                                                   "| a | b |\n|---|--:|\n| words | 1.5 |\n| more words | 22 |",
                                                   "See [another](c3.md#a-heading-that-is-numbered) and [the web](https://example.org/).",
                                                   "Words with a note[^n] to them.",
                                                   "A [term]{.index} and *emphasis*, **strong**, \"quoted\" -- and 10-20 of them...",
                                                   "![What it shows](box.svg \"A box.\")",
                                                   "***"};
  std::string text = "---\ntitle: A Chapter\n---\n\n";
  bool has_note = false;
  for (const int number : numbers) {
    const std::string& block = kBlocks[static_cast<std::size_t>(number) % kBlocks.size()];
    if (block.find("[^n]") != block.npos && std::exchange(has_note, true)) continue;
    text += block + "\n\n";
  }
  return text + (has_note ? "[^n]: The note.\n" : "");
}

void write_book(LayeredFiles& files, const std::vector<std::vector<int>>& chapters) {
  std::string manifest =
      "title = \"A Book\"\nauthors = [\"Ada\"]\nrights = \"© Ada\"\ndate = \"2026-01-02\"\n[[volume]]\nkey = \"v\"\ntitle = \"One\"\n";
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const std::string name = "c" + std::to_string(i + 1) + ".md";
    if (i % 3 == 0) manifest += "[[volume.topic]]\ntitle = \"Topic\"\nchapter = [\n";
    manifest += "{ file = \"" + name + "\" },\n";
    if (i % 3 == 2 || i + 1 == chapters.size()) manifest += "]\n";
    RC_ASSERT(files.write_file("/book/" + name, markdown_of(chapters[i])).has_value());
  }
  RC_ASSERT(files.write_file("/book/book.toml", manifest).has_value());
  RC_ASSERT(
      files
          .write_file("/book/box.svg",
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"60\"><rect width=\"120\" height=\"60\"/></svg>")
          .has_value());
}

struct Made {
  std::map<std::string, std::string> files;
  std::string told;
  friend bool operator==(const Made&, const Made&) = default;
};

Made made_by(LayeredFiles& files, unsigned jobs) {
  RunOptions options;
  options.request.pdf = options.request.epub = true;
  options.folders = {"/book", "/out", "/cache"};
  options.execution.jobs = jobs;
  fuzz::CmarkAsPandoc pandoc;
  DiagnosticSink sink;
  const auto published = publish(options, {files, pandoc}, sink);
  RC_LOG() << (published ? "" : published.error().message);
  RC_ASSERT(published.has_value());
  Made made{files.written_below("/out"), {}};
  for (const Diagnostic& d : sink.all()) made.told += d.file + ':' + std::to_string(d.span.line) + ' ' + d.message + '\n';
  return made;
}

}  // namespace

TEST_CASE("a book gives the same files and complaints by 1, 2, 3 and 8 threads, and from what an earlier run has kept") {
  check_property(2, [] {  // each a second: more with RC_PARAMS
    std::vector<std::vector<int>> chapters;
    for (int i = 0; i < kChapters; ++i) chapters.push_back(*up_to(14, whole_range(0, 100)));
    Made first;
    for (const unsigned jobs : {1u, 2u, 3u, 8u}) {
      LayeredFiles files;
      write_book(files, chapters);
      const Made made = made_by(files, jobs);
      RC_ASSERT(made.files.size() >= 3u);  // two PDFs and an EPUB
      if (jobs == 1) first = made;
      RC_ASSERT(made == first);
      if (jobs == 8) RC_ASSERT(made_by(files, jobs) == first);
    }
  });
}
