#include "document/chapter_mentions.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <type_traits>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "document/chapter_lookup.h"
#include "document/text_row.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

constexpr std::string_view kWord = "Chapter";
constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kBlanks[] = {" ", kNoBreakSpace};
constexpr std::string_view kPossessives[] = {"\u2019s", "'s", "s\u2019", "s'"};
// What may stand between the numbers of a list.
constexpr std::string_view kJoints[] = {", and ", ", or ", ", ", " and ", " or ", " to ", "\u2013"};
// What may stand between a chapter's number and its title.
constexpr std::string_view kMarksBeforeTitle[] = {" ", kNoBreakSpace, ",", ":", "(", "\u201C", "\u2013", "\u2014"};
// Longer numbers are no chapters'.
constexpr std::size_t kMostDigits = 3;

// Whether a word or a number goes on with the first character of `text`.
bool begins_word(std::string_view text) {
  if (text.empty()) return false;
  std::size_t pos = 0;
  const char32_t c = next_code_point(text, pos);
  return c == U'_' || c == U'%' || c == U'/' || u_isalnum(static_cast<UChar32>(c));
}

bool ends_word(std::string_view text) {
  std::size_t last = text.size();
  while (last > 0 && (static_cast<unsigned char>(text[--last]) & 0xC0) == 0x80) continue;
  return begins_word(text.substr(last));
}

// The length of the first of `options` that `text` begins with; 0 if it is none.
std::size_t length_of_any(std::string_view text, const auto& options) {
  for (const std::string_view option : options)
    if (text.starts_with(option)) return option.size();
  return 0;
}

std::string_view without_blank(std::string_view text) {
  for (const std::string_view blank : kBlanks)
    if (text.ends_with(blank)) return text.substr(0, text.size() - blank.size());
  return text;
}

// A number as it is printed, and the bytes it was written with.
struct Number {
  std::string printed;
  std::size_t begin = 0, end = 0;
};

struct Mention {
  std::size_t begin = 0, end = 0;  // of the words that become the link
  std::string words;
  LinkTarget target;  // RawTarget{}: none
  Inlines more{};     // behind them
};

// What a text may mention, and what it has mentioned.
struct Mentionable {
  const ChapterLookup& lookup;
  const std::string& own_key;
  std::map<std::string, std::size_t> told{};  // how often a far chapter was named, by its number
};

class MentionFinder {
 public:
  MentionFinder(std::string_view text, Mentionable& known) : text_(text), known_(known) {}

  std::vector<Mention> find_mentions() {
    for (std::size_t at = text_.find(kWord); at != text_.npos; at = text_.find(kWord, at + kWord.size()))
      if (!ends_word(text_.substr(0, at))) read(at);
    return std::move(mentions_);
  }

 private:
  void read(std::size_t at) {
    std::size_t pos = at + kWord.size();
    const bool several = pos < text_.size() && text_[pos] == 's';
    if (several) ++pos;
    const std::size_t blank = length_of_any(text_.substr(pos), kBlanks);
    std::vector<Number> numbers;
    if (blank > 0) numbers = numbers_at(pos + blank, several);
    if (numbers.empty() || is_anothers(at, numbers.back().end)) return;
    for (const Number& number : numbers) {
      const auto& places = known_.lookup.numbers();
      const auto place = places.find(number.printed);
      if (place == places.end() && !several) refer_far(at, number);
      if (place == places.end() || place->second.chapter == known_.own_key) continue;
      if (several) mentions_.push_back({number.begin, number.end, number.printed, place->second});
      else mentions_.push_back({at, number.end, words_of(number), place->second});
    }
  }

  static std::string words_of(const Number& number) { return std::string(kWord) + std::string(kNoBreakSpace) + number.printed; }

  // Says where a chapter is that this volume has not, unless the author says its title himself.
  void refer_far(std::size_t at, const Number& number) {
    const FarChapter* far = known_.lookup.far(number.printed);
    if (far == nullptr || known_.told[number.printed]++ >= known_.lookup.book().far_mentions) return;
    if (far->title.empty() || names_next(number.end, far->title)) return;
    LinkTarget target = RawTarget{};
    if (!far->page.empty()) target = ExternalTarget{far->page};
    const std::string where = far->volume.empty() ? ", not yet published" : ", in " + far->volume;
    mentions_.push_back({at,
                         number.end,
                         words_of(number),
                         std::move(target),
                         {{{}, Text{", "}}, {{}, Emphasis{{{{}, Text{far->title}}}}}, {{}, Text{where}}}});
  }

