// [components.NAME]: what is printed where an interactive MDX component stands.
#include <algorithm>

#include "book/manifest_keys.h"
#include "book/manifest_values.h"

namespace nbpublish {
namespace {

using F = ComponentFallback;

void read_figure(ManifestContext& context, const TomlValue& value, ComponentFallback& fallback) {
  read_file_name(context, value, fallback.figure);
  fallback.span = span_of(value.node.source());
}

constexpr TomlKey<ComponentFallback, ManifestContext> kComponentKeys[] = {
    {"figure", true, read_figure},
    {"caption", false, line<&F::caption>},
    {"alt", false, line<&F::alt>},
};

// As JSX has it: what begins with a small letter is an HTML element.
bool is_component_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  const std::string_view last = dot == std::string_view::npos ? name : name.substr(dot + 1);
  return !last.empty() && last.front() >= 'A' && last.front() <= 'Z';
}

void read_component(ManifestContext& context, const toml::key& name, const toml::node& node, Book& book) {
  const std::string word(name.str()), path = "components." + word;
  if (!is_component_name(word))
    return context.report.complain(name.source(), "'" + word + "' is no component's name", "they begin with a capital letter, as in the chapters");
  const toml::table* table = node.as_table();
  if (table == nullptr) return context.report.wrong_type({path, node}, "a table");
  ComponentFallback fallback;
  std::vector<bool> seen;
  read_toml_keys<F, ManifestContext>(context, *table, kComponentKeys, fallback, seen);
  report_missing_keys<F, ManifestContext>(context, *table, kComponentKeys, seen);
  // Without its figure it is a box as if it were undeclared; why there is none was said.
  book.components.emplace(word, std::move(fallback));
}

}  // namespace

void read_components(ManifestContext& context, const TomlValue& value, Book& book) {
  const toml::table* table = value.node.as_table();
  if (table == nullptr) return context.report.wrong_type(value, "a table");
  std::vector<std::pair<const toml::key*, const toml::node*>> entries;  // complaints come in the order of the file
  for (auto it = table->cbegin(); it != table->cend(); ++it) entries.emplace_back(&it->first, &it->second);
  std::ranges::stable_sort(entries, {}, [](const auto& entry) { return entry.first->source().begin.line; });
  for (const auto& [name, node] : entries) read_component(context, *name, *node, book);
}

}  // namespace nbpublish
