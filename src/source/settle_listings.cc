#include "source/settle_listings.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Languages by the mark of a comment that reaches to the line's end, or that closes.
constexpr auto kScripts =
    std::to_array<std::string_view>({"js", "jsx", "mjs", "cjs", "javascript", "node", "ts", "tsx", "mts", "cts", "typescript"});
constexpr auto kSlashes =
    std::to_array<std::string_view>({"json", "jsonc", "json5",  "c",  "h",     "cpp", "c++",  "cc",    "hpp",  "go",   "rust",
                                     "rs",   "java",  "kotlin", "kt", "swift", "php", "scss", "proto", "dart", "scala"});
constexpr auto kHashes = std::to_array<std::string_view>({"python", "py",   "bash",  "sh",   "shell",      "zsh",     "yaml", "yml",
                                                          "toml",   "ruby", "rb",    "perl", "dockerfile", "docker",  "env",  "dotenv",
                                                          "ini",    "conf", "nginx", "make", "makefile",   "graphql", "r",    "elixir"});
constexpr auto kDashes = std::to_array<std::string_view>({"sql", "lua", "haskell", "hs"});
constexpr auto kTags = std::to_array<std::string_view>({"html", "xml", "svg", "vue", "svelte"});

// What ends the names of files that books show.
constexpr auto kFileEndings = std::to_array<std::string_view>(
    {"js",  "mjs",     "cjs",   "jsx",  "ts",  "mts",  "cts",  "tsx", "json",  "jsonc", "json5", "py",   "rb",   "go",    "rs",
     "c",   "h",       "cc",    "cpp",  "hpp", "cxx",  "java", "kt",  "swift", "php",   "pl",    "lua",  "sh",   "bash",  "zsh",
     "ps1", "yml",     "yaml",  "toml", "ini", "conf", "cfg",  "env", "html",  "htm",   "css",   "scss", "less", "vue",   "svelte",
     "sql", "graphql", "proto", "xml",  "svg", "csv",  "wat",  "gyp", "gypi",  "lock",  "tf",    "ejs",  "hbs",  "prisma"});
constexpr auto kFiles = std::to_array<std::string_view>({"dockerfile", "makefile", "procfile", "gemfile", "jenkinsfile", ".env",
                                                         ".gitignore", ".dockerignore", ".npmrc", ".nvmrc", ".npmignore"});
// Products, not files.
constexpr auto kProducts = std::to_array<std::string_view>({"node.js", "next.js", "nuxt.js", "vue.js", "express.js", "nest.js", "react.js",
                                                            "three.js", "d3.js", "ember.js", "backbone.js", "alpine.js"});

constexpr auto kTwoslashTags =
    std::to_array<std::string_view>({"noErrors", "noErrorValidation", "errors", "error", "log", "warn", "annotate", "filename"});

bool is_script(const CodeBlock& code) { return is_one_of(kScripts, code.info.language); }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    if (end == text.size()) return lines;
    begin = end + 1;
  }
}

std::string_view bare(std::string_view line) { return trimmed(line, " \t\r"); }

// The words of a line that is only a comment "// words"; empty for another.
std::string_view words_of_slashes(std::string_view line) {
  line = bare(line);
  return line.starts_with("//") ? bare(line.substr(2)) : std::string_view{};
}

bool is_for_twoslash(std::string_view line) {
  const std::string_view words = words_of_slashes(line);
  if (words == "^?" || words == "^|") return true;
  if (!words.starts_with('@')) return false;
  const std::size_t end = std::min(words.find_first_of(": \t"), words.size());
  const std::string_view tag = words.substr(1, end - 1), rest = bare(words.substr(end));
  return is_one_of(kTwoslashTags, tag) && (rest.empty() || rest.starts_with(':'));
}

// Whether each line is for readers.
std::vector<bool> lines_for_readers(const std::vector<std::string_view>& lines) {
  std::vector<bool> shown(lines.size(), true);
  bool is_cut = false, is_over = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view words = words_of_slashes(lines[i]);
    const bool cuts_before = words == "---cut---" || words == "---cut-before---";
    const bool begins = words == "---cut-start---", ends = words == "---cut-end---", closes = words == "---cut-after---";
    if (cuts_before) std::fill(shown.begin(), shown.begin() + static_cast<std::ptrdiff_t>(i), false);
    if (begins) is_cut = true;
    if (closes) is_over = true;
    shown[i] = !(is_cut || is_over || cuts_before || ends || is_for_twoslash(lines[i]));
    if (ends) is_cut = false;
  }
  return shown;
}

