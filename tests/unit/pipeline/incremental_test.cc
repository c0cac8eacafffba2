// What is made with the help of earlier runs is, byte for byte, what is made without.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <random>

#include "fuzz/pandoc_of_cmark.h"
#include "pipeline/publish.h"
#include "support/layered_files.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// NBP_EDITS in the environment: more of them.
int edits_to_try() {
  const char* wanted = std::getenv("NBP_EDITS");
  return wanted == nullptr ? 16 : std::atoi(wanted);
}

struct ChapterText {
  std::string name, title, label;
  std::vector<std::string> blocks;
};

// A book that somebody works on. Its chapters stand in the topics of two volumes.
class EditedBook {
 public:
  explicit EditedBook(unsigned seed) : random_(seed) {
    for (int i = 0; i < 5; ++i) add_chapter(static_cast<std::size_t>(i) % topics_.size());
  }

  // Does something to it, and says what.
  std::string edit() {
    using Edit = std::string (EditedBook::*)();
    static constexpr Edit kEdits[] = {&EditedBook::leave,          &EditedBook::change_word,  &EditedBook::change_word,
                                      &EditedBook::add_block,      &EditedBook::remove_block, &EditedBook::rename_heading,
                                      &EditedBook::relabel,        &EditedBook::redraw,       &EditedBook::restyle,
                                      &EditedBook::retitle,        &EditedBook::insert,       &EditedBook::remove_chapter,
                                      &EditedBook::rename_chapter, &EditedBook::move_chapter, &EditedBook::ask_for_more,
                                      &EditedBook::lose_picture,   &EditedBook::refer_further};
    return (this->*kEdits[below(std::size(kEdits))])();
  }

  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> out{
        {"/book/book.toml", manifest()},
        {"/book/styles/own/style.toml", "extends = \"six-by-nine\"\n[text]\nindent = " + std::to_string(indent_) + "\n"}};
    if (has_picture_)
      out["/book/box.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"" + std::to_string(height_) +
                             "\"><rect width=\"120\" height=\"40\"/></svg>";
    for (const ChapterText& chapter : chapters_) {
      std::string text = "---\ntitle: " + chapter.title + "\nlabel: " + chapter.label + "\n---\n\n";
      for (const std::string& block : chapter.blocks) text += block + "\n\n";
      out["/book/" + chapter.name + ".md"] = text;
    }
    return out;
  }

  Request request() const {
    Request request;
    request.pdf = true;
    request.epub = asks_ % 3 != 1;
    request.sample = asks_ % 4 == 2;
    if (asks_ % 2 == 1) request.editions = {"all"};
    return request;
  }

 private:
  std::mt19937 random_;
  std::vector<ChapterText> chapters_;
  std::vector<std::vector<std::string>> topics_{3};  // names of chapters; the last topic is the second volume's
  int indent_ = 16, height_ = 60, count_ = 0, asks_ = 0;
  std::string title_ = "A Book";
  bool has_picture_ = true;

  std::size_t below(std::size_t end) { return random_() % end; }
  ChapterText& any_chapter() { return chapters_[below(chapters_.size())]; }
  std::string word() {
    static const std::vector<std::string> kWords = {"buffers", "threads",      "a longer sentence about streams",
                                                    "heap",    "asynchronous", "`fs.open()`"};
    return kWords[below(kWords.size())] + ' ' + std::to_string(below(50));
  }
  std::string new_block() {
    switch (below(9)) {
      case 0:
        return "## About " + word();
      case 1:
        return "```js\nconst a = 1; // " + word() + "\nrun(a);\n```";
      case 2:
        return "- one\n- " + word() + "\n- three";
      case 3:
        return "| a | b |\n|---|--:|\n| " + word() + " | 1.5 |";
      case 4:
        return "![What it shows](box.svg \"A box.\"){#fig:b" + std::to_string(++count_) + "}";
      case 5:
        return "See [another chapter](#" + any_chapter().label + ").";
      case 6:
        return "> [!TIP]\n> Words of advice about " + word() + '.';
      default:
        return "A paragraph about " + word() +
               " that is long enough to be broken into a few lines, to be hyphenated, and to be told from " + word() + '.';
    }
  }

