#include "toml/toml_keys.h"

#include <algorithm>
#include <utility>

#include "diag/nearest.h"

namespace nbpublish {
namespace {

using Paths = std::vector<std::string_view>;

struct Entry {
  const toml::key* key;
  const toml::node* node;
};

// toml++ sorts a table by name; complaints should come in the order of the file.
std::vector<Entry> in_file_order(const toml::table& table) {
  std::vector<Entry> entries;
  for (const auto& [key, node] : table) entries.push_back({&key, &node});
  std::ranges::stable_sort(entries, {}, [](const Entry& entry) {
    const toml::source_position& at = entry.key->source().begin;
    return std::pair(at.line, at.column);
  });
  return entries;
}

bool is_section(const Paths& paths, const std::string& path) {
  return std::ranges::any_of(paths, [&](std::string_view p) { return p.starts_with(path + "."); });
}

std::string last_part(std::string_view path) { return std::string(path.substr(path.rfind('.') + 1)); }

// The names that may stand in the section `prefix` ("" or "front.").
std::vector<std::string> names_in(const Paths& paths, std::string_view prefix) {
  std::vector<std::string> names;
  for (std::string_view path : paths) {
    if (!path.starts_with(prefix)) continue;
    path.remove_prefix(prefix.size());
    names.emplace_back(path.substr(0, path.find('.')));
  }
  return names;
}

std::string hint_for(const Paths& paths, std::string_view prefix, std::string_view name) {
  for (const std::string_view path : paths)
    if (last_part(path) == name && path != name) return "it belongs into [" + std::string(path.substr(0, path.rfind('.'))) + "]";
  return did_you_mean(name, names_in(paths, prefix));
}

class Walk {
 public:
  Walk(const TomlReport& report, const Paths& paths, const std::function<void(std::size_t, const TomlValue&)>& visit)
      : report_(report), paths_(paths), visit_(visit) {}

  // Recurses only into sections that the table of keys knows, so depth is bounded by it.
  void section(const toml::table& table, const std::string& prefix) const {
    for (const Entry& entry : in_file_order(table)) {
      const std::string_view name = entry.key->str();
      const bool plain = name.find('.') == std::string_view::npos;
      const std::string path = prefix + std::string(name);
      const auto row = std::ranges::find(paths_, std::string_view(path));
      if (plain && row != paths_.end()) {
        visit_(static_cast<std::size_t>(row - paths_.begin()), {path, *entry.node});
      } else if (plain && is_section(paths_, path)) {
        if (const toml::table* inner = entry.node->as_table()) section(*inner, path + ".");
        else report_.wrong_type({path, *entry.node}, "a table");
      } else {
        report_.complain(entry.key->source(), "unknown key '" + path + "'", hint_for(paths_, prefix, name));
      }
    }
  }

 private:
  const TomlReport& report_;
  const Paths& paths_;
  const std::function<void(std::size_t, const TomlValue&)>& visit_;
};

}  // namespace

void walk_toml_keys(const TomlReport& report, const toml::table& table, const Paths& paths,
                    const std::function<void(std::size_t, const TomlValue&)>& visit) {
  Walk(report, paths, visit).section(table, "");
}

void report_missing_key(const TomlReport& report, const toml::table& table, std::string_view path) {
  const toml::node* section = &table;
  for (std::string_view rest = path; rest.find('.') != std::string_view::npos;) {
    const toml::table* here = section->as_table();
    const toml::node* inner = here->get(rest.substr(0, rest.find('.')));
    if (!inner || !inner->is_table()) break;
    section = inner;
    rest.remove_prefix(rest.find('.') + 1);
  }
  report.complain(section->source(), "missing key '" + std::string(path) + "'");
}

}  // namespace nbpublish