// Leaves out the blank lines that have come to stand at an edge.
void drop_blank_edges(const std::vector<std::string_view>& lines, std::vector<bool>& shown) {
  if (std::ranges::find(shown, false) == shown.end()) return;
  for (std::size_t i = 0; i < lines.size() && (!shown[i] || bare(lines[i]).empty()); ++i) shown[i] = false;
  for (std::size_t i = lines.size(); i > 0 && (!shown[i - 1] || bare(lines[i - 1]).empty()); --i) shown[i - 1] = false;
}

// Marks of lines, which are numbered from 1, go with their lines.
void move_marks(FenceInfo& info, const std::vector<bool>& shown) {
  std::vector<std::uint32_t> before(shown.size() + 1, 0);  // lines shown before each
  for (std::size_t i = 0; i < shown.size(); ++i) before[i + 1] = before[i] + (shown[i] ? 1 : 0);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marked;
  for (const auto& [first, last] : info.marked) {
    const auto from = std::min<std::size_t>(std::max(first, 1u) - 1, shown.size()), to = std::min<std::size_t>(last, shown.size());
    if (from < to && before[to] > before[from]) marked.emplace_back(before[from] + 1, before[to]);
  }
  info.marked = std::move(marked);
}

void keep_lines(CodeBlock& code, const std::vector<std::string_view>& lines, const std::vector<bool>& shown) {
  if (std::ranges::find(shown, false) == shown.end() || std::ranges::find(shown, true) == shown.end()) return;
  std::string text;
  std::vector<SourceSpan> places;
  bool first = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!shown[i]) continue;
    if (!std::exchange(first, false)) text += '\n';
    text += lines[i];
    if (!code.lines.empty()) places.push_back(place_of_line(code, i));
  }
  move_marks(code.info, shown);
  code.text = std::move(text);
  code.lines = std::move(places);
}

void drop_lines_for_tools(CodeBlock& code) {
  if (!is_script(code)) return;
  const std::vector<std::string_view> lines = lines_of(code.text);
  std::vector<bool> shown = lines_for_readers(lines);
  drop_blank_edges(lines, shown);
  keep_lines(code, lines, shown);
}

// What a line says that is only a comment of the language.
std::string_view comment_in(std::string_view line, std::string_view language) {
  line = bare(line);
  const auto behind = [&](std::string_view mark) { return line.starts_with(mark) ? bare(line.substr(mark.size())) : std::string_view{}; };
  const auto between = [&](std::string_view open, std::string_view close) {
    if (line.size() < open.size() + close.size() || !line.starts_with(open) || !line.ends_with(close)) return std::string_view{};
    return bare(line.substr(open.size(), line.size() - open.size() - close.size()));
  };
  const bool is_slashes = is_one_of(kScripts, language) || is_one_of(kSlashes, language);
  if (is_slashes && line.starts_with("//")) return behind("//");
  if (is_slashes || language == "css") return between("/*", "*/");
  if (is_one_of(kHashes, language)) return behind("#");
  if (is_one_of(kDashes, language)) return behind("--");
  return is_one_of(kTags, language) ? between("<!--", "-->") : std::string_view{};
}

bool is_file_name(std::string_view text) {
  const auto is_part = [](char c) { return is_alphanumeric(c) || std::string_view("._-/@[]()+").find(c) != std::string_view::npos; };
  if (text.empty() || text.back() == '/' || !std::ranges::all_of(text, is_part)) return false;
  const std::string name = lowered(text.substr(text.rfind('/') + 1));
  if (is_one_of(kFiles, name)) return true;
  const std::size_t dot = name.rfind('.');
  return dot != std::string::npos && dot > 0 && is_one_of(kFileEndings, std::string_view(name).substr(dot + 1)) &&
         !is_one_of(kProducts, std::string_view(lowered(text)));
}

void settle_file_name(CodeBlock& code) {
  const std::vector<std::string_view> lines = lines_of(code.text);
  const std::string_view name = comment_in(lines.front(), code.info.language);
  if (name.empty() || (code.info.title.empty() ? !is_file_name(name) : name != code.info.title)) return;
  std::vector<bool> shown(lines.size(), true);
  shown[0] = false;
  drop_blank_edges(lines, shown);
  if (std::ranges::find(shown, true) == shown.end()) return;
  if (code.info.title.empty()) code.info.title = name;
  // Numbers are those of the file's lines.
  if (code.info.line_numbers) code.info.first_line += static_cast<std::uint32_t>(std::ranges::find(shown, true) - shown.begin());
  keep_lines(code, lines, shown);
}

}  // namespace

void settle_listings(Document& document) {
  edit_each_block(document, [](Block& block) {
    auto* code = std::get_if<CodeBlock>(&block.content);
    if (code == nullptr) return;
    drop_lines_for_tools(*code);
    settle_file_name(*code);
  });
}

}  // namespace nbpublish
