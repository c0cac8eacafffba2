// Tables of rules. Which of them an outlet has, how severe each is and where its limit lies is data
// (outlets/); what a rule looks at is code, in the checks. Each kind of file has a table of its own, and an
// enum with one enumerator for each row.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace nbpublish {

// What a rule's `limit` is: nothing, a number, or a number that depends on the count of pages.
enum class LimitKind : std::uint8_t { None, Number, ByPages };

struct RuleKind {
  std::string_view word;  // stable: files and programs know the rule by it
  LimitKind limit = LimitKind::None;
  std::string_view unit;  // of its numbers
  std::string_view text;  // what is wrong
};

// What a table X(Identifier, "stable-word", LimitKind, "unit of its numbers", "what is wrong") is for each row: the
// enumerator, and the RuleKind.
#define NBP_RULE_ID(id, word, kind, unit, text) id,
#define NBP_RULE_ROW(id, word, kind, unit, text) {word, LimitKind::kind, unit, text},

using RuleTable = std::span<const RuleKind>;

// A rule as the row of its table: what findings and outlets know of the enums.
struct RuleNumber {
  RuleNumber() = default;
  explicit RuleNumber(std::size_t number) : row(number) {}
  template <class E>
  requires std::is_enum_v<E> RuleNumber(E rule) : row(static_cast<std::size_t>(rule)) {}
  friend auto operator<=>(const RuleNumber&, const RuleNumber&) = default;

  std::size_t row = 0;
};

}  // namespace nbpublish
