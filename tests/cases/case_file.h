// Golden cases: sections of text files.
//
//   --- name ---              or with options: --- name (mdx crlf bom) ---
//   Markdown, its first line is line 1
//   --- document ---          what dump(Document) must give
//   --- frames ---            what dump(PagedPart) must give, set in the block font
//   --- diagnostics ---       one line each; no such section: none
//
// A case is compared where it has a section; `make accept` rewrites them. A case without any section gets
// those of the document and, if there are any, of the diagnostics.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nbpublish::cases {

struct Case {
  std::string name;
  std::vector<std::string> options;
  std::string markdown;
  std::map<std::string, std::string> expected;  // by section, each line ended

  bool has(std::string_view option) const;
  // The bytes of the chapter: with CRLF or a BOM if the options say so.
  std::string source() const;
};

struct CaseFile {
  std::string introduction;  // before the first case
  std::vector<Case> cases;
};

// Throws std::runtime_error if a section stands before any case or a name is used twice.
CaseFile parse(std::string_view text);
std::string print(const CaseFile& file);

}  // namespace nbpublish::cases