  void add_chapter(std::size_t topic) {
    ChapterText chapter{"c" + std::to_string(++count_), "Chapter " + std::to_string(count_), "ch:l" + std::to_string(count_), {}};
    chapters_.push_back(chapter);
    for (int i = 0; i < 8; ++i) chapters_.back().blocks.push_back(new_block());
    topics_[topic].push_back(chapter.name);
  }
  void forget(const std::string& name) {
    for (auto& topic : topics_) std::erase(topic, name);
  }

  std::string leave() { return "nothing"; }
  std::string change_word() {
    any_chapter().blocks.emplace_back("Changed: " + word() + '.');
    return "a paragraph more";
  }
  std::string add_block() {
    auto& blocks = any_chapter().blocks;
    std::string block = new_block();
    blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(below(blocks.size() + 1)), block);
    return "added " + block;
  }
  std::string remove_block() {
    auto& blocks = any_chapter().blocks;
    if (blocks.size() > 1) blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(below(blocks.size())));
    return "a block less";
  }
  std::string rename_heading() {
    for (std::string& block : any_chapter().blocks)
      if (block.starts_with("## ")) block = "## Now about " + word();
    return "headings renamed";
  }
  std::string relabel() {
    any_chapter().label = "ch:r" + std::to_string(++count_);
    return "another label: links to it break";
  }
  std::string redraw() {
    height_ = 30 + static_cast<int>(below(100));
    return "another drawing";
  }
  std::string lose_picture() {
    has_picture_ = !has_picture_;
    return has_picture_ ? "the drawing is back" : "the drawing is gone";
  }
  std::string restyle() {
    indent_ = 10 + static_cast<int>(below(12));
    return "another indent";
  }
  std::string retitle() {
    title_ = "A Book about " + std::to_string(below(100));
    any_chapter().title += " again";
    return "titles";
  }
  std::string insert() {
    add_chapter(below(topics_.size()));
    return "a chapter more";
  }
  std::string remove_chapter() {
    if (chapters_.size() < 4) return "nothing";
    const std::size_t gone = below(chapters_.size());
    forget(chapters_[gone].name);
    chapters_.erase(chapters_.begin() + static_cast<std::ptrdiff_t>(gone));
    return "a chapter less";
  }
  std::string rename_chapter() {
    ChapterText& chapter = any_chapter();
    const std::string name = "renamed-" + std::to_string(++count_);
    for (auto& topic : topics_) std::ranges::replace(topic, chapter.name, name);
    chapter.name = name;
    return "a file renamed";
  }
  std::string move_chapter() {
    const std::string name = any_chapter().name;
    forget(name);
    auto& topic = topics_[below(topics_.size())];
    topic.insert(topic.begin() + static_cast<std::ptrdiff_t>(below(topic.size() + 1)), name);
    return "a chapter elsewhere";
  }
  std::string ask_for_more() {
    ++asks_;
    return "other files asked for";
  }
  std::string refer_further() {
    any_chapter().blocks.push_back("See [](#" + any_chapter().label + "), and [](#" + any_chapter().label + " \"page\").");
    return "references";
  }

  std::string manifest() const {
    std::string out = "title = \"" + title_ + "\"\nauthors = [\"Ada\"]\nrights = \"© Ada\"\ndate = \"2026-01-02\"\nstyle = \"own\"\n";
    for (std::size_t t = 0; t < topics_.size(); ++t) {
      if (t == 0) out += "[[volume]]\nkey = \"one\"\ntitle = \"One\"\n";
      if (t + 1 == topics_.size()) out += "[[volume]]\nkey = \"two\"\ntitle = \"Two\"\n";
      out += "[[volume.topic]]\ntitle = \"Topic\"\nchapter = [\n";
      for (const std::string& name : topics_[t]) out += "{ file = \"" + name + ".md\" },\n";
      out += "]\n";
    }
    return out;
  }
};

// What a run makes and says: files by their paths.
using Made = std::map<std::string, std::string>;

