// Here-documents of the shell (POSIX 2.7.4) and of Dockerfiles.
#pragma once

#include <string>
#include <vector>

#include "highlight/scanner.h"

namespace nbpublish {

// The closing word of the here-document whose `<<` begins `text`, without its quotes; empty if there is none.
std::string heredoc_word(std::string_view text);
// Whether `line` closes a here-document; `<<-` strips its tabs.
bool closes_heredoc(std::string_view line, std::string_view word, bool tabs_stripped);

class Heredocs {
 public:
  // At `<<` or `<<-` before a word: marks both and remembers the word. False elsewhere (`<<<`, a shift).
  bool begin(Scanner& in);
  // At the first byte of the line after: marks the bodies with their closing words as strings.
  void bodies(Scanner& in);
  bool pending() const { return !waiting_.empty(); }

 private:
  struct Waiting {
    std::string word;
    bool tabs_stripped = false;  // <<-
  };
  std::vector<Waiting> waiting_;
};

}  // namespace nbpublish
