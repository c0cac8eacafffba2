#include "book/book_tree.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace nbpublish {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kMostTitleColumns = 72;  // longer titles push their own line only

// One line of the tree. Without a status it has no columns behind its title unless it has words.
struct Row {
  std::string title;
  std::string status;
  std::string words;
};

struct Count {
  std::size_t all = 0, planned = 0;
  void add(const Count& o) { all += o.all, planned += o.planned; }
};

struct Totals {
  Count topics, chapters;
  std::size_t words = 0;
  void add(const Totals& o) { topics.add(o.topics), chapters.add(o.chapters), words += o.words; }
};

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string counted(const Count& count, const std::string& noun) {
  std::string out = with_commas(count.all) + " " + noun + (count.all == 1 ? "" : "s");
  if (count.planned) out += " (" + with_commas(count.planned) + " planned)";
  return out;
}

std::string in_words(const Totals& totals) { return counted(totals.topics, "topic") + ", " + counted(totals.chapters, "chapter"); }

class Tree {
 public:
  explicit Tree(const std::map<std::string, std::size_t>& words) : words_(words) {}

  void book(const Book& book) {
    rows_.push_back({book.meta.title.plain(), {}, {}});
    Totals totals;
    for (const Volume& v : book.volumes) totals.add(volume(v));
    if (book.volumes.size() < 2) return;
    rows_.push_back({});
    rows_.push_back({"Total: " + counted({book.volumes.size(), 0}, "volume") + ", " + in_words(totals), {}, with_commas(totals.words)});
  }

  std::string text() const;

 private:
  Totals volume(const Volume& volume) {
    rows_.push_back({});
    rows_.push_back({volume.key + "  " + volume.title.plain(), {}, {}});
    Totals totals;
    for (const Topic& t : volume.topics) totals.add(topic(t));
    rows_.push_back({"  " + in_words(totals), {}, with_commas(totals.words)});
    return totals;
  }

  Totals topic(const Topic& topic) {
    const bool ready = topic.status == ChapterStatus::Ready;  // as its chapters say
    rows_.push_back(
        {"  Chapter " + printed_number(topic) + "  " + topic.title.plain(), ready ? "" : std::string(word_of(topic.status)), {}});
    Totals totals{{1, topic.status == ChapterStatus::Planned}, {}, 0};
    for (const Chapter& c : topic.chapters) totals.add(chapter(topic, c));
    return totals;
  }

  Totals chapter(const Topic& topic, const Chapter& chapter) {
    const auto words = words_.find(chapter.key);
    const bool known = words != words_.end();
    rows_.push_back({"    " + printed_number(topic, chapter) + "  " + chapter.title, std::string(word_of(chapter.status)),
                     known ? with_commas(words->second) : ""});
    return {{}, {1, chapter.status == ChapterStatus::Planned}, known ? words->second : 0};
  }

  const std::map<std::string, std::size_t>& words_;
  std::vector<Row> rows_;
};

std::size_t widest(const std::vector<Row>& rows, std::string Row::*column, std::size_t most) {
  std::size_t width = 0;
  for (const Row& row : rows) {
    const std::size_t columns = count_code_points(row.*column);
    if (columns <= most) width = std::max(width, columns);
  }
  return width;
}

void pad(std::string& line, std::size_t from, std::size_t columns) {
  const std::size_t used = count_code_points(line) - from;
  if (used < columns) line.append(columns - used, ' ');
}

std::string Tree::text() const {
  const std::size_t titles = widest(rows_, &Row::title, kMostTitleColumns);
  const std::size_t statuses = widest(rows_, &Row::status, kMostTitleColumns);
  const std::size_t numbers = widest(rows_, &Row::words, kMostTitleColumns);
  std::string out;
  for (const Row& row : rows_) {
    std::string line = row.title;
    pad(line, 0, titles + kGap);
    const std::size_t status_at = count_code_points(line);
    line += row.status;
    pad(line, status_at, statuses + kGap + numbers - row.words.size());
    line += row.words;
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

}  // namespace

std::string list_book(const Book& book, const std::map<std::string, std::size_t>& words_by_chapter_key) {
  Tree tree(words_by_chapter_key);
  tree.book(book);
  return tree.text();
}

}  // namespace nbpublish
