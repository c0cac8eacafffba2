#include "style/read_style.h"

#include <algorithm>
#include <vector>

#include "platform/door.h"
#include "style/check_style.h"
#include "style/style_values.h"

namespace nbpublish {
namespace {

struct Context {
  TomlReport report;
  std::string file;
  std::size_t depth;  // of the style in its chain
};
using Key = TomlKey<Style, Context>;

template <Theme Style::*theme, ColourRole role>
void read_colour(Context& context, const TomlValue& value, Style& style) {
  style.places[std::string(value.path)] = {context.file, span_of(value.node.source()), context.depth};
  read_style_value(context.report, value, (style.*theme).colours[static_cast<std::size_t>(role)]);
}

void read_nothing(Context&, const TomlValue&, Style&) {}

constexpr std::string_view kExtends = "extends";

constexpr Key kKeys[] = {{kExtends, false, read_nothing},  // followed before the keys are read
#define NBP_X(type, member, key, text)                                                \
  {key, true, [](Context& context, const TomlValue& value, Style& style) {            \
     style.places[key] = {context.file, span_of(value.node.source()), context.depth}; \
     read_style_value(context.report, value, style.member);                           \
   }},
                         NBP_STYLE_KEYS(NBP_X)
#undef NBP_X
#define NBP_X(id, key) {"colour.light." key, true, read_colour<&Style::light, ColourRole::id>},
                             NBP_COLOUR_ROLES(NBP_X)
#undef NBP_X
#define NBP_X(id, key) {"colour.dark." key, true, read_colour<&Style::dark, ColourRole::id>},
                                 NBP_COLOUR_ROLES(NBP_X)
#undef NBP_X
#define NBP_X(id, key) {"colour.print." key, true, read_colour<&Style::print, ColourRole::id>},
                                     NBP_COLOUR_ROLES(NBP_X)
#undef NBP_X
};

constexpr std::string_view kFileName = "style.toml";
constexpr std::size_t kMostBytes = kTomlMostBytes;  // of any file of a style

// Of the program's own styles, or of the book's: by the one door then.
Result<std::string> text_of(const FileSystem& files, const std::filesystem::path& book, const std::filesystem::path& file) {
  const std::filesystem::path inside = book.empty() ? book : file.lexically_relative(book);
  if (inside.empty() || *inside.begin() == "..") return read_at_most(files, file, kMostBytes);
  auto text = read_inside(files, book, inside, kMostBytes);
  if (!text) return fail_to_read(inside.generic_string(), text.error());
  return std::move(*text);
}

std::vector<std::string> style_names(const FileSystem& files, const std::vector<StyleFolder>& folders) {
  std::vector<std::string> names;
  for (const StyleFolder& folder : folders)
    for (const DirectoryEntry& entry : files.list_directory(folder.path).value_or(std::vector<DirectoryEntry>()))
      if (entry.is_directory && is_there(files, folder.path / entry.name / kFileName)) names.push_back(entry.name);
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::unexpected<Error> no_such_style(const FileSystem& files, const std::vector<StyleFolder>& folders, std::string_view name) {
  const std::vector<std::string> names = style_names(files, folders);
  const std::string nearest = nearest_name(name, names);
  std::string hint = names.empty() ? "no styles are installed" : "there are: " + joined(names);
  if (!nearest.empty()) hint = "did you mean '" + nearest + "'? " + hint;
  return fail(ErrorKind::Input, "no style '" + std::string(name) + "'", std::move(hint));
}

// A style's name is the name of a folder, never a path.
bool is_name(std::string_view name) { return !name.empty() && name.front() != '.' && name.find_first_of("/\\") == std::string_view::npos; }

class Reader {
 public:
  Reader(const FileSystem& files, const std::vector<StyleFolder>& folders, DiagnosticSink& diagnostics)
      : files_(files), folders_(folders), diagnostics_(diagnostics), complaints_before_(diagnostics.all().size()) {}

  // Reads the style that `name` extends, then its own keys over it.
  Status read(const std::string& name, Style& style) {
    // What stands in the book's folder and cannot be read is an error: the program's own style makes another book.
    const auto folder =
        std::ranges::find_if(folders_, [&](const StyleFolder& f) { return is_name(name) && is_there(files_, f.path / name / kFileName); });
    if (folder == folders_.end()) return no_such_style(files_, folders_, name);
    NBP_TRY_ASSIGN(const std::string text, text_of(files_, folder->book, folder->path / name / kFileName));
    const std::string file = folder->shown + name + "/" + std::string(kFileName);
    file_ = file;
    chain_.push_back(name);
    const std::size_t depth = style.folders.size();
    style.folders.push_back(folder->path / name);
    const auto root = parse_toml(text, file_, DiagCode::StyleKey, diagnostics_);
    if (!root) return whole_ = false, Status{};
    NBP_TRY(read_parent(*root, style));
    file_ = file;
    depth_ = depth;
    Context context = make_context();
    read_toml_keys<Style, Context>(context, *root, kKeys, style, seen_);
    if (chain_.front() == name) finish(*root, style);
    return {};
  }

 private:
  Context make_context() const { return {TomlReport(DiagCode::StyleKey, file_, diagnostics_), file_, depth_}; }

  Status read_parent(const toml::table& root, Style& style) {
    const toml::node* node = root.get(kExtends);
    if (!node) return {};
    std::string parent;
    const TomlReport report = make_context().report;
    if (!read_line(report, {kExtends, *node}, parent)) return whole_ = false, Status{};
    if (std::ranges::find(chain_, parent) != chain_.end()) {
      report.complain(node->source(), "the style extends itself: " + joined(chain_) + ", " + parent);
      return whole_ = false, Status{};
    }
    Status found = read(parent, style);
    if (found || found.error().kind != ErrorKind::Input) return found;
    report.complain(node->source(), found.error().message, found.error().hint);
    return whole_ = false, Status{};
  }

  // What only the whole chain of styles can be blamed for.
  void finish(const toml::table& root, const Style& style) {
    if (!whole_) return;
    Context context = make_context();
    report_missing_keys<Style, Context>(context, root, kKeys, seen_);
    if (diagnostics_.all().size() == complaints_before_) check_style(style, diagnostics_);
  }

  const FileSystem& files_;
  const std::vector<StyleFolder>& folders_;
  DiagnosticSink& diagnostics_;
  const std::size_t complaints_before_;
  std::string file_;  // being read, as it is shown
  std::size_t depth_ = 0;
  std::vector<std::string> chain_;  // names from the style asked for to the one being read
  std::vector<bool> seen_;          // rows of kKeys that some style of the chain gave
  bool whole_ = true;               // every file of the chain could be read
};

}  // namespace

Result<Style> read_style(const FileSystem& files, const std::vector<StyleFolder>& folders, std::string_view name,
                         DiagnosticSink& diagnostics) {
  Style style;
  style.name = name;
  NBP_TRY(Reader(files, folders, diagnostics).read(style.name, style));
  return style;
}

Result<std::string> read_style_file(const FileSystem& files, const Style& style, const std::string& name,
                                    const std::filesystem::path& book) {
  for (const std::filesystem::path& folder : style.folders)
    if (is_there(files, folder / name)) return text_of(files, book, folder / name);
  return fail(ErrorKind::Input, "the style '" + style.name + "' has no file " + name,
              "extend a style that has one: extends = \"six-by-nine\"");
}

}  // namespace nbpublish
