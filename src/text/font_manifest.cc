#include "text/font_manifest.h"

#include <fmt/format.h>

#include "toml/toml_file.h"

namespace nbpublish {
namespace {

FontEntry read_entry(const toml::table& table) {
  FontEntry entry;
  entry.family = table["family"].value_or(std::string{});
  entry.weight = static_cast<int>(table["weight"].value_or(std::int64_t{400}));
  entry.italic = table["italic"].value_or(false);
  entry.file = table["file"].value_or(std::string{});
  entry.licence = table["licence"].value_or(std::string{});
  entry.source = table["source"].value_or(std::string{});
  entry.sha256 = table["sha256"].value_or(std::string{});
  entry.fallback = table["fallback"].value_or(false);
  return entry;
}

}  // namespace

Result<std::vector<FontEntry>> read_font_manifest(const FileSystem& files, const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "fonts.toml";
  const Result<std::string> text = files.read_file(path);
  if (!text) return fail(ErrorKind::Environment, text.error().message, text.error().hint);
  DiagnosticSink complaints;
  const std::optional<toml::table> parsed = parse_toml(*text, path.string(), DiagCode::ManifestSyntax, complaints);
  if (!parsed) {
    const Diagnostic& d = complaints.all().front();
    return fail(ErrorKind::Environment, fmt::format("{}:{}: {}", d.file, d.span.line, d.message));
  }
  std::vector<FontEntry> entries;
  const toml::array* fonts = (*parsed)["font"].as_array();
  if (fonts == nullptr) return fail(ErrorKind::Environment, path.string() + " lists no [[font]]");
  for (const toml::node& node : *fonts) {
    const toml::table* table = node.as_table();
    if (table == nullptr) continue;
    FontEntry entry = read_entry(*table);
    if (entry.family.empty() || entry.file.empty())
      return fail(ErrorKind::Environment,
                  fmt::format("{}:{}: a [[font]] needs family and file", path.string(), table->source().begin.line));
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace nbpublish
