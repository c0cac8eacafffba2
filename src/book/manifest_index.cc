// [index] of book.toml.
#include "base/utf8.h"
#include "book/manifest_values.h"
#include "book/words.h"
#include "document/index_term.h"

namespace nbpublish {
namespace {

// A term is looked for by its own words; one with levels has none of its own.
void add_term(const ManifestContext& context, const toml::node& node, const std::string& entry, std::vector<std::string> words,
              IndexTerms& into) {
  const std::vector<std::string> levels = levels_of(entry);
  if (levels.empty() || levels.size() > kMostIndexLevels)
    return context.report.complain(node.source(), "'" + entry + "' is no entry of an index", "one to three levels, parted by '!'");
  if (levels.size() == 1) words.insert(words.begin(), entry);
  else if (words.empty())
    return context.report.complain(node.source(), "nothing says which words lead to '" + entry + "'",
                                   "write \"" + entry + "\" = [\"the words\"] in [index.terms]");
  into.terms.push_back({entry, std::move(words)});
}

void read_list(const ManifestContext& context, const TomlValue& value, const toml::array& list, IndexTerms& into) {
  for (const toml::node& element : list) {
    std::string entry;
    if (read_short_line(context, {value.path, element}, entry)) add_term(context, element, term_of_text(entry), {}, into);
  }
}

// "loop" = "event loop"
void add_reference(const ManifestContext& context, const toml::node& node, const std::string& entry, const std::string& target,
                   IndexTerms& into) {
  const std::vector<std::string> from = levels_of(entry), to = levels_of(target);
  for (const auto& [levels, written] : {std::pair(from, entry), std::pair(to, target)})
    if (levels.empty() || levels.size() > kMostIndexLevels)
      return context.report.complain(node.source(), "'" + written + "' is no entry of an index", "one to three levels, parted by '!'");
  into.references.push_back({entry, target, context.report.file(), span_of(node.source())});
}

void read_entry(const ManifestContext& context, const TomlValue& value, const toml::key& key, const toml::node& node, IndexTerms& into) {
  constexpr std::size_t kMostKey = 500;  // bytes
  const std::string written = sanitise(key.str());
  if (key.str().size() > kMostKey)
    return context.report.complain(DiagCode::LimitExceeded, key.source(), "an entry of the index has more than 500 bytes");
  if (written != key.str())
    context.report.complain(DiagCode::InvalidText, key.source(), "'" + written + "' holds characters that no output may carry");
  const std::string entry = term_of_text(written);
  std::string target;
  std::vector<std::string> words;
  if (node.is_string()) {
    if (read_short_line(context, {value.path, node}, target)) add_reference(context, node, entry, term_of_text(target), into);
  } else if (read_short_lines(context, {value.path, node}, words)) {
    for (std::string& word : words) word = term_of_text(word);
    add_term(context, node, entry, std::move(words), into);
  }
}

}  // namespace

void read_index_terms(ManifestContext& context, const TomlValue& value, IndexTerms& into) {
  if (const toml::array* list = value.node.as_array()) return read_list(context, value, *list, into);
  const toml::table* table = value.node.as_table();
  if (!table) return context.report.wrong_type(value, "a list of strings or a table");
  for (const auto& [key, node] : *table) read_entry(context, value, key, node, into);
}

}  // namespace nbpublish
