#include "highlight/languages.h"

namespace nbpublish {
namespace {

bool is_git_header(std::string_view line) {
  for (const std::string_view head :
       {"diff ", "index ", "new file mode ", "deleted file mode ", "similarity index ", "rename from ", "rename to ", "Index: "})
    if (line.starts_with(head)) return true;
  return false;
}

}  // namespace

// Unified diffs. `---` is a header only with `+++` on the next line: elsewhere it is a removed line.
void tokenise_diff(Scanner& in) {
  bool new_file_follows = false;
  for (; !in.at_end(); in.advance()) {
    const std::size_t begin = in.pos();
    in.skip_line();
    const std::string_view line = in.since(begin);
    Scanner next = in;
    next.advance();
    const bool old_file = line.starts_with("--- ") && next.starts_with("+++ ");
    if (old_file || (new_file_follows && line.starts_with("+++ ")) || is_git_header(line)) {
      in.emit(TokenKind::Keyword, begin);
    } else if (line.starts_with("@@")) {
      in.emit(TokenKind::Comment, begin);
    } else if (line.starts_with('+')) {
      in.emit(TokenKind::Added, begin);
    } else if (line.starts_with('-')) {
      in.emit(TokenKind::Removed, begin);
    }
    new_file_follows = old_file;
  }
}

}  // namespace nbpublish
