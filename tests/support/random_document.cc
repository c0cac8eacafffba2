#include "support/random_document.h"

#include "document/ids.h"
#include "support/blocks.h"

namespace nbpublish::testing {
namespace {

constexpr int kMostBlocks = 40;
constexpr unsigned kMostDepth = 3;
constexpr std::size_t kLongWord = 45;  // wider than two lines of the test style

class Reader {
 public:
  Reader(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}

  Document document() {
    Blocks made;
    for (int i = 0; i < kMostBlocks && at_ != end_; ++i) made.push_back(block(0));
    return document_of(std::move(made), std::move(notes_));
  }

 private:
  // From 0 to `below` - 1; 0 when there are no more bytes.
  unsigned take(unsigned below) { return at_ == end_ ? 0 : *at_++ % below; }

  std::string word() {
    const unsigned kind = take(64);
    std::string made;
    for (std::size_t number = ++words_; number > 0; number /= 26) made += static_cast<char>('a' + number % 26);
    const std::size_t length = kind >= 62 ? kLongWord : kind % 16;
    while (made.size() < length)
      made += made.size() % 7 == 6 && kind >= 48 ? '-' : static_cast<char>('a' + (made.size() * 5 + words_) % 26);
    return made;
  }

  std::string text(unsigned most) {
    std::string made = word();
    for (unsigned left = take(most); left > 0; --left) made += ' ' + word();
    return made;
  }

  Inline inl(unsigned depth) {
    switch (take(10)) {
      case 0:
        return {{}, Emphasis{inlines(depth)}};
      case 1:
        return {{}, Strong{inlines(depth)}};
      case 2:
        return code(text(3));
      case 3:
        return link_to(ExternalTarget{"https://example.org/"}, text(4));
      case 4:
        return {{}, SoftBreak{}};
      case 5:
        return {{}, LineBreak{}};
      case 6:
        return note_of_its_own();
      default:
        return nbpublish::testing::text(text(30));
    }
  }

  // Texts with blanks between them.
  Inlines inlines(unsigned depth = 0) {
    if (depth >= kMostDepth) return {nbpublish::testing::text(word())};
    Inlines made = {nbpublish::testing::text(word())};
    for (unsigned left = take(6); left > 0; --left) {
      made.push_back(nbpublish::testing::text(" "));
      made.push_back(inl(depth + 1));
    }
    return made;
  }

  // A note in a note would be set nowhere.
  Inline note_of_its_own() {
    if (is_in_note_ || notes_.size() >= 20) return nbpublish::testing::text(word());
    is_in_note_ = true;
    Block words = paragraph(inlines(1));
    is_in_note_ = false;
    notes_.push_back(note({std::move(words)}));
    return note_mark(static_cast<std::uint32_t>(notes_.size() - 1));
  }

  Blocks blocks(unsigned depth) {
    Blocks made;
    for (unsigned left = 1 + take(3); left > 0; --left) made.push_back(block(depth));
    return made;
  }

  Block listing() {
    std::string body = word();
    for (unsigned left = take(20); left > 0; --left) body += take(4) == 0 ? "\n\n" + text(8) : "\n  " + text(4);
    return code_block(std::move(body), take(2) == 0 ? "js" : "");
  }

  Block table_of_words() {
    const unsigned columns = 1 + take(6), rows = 1 + take(8);
    std::vector<std::vector<std::string>> cells(rows);
    for (auto& row : cells)
      for (unsigned i = 0; i < columns; ++i) row.push_back(text(take(8) == 0 ? 30 : 3));
    return table(cells);
  }

  Block list_of(unsigned depth) {
    std::vector<ListItem> items;
    for (unsigned left = 1 + take(5); left > 0; --left) items.push_back(item(blocks(depth + 1)));
    return list(std::move(items), take(2) == 0 ? ListNumbering::Bullet : ListNumbering::Decimal, static_cast<std::int32_t>(take(200)));
  }

  Block block(unsigned depth) {
    const unsigned kind = take(depth >= kMostDepth ? 4 : 12);
    switch (kind) {
      case 0:
        return listing();
      case 4:
        return heading(static_cast<int>(2 + take(3)), text(8), "h" + std::to_string(words_));
      case 5:
        return table_of_words();
      case 6:
        return list_of(depth);
      case 7:
        return quote(blocks(depth + 1));
      case 8:
        return alert(static_cast<AlertKind>(take(5)), blocks(depth + 1));
      case 9:
        return {0, {}, ThematicBreak{}};
      default:
        return paragraph(inlines());
    }
  }

  const std::uint8_t *at_, *end_;
  std::size_t words_ = 0;
  std::vector<Note> notes_;
  bool is_in_note_ = false;
};

}  // namespace

Document random_document(const std::uint8_t* data, std::size_t size) { return Reader(data, size).document(); }

}  // namespace nbpublish::testing
