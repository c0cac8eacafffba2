// Indexes that are made by machine: of what a book's code spans and headings name.
#pragma once

#include <string>
#include <vector>

#include "document/code_names.h"
#include "document/document.h"
#include "document/index.h"

namespace nbpublish {

// Where a section, from one heading of the second level to the next, names something first; or a heading that does.
struct NamePlace {
  NameKind kind{};
  std::string name;  // as it is printed: "fs.readFile()"
  InternalTarget target;
  bool main = false;     // named by a heading
  int mentions = 0;      // in the section
  std::string volume{};  // as in IndexPlace
};

// The names in the texts of a volume, which must be resolved; the places that need one get an anchor in the text. What the
// platform calls its own counts wherever it is named, a flag too. Another name counts in a heading's code, or if two sections name
// it and it has the form of one: `Class.method` and `module::name`, and `object.method()` unless the platform's own names prevail,
// since such a book's other objects are those of its examples.
std::vector<NamePlace> mark_names(const std::vector<Document*>& documents);

inline constexpr std::string_view kApiIndexKey = "index-of-apis", kErrorIndexKey = "index-of-errors";

struct NameIndexes {
  BookIndex apis;    // under letters
  BookIndex errors;  // errors, signals, constants, flags and variables, each under its heading
};

// The indexes, sorted as the language does. Of an entry that more than eight sections name, those stay that do in a heading, then
// those that do most often.
NameIndexes collect_names(const std::vector<NamePlace>& places, const std::string& language);

}  // namespace nbpublish
