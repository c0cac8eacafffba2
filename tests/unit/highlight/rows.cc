#include "rows.h"

#include "base/utf8.h"

namespace nbpublish::test {

char mark(TokenKind kind) {
  switch (kind) {
    case TokenKind::Keyword:
      return 'K';
    case TokenKind::String:
      return 'S';
    case TokenKind::Number:
      return 'N';
    case TokenKind::Comment:
      return 'C';
    case TokenKind::Function:
      return 'F';
    case TokenKind::Type:
      return 'T';
    case TokenKind::Property:
      return 'P';
    case TokenKind::Prompt:
      return '$';
    case TokenKind::Command:
      return '>';
    case TokenKind::Output:
      return 'o';
    case TokenKind::Added:
      return '+';
    case TokenKind::Removed:
      return '-';
    case TokenKind::AnsiBold:
      return 'B';
    case TokenKind::AnsiInverse:
      return 'I';
    default:
      return ' ';
  }
}

std::string rows(std::string_view code, std::string_view language) {
  std::string out = "\n";
  for (const HighlightedLine& line : highlight(code, language)) {
    std::string marks;
    for (const Token& token : line.tokens)
      marks.append(count_code_points(std::string_view(line.text).substr(token.begin, token.end - token.begin)), mark(token.kind));
    marks.erase(marks.find_last_not_of(' ') + 1);
    out += line.text + "\n" + marks + "\n";
  }
  return out;
}

std::string code_of(std::string_view table) {
  std::string code;
  table.remove_prefix(1);
  for (bool code_line = true; !table.empty(); code_line = !code_line) {
    const std::size_t end = table.find('\n');
    if (code_line) code += std::string(table.substr(0, end)) + "\n";
    table.remove_prefix(end + 1);
  }
  code.pop_back();
  return code;
}

}  // namespace nbpublish::test
