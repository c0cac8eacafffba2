// Phrase: a line of the book's own words, a title or a summary, as it is set and as plain text.
#pragma once

#include <concepts>
#include <string>
#include <utility>

#include "document/document.h"

namespace nbpublish {

class Phrase {
 public:
  Phrase() = default;
  // Words without markup.
  template <std::convertible_to<std::string> Plain>
  Phrase(Plain&& plain) : plain_(std::forward<Plain>(plain)) {  // NOLINT(google-explicit-constructor): a title mostly is plain
    if (!plain_.empty()) words_ = {{{}, Text{plain_}}};
  }
  // Words with markup. A title leads nowhere and holds no pictures: of links, marks and pictures their words stay.
  static Phrase of(Inlines words);

  const Inlines& words() const { return words_; }
  // For names, metadata, and wherever there is one face only.
  const std::string& plain() const { return plain_; }
  bool empty() const { return plain_.empty(); }

  // As plain text.
  friend bool operator==(const Phrase& a, const Phrase& b) { return a.plain_ == b.plain_; }

 private:
  Inlines words_;
  std::string plain_;
};

// One line of words from pieces of others.
Inlines joined_words(std::initializer_list<Inlines> pieces);

}  // namespace nbpublish
