// CssTokens: CSS Syntax 3, as far as finding names, declarations and addresses takes. Nothing fails: what is malformed is passed over.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nbpublish {

// Each place is a byte of the text, which is borrowed; what has no end reaches to the text's.
class CssTokens {
 public:
  explicit CssTokens(std::string_view css) : css_(css) {}

  // Past a comment or a string that begins at `at`, else past one character; an escaped one with its backslash.
  std::size_t past(std::size_t at) const;
  // The same, but past the whole of a name, and of an address without quotation marks: whatever stands in that, even a
  // quotation mark, it ends at its parenthesis.
  std::size_t past_whole(std::size_t at) const;

  bool begins_name(std::size_t at) const;
  // The name that begins at `at`, in lower case and with its escapes read, and `at` moved behind it.
  std::string name(std::size_t& at) const;

  // Behind the statement that goes on at `at`: its semicolon or block; before the brace that closes the block it stands in.
  std::size_t past_statement(std::size_t at) const;
  // Behind the parenthesis that closes the one before `at`, which opens the arguments of `function`.
  std::size_t past_arguments(std::string_view function, std::size_t at) const;

  // The first of `stops` from `at` on that stands outside comments, strings and parentheses; the text's end if there is none.
  std::size_t find_outside(std::size_t at, std::string_view stops) const;

 private:
  std::size_t end_of(std::size_t found, std::size_t length) const;
  std::size_t after_space(std::size_t at) const;
  std::size_t past_escape(std::size_t at) const;
  std::size_t past_string(std::size_t at) const;
  char32_t escaped(std::size_t& at) const;

  std::string_view css_;
};

}  // namespace nbpublish
