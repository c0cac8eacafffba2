// Tables of keys: which keys a TOML file may hold, what they hold and where it goes. A table drives both
// the reading and the complaints, so that neither can know a key that the other doesn't.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "toml/toml_file.h"

namespace nbpublish {

// A value and its dotted path, "front.preface".
struct TomlValue {
  std::string_view path;
  const toml::node& node;
};

// Complaints about one file, all of one code. What they quote of it is cut where it is long, and holds no control characters.
class TomlReport {
 public:
  TomlReport(DiagCode code, std::string_view file, DiagnosticSink& diagnostics) : code_(code), file_(file), diagnostics_(diagnostics) {}

  void complain(const toml::source_region& where, const std::string& message, const std::string& hint = {}) const;
  void complain(DiagCode code, const toml::source_region& where, const std::string& message, const std::string& hint = {}) const;
  const std::string& file() const { return file_; }
  // What is no mistake by itself.
  void warn(const toml::source_region& where, const std::string& message, const std::string& hint = {}) const;
  // "'page.lines' must be a whole number, not a string"
  void wrong_type(const TomlValue& value, std::string_view wanted) const;

 private:
  DiagCode code_;
  std::string file_;
  DiagnosticSink& diagnostics_;
};

// Each returns whether the value is of the type, and complains if it isn't. Strings are sanitised; a line
// has its line feeds turned into spaces and none at its ends. Numbers may lack their fraction.
bool read_text(const TomlReport& report, const TomlValue& value, std::string& into);
bool read_line(const TomlReport& report, const TomlValue& value, std::string& into);
bool read_lines(const TomlReport& report, const TomlValue& value, std::vector<std::string>& into);
bool read_number(const TomlReport& report, const TomlValue& value, double least, double most, double& into);
bool read_whole(const TomlReport& report, const TomlValue& value, int least, int most, int& into);
bool read_truth(const TomlReport& report, const TomlValue& value, bool& into);
// A date without quotation marks; into "2026-11-26".
bool read_day(const TomlReport& report, const TomlValue& value, std::string& into);

// One row: the key's dotted path inside the table, and the function that puts its value into a T.
template <class T, class Context>
struct TomlKey {
  std::string_view path;
  bool required;
  void (*read)(Context& context, const TomlValue& value, T& into);
};

// Calls `visit(i, value)` for every key of `table` that is paths[i], in the order of the file. Keys that are
// none, and values where a section is wanted, are complained about, with the nearest name as a hint.
void walk_toml_keys(const TomlReport& report, const toml::table& table, const std::vector<std::string_view>& paths,
                    const std::function<void(std::size_t, const TomlValue&)>& visit);

// Complains, at the nearest enclosing section that is there, that `path` is missing from `table`.
void report_missing_key(const TomlReport& report, const toml::table& table, std::string_view path);

// Reads every key that `keys` knows into `into` and marks it in `seen`. Context holds a TomlReport `report`
// and whatever else the rows' functions need.
template <class T, class Context>
void read_toml_keys(Context& context, const toml::table& table, std::span<const TomlKey<T, Context>> keys, T& into,
                    std::vector<bool>& seen) {
  std::vector<std::string_view> paths;
  for (const auto& key : keys) paths.push_back(key.path);
  seen.resize(keys.size());
  walk_toml_keys(context.report, table, paths, [&](std::size_t i, const TomlValue& value) {
    seen[i] = true;
    keys[i].read(context, value, into);
  });
}

template <class T, class Context>
void report_missing_keys(Context& context, const toml::table& table, std::span<const TomlKey<T, Context>> keys,
                         const std::vector<bool>& seen) {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].required && !seen[i]) report_missing_key(context.report, table, keys[i].path);
}

}  // namespace nbpublish
