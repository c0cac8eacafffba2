#include "pipeline/choose_editions.h"

#include <algorithm>

#include "book/book_path.h"
#include "diag/nearest.h"

namespace nbpublish {
namespace {

// Those of the manifest, and the usual ones that it does not name itself.
std::vector<Edition> known_editions(const Book& book) {
  std::vector<Edition> known = book.editions;
  for (const Edition& usual : usual_editions())
    if (std::ranges::none_of(known, [&](const Edition& e) { return e.name == usual.name; })) known.push_back(usual);
  return known;
}

}  // namespace

Result<std::vector<Edition>> choose_editions(const Book& book, const std::vector<std::string>& names) {
  std::vector<Edition> known = known_editions(book);
  if (names.empty()) {
    if (!book.editions.empty()) return book.editions;
    return std::vector<Edition>(known.begin(), known.begin() + kEditionsMadeUnasked);
  }
  if (std::ranges::find(names, "all") != names.end()) return known;
  std::vector<Edition> chosen;
  std::vector<std::string> known_names;
  for (const Edition& edition : known) known_names.push_back(edition.name);
  known_names.emplace_back("all");
  for (const std::string& name : names) {
    const auto it = std::ranges::find(known, name, &Edition::name);
    if (it == known.end()) return std::unexpected(unknown_name("edition", name, known_names));
    if (std::ranges::find(chosen, name, &Edition::name) == chosen.end()) chosen.push_back(*it);
  }
  return chosen;
}

Result<std::vector<Edition>> print_editions(const std::vector<Edition>& editions) {
  std::vector<Edition> print;
  for (const Edition& edition : editions)
    if (edition.kind == EditionKind::Print) print.push_back(edition);
  if (print.empty())
    return fail(ErrorKind::Usage, "no print edition: screens have no printed cover",
                "--edition print, or [editions.print] in the manifest");
  return print;
}

}  // namespace nbpublish
