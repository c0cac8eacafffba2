#include "pipeline/typography.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "book/book_path.h"
#include "diag/told.h"
#include "platform/door.h"
#include "style/check_style.h"
#include "style/read_style.h"
#include "style/style_sheet.h"
#include "text/font_manifest.h"
#include "text/hyphenator.h"

namespace nbpublish {
namespace {

// Whether all are there.
bool check_families(const Style& style, const FontLibrary& fonts, DiagnosticSink& diagnostics) {
  bool are_there = true;
  std::set<std::string> families;
  for (std::size_t i = 0; i < fonts.size(); ++i) families.insert(fonts.entry(static_cast<FontId>(i)).family);
  for (const auto& [key, family] :
       {std::pair{"family.serif", &style.family_serif}, {"family.sans", &style.family_sans}, {"family.mono", &style.family_mono}})
    if (!fonts.has_family(*family)) {
      are_there = false;
      complain_about(style, {key}, fmt::format("there is no family '{}'", *family),
                     fmt::format("fonts.toml lists: {}", fmt::join(families, ", ")), diagnostics);
    }
  return are_there;
}

// A style by its name in the manifest.
struct NamedStyle {
  const std::string& name;
  SourceSpan span;
};

// A book may bring styles of its own, in its folder styles/.
Result<Style> read_book_style(const std::string& name, const std::filesystem::path& root, const ResourcePaths& paths, Environment env,
                              DiagnosticSink& diagnostics) {
  return read_style(env.files, {{root / "styles", "styles/", root}, {paths.styles, ""}}, name, diagnostics);
}

// Why a style cannot be read: a mistake of the manifest is told at the style's name there; what the machine lacks is still an error.
Status tell_mistake(const Error& error, const Book& book, SourceSpan named, DiagnosticSink& diagnostics) {
  if (error.kind != ErrorKind::Input) return std::unexpected(error);
  diagnostics.report(DiagCode::ManifestKey, book.manifest, named, error.message, error.hint);
  return {};
}

// One that can be used, or an error once its mistakes are told. Those of a style's file say nothing of the families that it would have
// named.
Result<Style> usable_style(const Book& book, const NamedStyle& named, const std::filesystem::path& root, const ResourcePaths& paths,
                           const FontLibrary& fonts, Environment env, DiagnosticSink& diagnostics) {
  DiagnosticSink complaints;
  Result<Style> style = read_book_style(named.name, root, paths, env, complaints);
  if (!style) NBP_TRY(tell_mistake(style.error(), book, named.span, complaints));
  const bool is_sound = style && complaints.count(Severity::Error) == 0 && check_families(*style, fonts, complaints);
  diagnostics.merge(std::move(complaints));
  if (!is_sound) return fail_as_told();
  return style;
}

}  // namespace

Result<Typography> load_typography(const Book& book, const std::vector<Edition>& editions, const std::filesystem::path& root,
                                   Environment env, DiagnosticSink& diagnostics) {
  NBP_TRY_ASSIGN(ResourcePaths paths, find_resources());
  NBP_TRY_ASSIGN(FontLibrary fonts, FontLibrary::load(env.files, paths.fonts));
  NBP_TRY_ASSIGN(Style style, usable_style(book, {book.style, book.style_span}, root, paths, fonts, env, diagnostics));
  std::map<std::string, Style> others;
  for (const Edition& edition : editions) {
    if (edition.style.empty() || edition.style == book.style || others.contains(edition.style)) continue;
    NBP_TRY_ASSIGN(Style other, usable_style(book, {edition.style, edition.span}, root, paths, fonts, env, diagnostics));
    others.emplace(edition.style, std::move(other));
  }
  NBP_TRY(set_svg_fonts(drawing_fonts(style, entries_of(fonts), paths.fonts)));
  constexpr std::size_t kMostDictionary = std::size_t{64} << 20;
  const auto dictionary = read_at_most(env.files, Hyphenator::dictionary_of(book.meta.language), kMostDictionary);
  return Typography{std::move(paths), std::move(style), std::move(others), std::move(fonts), dictionary ? hash128(*dictionary) : Hash128{}};
}

std::vector<FontEntry> entries_of(const FontLibrary& fonts) {
  std::vector<FontEntry> out;
  for (std::size_t i = 0; i < fonts.size(); ++i) out.push_back(fonts.entry(static_cast<FontId>(i)));
  return out;
}

SvgFonts drawing_fonts(const Style& style, const std::vector<FontEntry>& entries, const std::filesystem::path& folder) {
  SvgFonts out{{}, style.family_serif, style.family_sans, style.family_mono};
  for (const FontEntry& entry : entries) out.files.push_back(folder / "files" / entry.file);
  return out;
}

Result<DrawingSetup> drawing_setup(const Book& book, const std::filesystem::path& root, Environment env) {
  NBP_TRY_ASSIGN(const ResourcePaths paths, find_resources());
  DiagnosticSink untold;
  auto style = read_book_style(book.style, root, paths, env, untold);
  if (!style && style.error().kind != ErrorKind::Input) return std::unexpected(style.error());
  if (!style || untold.count(Severity::Error) > 0) style = read_style(env.files, {{paths.styles, ""}}, Book().style, untold);
  if (!style) return std::unexpected(style.error());
  const auto entries = read_font_manifest(env.files, paths.fonts);
  SvgFonts fonts = drawing_fonts(*style, entries ? *entries : std::vector<FontEntry>{}, paths.fonts);
  if (!std::ranges::all_of(fonts.files, [&](const auto& file) { return env.files.is_file(file); })) fonts.files.clear();
  if (!fonts.files.empty()) NBP_TRY(set_svg_fonts(fonts));
  return DrawingSetup{std::move(*style), std::move(fonts)};
}

Status check_book_style(const Book& book, const std::filesystem::path& root, Environment env, DiagnosticSink& diagnostics) {
  const auto paths = find_resources();
  if (!paths || book.style_span.line == 0) return {};
  const auto style = read_book_style(book.style, root, *paths, env, diagnostics);
  if (!style) return tell_mistake(style.error(), book, book.style_span, diagnostics);
  const auto sheet = read_style_sheet(env.files, *style, root, diagnostics);
  return sheet ? Status() : tell_mistake(sheet.error(), book, book.style_span, diagnostics);
}

}  // namespace nbpublish
