// What the outlets of a print edition demand, and whether its file keeps it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "edition/edition_pages.h"
#include "graph/store.h"
#include "preflight/rules/outlet_rules.h"

namespace nbpublish {

struct PrintRules {
  std::vector<OutletRules> outlets;
  bool is_binding = true;  // else nothing is worse than a warning: no outlet was named
};

// A name that has no rules is a `manifest-key` error at the edition, with the names that there are; mistakes in a rules' file are told at
// their lines, and are an Input error.
Result<PrintRules> read_print_rules(const FileSystem& files, const std::filesystem::path& folder, const Book& book, const Edition& edition,
                                    DiagnosticSink& diagnostics);

// The widest margins that the outlets ask for at so many pages, with room for punctuation that hangs.
PrintSheet margins_of(const PrintRules& rules, std::size_t pages);

// The fewest pages that one of the outlets binds at most.
std::optional<std::size_t> most_pages_of(const PrintRules& rules);

// Adds what breaks a rule, page by page as far as that is of use; `thick` is what to do where there are too many pages. An Input error
// if the file cannot be read at all. A file whose bytes were checked before is not checked again, if there is a store.
Status check_print(std::string_view pdf, std::string_view name, const PrintRules& rules, std::string_view thick, Store* store,
                   DiagnosticSink& diagnostics);

// The same of a cover, of which an outlet's rules for the inside say nothing: nothing on it may be transparent.
Status check_wrap(std::string_view pdf, std::string_view name, const std::string& outlet, Store* store, DiagnosticSink& diagnostics);

}  // namespace nbpublish
