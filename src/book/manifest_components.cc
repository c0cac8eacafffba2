// [components.NAME]: what is printed where an interactive MDX component stands.
#include "base/ascii.h"
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
  return !last.empty() && is_upper(last.front());
}

void read_component(ManifestContext& context, const toml::key& name, const toml::table& table, Book& book) {
  const std::string word(name.str());
  if (!is_component_name(word))
    return context.report.complain(name.source(), "'" + word + "' is no component's name",
                                   "they begin with a capital letter, as in the chapters");
  ComponentFallback fallback;
  std::vector<bool> seen;
  read_toml_keys<F, ManifestContext>(context, table, kComponentKeys, fallback, seen);
  report_missing_keys<F, ManifestContext>(context, table, kComponentKeys, seen);
  // Without its figure it is a box as if it were undeclared; why there is none was said.
  book.components.emplace(word, std::move(fallback));
}

}  // namespace

void read_components(ManifestContext& context, const TomlValue& value, Book& book) {
  read_named_tables(context, value, [&](const toml::key& name, const toml::table& table) { read_component(context, name, table, book); });
}

}  // namespace nbpublish