  // Whether a title stands there, behind no more than punctuation.
  bool names_next(std::size_t pos, std::string_view title) const {
    for (std::size_t mark = 1; mark > 0; pos += mark) mark = length_of_any(text_.substr(pos), kMarksBeforeTitle);
    return text_.substr(pos).starts_with(title);
  }

  // None if the first is not a chapter's, or if one alone is followed by others.
  std::vector<Number> numbers_at(std::size_t pos, bool several) const {
    std::vector<Number> numbers;
    while (const std::optional<Number> number = number_at(pos)) {
      numbers.push_back(*number);
      const std::size_t joint = length_of_any(text_.substr(number->end), kJoints);
      if (!several || joint == 0) break;
      pos = number->end + joint;
    }
    const std::string_view rest = numbers.empty() ? "" : text_.substr(numbers.back().end);
    const bool is_range = rest.starts_with("\u2013") || rest.starts_with('-');
    return is_range ? std::vector<Number>{} : numbers;
  }

  // "9", "09", "9.1"; not "9.1.2", "9a", "9%".
  std::optional<Number> number_at(std::size_t pos) const {
    Number number{"", pos, pos};
    if (!take_digits(number)) return std::nullopt;
    if (number.end + 1 < text_.size() && text_[number.end] == '.' && is_digit(text_[number.end + 1])) {
      ++number.end;
      number.printed += '.';
      if (!take_digits(number)) return std::nullopt;
    }
    const std::string_view rest = text_.substr(number.end);
    const bool has_third = rest.size() > 1 && rest[0] == '.' && is_digit(rest[1]);
    return begins_word(rest) || has_third ? std::nullopt : std::optional(number);
  }

  bool take_digits(Number& number) const {
    const std::size_t begin = number.end;
    while (number.end < text_.size() && is_digit(text_[number.end])) ++number.end;
    std::string_view digits = text_.substr(begin, number.end - begin);
    if (digits.empty() || digits.size() > kMostDigits) return false;
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    number.printed += digits;
    return true;
  }

  bool is_anothers(std::size_t begin, std::size_t end) const {
    const std::string_view before = without_blank(text_.substr(0, begin)), behind = text_.substr(end);
    const bool owned = before.size() < begin && std::ranges::any_of(kPossessives, [&](std::string_view s) { return before.ends_with(s); });
    return owned || behind.starts_with(" of ") || behind.starts_with("\u00A0of ");
  }

  std::string_view text_;
  Mentionable& known_;
  std::vector<Mention> mentions_;
};

void link_mentions(Inlines& list, Mentionable& known) {
  for (Inline& inl : list)
    std::visit(
        [&](auto& content) {
          constexpr bool is_link = std::is_same_v<std::remove_cvref_t<decltype(content)>, Link>;
          if constexpr (requires { content.children; } && !is_link) link_mentions(content.children, known);
        },
        inl.content);
  const auto may_mention = [](const Inline& inl) {
    const auto* text = as<Text>(inl);
    return text != nullptr && text->text.find(kWord) != std::string::npos;
  };
  if (std::ranges::none_of(list, may_mention)) return;
  const TextRow row(list);
  std::vector<Mention> mentions = MentionFinder(row.text(), known).find_mentions();
  if (mentions.empty()) return;
  Inlines out;
  std::size_t done = 0;
  const auto append = [&](Inlines&& more) { std::ranges::move(more, std::back_inserter(out)); };
  for (Mention& mention : mentions) {
    append(row.slice(done, mention.begin));
    const SourceSpan span = row.span(mention.begin, mention.end);
    if (mention.target == LinkTarget{}) out.push_back({span, Text{mention.words}});
    else out.push_back({span, Link{mention.target, "", {{span, Text{mention.words}}}, PageText::Never}});
    append(std::move(mention.more));
    done = mention.end;
  }
  append(row.slice(done, row.text().size()));
  list = std::move(out);
}

}  // namespace

void link_chapter_mentions(Document& document, const ChapterLookup& lookup) {
  Mentionable known{lookup, document.chapter};
  edit_each_block(document, [&](Block& block) {
    if (as<Heading>(block)) return;
    inline_lists_of(block, [&](Inlines& list) { link_mentions(list, known); });
  });
}

}  // namespace nbpublish