Made made_of(LayeredFiles& files, const EditedBook& book) {
  for (const auto& [path, bytes] : files.written_below("/book")) REQUIRE(files.remove(path));
  for (const auto& [path, bytes] : book.files()) REQUIRE(files.write_file(path, bytes));
  RunOptions options;
  options.request = book.request();
  options.folders = {"/book", "/out", "/cache"};
  options.execution.jobs = 2;
  fuzz::CmarkAsPandoc pandoc;
  DiagnosticSink sink;
  const auto published = publish(options, {files, pandoc}, sink);
  INFO((published ? std::string() : published.error().message));
  REQUIRE(published);
  Made made;
  for (const MadeFile& file : *published) {
    made[file.path.string()] = files.read_file(file.path).value_or("(not there)");
    made["(words)"] += file.path.string() + ' ' + file.kind + ' ' + std::to_string(file.pages) + '\n';
  }
  for (const Diagnostic& d : sink.all())
    made["(told)"] += d.file + ':' + std::to_string(d.span.line) + ' ' + std::string(word_of(d.code)) + ' ' + d.message + '\n';
  return made;
}

Made made_anew(const EditedBook& book) {
  LayeredFiles files;
  return made_of(files, book);
}

void require_equal(const Made& warm, const Made& cold) {
  for (const auto& [path, bytes] : cold) {
    INFO(path);
    REQUIRE(warm.contains(path));
    if (path.starts_with("(")) REQUIRE(warm.at(path) == bytes);
    REQUIRE((warm.at(path) == bytes));
  }
  REQUIRE(warm.size() == cold.size());
}

}  // namespace

TEST_CASE("after any edit, a run makes and says what one without a cache does") {
  LayeredFiles files;
  EditedBook book(20261130);
  std::string done;
  for (int i = 0; i <= edits_to_try(); ++i) {
    INFO(done);
    require_equal(made_of(files, book), made_anew(book));
    done += std::to_string(i) + ": " + book.edit() + '\n';
  }
}

namespace {

constexpr const char* kManifest =
    "title = \"A Book\"\nauthors = [\"Ada\"]\nrights = \"© Ada\"\n[[volume]]\nkey = \"one\"\ntitle = \"One\"\n"
    "[[volume.topic]]\ntitle = \"Topic\"\nchapter = [{ file = \"a.md\" }]\n";

}  // namespace

TEST_CASE("an edit is seen where the book's folder is also that of the files and of the cache") {
  LayeredFiles files;
  RunOptions options;
  options.request.pdf = true;
  options.folders = {"/book", "/book", "/book"};
  const auto made_with = [&](const std::string& words) {
    REQUIRE(files.write_file("/book/a.md", "# A Chapter\n\n" + words + "\n"));
    REQUIRE(files.write_file("/book/book.toml", kManifest));
    fuzz::CmarkAsPandoc pandoc;
    DiagnosticSink sink;
    const auto made = publish(options, {files, pandoc}, sink);
    REQUIRE(made);
    std::string bytes;
    for (const MadeFile& file : *made) bytes += *files.read_file(file.path);
    return bytes;
  };
  const std::string first = made_with("Words.");
  CHECK((made_with("Other words.") != first));
  CHECK((made_with("Words.") == first));
}

TEST_CASE("a run without anything to make and without a cache makes nothing") {
  LayeredFiles files;
  REQUIRE(files.write_file("/book/a.md", "# A Chapter\n\nWords.\n"));
  REQUIRE(files.write_file("/book/book.toml", kManifest));
  RunOptions options;
  options.folders = {"/book", "/out", "/cache"};
  fuzz::CmarkAsPandoc pandoc;
  DiagnosticSink sink;
  const auto made = publish(options, {files, pandoc}, sink);
  REQUIRE(made);
  CHECK(made->empty());
  CHECK(files.written_below("/cache").empty());
}

TEST_CASE("a run that finds its cache damaged makes what one without does") {
  LayeredFiles files;
  EditedBook book(7);
  const Made cold = made_anew(book);
  require_equal(made_of(files, book), cold);
  std::mt19937 random(7);
  for (int round = 0; round < 6; ++round) {
    for (auto& [path, bytes] : files.written_below("/cache")) {
      if (random() % 2 == 0) continue;
      std::string damaged = bytes;
      if (round % 2 == 0 && !damaged.empty()) damaged[random() % damaged.size()] ^= static_cast<char>(1 << random() % 8);
      else damaged.resize(random() % (damaged.size() + 1));
      REQUIRE(files.write_file(path, damaged));
    }
    INFO(round);
    require_equal(made_of(files, book), cold);
  }
}
