// [index] of book.toml.
#include "book/manifest_values.h"
#include "document/index_term.h"

namespace nbpublish {
namespace {

// A term is looked for by its own words; one with levels has none of its own.
void add_term(const ManifestContext& context, const toml::node& node, const std::string& entry,
              std::vector<std::string> words, IndexTerms& into) {
  const std::vector<std::string> levels = levels_of(entry);
  if (levels.empty() || levels.size() > kMostIndexLevels)
    return context.report.complain(node.source(), "'" + entry + "' is no entry of an index",
                                   "one to three levels, parted by '!'");
  if (levels.size() == 1)
    words.insert(words.begin(), entry);
  else if (words.empty())
    return context.report.complain(node.source(), "nothing says which words lead to '" + entry + "'",
                                   "write \"" + entry + "\" = [\"the words\"] in [index.terms]");
  into.terms.push_back({entry, std::move(words)});
}

void read_list(const ManifestContext& context, const TomlValue& value, const toml::array& list,
               IndexTerms& into) {
  for (const toml::node& element : list) {
    std::string entry;
    if (read_line(context.report, {value.path, element}, entry)) add_term(context, element, entry, {}, into);
  }
}

}  // namespace

void read_index_terms(ManifestContext& context, const TomlValue& value, IndexTerms& into) {
  if (const toml::array* list = value.node.as_array()) return read_list(context, value, *list, into);
  const toml::table* table = value.node.as_table();
  if (!table) return context.report.wrong_type(value, "a list of strings or a table");
  for (auto it = table->cbegin(); it != table->cend(); ++it) {
    const toml::node& node = it->second;
    const std::string entry(it->first.str());
    std::string target;
    std::vector<std::string> words;
    if (node.is_string()) {
      if (read_line(context.report, {value.path, node}, target))
        into.references.push_back({entry, target, "book.toml", span_of(node.source())});
    } else if (read_lines(context.report, {value.path, node}, words)) {
      add_term(context, node, entry, std::move(words), into);
    }
  }
}

}  // namespace nbpublish
